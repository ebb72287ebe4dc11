import { create } from '../site/dom.ts';
import { isShown } from './passages.ts';
import { type Piece, Reader, type ReaderState } from './reader.ts';
import { deviceSpeaker } from './speaker.ts';
import type { ReadingWords } from './words.ts';

const MARK = 'data-aloud';

/**
 * Reads the pieces aloud, marks the paragraph that is read, and shows a bar to pause and to stop: until the end, until
 * it is stopped, or until the page is left. A hidden page pauses. @returns what stops it.
 */
export function startBar(
  synth: SpeechSynthesis,
  pieces: readonly Piece<Element>[],
  words: ReadingWords,
  panel: HTMLElement,
): () => void {
  const pause = create('button', { type: 'button', class: 'button' }, words.pause);
  const halt = create('button', { type: 'button', class: 'button button--quiet' }, words.stop);
  const bar = create('section', { class: 'listen', 'aria-label': words.aloud }, pause, halt);
  const leaving = new AbortController();
  const reader = new Reader(pieces, deviceSpeaker(synth), changed, isShown);

  function changed(state: ReaderState, block: Element | undefined): void {
    mark(state === 'reading' || state === 'paused' ? block : undefined);
    pause.textContent = state === 'paused' ? words.resume : words.pause;
    if (state === 'ended' || state === 'failed') close(block);
    if (state === 'failed') tellFailure(panel, words);
  }
  function close(block: Element | undefined): void {
    if (leaving.signal.aborted) return;
    leaving.abort();
    const hadFocus = bar.contains(document.activeElement);
    bar.remove();
    document.documentElement.style.removeProperty('scroll-padding-bottom');
    if (hadFocus) continueAt(block ?? pieces[pieces.length - 1]?.block);
  }

  const { signal } = leaving;
  pause.addEventListener('click', () => (reader.state === 'paused' ? reader.play() : reader.pause()));
  halt.addEventListener('click', () => reader.stop());
  bar.addEventListener('keydown', ({ key }) => key === 'Escape' && reader.stop());
  panel.addEventListener('change', () => reader.again(), { signal });
  window.addEventListener('pagehide', () => reader.stop(), { signal });
  window.addEventListener('hashchange', () => stopIfLeft(), { signal });
  document.addEventListener('visibilitychange', () => document.hidden && reader.pause(), { signal });
  function stopIfLeft(): void {
    const marked = document.querySelector(`[${MARK}]`);
    if (!marked || !isShown(marked)) reader.stop();
  }

  panel.querySelector('[data-failed]')?.remove();
  document.body.append(bar);
  // What takes the focus stands clear of the bar (WCAG 2.4.11).
  document.documentElement.style.scrollPaddingBottom = `${bar.offsetHeight}px`;
  synth.cancel();
  pause.focus({ preventScroll: true });
  reader.play();
  return () => reader.stop();
}

function mark(block: Element | undefined): void {
  const marked = document.querySelector(`[${MARK}]`);
  if (marked === block) return;
  marked?.removeAttribute(MARK);
  block?.setAttribute(MARK, '');
  block?.scrollIntoView({ block: 'center' });
}

/** Reading goes on where the voice was, also for who uses no mouse. */
function continueAt(block: Element | undefined): void {
  if (!(block instanceof HTMLElement) || !isShown(block)) return;
  if (!block.hasAttribute('tabindex')) block.setAttribute('tabindex', '-1');
  block.focus({ preventScroll: true });
}

function tellFailure(panel: HTMLElement, words: ReadingWords): void {
  const notice = create(
    'p',
    { class: 'notice', role: 'alert', tabindex: '-1', 'data-failed': '' },
    words.failed,
  );
  panel.prepend(notice);
  notice.focus();
}

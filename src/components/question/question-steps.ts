import { orderCredit } from '../../learning/credit.ts';
import { say } from '../session/session-data.ts';
import { create, part, parts } from '../site/dom.ts';
import type { Behaviour } from './behaviour.ts';
import { graded } from './graded.ts';
import { hideReason, idOf, reasonsIn, showReason } from './reasons.ts';

/** Ordering: each step has a button to move it up and one to move it down; where it went is told. */
export const mount = graded((root): Behaviour => {
  const list = part(root, '[data-steps]', HTMLElement);
  const status = part(root, '[data-status]', HTMLElement);
  const reasons = reasonsIn(root);
  // The key stands in the right order; the steps do not.
  const correct = Array.from(root.querySelectorAll<HTMLElement>('[data-place]'))
    .sort((a, b) => Number(a.dataset['place']) - Number(b.dataset['place']))
    .map(idOf);
  let moved = false;

  const rows = () => parts(list, '[data-option]', HTMLElement);
  const order = () => rows().map((row) => row.dataset['option'] ?? '');
  const buttons = () => parts(list, 'button', HTMLButtonElement);
  /** The first cannot go up nor the last down; a button that were disabled would lose the focus. */
  const markEnds = () => {
    const all = rows();
    all.forEach((row, i) => {
      const [up, down] = parts(row, 'button', HTMLButtonElement);
      up?.setAttribute('aria-disabled', String(i === 0));
      down?.setAttribute('aria-disabled', String(i === all.length - 1));
    });
  };
  const move = (row: HTMLElement, button: HTMLButtonElement, by: -1 | 1) => {
    const all = rows();
    const other = all[all.indexOf(row) + by];
    if (!other) return;
    moved = true;
    // The neighbour moves, so that the button pressed keeps the focus.
    if (by < 0) row.after(other);
    else row.before(other);
    button.focus();
    markEnds();
    const text = textOf(row);
    status.removeAttribute('aria-live');
    status.dataset['kind'] = 'ask';
    status.textContent = say('question.moved', { text, n: rows().indexOf(row) + 1, total: all.length });
  };

  for (const row of rows()) {
    const button = (key: string, sign: string, by: -1 | 1) => {
      const made = create('button', { type: 'button', class: 'order__move' }, sign);
      made.setAttribute('aria-label', say(key, { text: textOf(row) }));
      made.addEventListener('click', () => move(row, made, by));
      return made;
    };
    part(row, '.order__step', HTMLElement).append(
      button('question.up', '↑', -1),
      button('question.down', '↓', 1),
    );
  }
  markEnds();

  return {
    correct,
    missing: () => (moved ? undefined : { words: say('question.moveFirst'), focus: buttons()[1] }),
    response: order,
    credit: (response) => orderCredit(correct, response),
    write(response) {
      const all = new Map(rows().map((row) => [row.dataset['option'] ?? '', row]));
      list.append(...response.flatMap((id) => all.get(id) ?? []));
      moved = true;
      markEnds();
    },
    reveal(response, open) {
      for (const reason of reasons) {
        const place = correct.indexOf(idOf(reason));
        const right = response[place] === idOf(reason);
        const wrong = open ? say('question.place', { n: place + 1 }) : say('question.outOfPlace');
        const verdict = right ? say('question.inPlace') : wrong;
        showReason(reason, { hidden: false, right, control: undefined, verdict });
      }
      for (const button of buttons()) button.hidden = true;
    },
    again() {
      for (const reason of reasons) hideReason(reason, undefined);
      for (const button of buttons()) button.hidden = false;
      return buttons()[1];
    },
  };
});

function textOf(row: HTMLElement): string {
  return part(row, '.option__text', HTMLElement).textContent?.trim() ?? '';
}

import type { Lang } from '../../curriculum/schema/common.ts';
import { sizeText } from '../../offline/size.ts';
import { create, dataIn } from '../site/dom.ts';
import type { Look } from './look.ts';
import type { OfflineKey, OfflineWords } from './words.ts';

export type Action = 'save' | 'stop' | 'ask' | 'remove' | 'keep';

/** What a control shows: a sentence, and buttons from left to right. */
export interface View {
  readonly state: string;
  readonly buttons: readonly { readonly action: Action; readonly text: string; readonly quiet?: boolean }[];
}

let words: OfflineWords | undefined;

/** A message in the language of the page. Numbers are sizes in bytes. */
export function told(key: OfflineKey, values: Readonly<Record<string, number | string>> = {}): string {
  words ??= dataIn<OfflineWords>(document, 'script[data-offline-words]');
  const lang: Lang = document.documentElement.lang === 'en' ? 'en' : 'km';
  return words[key].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? sizeText(lang, value) : value;
  });
}

const REMOVE = { action: 'ask', quiet: true } as const;

export function viewOf(found: Look): View {
  if (found.kind === 'unreachable') return { state: told('offline.state.unreachable'), buttons: [] };
  const remove = { ...REMOVE, text: told('offline.remove') };
  if (found.kind === 'saved') {
    const { release, bytes } = found.saved;
    return { state: told('offline.state.saved', { release, size: bytes }), buttons: [remove] };
  }
  const { begun, wire } = found;
  if (found.kind === 'update') {
    const text = told(begun ? 'offline.continue' : 'offline.update', { size: wire });
    return { state: told('offline.state.update', { wire }), buttons: [{ action: 'save', text }, remove] };
  }
  const text = told(begun ? 'offline.continue' : 'offline.save', { size: wire });
  if (begun)
    return { state: told('offline.state.begun', { wire }), buttons: [{ action: 'save', text }, remove] };
  return {
    state: told('offline.state.none', { wire, size: found.offer.bytes }),
    buttons: [{ action: 'save', text }],
  };
}

export const savingView = (): View => ({
  state: told('offline.state.saving'),
  buttons: [{ action: 'stop', text: told('offline.stop'), quiet: true }],
});

export const questionView = (): View => ({
  state: told('offline.remove.question'),
  buttons: [
    { action: 'remove', text: told('offline.remove.yes') },
    { action: 'keep', text: told('offline.remove.no'), quiet: true },
  ],
});

export function buttonsOf({ buttons }: View): HTMLButtonElement[] {
  return buttons.map(({ action, text, quiet }) =>
    create(
      'button',
      { type: 'button', class: quiet ? 'button button--quiet' : 'button', 'data-action': action },
      text,
    ),
  );
}

import { pairsCredit, pairToken } from '../../learning/credit.ts';
import { say } from '../session/session-data.ts';
import { create, part, parts } from '../site/dom.ts';
import type { Behaviour } from './behaviour.ts';
import { graded } from './graded.ts';
import { hideReason, idOf, reasonsIn, showReason } from './reasons.ts';

/** Matching and categorise: a menu for each stem or item, made from the list that the printed form shows. */
export const mount = graded((root): Behaviour => {
  const choices = parts(root, '[data-choice]', HTMLElement).map((item) => ({
    id: item.dataset['choice'] ?? '',
    text: item.textContent?.trim() ?? '',
  }));
  const menus = new Map(
    parts(root, '[data-option]', HTMLElement).map((row) => [
      row.dataset['option'] ?? '',
      menuIn(row, choices),
    ]),
  );
  const reasons = reasonsIn(root);
  const rightFor = (reason: HTMLElement) => reason.dataset['right'] ?? '';
  const correct = reasons.map((reason) => pairToken(idOf(reason), rightFor(reason)));
  const isRight = (reason: HTMLElement) => menus.get(idOf(reason))?.value === rightFor(reason);

  return {
    correct,
    missing() {
      const empty = Array.from(menus.values()).find((menu) => menu.value === '');
      return empty && { words: say('question.missingPart'), focus: empty };
    },
    response: () => Array.from(menus, ([id, menu]) => pairToken(id, menu.value)),
    credit: (response) => pairsCredit(correct, response),
    write(response) {
      for (const token of response) {
        const [id = '', choice = ''] = token.split('.');
        const menu = menus.get(id);
        if (menu) menu.value = choice;
      }
    },
    reveal(_, open) {
      for (const reason of reasons) {
        const key = choices.find(({ id }) => id === rightFor(reason))?.text ?? '';
        const right = isRight(reason);
        const control = menus.get(idOf(reason));
        showReason(reason, { hidden: false, right, control, verdict: verdictOn(right, open, key) });
      }
      for (const menu of menus.values()) menu.disabled = true;
    },
    again() {
      const wrong = reasons.find((reason) => !isRight(reason));
      for (const reason of reasons) hideReason(reason, menus.get(idOf(reason)));
      for (const menu of menus.values()) menu.disabled = false;
      return wrong && menus.get(idOf(wrong));
    },
  };
});

function verdictOn(right: boolean, open: boolean, key: string): string {
  if (right) return say('question.isRight');
  return open ? say('question.fits', { text: key }) : say('question.isWrong');
}

function menuIn(
  row: HTMLElement,
  choices: readonly { readonly id: string; readonly text: string }[],
): HTMLSelectElement {
  // On paper it is a line of text, and a label only where there is a menu.
  const stem = part(row, 'p', HTMLParagraphElement);
  const id = `${row.closest('sog-question')?.id ?? ''}-${row.dataset['option'] ?? ''}`;
  const label = create('label', { for: id }, ...Array.from(stem.childNodes));
  stem.replaceWith(label);
  const menu = create(
    'select',
    { id, autocomplete: 'off' },
    create('option', { value: '' }, say('question.pick')),
    ...choices.map(({ id, text }) => create('option', { value: id }, text)),
  );
  label.after(menu);
  return menu;
}

import { spellingOf } from '../../khmer/fold.ts';
import { readNumber, writeNumber } from '../../khmer/read-number.ts';
import { numberCredit, OTHER, spellingCredit } from '../../learning/credit.ts';
import { pageLang, say } from '../session/session-data.ts';
import { part } from '../site/dom.ts';
import type { Behaviour } from './behaviour.ts';
import { graded } from './graded.ts';
import { hideReason, idOf, reasonsIn, showReason } from './reasons.ts';

/**
 * Fill-in and numeric: one field. Of a word only the id of its spelling is kept or sent, and `other` for a word that is
 * not listed: what a learner types never leaves the page.
 */
export const mount = graded((root): Behaviour => {
  const field = part(root, 'input', HTMLInputElement);
  const reasons = reasonsIn(root);
  const isRight = (reason: HTMLElement) => reason.dataset['correct'] !== undefined;
  const type = root.dataset['type'] === 'numeric' ? number(reasons) : word(reasons);

  return {
    correct: type.correct(reasons.filter(isRight)),
    missing() {
      if (type.read(field.value) !== undefined) return undefined;
      return { words: say(type.ask, { n: 25 }), focus: field };
    },
    response: () => [type.read(field.value) ?? OTHER],
    credit: (response) => type.credit(type.correct(reasons.filter(isRight)), response),
    write(response) {
      field.value = type.write(response[0] ?? '');
    },
    reveal(response, open) {
      const said = type.reasonFor(response[0] ?? '');
      for (const reason of reasons) {
        const hit = reason === said;
        const right = isRight(reason);
        showReason(reason, {
          hidden: !(hit || (open && right && said !== undefined && !isRight(said))),
          right,
          control: hit ? field : undefined,
          ...(right && !hit && { verdict: say('question.fits', { text: textOf(reason) }) }),
        });
      }
      field.disabled = true;
    },
    again() {
      for (const reason of reasons) hideReason(reason, field);
      field.disabled = false;
      return field;
    },
  };
});

/** What differs between words and numbers. */
interface Kind {
  /** The message key of what is missing. */
  readonly ask: string;
  correct(right: readonly HTMLElement[]): readonly string[];
  /** The token of what was typed; undefined where that is nothing. */
  read(typed: string): string | undefined;
  write(token: string): string;
  credit(correct: readonly string[], response: readonly string[]): number;
  reasonFor(token: string): HTMLElement | undefined;
}

function word(reasons: readonly HTMLElement[]): Kind {
  const named = (id: string) => reasons.find((reason) => idOf(reason) === id);
  return {
    ask: 'question.write',
    correct: (right) => right.map(idOf),
    read(typed) {
      const text = spellingOf(typed);
      if (text === '') return undefined;
      const found = reasons.find((reason) => idOf(reason) !== OTHER && spellingOf(textOf(reason)) === text);
      return found ? idOf(found) : OTHER;
    },
    // A word that is not listed was not kept.
    write: (token) => {
      const reason = named(token);
      return reason ? textOf(reason) : '';
    },
    credit: spellingCredit,
    reasonFor: (token) => named(token) ?? named(OTHER),
  };
}

function number(reasons: readonly HTMLElement[]): Kind {
  const rangeOf = (reason: HTMLElement) => (reason.dataset['range'] ?? '').split(' ');
  return {
    ask: 'question.writeNumber',
    correct: (right) => right.flatMap(rangeOf),
    read: (typed) => readNumber(typed, pageLang()),
    write: (token) => writeNumber(token, pageLang()),
    credit: numberCredit,
    reasonFor: (token) =>
      reasons.find((reason) => idOf(reason) !== OTHER && numberCredit(rangeOf(reason), [token]) === 1) ??
      reasons.find((reason) => idOf(reason) === OTHER),
  };
}

function textOf(reason: HTMLElement): string {
  return part(reason, '[data-no-live]', HTMLElement).textContent?.trim() ?? '';
}

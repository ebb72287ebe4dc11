import type { QuestionType } from '../../curriculum/schema/question.ts';
import { choiceCredit } from '../../learning/credit.ts';
import { say } from '../session/session-data.ts';
import { parts } from '../site/dom.ts';
import type { Behaviour } from './behaviour.ts';
import { graded } from './graded.ts';
import { hideReason, idOf, reasonsIn, showReason } from './reasons.ts';

/** Single choice, multiple choice and true-false: radio buttons or checkboxes, a reason under each. */
export const choice = graded((root): Behaviour => {
  const type = (root.dataset['type'] ?? 'single-choice') as QuestionType;
  const inputs = parts(root, 'input', HTMLInputElement);
  const reasons = reasonsIn(root);
  const isRight = (reason: HTMLElement) => reason.dataset['correct'] !== undefined;
  const controlOf = (reason: HTMLElement) => reason.parentElement?.querySelector('input');
  const correct = reasons.filter(isRight).map(idOf);
  const chosen = () => inputs.filter((input) => input.checked).map((input) => input.value);

  return {
    correct,
    missing: () => (chosen().length > 0 ? undefined : { words: say('question.choose'), focus: inputs[0] }),
    response: chosen,
    credit: (response) => choiceCredit(type, correct, response),
    write(response) {
      for (const input of inputs) input.checked = response.includes(input.value);
    },
    reveal(response, open) {
      for (const reason of reasons) {
        const right = isRight(reason);
        const picked = response.includes(idOf(reason));
        const missed = right && !picked;
        showReason(reason, {
          hidden: !(picked || open),
          right,
          control: controlOf(reason),
          ...(missed && { verdict: say('question.missed') }),
        });
        reason.parentElement?.classList.toggle('option--picked', picked);
      }
      for (const input of inputs) input.disabled = true;
    },
    again() {
      for (const reason of reasons) hideReason(reason, controlOf(reason));
      for (const input of inputs) {
        input.disabled = false;
        input.checked = false;
      }
      return inputs[0];
    },
  };
});

import { save } from '../session/events.ts';
import { say } from '../session/session-data.ts';
import { part, parts } from '../site/dom.ts';
import type { Mount } from './behaviour.ts';
import { whenChecked } from './when-checked.ts';

/** A rating is neither right nor wrong. It stays on the device, and may be changed at any time. */
export const mount: Mount = (root) => {
  const inputs = parts(root, 'input', HTMLInputElement);
  const status = part(root, '[data-status]', HTMLElement);
  const afterwards = root.querySelector<HTMLElement>('[data-afterwards]');
  if (afterwards) afterwards.hidden = true;
  part(root, '[data-check]', HTMLButtonElement).textContent = say('question.keep');

  const show = () => {
    status.textContent = say('question.kept');
    if (afterwards) afterwards.hidden = false;
  };
  whenChecked(root, () => {
    status.removeAttribute('aria-live');
    const chosen = inputs.find((input) => input.checked);
    if (!chosen) {
      status.textContent = say('question.choose');
      inputs[0]?.focus();
      return;
    }
    show();
    save(root, { entries: [{ key: `rating/${root.dataset['id'] ?? ''}`, value: { option: chosen.value } }] });
  });

  return (value) => {
    if (typeof value !== 'object' || !('option' in value)) return;
    const chosen = inputs.find((input) => input.value === value.option);
    if (!chosen) return;
    chosen.checked = true;
    // Old news: it is written, but not called out while the page opens.
    status.setAttribute('aria-live', 'off');
    show();
  };
};

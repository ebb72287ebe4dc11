import { create } from '../site/dom.ts';

export function actionButton(name: string, label: string, run: () => void): HTMLElement {
  const button = create(
    'button',
    { type: 'button', class: 'button button--quiet', 'data-action': name },
    label,
  );
  button.addEventListener('click', run);
  return button;
}

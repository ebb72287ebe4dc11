import { create } from '../site/dom.ts';

/** Hands a text over as a file, without any server. */
export function downloadText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = create('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the file only after the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export function actionButton(name: string, label: string, run: () => void): HTMLElement {
  const button = create(
    'button',
    { type: 'button', class: 'button button--quiet', 'data-action': name },
    label,
  );
  button.addEventListener('click', run);
  return button;
}

import { ERASED } from '../site/erase-stored.ts';
import { type Choice, type Choices, parseChoices, printChoices, READING } from './choices.ts';

const root = document.documentElement;

/** The choices this page follows. */
export const choicesNow = (): Choices => parseChoices(root.dataset['reading'] ?? '');

/** Follows a choice on this page at once. @returns false if the device does not keep it. */
export function choose(choice: Choice, step: string): boolean {
  return follow({ ...choicesNow(), [choice]: step } as Choices);
}

/** Back to the usual. @returns false if the device does not keep that. */
export const chooseUsual = (): boolean => follow(parseChoices(''));

function follow(choices: Choices): boolean {
  const text = printChoices(choices);
  show(text);
  try {
    if (text === '') localStorage.removeItem(READING);
    else localStorage.setItem(READING, text);
    return true;
  } catch {
    return false;
  }
}

function show(text: string): void {
  root.dataset['reading'] = text;
  tellBrowser();
}

/** The browser's own bar takes the colour of the masthead. */
function tellBrowser(): void {
  const deep = getComputedStyle(root).getPropertyValue('--deep').trim();
  for (const meta of document.querySelectorAll('meta[name="theme-color"]'))
    meta.setAttribute('content', deep);
}

/** What is stored, in good order; where storage is refused, what the page follows stays. */
function showStored(): void {
  try {
    show(printChoices(parseChoices(localStorage.getItem(READING) ?? '')));
  } catch {
    tellBrowser();
  }
}

/** `early.js` has shown what is stored, as it was; from here on changes elsewhere and erasing are followed too. */
export function followChoices(): void {
  showStored();
  window.addEventListener('storage', showStored);
  window.addEventListener('pageshow', ({ persisted }) => persisted && showStored());
  document.addEventListener(ERASED, showStored);
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tellBrowser);
}

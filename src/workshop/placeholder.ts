/** Begins every text of a skeleton that is still to be written. */
export const PLACEHOLDER = 'TODO';

/** Whether a text still holds a placeholder, and so is not written yet. */
export function isPlaceholder(text: string): boolean {
  return /(^|[^A-Za-z])TODO(?![A-Za-z])/.test(text);
}

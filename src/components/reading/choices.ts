/** Beside the learning records, so that erasing them erases it too. */
export const READING = 'sog/1/reading';

/** What can be chosen. The first of each is the usual one, which is never stored; no other name stands twice. */
export const STEPS = {
  /** Text size in per cent. */
  size: ['100', '125', '150', '175', '200'],
  lines: ['usual', 'wide', 'widest'],
  letters: ['usual', 'clear'],
  colours: ['device', 'light', 'dark'],
  /** Of the voice that reads aloud. */
  rate: ['usual', 'slow', 'fast'],
} as const;

export type Choice = keyof typeof STEPS;
export type Choices = { readonly [K in Choice]: (typeof STEPS)[K][number] };

export const CHOICES = Object.keys(STEPS) as Choice[];

/**
 * Reads choices from names with spaces between, as they are stored and as `<html data-reading>` shows them to the
 * style. What is unknown counts for nothing, of two that exclude each other the first step counts.
 */
export function parseChoices(text: string): Choices {
  const names = new Set(text.split(/\s+/));
  const pick = (choice: Choice): string => {
    const [usual, ...others] = STEPS[choice];
    return others.find((step) => names.has(step)) ?? usual;
  };
  return Object.fromEntries(CHOICES.map((choice) => [choice, pick(choice)])) as Choices;
}

/** The other way round; empty if all is as usual. */
export function printChoices(choices: Choices): string {
  return CHOICES.filter((choice) => choices[choice] !== STEPS[choice][0])
    .map((choice) => choices[choice])
    .join(' ');
}

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CHOICES,
  type Choices,
  parseChoices,
  printChoices,
  READING,
  STEPS,
} from '../../../src/components/reading/choices.ts';

const USUAL: Choices = { size: '100', lines: 'usual', letters: 'usual', colours: 'device', rate: 'usual' };
const anyChoices = fc.record({
  size: fc.constantFrom(...STEPS.size),
  lines: fc.constantFrom(...STEPS.lines),
  letters: fc.constantFrom(...STEPS.letters),
  colours: fc.constantFrom(...STEPS.colours),
  rate: fc.constantFrom(...STEPS.rate),
});

describe('choices of reading help', () => {
  test('come back as they were stored', () => {
    fc.assert(
      fc.property(anyChoices, (choices) => {
        expect(parseChoices(printChoices(choices))).toEqual(choices);
      }),
    );
  });

  test('store nothing where all is as usual', () => {
    expect(printChoices(USUAL)).toBe('');
    expect(parseChoices('')).toEqual(USUAL);
  });

  test('have no name twice, so that each name alone says what it is about', () => {
    const names = CHOICES.flatMap((choice) => STEPS[choice].slice(1));
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([
    ['nonsense', '{"size":"200"} <script> __proto__ constructor 9999'],
    ['the usual by name', '100 usual device'],
    ['other letters and other forms', 'DARK Dark d\u0430rk 200% 2OO'],
    ['a name within another', 'darkest 1250 widely'],
    ['control characters', '\u0000\u202E'],
  ])('count %s for nothing', (_, text) => {
    expect(parseChoices(text)).toEqual(USUAL);
  });

  test('take what they know among what they do not, and one of two that exclude each other', () => {
    expect(parseChoices('  old-choice\n150\tdark light  slow ')).toEqual({
      ...USUAL,
      size: '150',
      colours: 'light',
      rate: 'slow',
    });
  });

  test('are always good choices, whatever was stored', () => {
    const name = fc.oneof(fc.constantFrom(...CHOICES.flatMap((choice) => STEPS[choice])), fc.string());
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), (names) => {
        const choices = parseChoices(names.join(' '));
        for (const choice of CHOICES) expect(STEPS[choice] as readonly string[]).toContain(choices[choice]);
      }),
    );
  });

  test('stand under one name, also for the line of script that cannot import it', () => {
    expect(readFileSync('src/components/reading/early.js', 'utf8')).toContain(`'${READING}'`);
  });

  test('each have their style, but for the voice', () => {
    const css =
      readFileSync('src/styles/reading.css', 'utf8') + readFileSync('src/styles/tokens.css', 'utf8');
    for (const choice of CHOICES.filter((name) => name !== 'rate')) {
      for (const step of STEPS[choice].slice(1)) expect(css).toContain(`[data-reading~="${step}"]`);
    }
  });
});

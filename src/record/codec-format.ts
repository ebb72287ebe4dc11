import type { TestForm } from '../learning/types.ts';

/**
 * Suspend data, version 2. Version 1 is the same without results of tests and without answers that are a list, pairs or
 * a number; a state that has none of these is still written as version 1, so that a package of an earlier release reads it.
 *
 * The version, six characters of checksum, then packed numbers: write counter, devices, and sections (lessons seen,
 * answers, dilemmas, tests, place, outcome, and, where there are any, results of tests). A section is a count and
 * then, for each entry: difference
 * to the number before, revision, device, body. What a table does not know is left out when encoding and dropped when
 * decoding.
 */
export const VERSION = '2';
export const PLAIN_VERSION = '1';
export const CHECKSUM_END = 7;
/** The write counter goes round here. */
export const WRITES = 1024;
export const ANCHOR_MAX = 100;
export const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
export const DEVICE_MAX = 8;
/** A test is numbered by its form, from 1. */
export const FORMS: readonly TestForm[] = ['pre', 'post'];
export const FORM_NUMBERS: ReadonlyMap<string, number> = new Map(FORMS.map((form, i) => [form, i + 1]));
export const SUCCESS = ['unknown', 'failed', 'passed'] as const;
/**
 * How the tokens of an answer are written; added to its first number in steps of 20. A set is what version 1 knows.
 * Lists and pairs are positions of letters; `other` is the position after the last letter.
 */
export const ANSWER_FORMS = ['set', 'list', 'pairs', 'number'] as const;
export type AnswerForm = (typeof ANSWER_FORMS)[number];
export const FORM_STEP = 20;
export const OTHER_POSITION = LETTERS.length;

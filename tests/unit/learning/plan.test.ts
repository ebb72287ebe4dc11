import { expect, test } from 'vitest';
import { planOf, ruleOf } from '../../../src/learning/plan.ts';
import { moduleOutcome } from '../../../src/learning/progress.ts';
import type { EntryKey, EntryValue } from '../../../src/learning/snapshot.ts';
import { source } from '../../support/curriculum.ts';

const selection = ['conflict-of-interest', 'speaking-up'];
const whole = planOf(source);
const part = planOf(source, selection);

test('a plan of a whole module has its lessons in order and both forms of its test', () => {
  expect(whole.lessons.map((lesson) => lesson.id)).toEqual(source.module.lessons);
  expect(whole.tests.pre).toHaveLength(whole.tests.post.length);
  expect(whole.tests.post.length).toBeGreaterThanOrEqual(12);
});

test('a pathway’s selection keeps only its lessons, and only test questions on their objectives', () => {
  expect(part.lessons.map((lesson) => lesson.id)).toEqual(selection);
  const objectives = source.module.objectives.filter((o) => selection.includes(o.lesson)).map((o) => o.id);
  const measured = part.tests.post.map((id) => ruleOf(source, id).objective);
  expect(new Set(measured)).toEqual(new Set(objectives));
  expect(part.tests.post.length).toBeLessThan(whole.tests.post.length);
});

test('completion follows the selection: its lessons read and its test passed are enough', () => {
  const values = new Map<EntryKey, EntryValue>();
  for (const lesson of part.lessons) {
    values.set(`seen/${lesson.id}`, true);
    for (const id of lesson.questions) values.set(`answer/${id}`, { options: [], correct: false, tries: 1 });
    for (const id of lesson.dilemmas) values.set(`dilemma/${id}`, { scene: 'end', ends: ['end'] });
  }
  values.set('test/post', { seed: 1, count: 1, open: false, best: 80, last: 80 });
  expect(moduleOutcome(part, values).completion).toBe('completed');
  expect(moduleOutcome(whole, values).completion).toBe('incomplete');
});

test('a question that does not exist is a fault of the caller', () => {
  expect(() => ruleOf(source, 'no-such-question')).toThrow('no-such-question');
});

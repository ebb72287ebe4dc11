import type { CurriculumModule, PooledQuestion } from '../curriculum/model.ts';
import { drawPairs } from './draw.ts';
import { planOf, ruleOf } from './plan.ts';
import type { TestForm, TestItem, TestSet } from './types.ts';

/**
 * One form of a module's test as its author set it up.
 *
 * @param selected lesson ids of a pathway, as in `planOf`
 */
export function testSetOf(source: CurriculumModule, form: TestForm, selected?: readonly string[]): TestSet {
  const { sets, passMark, objectives } = source.module;
  const { shuffle, attempts, hints, answers } = sets[form];
  const draw: Record<string, number> = {};
  for (const { id } of objectives) {
    const drawn = typeof sets.draw === 'object' ? sets.draw[id] : sets.draw;
    if (typeof drawn === 'number') draw[id] = drawn;
  }
  return {
    form,
    items: planOf(source, selected).tests[form].map((id) => itemOf(source, id)),
    draw,
    shuffle,
    attempts,
    passMark: form === 'post' ? passMark : (sets.pre.passMark ?? null),
    hints,
    answers,
  };
}

/** How many questions an attempt asks. */
export function askedBy({ items, draw }: Pick<TestSet, 'items' | 'draw'>): number {
  return drawPairs(0, items, draw).size;
}

function itemOf(source: CurriculumModule, id: string): TestItem {
  const pair = source.questions.get(id)?.pair ?? id;
  const twin = [...source.questions.values()].find((other) => isTwin(other, id, pair))?.id ?? '';
  return { n: numberOf(source, id), twin: numberOf(source, twin), pair, rule: ruleOf(source, id) };
}

function isTwin(other: PooledQuestion, id: string, pair: string): boolean {
  return other.pool === 'test' && other.pair === pair && other.id !== id;
}

/** 0, which is nobody's number, for what is not in the lock. */
function numberOf({ lock }: CurriculumModule, id: string): number {
  return lock.questions[id]?.n ?? 0;
}

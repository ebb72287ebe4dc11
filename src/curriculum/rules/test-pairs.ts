import { fault, type Located } from '../located.ts';
import type { Fault, PooledQuestion } from '../model.ts';
import type { ModuleParts } from '../world.ts';
import type { ModuleRule } from './rule.ts';

type Item = Located<PooledQuestion>;

/** The test pool consists of parallel pairs: one item before, one after, equal in objective and difficulty. */
export const testItemsArePaired: ModuleRule = (module) => {
  const all = [...module.questions.items.values()];
  const test = all.filter(({ value }) => value.pool === 'test');
  const pairs = new Map<string, Item[]>();
  for (const item of test) {
    const { pair } = item.value;
    if (pair !== undefined) pairs.set(pair, [...(pairs.get(pair) ?? []), item]);
  }
  return [
    ...test.flatMap(fieldsPresent),
    ...all.filter(({ value }) => value.pool !== 'test').flatMap(fieldsAbsent),
    ...[...pairs].flatMap(([pair, items]) => onePair(pair, items)),
    ...objectivesCovered(module, pairs),
  ];
};

const FIELDS = ['pair', 'form', 'difficulty'] as const;

function fieldsPresent({ value, at }: Item): Fault[] {
  return FIELDS.filter((field) => value[field] === undefined).map((field) =>
    fault(
      at(),
      'test/missing-field',
      `The test question "${value.id}" has no "${field}".`,
      'A test question needs "pair:", "form: pre" or "form: post", and "difficulty:" from 1 to 3.',
    ),
  );
}

function fieldsAbsent({ value, at }: Item): Fault[] {
  const given = (['pair', 'form'] as const).filter((field) => value[field] !== undefined);
  return given.map((field) => {
    const found = `The ${value.pool} question "${value.id}" has "${field}", which is for the test pool only.`;
    return fault(
      at(field),
      'test/field-outside-test',
      found,
      'Remove it, or move the question to the test pool.',
    );
  });
}

function onePair(pair: string, items: readonly Item[]): Fault[] {
  const [first, second] = items;
  if (first === undefined) return [];
  const forms = items.map(({ value }) => value.form ?? '?').sort();
  if (forms.join() !== 'post,pre') {
    const names = items.map(({ value }) => `"${value.id}" (${value.form ?? 'no form'})`).join(', ');
    const found = `The pair "${pair}" is not one pre and one post item: ${names}.`;
    return [
      fault(
        first.at('pair'),
        'test/incomplete-pair',
        found,
        'Write the item that is missing, or correct "form:".',
      ),
    ];
  }
  return (['objective', 'difficulty'] as const).flatMap((field) => {
    if (second === undefined || first.value[field] === second.value[field]) return [];
    const found = `The items of the pair "${pair}" differ in ${field}: ${first.value[field]} and ${second.value[field]}.`;
    return [fault(second.at(field), 'test/unequal-pair', found, `Parallel items have the same ${field}.`)];
  });
}

function objectivesCovered(module: ModuleParts, pairs: ReadonlyMap<string, readonly Item[]>): Fault[] {
  if (!module.questions.complete || (pairs.size === 0 && !module.published)) return [];
  const covered = new Set([...pairs.values()].flat().map(({ value }) => value.objective));
  return (module.module?.value.objectives ?? []).flatMap(({ id }, i) => {
    if (covered.has(id)) return [];
    const found = `No pair of the test pool measures the objective "${id}".`;
    const mend = `Write a pre and a post item with "objective: ${id}" in ${module.folder}/questions/test.yaml.`;
    return [fault(module.at('objectives', i), 'test/objective-without-pair', found, mend)];
  });
}

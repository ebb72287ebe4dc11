import { say } from '../session/session-data.ts';
import { create } from '../site/dom.ts';
import type { TestData } from './test.ts';

/** Right answers to the questions of one objective; `before` where a pre-test is compared. */
export interface ObjectiveRow {
  readonly objective: string;
  readonly before?: number;
  readonly now: number;
  readonly total: number;
}

/** A table of right answers by objective, in the module's order, with their sum: before and now, or now alone. */
export function objectivesTable(
  rows: readonly ObjectiveRow[],
  objectives: TestData['objectives'],
): HTMLElement {
  const compared = rows.some(({ before }) => before !== undefined);
  const cells = ({ before = 0, now, total }: ObjectiveRow) =>
    (compared ? [before, now] : [now]).map((n) => create('td', {}, say('test.outOf', { n, total })));
  const line = (name: string, row: ObjectiveRow) =>
    create('tr', { 'data-objective': row.objective }, create('th', { scope: 'row' }, name), ...cells(row));
  const heads = ['test.objective', ...(compared ? ['test.before', 'test.now'] : ['test.right'])];
  return create(
    'table',
    { class: 'test__objectives' },
    create('caption', {}, say(compared ? 'test.byObjective.compared' : 'test.byObjective')),
    create('thead', {}, create('tr', {}, ...heads.map((key) => create('th', { scope: 'col' }, say(key))))),
    create(
      'tbody',
      {},
      ...objectives.flatMap(({ id, text }) => {
        const row = rows.find(({ objective }) => objective === id);
        return row ? [line(text, row)] : [];
      }),
    ),
    create('tfoot', {}, line(say('test.all'), sumOf(rows))),
  );
}

function sumOf(rows: readonly ObjectiveRow[]): ObjectiveRow {
  const sum = (of: (row: ObjectiveRow) => number) => rows.reduce((so, row) => so + of(row), 0);
  return {
    objective: '',
    before: sum(({ before = 0 }) => before),
    now: sum(({ now }) => now),
    total: sum(({ total }) => total),
  };
}

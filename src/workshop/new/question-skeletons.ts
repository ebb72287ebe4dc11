import { CHOICE_TYPES, type QuestionType } from '../../curriculum/schema/question.ts';
import { todo } from './todo.ts';

export interface QuestionSkeleton {
  readonly id: string;
  readonly type: QuestionType;
  readonly objective: string;
  /** Ids of its parts; of a choice the first is the right one. */
  readonly options: readonly string[];
  readonly test?: { readonly pair: string; readonly form: 'pre' | 'post' };
}

/** Ids of parts where the author named none, and how many there may be. */
export interface PartIds {
  readonly ids: readonly string[];
  readonly min: number;
  readonly max: number;
}

export function partIdsOf(type: QuestionType): PartIds {
  switch (type) {
    case 'matching':
      return { ids: ['first', 'second', 'third'], min: 2, max: 8 };
    case 'ordering':
      return { ids: ['first', 'second', 'third'], min: 3, max: 8 };
    case 'categorise':
      return { ids: ['first', 'second', 'third'], min: 3, max: 10 };
    case 'fill-in':
      return { ids: ['right', 'foreseen'], min: 1, max: 12 };
    case 'numeric':
      return { ids: [], min: 0, max: 0 };
    case 'rating':
      return { ids: ['not-yet', 'rather', 'very'], min: 3, max: 7 };
    default:
      return { ids: ['right', 'wrong', 'other'], min: 2, max: 8 };
  }
}

export function isChoiceType(type: QuestionType): boolean {
  return (CHOICE_TYPES as readonly string[]).includes(type);
}

/** The lines of a question in the list of its file; the first goes behind the dash. */
export function questionLines({ id, type, objective, options, test }: QuestionSkeleton): string[] {
  return [
    `id: ${id}`,
    ...(test === undefined ? [] : [`  pair: ${test.pair}`, `  form: ${test.form}`, '  difficulty: 2']),
    `  type: ${type}`,
    `  objective: ${objective}`,
    `  prompt: ${todo('the question', 'សំណួរ')}`,
    ...keyLines(type, options),
  ];
}

const WHY = todo('why, with respect for who chose it', 'មូលហេតុ ដោយគោរពអ្នកជ្រើសរើស');
const TRUTH = { true: ['True', 'ត្រូវ'], false: ['False', 'ខុស'] } as const;

function keyLines(type: QuestionType, ids: readonly string[]): string[] {
  switch (type) {
    case 'matching':
      return [
        '  options:',
        ...ids.flatMap((id) => labelLines(`${id}-option`, 'what fits it', 'អ្វីដែលត្រូវគ្នា')),
        '  stems:',
        ...ids.flatMap((id) => partLines(id, [`option: ${id}-option`])),
      ];
    case 'ordering':
      return ['  steps:', ...ids.flatMap((id) => partLines(id))];
    case 'categorise':
      return [
        '  groups:',
        ...['one', 'two'].flatMap((id) => labelLines(`group-${id}`, 'a group', 'ក្រុម')),
        '  items:',
        ...ids.flatMap((id, i) => partLines(id, [`group: group-${i === 0 ? 'one' : 'two'}`])),
      ];
    case 'fill-in':
      return [
        '  spellings:',
        ...ids.flatMap((id, i) => partLines(id, i === 0 ? ['correct: true'] : [])),
        `  otherwise: ${todo('what helps after any other answer', 'អ្វីដែលជួយ ក្រោយចម្លើយផ្សេង')}`,
      ];
    case 'numeric':
      return [
        '  answer:',
        '    value: 0',
        `    feedback: ${WHY}`,
        `  otherwise: ${todo('what helps after any other number', 'អ្វីដែលជួយ ក្រោយលេខផ្សេង')}`,
      ];
    case 'rating':
      return ['  scale:', ...ids.flatMap((id) => labelLines(id, 'a point of the scale', 'កម្រិតមួយ'))];
    default:
      return ['  options:', ...ids.flatMap((id, i) => optionLines(id, i === 0))];
  }
}

function optionLines(id: string, right: boolean): string[] {
  if (id !== 'true' && id !== 'false') return partLines(id, right ? ['correct: true'] : []);
  const [en, km] = TRUTH[id];
  return [
    `    - id: "${id}"`,
    ...(right ? ['      correct: true'] : []),
    `      text: { en: "${en}", km: ${km} }`,
    `      feedback: ${WHY}`,
  ];
}

function partLines(id: string, more: readonly string[] = []): string[] {
  return [
    `    - id: ${id}`,
    ...more.map((line) => `      ${line}`),
    // Two spellings that are the same word would be one right and one wrong.
    `      text: ${todo(`an answer (${id})`, `ចម្លើយ (${id})`)}`,
    `      feedback: ${WHY}`,
  ];
}

function labelLines(id: string, en: string, km: string): string[] {
  return [`    - id: ${id}`, `      text: ${todo(en, km)}`];
}

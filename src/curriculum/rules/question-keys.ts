import { spellingOf } from '../../khmer/fold.ts';
import { didYouMean, listed } from '../closest.ts';
import { fault, type Located, type Path, type Place } from '../located.ts';
import type { Fault, PooledQuestion } from '../model.ts';
import { LANGS } from '../schema/common.ts';
import type {
  CategoriseQuestion,
  FillInQuestion,
  MatchingQuestion,
  NumberAnswer,
  NumericQuestion,
} from '../schema/question.ts';

/** A menu on a phone cuts off what is longer. */
const MENU_CHARACTERS = 60;

/** That the key of a question of these types can be reached, and says one thing only. */
export function keyOfItsType({ value, at }: Located<PooledQuestion>): Fault[] {
  switch (value.type) {
    case 'matching':
      return matching(value, at);
    case 'categorise':
      return categorise(value, at);
    case 'fill-in':
      return fillIn(value, at);
    case 'numeric':
      return numeric(value, at);
    default:
      return [];
  }
}

type At = (...path: Path) => Place;
interface Label {
  readonly id: string;
  readonly text: { readonly en: string; readonly km: string };
}

function matching({ id, stems, options }: MatchingQuestion, at: At): Fault[] {
  return [
    ...stems.flatMap((stem, i) =>
      unknownTarget(at('stems', i, 'option'), `The stem "${stem.id}" of "${id}"`, stem.option, options),
    ),
    ...longLabels(options, 'options', at),
  ];
}

function categorise({ id, items, groups }: CategoriseQuestion, at: At): Fault[] {
  const used = new Set(items.map(({ group }) => group));
  return [
    ...items.flatMap((item, i) =>
      unknownTarget(at('items', i, 'group'), `The item "${item.id}" of "${id}"`, item.group, groups),
    ),
    ...groups.flatMap((group, i) => {
      if (used.has(group.id)) return [];
      const found = `No item of "${id}" belongs to the group "${group.id}".`;
      const mend = 'Add an item to it, or remove the group.';
      return [fault(at('groups', i, 'id'), 'question/empty-group', found, mend)];
    }),
    ...longLabels(groups, 'groups', at),
  ];
}

function unknownTarget(place: Place, what: string, target: string, labels: readonly Label[]): Fault[] {
  const known = labels.map((label) => label.id);
  if (known.includes(target)) return [];
  const found = `${what} belongs to "${target}", which is not there.`;
  return [
    fault(
      place,
      'question/unknown-match',
      found,
      `${didYouMean(target, known)}Write one of ${listed(known)}.`,
    ),
  ];
}

function longLabels(labels: readonly Label[], field: string, at: At): Fault[] {
  return labels.flatMap((label, i) =>
    LANGS.flatMap((lang) => {
      const { length } = label.text[lang];
      if (length <= MENU_CHARACTERS) return [];
      const found = `"${label.id}" has ${length} characters (${lang}) and stands in a menu.`;
      const mend = `Keep it to ${MENU_CHARACTERS}; what needs more words belongs into what is matched to it.`;
      return [fault(at(field, i, 'text', lang), 'question/long-label', found, mend)];
    }),
  );
}

function fillIn({ id, spellings }: FillInQuestion, at: At): Fault[] {
  const none = spellings.some(({ correct }) => correct)
    ? []
    : [
        fault(
          at('spellings'),
          'question/no-right-option',
          `No spelling of "${id}" is right.`,
          'Write "correct: true" under each spelling that is accepted.',
        ),
      ];
  return [
    ...none,
    ...spellings.flatMap((spelling, i) =>
      LANGS.flatMap((lang) => {
        const text = spellingOf(spelling.text[lang]);
        const place = at('spellings', i, 'text', lang);
        if (text === '') {
          const found = `The spelling "${spelling.id}" of "${id}" has no letter or digit (${lang}).`;
          return [fault(place, 'question/empty-spelling', found, 'Write what a learner may type.')];
        }
        const other = spellings
          .slice(0, i)
          .find((before) => spellingOf(before.text[lang]) === text && before.correct !== spelling.correct);
        if (other === undefined) return [];
        const found = `"${other.id}" and "${spelling.id}" of "${id}" are the same word (${lang}), one right and one wrong.`;
        return [fault(place, 'question/spelling-right-and-wrong', found, 'Remove one of the two.')];
      }),
    ),
  ];
}

function numeric({ id, answer, foreseen }: NumericQuestion, at: At): Fault[] {
  return foreseen.flatMap((wrong, i) => {
    const hider = [answer, ...foreseen.slice(0, i)].find((other) => within(wrong, other));
    if (hider === undefined) return [];
    const found = `Nobody sees why ${wrong.value} is wrong in "${id}": ${hider.value} comes first and takes it in.`;
    const mend = 'Remove it, or make the tolerance of the other one smaller.';
    return [fault(at('foreseen', i, 'value'), 'question/hidden-number', found, mend)];
  });
}

function within(inner: NumberAnswer, outer: NumberAnswer): boolean {
  return (
    inner.value - inner.tolerance >= outer.value - outer.tolerance &&
    inner.value + inner.tolerance <= outer.value + outer.tolerance
  );
}

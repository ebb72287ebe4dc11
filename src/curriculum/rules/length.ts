import { fault } from '../located.ts';
import type { MdxBody } from '../mdx-file.ts';
import type { Fault, Lang } from '../model.ts';
import { type LessonFile, lessonFiles } from '../world.ts';
import { type ModuleRule, placeOf } from './rule.ts';

/** How long a published lesson is, and how much of it is read in a minute. */
const MEASURES: Readonly<Record<Lang, { unit: string; min: number; max: number; aMinute: number }>> = {
  en: { unit: 'English words', min: 600, max: 900, aMinute: 150 },
  km: { unit: 'Khmer characters', min: 3500, max: 5200, aMinute: 870 },
};

const MINUTES_A_QUESTION = 1;
const MINUTES_A_DILEMMA = 4;
const TOLERANCE = 0.3;

/** A published lesson is neither a note nor a chapter. */
export const lessonsHaveTheRightLength: ModuleRule = (module) => {
  if (!module.published) return [];
  return lessonFiles(module).flatMap(({ file, lang, body }) => {
    if (body === undefined) return [];
    const { unit, min, max } = MEASURES[lang];
    if (body.length >= min && body.length <= max) return [];
    const found = `A learner reads ${body.length} ${unit} here (slides and trainer notes not counted).`;
    const mend = `${body.length < min ? 'Write more' : 'Shorten it'}: ${min} to ${max} ${unit}.`;
    return [fault(placeOf(file, 1), 'lesson/length', found, mend)];
  });
};

/** `minutes.alone` fits what there is to read and to answer. */
export const minutesFit: ModuleRule = (module) => lessonFiles(module).flatMap(minutesOfOne);

function minutesOfOne({ lang, front, body }: LessonFile): Fault[] {
  if (front === undefined || body === undefined) return [];
  const [questions, dilemmas] = [count(body, 'Question'), count(body, 'Dilemma')];
  const { low, high } = minutesRange(body, lang);
  const { alone } = front.value.minutes;
  if (alone >= low && alone <= high) return [];
  const parts = `${body.length} ${MEASURES[lang].unit}, questions: ${questions}, dilemmas: ${dilemmas}`;
  return [
    fault(
      front.at('minutes', 'alone'),
      'lesson/minutes',
      `"alone: ${alone}" does not fit what there is to do (${parts}).`,
      low === high ? `Write ${low}.` : `Write a number from ${low} to ${high}.`,
    ),
  ];
}

function count({ uses }: MdxBody, component: string): number {
  return uses.filter((use) => use.name === component).length;
}

/** The fewest and the most minutes that a lesson may say it takes alone. */
export function minutesRange(body: MdxBody, lang: Lang): { low: number; high: number } {
  const expected =
    body.length / MEASURES[lang].aMinute +
    count(body, 'Question') * MINUTES_A_QUESTION +
    count(body, 'Dilemma') * MINUTES_A_DILEMMA;
  const low = Math.max(1, Math.ceil(expected * (1 - TOLERANCE)));
  return { low, high: Math.max(low, Math.floor(expected * (1 + TOLERANCE))) };
}

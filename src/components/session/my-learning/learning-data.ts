import type { ModulePlan } from '../../../learning/types.ts';
import { dataIn } from '../../site/dom.ts';
import { localDigits } from '../session-data.ts';

/** What `LearningData.astro` writes into a page that shows what was learnt. */
export interface LearningData {
  readonly words: Readonly<Record<string, string>>;
  readonly modules: readonly LearningModule[];
}
export interface LearningModule {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly passMark: number;
  readonly href: string;
  /** Of the final test; null in a module without one. */
  readonly finalHref: string | null;
  readonly lessons: readonly LearningLesson[];
}
export type LearningLesson = ModulePlan['lessons'][number] & {
  readonly title: string;
  /** Where it is not the page's own. */
  readonly lang: string | null;
  readonly href: string;
};

let cached: LearningData | undefined;

export function learningData(): LearningData {
  cached ??= dataIn<LearningData>(document, 'script[data-learning]');
  return cached;
}

/** A word of the page with its `{placeholders}` filled; numbers in the digits of its language. */
export function word(key: string, values: Readonly<Record<string, number | string>> = {}): string {
  return (learningData().words[key] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? localDigits(String(value)) : value;
  });
}

/** The module of this name, if this edition has it. */
export function learningModule(id: string): LearningModule | undefined {
  return learningData().modules.find((module) => module.id === id);
}

/** Hours and minutes of so many seconds, in words. */
export function timeInWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (seconds === 0) return word('my.time.none');
  if (minutes === 0) return word('my.time.short');
  if (minutes < 60) return word('my.time.minutes', { m: minutes });
  return word('my.time.hours', { h: Math.floor(minutes / 60), m: minutes % 60 });
}

import type { Lang } from '../curriculum/schema/common.ts';

/** One module in one language: what is saved, updated and let go of as a whole. */
export interface Unit {
  readonly module: string;
  readonly lang: Lang;
}

/** Of 16 hexadecimal digits: the content of a unit, all files together. */
const VERSION = /^[0-9a-f]{16}$/;
const UNIT = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.(km|en)$/;

export const isVersion = (text: unknown): text is string => typeof text === 'string' && VERSION.test(text);

export const unitName = ({ module, lang }: Unit): string => `${module}.${lang}`;

export function unitOf(name: unknown): Unit | undefined {
  const [, module, lang] = (typeof name === 'string' && UNIT.exec(name)) || [];
  return module && (lang === 'km' || lang === 'en') ? { module, lang } : undefined;
}

export const sameUnit = (a: Unit, b: Unit): boolean => a.module === b.module && a.lang === b.lang;

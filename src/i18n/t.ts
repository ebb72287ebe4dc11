import type { Lang } from '../curriculum/schema/common.ts';
import { toKhmerDigits } from '../khmer/digits.ts';
import en from './en.json' with { type: 'json' };
import km from './km.json' with { type: 'json' };

export type MessageKey = keyof typeof en;
export type Messages = Readonly<Record<MessageKey, string>>;

const MESSAGES: Readonly<Record<Lang, Messages>> = { km, en };

/** Numbers as the language writes them: Khmer digits in Khmer. */
export function number(lang: Lang, value: number | string): string {
  return lang === 'km' ? toKhmerDigits(String(value)) : String(value);
}

/** Fills `{name}` placeholders; throws on a placeholder without a value, so that a page cannot show one. */
export function fill(lang: Lang, message: string, values: Readonly<Record<string, number | string>>): string {
  return message.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {${name}} in "${message}"`);
    return typeof value === 'number' ? number(lang, value) : value;
  });
}

export type Translate = (key: MessageKey, values?: Record<string, number | string>) => string;

export function translator(lang: Lang): Translate {
  return (key, values = {}) => fill(lang, MESSAGES[lang][key], values);
}

/** The messages that elements in the browser speak, to be put on the page as JSON. */
export function messagesFor(lang: Lang, keys: readonly MessageKey[]): Partial<Messages> {
  return Object.fromEntries(keys.map((key) => [key, MESSAGES[lang][key]]));
}

/** A short mark of a language's messages: another mark, other words. */
export function messagesMark(lang: Lang): string {
  let hash = 0;
  for (const char of JSON.stringify(MESSAGES[lang])) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0;
  return hash.toString(36);
}

export function otherLang(lang: Lang): Lang {
  return lang === 'km' ? 'en' : 'km';
}

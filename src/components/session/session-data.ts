import type { Lang } from '../../curriculum/schema/common.ts';
import { toKhmerDigits } from '../../khmer/digits.ts';
import type { ModulePlan } from '../../learning/types.ts';
import type { IdTable, Renames } from '../../record/id-table.ts';
import { dataIn } from '../site/dom.ts';

/** What `SessionData.astro` writes into the page. */
export interface SessionData {
  readonly plan: ModulePlan;
  /** In a package; pages of the site share `window.sogSpoken`. */
  readonly messages?: Readonly<Record<string, string>>;
  /** For encoding the state; only where an LMS keeps it. */
  readonly table?: IdTable;
  /** Former ids of this module's content, if it has any. */
  readonly renamed?: Renames;
}

declare global {
  interface Window {
    /** Written by src/pages/spoken/[lang].js.ts. */
    readonly sogSpoken?: Readonly<Record<string, string>>;
  }
}

let cached: SessionData | undefined;

export function sessionData(): SessionData {
  cached ??= dataIn<SessionData>(document, 'script[data-session-data]');
  return cached;
}

/** The words that a package has in its document; undefined on the site. */
export function messagesInPage(): Readonly<Record<string, string>> | undefined {
  return document.querySelector('script[data-session-data]') ? sessionData().messages : undefined;
}

export function pageLang(): Lang {
  return document.documentElement.lang === 'en' ? 'en' : 'km';
}

/** A message with its `{placeholders}` filled, numbers in the digits of the page's language. */
export function say(key: string, values: Readonly<Record<string, number | string>> = {}): string {
  const message = (sessionData().messages ?? window.sogSpoken)?.[key] ?? '';
  return message.replace(/\{(\w+)\}/g, (_, name: string) => localDigits(String(values[name] ?? '')));
}

export function localDigits(text: string): string {
  return pageLang() === 'km' ? toKhmerDigits(text) : text;
}

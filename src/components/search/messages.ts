import type { Lang } from '../../curriculum/schema/common.ts';
import { toKhmerDigits } from '../../khmer/digits.ts';
import type { MessageKey, SearchTexts } from '../../search/texts.ts';

export type SearchMessages = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** Messages filled in, with numbers as the language writes them. */
export function createMessages(lang: Lang, { messages }: SearchTexts): SearchMessages {
  return (key, values = {}) =>
    (messages[key] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? '';
      return typeof value === 'number' && lang === 'km' ? toKhmerDigits(String(value)) : String(value);
    });
}

import { toAsciiDigits, toKhmerDigits } from './digits.ts';

/** Digits before and after the decimal separator that an answer may have; all of them fit a double exactly enough. */
const WHOLE_MAX = 12;
const FRACTION_MAX = 6;

/**
 * A number as people type it, in Khmer or ASCII digits, as its shortest ASCII decimal: `"៤០.០០០"` → `"40000"`,
 * `"1,5"` → `"1.5"`. Separators in front of exactly three digits group thousands, others are decimal; in English a
 * single point is always decimal. Undefined for what is no number.
 */
export function readNumber(text: string, lang: 'km' | 'en'): string | undefined {
  const typed = toAsciiDigits(text)
    .replace(/[\s\u200b\u00a0\u202f]+/g, '')
    .replace(/^\u2212/, '-');
  const sign = typed.startsWith('-') ? '-' : '';
  const plain = ungrouped(typed.slice(sign.length), lang);
  const found = /^(\d+)(?:[.,](\d+))?$/.exec(plain);
  if (!found) return undefined;
  const whole = (found[1] ?? '').replace(/^0+(?=\d)/, '');
  const fraction = (found[2] ?? '').replace(/0+$/, '');
  if (whole.length > WHOLE_MAX || fraction.length > FRACTION_MAX) return undefined;
  const value = fraction === '' ? whole : `${whole}.${fraction}`;
  return value === '0' ? value : sign + value;
}

/** Without the separators that group thousands; what is left of separators is decimal. */
function ungrouped(text: string, lang: 'km' | 'en'): string {
  const groups =
    lang === 'en'
      ? /^[1-9]\d{0,2}(?:(?:,\d{3})+|(?:\.\d{3}){2,})/
      : /^[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{3})+)/;
  const grouped = groups.exec(text)?.[0];
  // "1.2345" is no group of three followed by a digit.
  if (grouped === undefined || /^\d/.test(text.slice(grouped.length))) return text;
  return grouped.replace(/[.,]/g, '') + text.slice(grouped.length);
}

/** What {@link readNumber} reads as this ASCII decimal, in the digits and with the separator of the language. */
export function writeNumber(decimal: string, lang: 'km' | 'en'): string {
  if (lang === 'en') return decimal;
  // A comma in front of just three digits would group thousands.
  const clear = /\.\d{3}$/.test(decimal) ? `${decimal}0` : decimal;
  return toKhmerDigits(clear.replace('.', ','));
}

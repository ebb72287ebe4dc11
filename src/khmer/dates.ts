import { toKhmerDigits } from './digits.ts';

const KHMER_MONTHS = 'មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ'.split(' ');
const ENGLISH_MONTHS =
  'January February March April May June July August September October November December'.split(' ');

export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Reads `2026-11-22`; `undefined` for anything else, also for a day the calendar does not have. */
export function parseDay(text: string): CalendarDay | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days ? { year, month, day } : undefined;
}

function required(text: string): CalendarDay {
  const day = parseDay(text);
  if (day === undefined) throw new RangeError(`not a day of the form 2026-11-22: ${text}`);
  return day;
}

/**
 * The form of official letters: `2026-11-22` → `ថ្ងៃទី២២ ខែវិច្ឆិកា ឆ្នាំ២០២៦`. Not CLDR's long date, which leaves
 * out the words for day, month and year.
 * @throws RangeError when the text is not a day.
 */
export function formatKhmerDate(text: string): string {
  const { year, month, day } = required(text);
  return `ថ្ងៃទី${toKhmerDigits(String(day))} ខែ${KHMER_MONTHS[month - 1]} ឆ្នាំ${toKhmerDigits(String(year))}`;
}

/**
 * `2026-11-22` → `22 November 2026`.
 * @throws RangeError when the text is not a day.
 */
export function formatEnglishDate(text: string): string {
  const { year, month, day } = required(text);
  return `${day} ${ENGLISH_MONTHS[month - 1]} ${year}`;
}

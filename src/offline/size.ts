import type { Lang } from '../curriculum/schema/common.ts';
import { toKhmerDigits } from '../khmer/digits.ts';

const KB = 1024;

/**
 * A size as people say it: whole kilobytes, from one megabyte on with one decimal. Rounded up, so that nobody pays for
 * more than was said.
 */
export function sizeText(lang: Lang, bytes: number): string {
  const kilobytes = Math.ceil(bytes / KB);
  if (kilobytes < KB) return lang === 'km' ? `${toKhmerDigits(String(kilobytes))} គីឡូបៃ` : `${kilobytes} KB`;
  const megabytes = (Math.ceil((bytes / KB / KB) * 10) / 10).toFixed(1);
  return lang === 'km' ? `${toKhmerDigits(megabytes.replace('.', ','))} មេកាបៃ` : `${megabytes} MB`;
}

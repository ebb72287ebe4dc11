import { createHash } from 'node:crypto';
import { canon } from '../khmer/canon.ts';

/** A text as it is compared: canonical Khmer, every run of white space one space. Wrapping lines anew changes nothing. */
export function canonText(text: string): string {
  return canon(text).replace(/\s+/g, ' ').trim();
}

/** First 12 hexadecimal digits of the SHA-256 of a text as it is compared. */
export function hashOf(text: string): string {
  return createHash('sha256').update(canonText(text)).digest('hex').slice(0, 12);
}

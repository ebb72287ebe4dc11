/** U+17E0, the Khmer digit zero; the ten digits follow one another. */
const KHMER_ZERO = 0x17e0;
const ASCII_ZERO = 0x30;

/** `"2026"` → `"២០២៦"`; everything but ASCII digits stays. */
export function toKhmerDigits(text: string): string {
  return text.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) - ASCII_ZERO + KHMER_ZERO));
}

/** `"២០២៦"` → `"2026"`; everything but Khmer digits stays. */
export function toAsciiDigits(text: string): string {
  return text.replace(/[\u17E0-\u17E9]/g, (d) =>
    String.fromCharCode(d.charCodeAt(0) - KHMER_ZERO + ASCII_ZERO),
  );
}

/** Sign, digits in groups of three, and decimals as written by `String(value)`. */
function grouped(value: number, group: string, decimal: string): string {
  const written = String(value);
  if (!/^-?\d+(\.\d+)?$/.test(written)) throw new RangeError(`not a plain number: ${written}`);
  const [whole = '', fraction] = written.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? groups : groups + decimal + fraction;
}

/**
 * A number in Khmer prose: `1234567.5` → `"១.២៣៤.៥៦៧,៥"` (CLDR km: dots group, a comma separates decimals). Own code,
 * because some Chromium builds carry no Khmer locale data.
 * @throws RangeError for NaN, infinities and numbers JavaScript writes with an exponent.
 */
export function formatKhmerNumber(value: number): string {
  return toKhmerDigits(grouped(value, '.', ','));
}

/**
 * A number in English prose: `1234567.5` → `"1,234,567.5"`.
 * @throws RangeError as {@link formatKhmerNumber}.
 */
export function formatEnglishNumber(value: number): string {
  return grouped(value, ',', '.');
}

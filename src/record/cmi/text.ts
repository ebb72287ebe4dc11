/** One line of at most `max` UTF-16 units; a longer one ends in "…", not inside a character or a Khmer cluster. */
export function singleLine(text: string, max: number): string {
  const line = text.replace(/[\s\u200b]+/g, ' ').trim();
  if (line.length <= max) return line;
  let end = max - 1;
  while (end > 0 && !isBoundary(line, end)) end -= 1;
  return `${line.slice(0, end).trim()}…`;
}

const COENG = 0x17d2;

function isBoundary(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  const lowSurrogate = after >= 0xdc00 && after <= 0xdfff;
  // Khmer vowel signs, marks and the sign that subscribes the next consonant.
  const mark = (after >= 0x17b4 && after <= 0x17d3) || (after >= 0x300 && after <= 0x36f);
  return !lowSurrogate && !mark && before !== COENG;
}

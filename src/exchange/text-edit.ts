/** Replaces the text between two UTF-16 offsets, the end exclusive. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text with all edits made; everything outside them stays as it is. The same edit twice counts once.
 * @throws RangeError when two different edits touch the same text
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let last = 0;
  for (const { start, end, text: inserted } of inOrder(edits)) {
    if (start < last) throw new RangeError(`two changes touch the text at ${start}`);
    result += text.slice(last, start) + inserted;
    last = end;
  }
  return result + text.slice(last);
}

function inOrder(edits: readonly Edit[]): Edit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.filter((edit, i) => {
    const before = sorted[i - 1];
    return before === undefined || before.start !== edit.start || before.text !== edit.text;
  });
}

/**
 * The same for a file as it lies on the disk: edits speak of the text without byte order mark and with `\n` line ends
 * (see `plain` in curriculum/tree.ts); the file keeps its own.
 */
export function applyToRaw(raw: string, edits: readonly Edit[]): string {
  const offsets = rawOffsets(raw);
  const lineEnd = /\r\n/.test(raw) ? '\r\n' : '\n';
  const at = (offset: number): number => offsets[offset] ?? raw.length;
  return applyEdits(
    raw,
    edits.map(({ start, end, text }) => ({
      start: at(start),
      end: at(end),
      text: text.replace(/\n/g, lineEnd),
    })),
  );
}

/** Where each character of the plain text stands in the raw one. */
function rawOffsets(raw: string): number[] {
  const offsets: number[] = [];
  for (let i = raw.startsWith('\uFEFF') ? 1 : 0; i < raw.length; i += 1) {
    offsets.push(i);
    if (raw[i] === '\r' && raw[i + 1] === '\n') i += 1;
  }
  return offsets;
}

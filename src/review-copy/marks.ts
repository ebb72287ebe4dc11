import { type CodeTable, sourceCodes } from '../exchange/codes.ts';
import { type Piece, readInline, textOf } from '../exchange/inline.ts';
import type { PassageKind } from '../workshop/units.ts';

/** A passage whose markup is numbers in brackets: `[1]gift[/1]`, `[2]`. A reviewer sees no Markdown and no component. */
export interface Marked {
  readonly pieces: readonly Piece[];
  readonly codes: CodeTable;
}

const MARK = /\[(\/?)(\d+)\]/g;

/** Where a text itself holds such numbers, its markup is shown as it is written. */
export function marked(text: string, kind: PassageKind): Marked {
  if (/\[\/?\d+\]/.test(text)) return { pieces: [text], codes: new Map() };
  const pieces = readInline(text, kind);
  return { pieces, codes: sourceCodes(pieces) };
}

export function markedText({ pieces, codes }: Marked): string {
  const ids = new Map([...codes].map(([id, code]) => [code, id]));
  const walk = (list: readonly Piece[]): string =>
    list
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        const id = ids.get(piece) ?? '';
        return piece.close === undefined ? `[${id}]` : `[${id}]${walk(piece.inside)}[/${id}]`;
      })
      .join('');
  return codes.size === 0 ? textOf(pieces) : walk(pieces);
}

/** What the reviewer wrote, with the markup of the passage in the place of the numbers, or what is wrong with it. */
export function unmarked(
  written: string,
  { codes }: Marked,
): { readonly text: string } | { readonly reason: string } {
  const expected = [...codes].flatMap(([id, code]) =>
    code.close === undefined ? [`[${id}]`] : [`[${id}]`, `[/${id}]`],
  );
  const found = [...written.matchAll(MARK)].map(([mark]) => mark);
  const missing = expected.filter((mark) => !found.includes(mark));
  if (missing.length > 0) return { reason: `The mark ${missing.join(' ')} is missing in the new text.` };
  const twice = found.find((mark, i) => expected.includes(mark) && found.indexOf(mark) !== i);
  if (twice !== undefined) return { reason: `The mark ${twice} stands twice in the new text.` };
  const open: string[] = [];
  for (const [mark, slash = '', id = ''] of written.matchAll(MARK)) {
    const code = codes.get(id);
    if (code?.close === undefined) continue;
    if (slash === '') open.push(id);
    else if (open.pop() !== id) return { reason: `The mark ${mark} stands in the wrong place.` };
  }
  const text = written.replace(MARK, (mark, slash: string, id: string) => {
    const code = codes.get(id);
    if (code === undefined) return mark;
    return slash === '' ? code.open : (code.close ?? '');
  });
  return { text };
}

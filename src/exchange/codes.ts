import type { Tagged } from './document.ts';
import { type Code, codesOf, type Piece, signatureOf } from './inline.ts';

/** The codes of a passage by the numbers they have in a file. */
export type CodeTable = ReadonlyMap<string, Code>;

/** Codes of the source are numbered from 1 in the order in which they begin. */
export function sourceCodes(source: readonly Piece[]): CodeTable {
  return new Map(codesOf(source).map((code, i) => [String(i + 1), code]));
}

/**
 * Codes of a translation have the numbers of the same codes in the source. Those that the source does not have are
 * `t1`, `t2` …
 */
export function targetCodes(target: readonly Piece[], source: CodeTable): CodeTable {
  const free = [...source];
  let own = 0;
  return new Map(
    codesOf(target).map((code) => {
      const i = free.findIndex(([, candidate]) => signatureOf(candidate) === signatureOf(code));
      const [match] = i === -1 ? [] : free.splice(i, 1);
      own += match === undefined ? 1 : 0;
      return [match?.[0] ?? `t${own}`, code];
    }),
  );
}

/** The passage with numbers for its codes. */
export function tagged(pieces: readonly Piece[], codes: CodeTable): Tagged[] {
  const ids = new Map([...codes].map(([id, code]) => [code, id]));
  const walk = (list: readonly Piece[]): Tagged[] =>
    list.map((piece) => {
      if (typeof piece === 'string') return piece;
      const id = ids.get(piece) ?? '';
      const { ctype } = piece;
      return piece.close === undefined
        ? { id, ctype, native: piece.open, inside: [] }
        : { id, ctype, inside: walk(piece.inside) };
    });
  return walk(pieces);
}

/** The passage as it stands in its file. Every tag's number must be in the table. */
export function untagged(pieces: readonly Tagged[], codes: CodeTable): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const code = codes.get(piece.id);
      if (code === undefined) throw new RangeError(`no code has the number "${piece.id}"`);
      return `${code.open}${untagged(piece.inside, codes)}${code.close ?? ''}`;
    })
    .join('');
}

const DATE = /\/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)/g;
/** Names that Chromium gives to the heads of tables; they count on from whatever it drew before. */
const NAME = /\bnode\d{8}\b/g;

/**
 * Takes out of a PDF what differs from one printing to the next, so that the same content printed by the same browser
 * is the same file. The moment of printing becomes the day of the content, and names are counted from 1. Nothing
 * changes its length, or the table of positions at the end of the file would be wrong.
 *
 * @param day as in `module.yaml`: 2026-11-22
 */
export function stablePdf(pdf: Uint8Array, day: string): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const stamp = `${day.replaceAll('-', '')}000000`;
  // In the order they have: a PDF keeps its list of names sorted.
  const names = [...new Set(text.match(NAME))].sort();
  const counted = new Map(names.map((name, i) => [name, `node${String(i + 1).padStart(8, '0')}`]));
  return Buffer.from(
    text
      .replace(DATE, (_, entry: string) => `/${entry} (D:${stamp}+00'00')`)
      .replace(NAME, (name) => counted.get(name) ?? name),
    'latin1',
  );
}

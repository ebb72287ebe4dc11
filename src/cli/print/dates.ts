const DATE = /\/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)/g;

/**
 * Puts the day of the content in place of the moment of printing, so that the same content printed by the same browser
 * is the same file. The text keeps its length, or the table of positions at the end of the file would be wrong.
 *
 * @param day as in `module.yaml`: 2026-11-22
 */
export function withDate(pdf: Uint8Array, day: string): Uint8Array {
  const stamp = `${day.replaceAll('-', '')}000000`;
  const text = Buffer.from(pdf).toString('latin1');
  return Buffer.from(
    text.replace(DATE, (_, name: string) => `/${name} (D:${stamp}+00'00')`),
    'latin1',
  );
}

import { expect, test } from 'vitest';
import { stablePdf } from '../../../src/cli/print/stable.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const pdf = (moment: string, first: number) =>
  bytes(
    `%PDF-1.4\n\x80\xff /CreationDate (D:${moment}+00'00')\n/ModDate (D:${moment}+00'00')>>\n` +
      [first, first + 1, first].map((n) => `/ID (node${String(n).padStart(8, '0')})`).join('\n'),
  );

test('two printings of the same content become the same bytes', () => {
  const [monday, friday] = [pdf('20261123080102', 983), pdf('20261127235959', 3803)];
  expect(monday.equals(friday)).toBe(false);
  expect(stablePdf(monday, '2026-11-22')).toEqual(stablePdf(friday, '2026-11-22'));
});

test('no byte moves, and bytes that are no text stay as they are', () => {
  const before = pdf('20261123080102', 41);
  const after = stablePdf(before, '2026-11-22');
  expect(after.length).toBe(before.length);
  expect([...after].slice(0, 12)).toEqual([...before].slice(0, 12));
});

test('names keep their order, and each stays one name', () => {
  const text = Buffer.from(stablePdf(pdf('20261123080102', 99_999), '2026-11-22')).toString('latin1');
  expect(text.match(/node\d+/g)).toEqual(['node00000001', 'node00000002', 'node00000001']);
});

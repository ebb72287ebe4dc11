import { readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

/**
 * Makes `src/styles/fonts/noto-sans-khmer.woff2`: the Khmer block (and the dotted circle) of Noto Sans Khmer, weights
 * 400 to 700, with every left-hand vowel part kept. Run after an update of the font package: `npm run font`.
 */
const SOURCE =
  'node_modules/@fontsource-variable/noto-sans-khmer/files/noto-sans-khmer-khmer-wght-normal.woff2';
const TARGET = 'src/styles/fonts/noto-sans-khmer.woff2';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const codePoints = [...range(0x1780, 0x17ff), 0x200b, 0x200c, 0x200d, 0x25cc, 0x20];

const font = await subsetFont(readFileSync(SOURCE), String.fromCodePoint(...codePoints), {
  targetFormat: 'woff2',
  variationAxes: { wght: { min: 400, max: 700, default: 400 } },
});
writeFileSync(TARGET, font);
console.log(`${TARGET}: ${font.length} bytes`);

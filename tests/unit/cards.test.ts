import { readdirSync, readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { cardHash, cardsOf } from '../../src/cli/cards/list.ts';
import { encodePng, quantise } from '../../src/cli/cards/png.ts';
import { cardName } from '../../src/curriculum/card-name.ts';
import { loadCurriculum } from '../../src/curriculum/load.ts';

const { curriculum } = loadCurriculum(process.cwd());
const cards = cardsOf(curriculum);
const recorded: unknown = JSON.parse(readFileSync('public/cards/cards.json', 'utf8'));
const BUDGET = 40 * 1024;

describe('the social cards', () => {
  test('are one for the home page, each module and each lesson, in both languages', () => {
    const lessons = curriculum.modules.flatMap(({ module }) =>
      module.status === 'published'
        ? [`-${module.id}`, ...module.lessons.map((l) => `-${module.id}-${l}`)]
        : [],
    );
    const wanted = ['km', 'en'].flatMap((lang) => ['', ...lessons].map((rest) => `${lang}${rest}.png`));
    expect(cards.map(({ file }) => file)).toEqual(wanted);
    expect(cardName('km', 'integrity', 'speaking-up')).toBe('km-integrity-speaking-up.png');
  });

  test('show what the pages say today; if not, run "npm run cards"', () => {
    const today = Object.fromEntries(
      cards.map((card) => [card.file, { title: card.title, hash: cardHash(card) }]),
    );
    expect(recorded).toEqual(today);
  });

  test('are there, and no others', () => {
    const files = readdirSync('public/cards').filter((file) => file.endsWith('.png'));
    expect(files.sort()).toEqual(cards.map(({ file }) => file).sort());
  });

  test.each(cards.map(({ file }) => file))('%s is 1200 by 630 and within 40 KB', (file) => {
    const bytes = readFileSync(`public/cards/${file}`);
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(bytes.length).toBeLessThanOrEqual(BUDGET);
  });

  test('have another hash when any word on them changes', () => {
    const [card] = cards;
    if (!card) throw new Error('no cards');
    const others = [
      { ...card, title: `${card.title}.` },
      { ...card, foot: `${card.foot}.` },
      { ...card, kicker: `${card.kicker}.` },
    ];
    expect(new Set([card, ...others].map(cardHash)).size).toBe(4);
  });
});

describe('the PNG writer', () => {
  const rgba = new Uint8Array([255, 0, 0, 255, 254, 1, 0, 255, 0, 0, 255, 255, 255, 0, 0, 255]);

  test('keeps the most frequent colours and gives the others the nearest', () => {
    const { palette, pixels } = quantise(2, 2, rgba, 2);
    expect(palette[0]).toEqual([255, 0, 0]);
    expect([pixels[0], pixels[3]]).toEqual([0, 0]);
    expect(quantise(2, 2, rgba, 1).pixels).toEqual(new Uint8Array(4));
  });

  test('writes what a reader of the format finds again', () => {
    const picture = quantise(2, 2, rgba, 3);
    const bytes = Buffer.from(encodePng(picture));
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    const at = bytes.indexOf('IDAT');
    const rows = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
    expect([...rows]).toEqual([0, ...picture.pixels.subarray(0, 2), 0, ...picture.pixels.subarray(2)]);
  });
});

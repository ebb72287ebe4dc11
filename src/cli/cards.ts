import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';
import { formatFaults } from '../curriculum/friendly.ts';
import { loadCurriculum } from '../curriculum/load.ts';
import { BROWSER_ARGS, findOrInstallBrowser } from './browser.ts';
import { CARD_HEIGHT, CARD_WIDTH, cardHtml, iconHtml } from './cards/drawing.ts';
import { cardHash, cardsOf } from './cards/list.ts';
import { encodePng, quantise } from './cards/png.ts';

/**
 * `npm run cards`: draws the picture that stands for each page where it is shared, and the icons of the site, with a
 * browser, because a browser shapes Khmer right. The pictures are committed; run it when a test says they are old.
 */
const FOLDER = 'public/cards';
const COLOURS = 48;
const ICONS = [
  { file: 'public/favicon-32.png', size: 32, scale: 1 },
  { file: 'public/apple-touch-icon.png', size: 180, scale: 1 },
  { file: 'public/icon-192.png', size: 192, scale: 1 },
  { file: 'public/icon-512.png', size: 512, scale: 1 },
  { file: 'public/icon-maskable-512.png', size: 512, scale: 0.8 },
];

const { curriculum, faults } = loadCurriculum(process.cwd());
if (faults.length > 0) {
  console.error(formatFaults(faults));
  process.exit(1);
}
const executablePath = await findOrInstallBrowser((line) => console.log(line));
if (!executablePath) {
  console.error(
    'No Chromium was found and none could be installed. Install one, or set CHROMIUM_PATH to it.',
  );
  process.exit(1);
}
const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
mkdirSync(FOLDER, { recursive: true });
for (const old of readdirSync(FOLDER)) rmSync(`${FOLDER}/${old}`);

const cards = cardsOf(curriculum);
for (const card of cards) {
  await draw(`${FOLDER}/${card.file}`, cardHtml(card), CARD_WIDTH, CARD_HEIGHT);
}
const hashes = Object.fromEntries(
  cards.map((card) => [card.file, { title: card.title, hash: cardHash(card) }]),
);
writeFileSync(`${FOLDER}/cards.json`, `${JSON.stringify(hashes, null, 2)}\n`);
for (const { file, size, scale } of ICONS) await draw(file, iconHtml(size, scale), size, size);
await browser.close();

async function draw(file: string, html: string, width: number, height: number): Promise<void> {
  const rgba = await pixelsOf(browser, html, width, height);
  const png = encodePng(quantise(width, height, rgba, COLOURS));
  writeFileSync(file, png);
  console.log(`${file}: ${png.length} bytes`);
}

/** Red, green, blue and alpha of each pixel, read back by the browser that drew them. */
async function pixelsOf(from: Browser, html: string, width: number, height: number): Promise<Uint8Array> {
  const page = await from.newPage({ viewport: { width, height }, deviceScaleFactor: 1 });
  await page.setContent(html);
  await page.evaluate(() => document.fonts.ready);
  const picture = (await page.screenshot({ type: 'png' })).toString('base64');
  const pixels = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let text = '';
    for (let i = 0; i < data.length; i += 4096) text += String.fromCharCode(...data.subarray(i, i + 4096));
    return btoa(text);
  }, picture);
  await page.close();
  return Buffer.from(pixels, 'base64');
}

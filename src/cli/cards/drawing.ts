import { readFileSync } from 'node:fs';
import type { Card } from './list.ts';

export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

const FONTS = 'node_modules/@fontsource-variable/noto-sans-khmer/files';
const data = (path: string, type: string) => `data:${type};base64,${readFileSync(path).toString('base64')}`;
const asText = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** The page a card is a picture of. Nothing is loaded from outside, and no font of the system is used. */
export function cardHtml({ lang, kicker, title, foot }: Card): string {
  const khmer = data('src/styles/fonts/noto-sans-khmer.woff2', 'font/woff2');
  const latin = data(`${FONTS}/noto-sans-khmer-latin-wght-normal.woff2`, 'font/woff2');
  const emblem = data('public/favicon.svg', 'image/svg+xml');
  const long = title.length > (lang === 'km' ? 34 : 40);
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><style>
@font-face { font-family: Card; src: url(${khmer}); font-weight: 400 700; unicode-range: U+1780-17FF, U+200B-200D, U+25CC; }
@font-face { font-family: Card; src: url(${latin}); font-weight: 100 900; unicode-range: U+0020-024F, U+2000-206F; }
* { box-sizing: border-box; margin: 0; }
body { width: ${CARD_WIDTH}px; height: ${CARD_HEIGHT}px; display: flex; flex-direction: column; justify-content: space-between;
  padding: 64px 72px 84px; background: #16265c; color: #f4f1e8; font-family: Card; overflow: hidden; position: relative; z-index: 0; }
p, h1 { text-wrap: balance; }
.kicker { color: #f2c14e; font-size: 34px; font-weight: 600; line-height: 1.6; min-height: 54px; }
h1 { font-size: ${long ? 60 : 74}px; font-weight: 700; line-height: ${lang === 'km' ? 1.55 : 1.25}; }
.foot { display: flex; align-items: center; gap: 24px; font-size: 32px; line-height: 1.5; }
.foot img { width: 72px; height: 72px; border: 2px solid #f2c14e; border-radius: 14px; flex: none; }
.band { position: absolute; inset: auto 0 0 0; height: 24px; background: #f4f1e8; }
.band::before, .band::after { content: ""; position: absolute; inset: 0 0 12px 0;
  background: repeating-linear-gradient(90deg, #f2c14e 0 18px, #16265c 18px 36px); }
.band::after { inset: 12px 0 0 0; background-position-x: 18px; }
.weave { position: absolute; right: -40px; top: 70px; width: 460px; opacity: 0.11; z-index: -1; }
</style><body>${kicker ? '' : `<img class="weave" src="${emblem}" alt="">`}<p class="kicker">${asText(kicker)}</p><h1>${asText(title)}</h1>
<div class="foot"><img src="${emblem}" alt=""><p>${asText(foot)}</p></div><div class="band"></div></body></html>`;
}

/**
 * The page an icon is a picture of: the favicon without its round corners, `scale` of the square wide, on its own
 * ground (a mask may cut away what lies outside the middle 80 %).
 */
export function iconHtml(size: number, scale: number): string {
  const svg = readFileSync('public/favicon.svg', 'utf8').replace(/ rx="[^"]*"/, '');
  const ground = /fill="(#[0-9a-f]{6})"/i.exec(svg)?.[1] ?? '#16265c';
  const inner = Math.round(size * scale);
  return `<!doctype html><style>* { margin: 0 } body { width: ${size}px; height: ${size}px; display: grid; place-items: center;
background: ${ground} } svg { width: ${inner}px; height: ${inner}px; display: block }</style><body>${svg}`;
}

import type { Lang } from '../../curriculum/schema/common.ts';
import type { Saved } from '../saved.ts';

/** Words of the page that stands for one that cannot be had; in the worker itself, so that nothing is fetched for it. */
export interface NoConnectionWords {
  readonly site: string;
  readonly title: string;
  readonly about: string;
  readonly saved: string;
  readonly nothing: string;
  readonly again: string;
}
export type WordsByLang = Readonly<Record<Lang, NoConnectionWords>>;

const STYLE = `:root{color-scheme:light dark}body{margin:0;background:#fbfaf6;color:#1d2433;font:1.0625rem/1.8 "Noto Sans Khmer",system-ui,sans-serif}
header{background:#16265c;color:#f4f1e8;padding:.75rem 1.25rem;font-weight:700;border-bottom:.375rem solid #f2c14e}
main{max-width:37rem;margin:0 auto;padding:1.5rem 1.25rem}h1{font-size:1.6rem;line-height:1.5;margin:0 0 1rem}h2{font-size:1.25rem;line-height:1.5;margin:1.5rem 0 .25rem}
a{color:#22409a}ul{padding:0;list-style:none}li a,main>p>a{display:inline-block;padding:.6rem 0;min-height:1.55rem}
@media(prefers-color-scheme:dark){body{background:#10182e;color:#f4f1e8}a{color:#9db7ff}header{background:#0b1022}}`;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'";

/** A calm page in the language asked for, with what can be opened all the same. `address` is the page that was wanted. */
export function noConnection(
  lang: Lang,
  words: NoConnectionWords,
  {
    base,
    address,
    saved,
  }: { readonly base: string; readonly address: string; readonly saved: readonly Saved[] },
): Response {
  const items = saved.map(
    (unit) =>
      `<li><a href="${asText(`${base}${unit.lang}/${unit.module}/`)}" lang="${unit.lang}" hreflang="${unit.lang}">${asText(unit.title)}</a></li>`,
  );
  const list =
    items.length > 0
      ? `<h2>${asText(words.saved)}</h2><ul>${items.join('')}</ul>`
      : `<p>${asText(words.nothing)}</p>`;
  const html = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${asText(words.title)} – ${asText(words.site)}</title><style>${STYLE}</style><header>${asText(words.site)}</header><main><h1>${asText(words.title)}</h1><p>${asText(words.about)}</p><p><a href="${asText(address)}">${asText(words.again)}</a></p>${list}</main></html>`;
  return new Response(html, {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });
}

const asText = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

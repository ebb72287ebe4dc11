import type { Lang } from '../curriculum/schema/common.ts';
import type { Source } from '../curriculum/schema/reference.ts';
import type { Piece } from '../exchange/inline.ts';
import type { Unit } from '../workshop/units.ts';
import type { CopyPassage, ReviewRole } from './copy.ts';
import { langsOf } from './copy.ts';
import { type Marked, marked } from './marks.ts';
import type { Words } from './words/words.ts';

export interface ViewContext {
  readonly role: ReviewRole;
  readonly words: Words;
  readonly sources: ReadonlyMap<string, Source>;
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** One numbered passage: both languages side by side, its sources, and room to write on paper. */
export function passageView({ n, unit, judged, legal }: CopyPassage, context: ViewContext): string {
  const { role, words } = context;
  const readers = words.readers(unit.readers);
  const tags = [
    ...(legal ? [`<span class="tag">${escaped(words.get('isLegal'))}</span>`] : []),
    ...(role === 'legal' && judged ? [`<span class="tag">${escaped(words.get('judge'))}</span>`] : []),
    ...(readers === undefined ? [] : [`<span>${escaped(readers)}</span>`]),
  ];
  return `<article class="p${judged ? '' : ' context'}" id="p${n}" data-n="${n}">
<div class="head"><span class="n">${n}</span>${tags.join('')}<span class="screen" lang="en">${escaped(unit.key)}</span></div>
<div class="texts">${textView('km', unit, context)}${textView('en', unit, context)}</div>
${sourcesView(unit, context)}<div class="hand">${escaped(words.get('byHand'))}<i></i><i></i></div>
</article>`;
}

function textView(lang: Lang, unit: Unit, { role, words }: ViewContext): string {
  const text = unit[lang];
  if (text === undefined) return `<p class="none">${escaped(words.get('missing'))}</p>`;
  const edit = langsOf(role).includes(lang) ? ` data-edit="${lang}"` : '';
  return `<p lang="${lang}"${edit}>${inlineView(marked(text, unit.kind))}</p>`;
}

const TAGS: Readonly<Record<string, string>> = { bold: 'strong', italic: 'em' };

/** `data-c` is a code around text, `data-s` one without: the script makes the numbers of marks.ts from them. */
function inlineView({ pieces, codes }: Marked): string {
  const ids = new Map([...codes].map(([id, code]) => [code, id]));
  const walk = (list: readonly Piece[]): string =>
    list
      .map((piece) => {
        if (typeof piece === 'string') return escaped(piece);
        const id = ids.get(piece) ?? '';
        if (piece.close === undefined) return `<sup data-s="${id}">[${id}]</sup>`;
        const tag = TAGS[piece.ctype] ?? 'span';
        const look = piece.ctype === 'x-term' ? ' class="term"' : '';
        return `<${tag}${look} data-c="${id}">${walk(piece.inside)}</${tag}>`;
      })
      .join('');
  return walk(pieces);
}

function sourcesView(unit: Unit, { sources, words, role }: ViewContext): string {
  if (unit.claims.length === 0) return '';
  const items = unit.claims.map((id) => {
    const mark = langsOf(role)
      .map((lang) => markOf(unit, lang, id))
      .find((found) => found !== undefined);
    const number = mark === undefined ? '' : `[${mark}] `;
    const source = sources.get(id);
    if (source === undefined) return `<li>${number}${escaped(id)}</li>`;
    const { title, issuer, date, url } = source;
    const link = url === undefined ? '' : ` <a href="${escaped(url)}" rel="noreferrer">${escaped(url)}</a>`;
    return `<li lang="en">${number}${escaped(`${title}. ${issuer}, ${date}.`)}${link}</li>`;
  });
  return `<ul class="sources" aria-label="${escaped(words.get('sources'))}">${items.join('')}</ul>\n`;
}

/** The number that a citation has in the text of a language. */
function markOf(unit: Unit, lang: Lang, source: string): string | undefined {
  const { codes } = marked(unit[lang] ?? '', unit.kind);
  return [...codes].find(([, code]) => code.open.includes(`<Cite id="${source}"`))?.[0];
}

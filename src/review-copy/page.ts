import type { Curriculum } from '../curriculum/model.ts';
import { PRODUCT } from '../exchange/document.ts';
import type { CopyHead } from './browser/decisions.ts';
import type { CopySection, ReviewCopy } from './copy.ts';
import { langsOf } from './copy.ts';
import { FORMAT } from './feedback.ts';
import { escaped, passageView, type ViewContext } from './passage-view.ts';
import { copyStyle } from './style.ts';
import { Words } from './words/words.ts';

/** What the page needs that is not content. */
export interface PageParts {
  /** The Khmer font, WOFF2 in base64. */
  readonly font: string;
  /** The classic script of the page, see script.ts. */
  readonly script: string;
}

/** The whole copy as one HTML file that asks nothing of any other. */
export function copyPage(copy: ReviewCopy, curriculum: Curriculum, parts: PageParts): string {
  const words = new Words(copy.role);
  const context: ViewContext = { role: copy.role, words, sources: curriculum.sources };
  const module = curriculum.modules.find((entry) => entry.module.id === copy.part)?.module;
  const name = module === undefined ? copy.part : `${module.title.km} · ${module.title.en}`;
  const title = `${words.get('title')}៖ ${name}`;
  // The policy makes sure of it: no request leaves this file, whatever a text in it says.
  const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:";
  return `<!doctype html>
<html lang="km">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${copyStyle(parts.font)}</style>
</head>
<body>
${header(copy, words, title)}
${contents(copy, words)}
<main>
${copy.sections.map((section, i) => sectionView(section, i, context)).join('\n')}
</main>
${controls(copy, words)}
<script type="application/json" id="copy">${json(copyData(copy, words))}</script>
<script>${parts.script.replace(/<\/script/gi, '<\\/script')}</script>
</body>
</html>
`;
}

function header(copy: ReviewCopy, words: Words, title: string): string {
  const say = (word: Parameters<Words['get']>[0]): string => escaped(words.get(word));
  return `<header>
<h1>${escaped(title)}</h1>
<p>${say(copy.role)}</p>
<p>${say('offline')}</p>
<p>${copy.made} · <span lang="en">${copy.id}</span></p>
<div class="sign"><label for="by">${say('by')}</label><input class="screen" id="by" type="text" maxlength="60" autocomplete="off">
<small>${say('byAbout')}</small><i></i></div>
<p class="screen"><button id="resume" type="button" hidden>${say('resume')}</button><input id="file" type="file" accept=".json,application/json" hidden></p>
<noscript><p><strong>${say('noScript')}</strong></p></noscript>
</header>
<div class="bar" hidden><div>
<span id="progress" role="status"></span>
<button class="main" id="save" type="button">${say('save')}</button>
<p class="notice" id="notice" role="status"></p>
</div></div>`;
}

/** For a lawyer the passages to judge come first, since there are few of them in much context. */
function toJudge({ role, sections }: ReviewCopy, words: Words): string {
  if (role !== 'legal') return '';
  const passages = sections.flatMap((section) => section.passages).filter(({ judged }) => judged);
  const links = passages.map(({ n }) => `<a href="#p${n}">${n}</a>`);
  return `<p class="judge"><strong>${escaped(words.get('judge'))}:</strong> ${links.join(' ')}</p>`;
}

function contents(copy: ReviewCopy, words: Words): string {
  const { sections } = copy;
  const items = sections.map(
    (section, i) => `<li><a href="#s${i + 1}">${sectionTitle(section, words)}</a></li>`,
  );
  return `<nav aria-label="${escaped(words.get('contents'))}">${toJudge(copy, words)}<details><summary>${escaped(words.get('contents'))}</summary><ol>${items.join('')}</ol></details></nav>`;
}

function sectionTitle({ owner, passages }: CopySection, words: Words): string {
  const [first] = passages;
  const text = first?.unit.km ?? first?.unit.en ?? owner.id;
  const short = text.replace(/<[^>]*>|\*\*/g, '').slice(0, 60);
  return `${escaped(words.kind(owner.kind))} <small>${escaped(short)}${text.length > 60 ? ' …' : ''}</small>`;
}

function sectionView(section: CopySection, i: number, context: ViewContext): string {
  const passages = section.passages.map((passage) => passageView(passage, context));
  return `<section data-section="${i + 1}"><h2 id="s${i + 1}">${sectionTitle(section, context.words)}</h2>
${passages.join('\n')}
<button class="rest" type="button" hidden>${escaped(context.words.get('acceptRest'))}</button></section>`;
}

/** Copied by the script under each passage. */
function controls(copy: ReviewCopy, words: Words): string {
  const choice = (value: 'accept' | 'change' | 'comment'): string =>
    `<label><input type="radio" value="${value}">${escaped(words.get(value))}</label>`;
  const boxes = langsOf(copy.role).map((lang) => {
    const label = escaped(words.get(lang === 'km' ? 'newKm' : 'newEn'));
    return `<div data-for="change"><label>${label}<textarea data-text="${lang}" lang="${lang}"></textarea></label></div>`;
  });
  return `<template id="controls">
<fieldset><legend></legend>${choice('accept')}${choice('change')}${choice('comment')}<button class="undo" type="button" hidden>${escaped(words.get('undo'))}</button></fieldset>
<div class="edit" hidden>${boxes.join('')}<p class="hint" hidden></p>
<label>${escaped(words.get('note'))}<textarea data-text="comment"></textarea></label></div>
</template>`;
}

const FOR_SCRIPT = [
  'passage',
  'marks',
  'marksMissing',
  'progress',
  'kept',
  'notKept',
  'saved',
  'saveAbout',
  'wrongFile',
] as const;

function copyData(copy: ReviewCopy, words: Words): CopyHead {
  return {
    format: FORMAT,
    project: PRODUCT,
    part: copy.part,
    role: copy.role,
    copy: copy.id,
    made: copy.made,
    langs: langsOf(copy.role),
    passages: copy.sections.flatMap(({ passages }) =>
      passages.map(({ n, unit, base, judged }) => ({ n, key: unit.key, base, judged })),
    ),
    words: Object.fromEntries(FOR_SCRIPT.map((word) => [word, words.get(word)])),
  };
}

function json(value: CopyHead): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

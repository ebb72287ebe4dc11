import type { Lang } from '../../curriculum/schema/common.ts';
import type { SearchDocument } from '../../search/document.ts';
import { BLOCKS, cleanText, LEAD_CLASSES, SKIPPED_CLASSES, SKIPPED_TAGS } from '../../search/markup.ts';
import { scanCorpus } from '../../search/scan.ts';
import type { SearchTexts } from '../../search/texts.ts';
import { dataIn, parts } from '../site/dom.ts';
import { boxLang } from './box-lang.ts';
import { type Engine, engineOf } from './engine.ts';

function isSkipped(element: Element): boolean {
  const tag = element.tagName.toLowerCase();
  return (
    element.getAttribute('aria-hidden') === 'true' ||
    SKIPPED_TAGS.some((name) => name === tag) ||
    SKIPPED_CLASSES.some((name) => element.classList.contains(name))
  );
}

function rawText(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element) || isSkipped(node)) return '';
  const inner = Array.from(node.childNodes).map(rawText).join('');
  return BLOCKS.test(node.tagName) ? ` ${inner} ` : inner;
}

const textOf = (nodes: readonly Node[]): string => cleanText(nodes.map(rawText).join(' '));

function lessonDocuments(lang: Lang, article: HTMLElement): SearchDocument[] {
  const lesson = article.dataset['lesson'] ?? '';
  const title = textOf(parts(article, 'h1', HTMLElement).slice(0, 1));
  const sections: { id: string; heading: string; nodes: Node[] }[] = [{ id: lesson, heading: '', nodes: [] }];
  sections[0]?.nodes.push(...parts(article, LEAD_CLASSES.map((name) => `.${name}`).join(), HTMLElement));
  for (const node of Array.from(article.querySelector('.lesson__text')?.childNodes ?? [])) {
    if (node instanceof HTMLHeadingElement && node.tagName === 'H2' && node.id)
      sections.push({ id: node.id, heading: textOf([node]), nodes: [] });
    else sections[sections.length - 1]?.nodes.push(node);
  }
  return sections.map(({ id, heading, nodes }) => ({
    id,
    lang,
    kind: 'lesson',
    module: '',
    url: `#${id}`,
    title,
    heading,
    text: textOf(nodes),
  }));
}

function termDocument(lang: Lang, term: HTMLElement): SearchDocument {
  const name = parts(term, 'dt', HTMLElement);
  const other = parts(term, 'dt [lang]', HTMLElement);
  return {
    id: term.id,
    lang,
    kind: 'term',
    module: '',
    url: `#${term.id}`,
    title: textOf(name),
    heading: cleanText(other.map((element) => element.textContent ?? '').join(' ')),
    text: textOf(parts(term, 'dd', HTMLElement)),
  };
}

/** Lessons and terms of one document, such as a package, in one language. */
export function documentsOn(lang: Lang, root: ParentNode): SearchDocument[] {
  return [
    ...parts(root, 'article[data-lesson]', HTMLElement).flatMap((article) => lessonDocuments(lang, article)),
    ...parts(root, '.glossary [id^="term-"]', HTMLElement).map((term) => termDocument(lang, term)),
  ];
}

/** The engine of a document that holds everything itself; a part marked with its language is searched alone. */
export async function openDocument(box: HTMLElement): Promise<Engine> {
  const lang = boxLang(box);
  const texts = dataIn<SearchTexts>(box, 'script[data-texts]');
  const root = box.closest('sog-session') ?? document;
  return engineOf(lang, texts, [async () => scanCorpus(documentsOn(lang, root))]);
}

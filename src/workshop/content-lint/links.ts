import { posix } from 'node:path';
import { type MdastNode, mdxToMdast } from 'satteri';
import { didYouMean } from '../../curriculum/closest.ts';
import { fault } from '../../curriculum/located.ts';
import type { Curriculum, CurriculumModule, Fault, Lang, Lesson } from '../../curriculum/model.ts';
import { LANGS } from '../../curriculum/schema/common.ts';
import type { ContentTree } from '../../curriculum/tree.ts';

interface Link {
  readonly url: string;
  readonly line: number;
}

/** Where a link stands. */
interface Here {
  readonly module: CurriculumModule;
  readonly lesson: Lesson;
  readonly file: string;
  readonly lang: Lang;
}

/**
 * Links of lessons lead somewhere: to a heading of the lesson (`#gifts--the-form`), to another lesson of the module
 * (`../speaking-up/`, with or without a heading), or to a whole address of another site.
 */
export function linksLeadSomewhere({ modules }: Curriculum, tree: ContentTree): Fault[] {
  return modules.flatMap((module) =>
    module.lessons.flatMap((lesson) =>
      LANGS.flatMap((lang) => {
        const file = lesson.texts[lang]?.file;
        if (file === undefined) return [];
        const found = nodesOf(tree.get(file) ?? '');
        return [
          ...found.links.flatMap((link) => check(link, { module, lesson, file, lang })),
          ...found.stars.map((line) => starFault(file, line)),
        ];
      }),
    ),
  );
}

/** `**…។**word`: Markdown ends no bold between a punctuation mark and a letter, and prints the stars. */
function starFault(file: string, line: number): Fault {
  const mend = 'Put the punctuation mark behind the closing stars, or a space after them.';
  return fault(
    { file, line },
    'markdown/stars-shown',
    'Two stars here would be printed: no bold text begins or ends.',
    mend,
  );
}

function nodesOf(mdx: string): { links: Link[]; stars: number[] } {
  const found: { links: Link[]; stars: number[] } = { links: [], stars: [] };
  const visit = (node: MdastNode): void => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'link' || node.type === 'definition') found.links.push({ url: node.url, line });
    if (node.type === 'text' && node.value.includes('**')) found.stars.push(line);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  try {
    visit(mdxToMdast(mdx));
  } catch {
    // The check reports what cannot be parsed.
  }
  return found;
}

function check({ url, line }: Link, here: Here): Fault[] {
  const place = { file: here.file, line };
  if (/^(mailto|tel):/.test(url)) return [];
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return isWebAddress(url) ? [] : [outside(place, url)];
  const [path = '', anchor] = url.split('#');
  const target = path === '' ? here.lesson : lessonAt(path, here);
  if (target === undefined) {
    const others = here.module.lessons.map(({ id }) => `../${id}/`);
    const mend = `${didYouMean(url, others)}Write "../lesson-id/" for another lesson of this module; links to other pages break in packages.`;
    return [fault(place, 'link/leads-nowhere', `The link "${url}" leads to no lesson of this module.`, mend)];
  }
  if (anchor === undefined || anchor === '') return [];
  const ids = (target.texts[here.lang]?.headings ?? []).map(({ id }) => id);
  if (ids.includes(anchor)) return [];
  const mend = `${didYouMean(anchor, ids)}A heading's address is the lesson, two dashes and the English heading in lower case.`;
  return [fault(place, 'link/dead-anchor', `There is no heading "#${anchor}" in "${target.id}".`, mend)];
}

/** A lesson's page is `/<lang>/<module>/<lesson>/`. */
function lessonAt(path: string, { module, lesson }: Here): Lesson | undefined {
  if (path.startsWith('/')) return undefined;
  const [id, ...rest] = posix
    .join(lesson.id, path)
    .split('/')
    .filter((part) => part !== '');
  return rest.length > 0 ? undefined : module.lessons.find((other) => other.id === id);
}

/** `https://` or `http://` with a host that has a point in it, and nothing that only a browser's history would add. */
export function isWebAddress(url: string): boolean {
  if (!URL.canParse(url) || /\s/.test(url)) return false;
  const { protocol, hostname, username } = new URL(url);
  return /^https?:$/.test(protocol) && /^[^.]+(\.[^.]+)+$/.test(hostname) && username === '';
}

function outside(place: { file: string; line: number }, url: string): Fault {
  const mend = 'Write the whole address, as it stands in the browser: https://example.org/page.';
  return fault(place, 'link/malformed', `"${url}" is no web address.`, mend);
}

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { HastPluginEntry } from 'satteri';
import { canon } from '../khmer/canon.ts';
import { headingIds } from './heading-ids.ts';
import { parseMdxBody } from './mdx-file.ts';
import type { Lang } from './schema/common.ts';
import { COMPONENTS } from './schema/components.ts';

const LESSON_PATH = /\/content\/modules\/([^/]+)\/(km|en)\/([^/]+)\.mdx$/;

/**
 * What every lesson's MDX gets at build: headings carry the ids of the English twin, Khmer text is canonical, and
 * each component learns the module, lesson and language it stands in.
 */
export function curriculumMdx(): HastPluginEntry {
  return () => {
    let ids: string[] = [];
    let context: { module: string; lesson: string; lang: string } | undefined;
    return {
      name: 'curriculum',
      before(_root, ctx) {
        const path = ctx.fileURL ? fileURLToPath(ctx.fileURL) : '';
        const [, module, lang, lesson] = LESSON_PATH.exec(path) ?? [];
        if (!module || !isLang(lang) || !lesson) return;
        context = { module, lang, lesson };
        const twin = path.replace(`/${lang}/${lesson}.mdx`, `/en/${lesson}.mdx`);
        ids = headingIds(lesson, headingsOf(twin, 'en'), headingsOf(path, lang).length);
      },
      element: {
        filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
        visit(node, ctx) {
          const id = ids.shift();
          if (id) ctx.setProperty(node, 'id', id);
        },
      },
      text(node, ctx) {
        const text = canon(node.value);
        if (text !== node.value) ctx.replaceNode(node, { type: 'text', value: text });
      },
      mdxJsxFlowElement: {
        filter: COMPONENTS,
        visit(node) {
          return context && { ...node, attributes: [...node.attributes, ...asAttributes(context)] };
        },
      },
      mdxJsxTextElement: {
        filter: COMPONENTS,
        visit(node) {
          return context && { ...node, attributes: [...node.attributes, ...asAttributes(context)] };
        },
      },
    };
  };
}

function isLang(text: string | undefined): text is Lang {
  return text === 'km' || text === 'en';
}

function asAttributes(context: Record<string, string>) {
  return Object.entries(context).map(([name, value]) => ({ type: 'mdxJsxAttribute' as const, name, value }));
}

function headingsOf(file: string, lang: Lang): string[] {
  if (!existsSync(file)) return [];
  return (
    parseMdxBody(file, readFileSync(file, 'utf8'), lang).body?.headings.map((heading) => heading.text) ?? []
  );
}

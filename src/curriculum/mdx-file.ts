import { type MdastNode, mdxToMdast } from 'satteri';
import { canon } from '../khmer/canon.ts';
import { faultOfMdxError } from './mdx-error.ts';
import type { ComponentUse, Fault, Lang } from './model.ts';

/** A component as written, with what the published model leaves out. */
export interface ComponentFound extends ComponentUse {
  /** The nearest component around it. */
  readonly within: string | undefined;
  readonly hasContent: boolean;
  /** Attributes written without a value or as `{…}`. */
  readonly oddAttributes: readonly string[];
}

export interface MdxBody {
  readonly headings: readonly { readonly depth: number; readonly text: string; readonly line: number }[];
  readonly uses: readonly ComponentFound[];
  readonly images: readonly { readonly alt: string; readonly url: string; readonly line: number }[];
  /** Code that MDX would run and that content may not contain. */
  readonly code: readonly {
    readonly kind: 'expression' | 'import';
    readonly text: string;
    readonly line: number;
  }[];
  /** English words or Khmer characters (U+1780–17FF) a learner reads. */
  readonly length: number;
}

/** Never read by a learner in the lesson itself. */
const NOT_READ = new Set(['Slide', 'TrainerNote']);

/**
 * The structure of a lesson's MDX. `text` is the whole file, front matter included, so that lines are those of the
 * file. MDX reports its first syntax error only; then there is no body.
 */
export function parseMdxBody(file: string, text: string, lang: Lang): { body?: MdxBody; faults: Fault[] } {
  let tree: MdastNode;
  try {
    tree = mdxToMdast(text);
  } catch (error) {
    return { faults: [faultOfMdxError(file, error)] };
  }
  const found: Found = { headings: [], uses: [], images: [], code: [] };
  collect(tree, undefined, found);
  return { body: { ...found, length: lengthOf(readText(tree), lang) }, faults: [] };
}

/** English: runs between spaces with a letter or digit. Khmer: Khmer characters, since it has no spaces to count. */
export function lengthOf(text: string, lang: Lang): number {
  if (lang === 'km') return canon(text).match(/[\u1780-\u17FF]/g)?.length ?? 0;
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
type Found = Mutable<Omit<MdxBody, 'length'>>;

function collect(node: MdastNode, within: string | undefined, found: Found): void {
  const line = node.position?.start.line ?? 1;
  let inner = within;
  switch (node.type) {
    case 'heading':
      found.headings.push({ depth: node.depth, text: canon(readText(node).trim()), line });
      break;
    case 'image':
      found.images.push({ alt: node.alt ?? '', url: node.url, line });
      break;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      found.code.push({ kind: 'expression', text: node.value, line });
      break;
    case 'mdxjsEsm':
      found.code.push({ kind: 'import', text: node.value, line });
      break;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      found.uses.push(component(node, within, line));
      inner = node.name ?? within;
      break;
  }
  for (const child of childrenOf(node)) collect(child, inner, found);
}

type JsxNode = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

function component(node: JsxNode, within: string | undefined, line: number): ComponentFound {
  const attributes: Record<string, string> = {};
  const oddAttributes: string[] = [];
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string') {
      attributes[attribute.name] = canon(attribute.value);
    } else {
      oddAttributes.push(attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}');
    }
  }
  return {
    name: node.name ?? '',
    attributes,
    oddAttributes,
    within,
    hasContent: node.children.length > 0,
    ...(node.name === 'Reflection' && {
      reflection: {
        text: canon(node.children.map(readText).join('').trim()),
        plan: oddAttributes.includes('plan'),
      },
    }),
    line,
  };
}

function childrenOf(node: MdastNode): readonly MdastNode[] {
  return 'children' in node ? node.children : [];
}

const INLINE = new Set([
  'text',
  'inlineCode',
  'emphasis',
  'strong',
  'delete',
  'link',
  'mdxJsxTextElement',
  'linkReference',
]);

/** The text a learner reads in a node, blocks separated by line ends. */
function readText(node: MdastNode): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'break') return '\n';
  const isComponent = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
  if (isComponent && NOT_READ.has(node.name ?? '')) return '';
  const text = childrenOf(node).map(readText).join('');
  return INLINE.has(node.type) ? text : `${text}\n`;
}

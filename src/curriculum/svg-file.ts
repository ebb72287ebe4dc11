import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** One element of a figure's SVG. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  /** True when its end tag is missing. */
  readonly unclosed: boolean;
}

export interface SvgFile {
  /** In document order; the first one should be `svg`. */
  readonly elements: readonly SvgElement[];
  /** Text that stands in the file itself. */
  readonly texts: readonly { readonly text: string; readonly line: number }[];
}

/** Reads an SVG the way a browser reads it inside a page. */
export function parseSvg(source: string): SvgFile {
  const elements: SvgElement[] = [];
  const texts: { text: string; line: number }[] = [];
  const visit = (node: Node): void => {
    const line = node.sourceCodeLocation?.startLine ?? 1;
    if (node.nodeName === '#text' && 'value' in node) {
      const lead = /^\s*/.exec(node.value)?.[0] ?? '';
      if (node.value.trim() !== '')
        texts.push({ text: node.value.trim(), line: line + lead.split('\n').length - 1 });
    }
    if ('tagName' in node) {
      elements.push(element(node, source, line));
      for (const child of node.childNodes) visit(child);
    }
  };
  const fragment = parseFragment(
    source.replace(/^<\?xml[^>]*\?>/, (head) => ' '.repeat(head.length)),
    {
      sourceCodeLocationInfo: true,
    },
  );
  for (const node of fragment.childNodes) visit(node);
  return { elements, texts };
}

function element(node: Element, source: string, line: number): SvgElement {
  const location = node.sourceCodeLocation;
  const start = location?.startTag;
  const closesItself = start !== undefined && source.slice(start.startOffset, start.endOffset).endsWith('/>');
  return {
    name: node.tagName,
    attributes: Object.fromEntries(
      node.attrs.map((a) => [a.prefix ? `${a.prefix}:${a.name}` : a.name, a.value]),
    ),
    line,
    unclosed: location !== undefined && location !== null && !closesItself && location.endTag === undefined,
  };
}

/** One block of a style sheet: its selector or at-rule, what it stands in, and its own declarations in order. */
export interface CssBlock {
  readonly prelude: string;
  /** Preludes around it, outermost first. */
  readonly within: readonly string[];
  readonly declarations: readonly { readonly property: string; readonly value: string }[];
}

interface Open {
  readonly prelude: string;
  readonly declarations: { property: string; value: string }[];
}

/** Blocks of a style sheet, inner ones before the outer. Comments and strings are blanked; at-rules without a block are blocks. */
export function cssBlocks(css: string): CssBlock[] {
  const blocks: CssBlock[] = [];
  const stack: Open[] = [];
  let text = '';
  const end = () => {
    const statement = text.trim();
    text = '';
    const top = stack[stack.length - 1];
    if (statement.startsWith('@'))
      blocks.push({ prelude: statement, within: preludes(stack), declarations: [] });
    else if (top) declare(top, statement);
  };
  for (const character of blank(css)) {
    if (character === '{') {
      stack.push({ prelude: text.trim(), declarations: [] });
      text = '';
    } else if (character === '}') {
      end();
      const closed = stack.pop();
      if (closed) blocks.push({ ...closed, within: preludes(stack) });
    } else if (character === ';') end();
    else text += character;
  }
  return blocks;
}

const preludes = (stack: readonly Open[]) => stack.map(({ prelude }) => prelude);

function declare(block: Open, statement: string): void {
  const colon = statement.indexOf(':');
  if (colon < 1) return;
  const property = statement.slice(0, colon).trim();
  block.declarations.push({ property, value: statement.slice(colon + 1).trim() });
}

function blank(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/g, '""')
    .replace(/url\([^)"]*\)/g, 'url()');
}

/** A selector list at its outer commas. */
export function selectorsOf(prelude: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < prelude.length; i += 1) {
    if ('(['.includes(prelude.charAt(i))) depth += 1;
    else if (')]'.includes(prelude.charAt(i))) depth -= 1;
    else if (prelude.charAt(i) === ',' && depth === 0) {
      parts.push(prelude.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, prelude.slice(start)].map((part) => part.trim());
}

import { fault } from './located.ts';
import type { Fault } from './model.ts';

/** An MDX syntax error (`3:1: Expected … (mdx-jsx:unexpected-character)`) as a fault with a way to mend it. */
export function faultOfMdxError(file: string, error: unknown): Fault {
  const message = error instanceof Error ? error.message : String(error);
  const match = /^(\d+):\d+: ([\s\S]*?)(?: \([\w-]+:[\w-]+\))?$/.exec(message);
  const line = Number(match?.[1] ?? 1);
  const reason = plainReason(match?.[2] ?? message);
  return fault({ file, line }, 'mdx/syntax', reason.found, reason.mend);
}

function plainReason(reason: string): { found: string; mend: string } {
  const unclosed = /^Expected a closing tag for `<(\w+)>`/.exec(reason);
  if (unclosed) {
    return {
      found: `<${unclosed[1]}> is opened here and never closed.`,
      mend: `Write </${unclosed[1]}> where it ends, with the same blank lines before and after as at its beginning.`,
    };
  }
  const wrongEnd =
    /^Unexpected closing tag `<\/(\w+)>`, expected corresponding closing tag for `<(\w+)>`/.exec(reason);
  if (wrongEnd) {
    return {
      found: `</${wrongEnd[1]}> stands where <${wrongEnd[2]}> is still open.`,
      mend: `Write </${wrongEnd[2]}> here, or close <${wrongEnd[2]}> before this place.`,
    };
  }
  const strayEnd = /^Unexpected closing tag `<\/(\w+)>`/.exec(reason);
  if (strayEnd) {
    return {
      found: `</${strayEnd[1]}> closes a component that is not open.`,
      mend: `Remove it, or write <${strayEnd[1]}> where it begins.`,
    };
  }
  if (reason.includes('brace')) {
    return {
      found: 'A curly brace { is opened and never closed.',
      mend: 'Remove it; lessons contain no {code}.',
    };
  }
  if (reason.includes('after `<`')) {
    return {
      found:
        'A "<" begins something that is not a component, or a component whose ">" or closing quote is missing.',
      mend: 'Complete the component, e.g. <Term id="gift">gift</Term>. For the sign itself write "less than" or &lt;.',
    };
  }
  return {
    found: `This is not valid MDX: ${reason.replace(/\s+/g, ' ')}`,
    mend: 'Compare with the examples in docs/authoring.md.',
  };
}

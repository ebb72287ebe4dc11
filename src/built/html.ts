/** A start tag of a built page with its attributes; names in lower case. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const TAG = /<([a-z][a-z0-9-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const SCRIPT_TEXT = /(<script\b(?:"[^"]*"|'[^']*'|[^>"'])*>)[\s\S]*?<\/script>/gi;

/**
 * The start tags of a page. A pattern and not a parser: the pages are the build's own, well-formed output, and a site
 * of 2,000 lessons has 400 MB of them.
 */
export function tagsOf(html: string, names: readonly string[]): Tag[] {
  const wanted = new Set(names);
  const tags: Tag[] = [];
  for (const [, name = '', attributes = ''] of html.replace(SCRIPT_TEXT, '$1').matchAll(TAG)) {
    if (wanted.has(name.toLowerCase())) tags.push({ name: name.toLowerCase(), attributes: read(attributes) });
  }
  return tags;
}

function read(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    found.set(name.toLowerCase(), (double ?? single ?? bare ?? '').replaceAll('&amp;', '&'));
  }
  return found;
}

/** Text of the `<style>` elements and `style` attributes of a page. */
export function stylesIn(html: string): string[] {
  const blocks = [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)].map(([, css = '']) => css);
  const inline = [...html.matchAll(/\sstyle="([^"]*)"/gi)].map(([, css = '']) => `[style]{${css}}`);
  return [...blocks, ...inline];
}

/** Text of the scripts that stand in a page and run; data (`application/json`) does not. */
export function scriptsIn(html: string): string[] {
  return [...html.matchAll(/<script\b((?:"[^"]*"|'[^']*'|[^>"'])*)>([\s\S]*?)<\/script>/gi)]
    .filter(([, attributes = '', code = '']) => {
      const given = read(attributes);
      const type = given.get('type') ?? '';
      return code.trim() !== '' && !given.has('src') && /^(|module|text\/javascript)$/.test(type);
    })
    .map(([, , code = '']) => code);
}

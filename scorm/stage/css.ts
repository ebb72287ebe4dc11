// Comments and plain strings are matched first so that a `url(` inside them stays untouched (CSS Syntax §4).
const TOKENS =
  /\/\*[\s\S]*?\*\/|@import\s+(["'])(?<imported>.*?)\1|url\(\s*(?:"(?<double>(?:[^"\\]|\\[\s\S])*)"|'(?<single>(?:[^'\\]|\\[\s\S])*)'|(?<bare>(?:[^)"'\s\\]|\\[\s\S])*))\s*\)|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/gi;

/** Replaces every URL of a style sheet by what `visit` returns, and drops source map comments. */
export function rewriteCss(css: string, visit: (url: string) => string): string {
  return css.replace(TOKENS, (...match: unknown[]) => {
    const whole = match[0] as string;
    const groups = match.at(-1) as Readonly<Record<string, string | undefined>>;
    if (whole.startsWith('/*')) return /[#@]\s*sourceMappingURL=/.test(whole) ? '' : whole;
    const { imported, double, single, bare } = groups;
    if (imported !== undefined) return `@import "${visit(unescapeCss(imported))}"`;
    const url = double ?? single ?? bare;
    if (url === undefined) return whole;
    return `url("${visit(unescapeCss(url)).replace(/["\\\n]/g, (c) => `\\${c}`)}")`;
  });
}

/** The URLs of a style sheet, in order. */
export function urlsOfCss(css: string): string[] {
  const urls: string[] = [];
  rewriteCss(css, (url) => {
    urls.push(url);
    return url;
  });
  return urls;
}

const unescapeCss = (text: string): string =>
  text.replace(
    /\\(?:([0-9a-f]{1,6})\s?|([\s\S]))/gi,
    (_, hex: string | undefined, char: string | undefined) =>
      hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : (char ?? ''),
  );

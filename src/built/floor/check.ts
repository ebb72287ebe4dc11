import { unzipSync } from 'fflate';
import type { Dist } from '../dist.ts';
import type { BuiltFault } from '../fault.ts';
import { scriptsIn, stylesIn } from '../html.ts';
import { ALLOWED } from './allowed.ts';
import { newerApis } from './apis.ts';
import { type Allowed, type Finding, FLOOR_NAMES } from './browsers.ts';
import { newerCss } from './css.ts';
import { hidesClosedDialogs, newerHtml } from './html.ts';
import { newerSyntax } from './syntax.ts';

export interface FloorReport {
  readonly scripts: number;
  readonly styles: number;
  readonly pages: number;
  readonly enhancements: readonly Finding[];
  readonly faults: readonly BuiltFault[];
}

/** Holds every script, style sheet and page against the oldest browsers, those inside packages too. */
export async function checkFloor(dist: Dist, allowed: readonly Allowed[] = ALLOWED): Promise<FloorReport> {
  const { scripts, styles } = sources(dist);
  const pages = dist.paths.filter((path) => path.endsWith('.html'));
  const findings: Finding[] = [];
  for (const [file, code] of scripts) {
    findings.push(...(await newerSyntax(file, code)), ...newerApis(file, code));
  }
  for (const [file, css] of styles) findings.push(...newerCss(file, css));
  const dialogsHidden = [...styles.values()].some(hidesClosedDialogs);
  for (const page of pages) {
    const html = dist.text(page);
    findings.push(
      ...newerHtml(page, html, dialogsHidden),
      ...stylesIn(html).flatMap((css) => newerCss(page, css)),
    );
  }
  const isAllowed = ({ feature, file }: Finding) =>
    allowed.some((rule) => rule.feature === feature && rule.file.test(file));
  return {
    scripts: scripts.size,
    styles: styles.size,
    pages: pages.length,
    enhancements: findings.filter((finding) => finding.kind === 'enhancement' || isAllowed(finding)),
    faults: grouped(findings.filter((finding) => finding.kind === 'fault' && !isAllowed(finding))).map(
      asFault,
    ),
  };
}

interface Group {
  readonly first: Finding;
  readonly files: ReadonlySet<string>;
}

/** The same thing in many pages or packages, or several times in one script, is told once. */
function grouped(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const kind = /(\.\w+)(?: \(.*\))?$/.exec(finding.file)?.[1];
    const key = `${finding.feature} ${kind === '.html' ? kind : finding.file}`;
    const { first = finding, files = new Set<string>() } = groups.get(key) ?? {};
    groups.set(key, { first, files: new Set([...files, finding.file]) });
  }
  return [...groups.values()];
}

function asFault({ first, files }: Group): BuiltFault {
  const { file, feature, since, where } = first;
  const more = files.size > 1 ? ` (and in ${files.size - 1} more)` : '';
  return { file, found: `${feature} at «${where}»${more}`, allowed: `${since}; the floor is ${FLOOR_NAMES}` };
}

interface Sources {
  readonly scripts: ReadonlyMap<string, string>;
  readonly styles: ReadonlyMap<string, string>;
}

/**
 * Scripts and style sheets of the site and of its packages, with the scripts that stand in documents (packages have
 * them, the site must not). The same text in several packages is looked at once, under its first name.
 */
function sources(dist: Dist): Sources {
  const scripts = new Map<string, string>();
  const styles = new Map<string, string>();
  const seen = new Set<string>();
  const add = (into: Map<string, string>, file: string, text: string) => {
    if (!seen.has(text)) into.set(file, text);
    seen.add(text);
  };
  for (const [file, text] of texts(dist)) {
    if (file.endsWith('.css')) add(styles, file, text);
    else if (!file.endsWith('.html')) add(scripts, file, text);
    else
      for (const [index, code] of scriptsIn(text).entries())
        add(scripts, `${file} (inline script ${index + 1})`, code);
  }
  return { scripts, styles };
}

const TEXT = /\.(m?js|css|html)$/;

/** One file after the other: all documents of many packages would fill the memory. */
function* texts(dist: Dist): Generator<[file: string, text: string]> {
  for (const path of dist.paths) {
    if (TEXT.test(path)) yield [path, dist.text(path)];
    if (!path.endsWith('.zip')) continue;
    const inside = unzipSync(dist.read(path), { filter: ({ name }) => TEXT.test(name) });
    for (const [entry, bytes] of Object.entries(inside)) {
      yield [`${path}!${entry}`, new TextDecoder().decode(bytes)];
    }
  }
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Closure } from './closure.ts';
import { closeOver, resourceFile, stagedName } from './closure.ts';
import { rewriteCss } from './css.ts';
import type { Document } from './html.ts';
import { attribute, elementsOf, parseHtml, printHtml } from './html.ts';
import { inlineSymbols } from './icons.ts';
import type { LinkPolicy } from './relativise.ts';
import { dropSiteParts, relativise, replaceModules } from './relativise.ts';
import type { BuiltSite } from './urls.ts';
import { normaliseBase, resolveUrl, StageError } from './urls.ts';

export interface StageOptions {
  /** Folder of the built site. */
  readonly dist: string;
  /** Base path of the site, e.g. `/` or `/sog/`. */
  readonly base: string;
  /** The document to pack, relative to `dist`. */
  readonly entry: string;
  /** The language its <html> has to name. */
  readonly lang: string;
  readonly links: LinkPolicy;
  /** Further files of the package, by their path in it. */
  readonly extra?: ReadonlyMap<string, Uint8Array>;
  /** For documents that are opened from a disk: no drawing is taken from another file. */
  readonly fromDisk?: boolean;
}

export interface Staged {
  /** Path in the package → bytes; the document is `index.html`, everything else is under `assets/`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Files of the site that went in, the document included. */
  readonly sources: ReadonlySet<string>;
}

/**
 * Makes of one built document a folder that runs from any address: relative URLs, classic scripts, nothing else.
 * @throws StageError naming file and URL for whatever cannot be packed.
 */
export async function stageDocument(options: StageOptions): Promise<Staged> {
  const { dist, entry } = options;
  const site: BuiltSite = { dist, base: normaliseBase(options.base) };
  const document = parseHtml(readFileSync(join(dist, entry), 'utf8'));
  checkLanguage(document, options);
  dropSiteParts(document, entry);
  if (options.fromDisk) inlineSymbols(document, site, entry);
  const closure = await closeOver(site, entry, document);
  const files = new Map<string, Uint8Array>(options.extra ?? []);
  for (const [file, bytes] of closure.files)
    files.set(stagedName(site, file, bytes), stagedBytes(site, closure, file, bytes));

  const script = closure.bundle && encode(closure.bundle.code);
  const scriptName = script && stagedName(site, 'app.js', script);
  if (script && scriptName) {
    files.set(scriptName, script);
    const styles = [...(closure.bundle?.styles ?? [])].filter(
      (file) => !isLinked(site, entry, document, file),
    );
    replaceModules(
      document,
      scriptName,
      styles.map((file) => site.base + encodeURI(file)),
    );
  }
  const resource = (url: string) => (url === scriptName ? url : stagedUrl(site, closure, url, entry));
  relativise(document, { site, entry, links: options.links, resource });
  files.set('index.html', encode(`${printHtml(document)}\n`));
  return { files, sources: new Set([entry, ...closure.files.keys(), ...(closure.bundle?.inputs ?? [])]) };
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function checkLanguage(document: Document, { entry, lang }: StageOptions): void {
  const html = [...elementsOf(document)].find((element) => element.tagName === 'html');
  const found = (html && attribute(html, 'lang')) ?? '';
  if (found !== lang)
    throw new StageError(
      entry,
      `<html lang="${found}">`,
      'the document names another language',
      `Set "${lang}".`,
    );
}

function stagedBytes(site: BuiltSite, closure: Closure, file: string, bytes: Uint8Array): Uint8Array {
  if (file.endsWith('.js'))
    return encode(new TextDecoder().decode(bytes).replace(/\n?\/\/# sourceMappingURL=.*$/m, ''));
  if (!file.endsWith('.css')) return bytes;
  // Style sheets stand in assets/ beside what they name.
  const visit = (url: string) => stagedUrl(site, closure, url, file).replace(/^assets\//, '');
  return encode(rewriteCss(new TextDecoder().decode(bytes), visit));
}

/** A sub-resource's URL as seen from the root of the package. */
function stagedUrl(site: BuiltSite, closure: Closure, url: string, from: string): string {
  const file = resourceFile(site, url, from);
  if (file === undefined) return url;
  const bytes = closure.files.get(file);
  const target = resolveUrl(site, url, from);
  if (!bytes || target.kind !== 'file')
    throw new StageError(from, url, 'not staged', 'This is a fault of the packer.');
  return stagedName(site, file, bytes) + target.suffix;
}

function isLinked(site: BuiltSite, entry: string, document: Document, file: string): boolean {
  return [...elementsOf(document)].some((element) => {
    const href = element.tagName === 'link' ? attribute(element, 'href') : undefined;
    const target = href === undefined ? undefined : resolveUrl(site, href, entry);
    return target?.kind === 'file' && target.file === file;
  });
}

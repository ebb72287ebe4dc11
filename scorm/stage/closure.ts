import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { ClassicBundle, ModuleScript } from './classic.ts';
import { bundleClassic } from './classic.ts';
import { urlsOfCss } from './css.ts';
import type { Document } from './html.ts';
import { attribute, elementsOf, textOf } from './html.ts';
import { isModule, referencesOf } from './references.ts';
import type { BuiltSite } from './urls.ts';
import { resolveUrl, StageError } from './urls.ts';

/** Everything a document needs: files to copy (path in the site → bytes) and its scripts as one classic bundle. */
export interface Closure {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly bundle: ClassicBundle | undefined;
}

/**
 * Finds every file that `document` (the parsed `entry`) needs. Unused links such as `canonical` have to be gone.
 * @throws StageError for a sub-resource that is missing or on another host.
 */
export async function closeOver(site: BuiltSite, entry: string, document: Document): Promise<Closure> {
  const files = new Map<string, Uint8Array>();
  const modules = modulesOf(site, entry, document);
  for (const { kind, url, element } of referencesOf(document)) {
    if (kind === 'resource' && !isModule(element)) addFile(site, files, url, entry);
  }
  if (modules.length === 0) return { files, bundle: undefined };
  const assetUrl = (file: string) => stagedName(site, file, readFileSync(join(site.dist, file)));
  const bundle = await bundleClassic(site, entry, modules, assetUrl);
  for (const file of [...bundle.assets, ...bundle.styles])
    addFile(site, files, site.base + encodeURI(file), entry);
  return { files, bundle };
}

/**
 * The name of a copied file in a package: short, ASCII, lower case, with a hash of its bytes against old caches. Style
 * sheets name other files by the address of the site, which must not show in a package: the same content gives the
 * same package wherever the site stands.
 */
export function stagedName(site: BuiltSite, file: string, bytes: Uint8Array): string {
  const extension = posix.extname(file).toLowerCase();
  const stem = posix.basename(file).split('.')[0] ?? '';
  const words = stem.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const short = words.slice(0, 24).replace(/^-+|-+$/g, '') || 'file';
  const own = extension === '.css' ? new TextDecoder().decode(bytes).replaceAll(site.base, '/') : bytes;
  const hash = createHash('sha256').update(own).digest('hex').slice(0, 8);
  return `assets/${short}-${hash}${extension}`;
}

function modulesOf(site: BuiltSite, entry: string, document: Document): ModuleScript[] {
  const scripts = [...elementsOf(document)].filter(isModule);
  return scripts.map((script) => {
    const src = attribute(script, 'src');
    return src === undefined ? { code: textOf(script) } : { file: resourceFile(site, src, entry) ?? '' };
  });
}

function addFile(site: BuiltSite, files: Map<string, Uint8Array>, url: string, from: string): void {
  const file = resourceFile(site, url, from);
  if (file === undefined || files.has(file)) return;
  if (/\.(html?|mjs|map)$/i.test(file))
    throw new StageError(
      from,
      url,
      'a package cannot hold this file',
      'Use classic .js, images, fonts and styles.',
    );
  const bytes = readFileSync(join(site.dist, file));
  files.set(file, bytes);
  if (!file.endsWith('.css')) return;
  for (const inner of urlsOfCss(new TextDecoder().decode(bytes))) addFile(site, files, inner, file);
}

/**
 * The file of the site that a sub-resource URL names; undefined for `data:` and fragments.
 * @throws StageError if there is none.
 */
export function resourceFile(site: BuiltSite, url: string, from: string): string | undefined {
  const target = resolveUrl(site, url, from);
  switch (target.kind) {
    case 'file':
      return target.file;
    case 'fragment':
    case 'data':
      return undefined;
    case 'missing':
      throw new StageError(
        from,
        url,
        'this file is not in the built site',
        'Correct the address or add the file.',
      );
    default:
      throw new StageError(
        from,
        url,
        'a package may load nothing from outside',
        'Keep the file in the project and use its own copy.',
      );
  }
}

import { readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import type { BuildFailure, BuildOptions, Plugin } from 'esbuild';
import { build } from 'esbuild';
import type { BuiltSite } from './urls.ts';
import { resolveUrl, StageError } from './urls.ts';

/** The oldest browsers that packages run in; esbuild lowers newer syntax. */
const BROWSERS = ['chrome87', 'firefox115', 'safari15'];

const CLASSIC = {
  bundle: true,
  format: 'iife',
  write: false,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'silent',
  target: BROWSERS,
} as const satisfies BuildOptions;

/** One module script of a document: a file of the site, or inline code. */
export type ModuleScript = { readonly file: string } | { readonly code: string };

export interface ClassicBundle {
  readonly code: string;
  /** Scripts of the site that went into it. */
  readonly inputs: ReadonlySet<string>;
  /** Files that its code names by URL. */
  readonly assets: ReadonlySet<string>;
  /** Style sheets that came with a dynamic import; the document has to link them. */
  readonly styles: ReadonlySet<string>;
}

interface Gathered {
  readonly site: BuiltSite;
  readonly document: string;
  readonly modules: readonly ModuleScript[];
  readonly assetUrl: (file: string) => string;
  readonly inputs: Set<string>;
  readonly assets: Set<string>;
  readonly styles: Set<string>;
}

/**
 * Makes one classic script of a document's module scripts, in their order, dynamic imports included: classic scripts
 * run with a wrong MIME type and from `file:`, where the HTML standard refuses modules.
 * `assetUrl` names a file of the site as seen from the packed document.
 * @throws StageError if an import leads outside the site or the code cannot be lowered.
 */
export async function bundleClassic(
  site: BuiltSite,
  document: string,
  modules: readonly ModuleScript[],
  assetUrl: (file: string) => string,
): Promise<ClassicBundle> {
  const sets = { inputs: new Set<string>(), assets: new Set<string>(), styles: new Set<string>() };
  const gathered: Gathered = { site, document, modules, assetUrl, ...sets };
  try {
    const result = await build({
      stdin: { contents: modules.map((_, i) => `import "sog-module:${i}";`).join('\n'), loader: 'js' },
      ...CLASSIC,
      // Modules are strict; esbuild does not say so in an IIFE.
      banner: { js: '"use strict";' },
      define: { 'import.meta.url': 'document.baseURI', 'import.meta.resolve': 'undefined' },
      plugins: [siteModules(gathered)],
    });
    return { code: result.outputFiles[0]?.text ?? '', ...sets };
  } catch (error) {
    throw asStageError(error, document);
  }
}

function siteModules(gathered: Gathered): Plugin {
  const { site, document, modules } = gathered;
  return {
    name: 'site-modules',
    setup(build) {
      build.onResolve({ filter: /^sog-module:/ }, ({ path }) => {
        const script = modules[Number(path.slice('sog-module:'.length))];
        if (script && 'file' in script) return { path: join(site.dist, script.file) };
        return { path, namespace: 'inline' };
      });
      build.onResolve({ filter: /.*/ }, ({ path, importer, namespace }) => {
        const from = namespace === 'inline' ? document : relative(site.dist, importer).split(sep).join('/');
        const bare = !/^(\.{0,2}\/)/.test(path);
        const target = resolveUrl(site, path, from);
        if (bare || target.kind !== 'file')
          throw new StageError(from, path, 'a script imports what is not in the site', IMPORT_HINT);
        return { path: join(site.dist, target.file) };
      });
      build.onLoad({ filter: /.*/, namespace: 'inline' }, ({ path }) => {
        const script = modules[Number(path.slice('sog-module:'.length))];
        const code = script && 'code' in script ? script.code : '';
        return { contents: localise(gathered, code, document), loader: 'js' };
      });
      build.onLoad({ filter: /.*/ }, ({ path }) => {
        const file = relative(site.dist, path).split(sep).join('/');
        gathered.inputs.add(file);
        return { contents: localise(gathered, readFileSync(path, 'utf8'), file), loader: 'js' };
      });
    },
  };
}

const IMPORT_HINT = 'Import only files of the project, so that the build bundles them.';

// Vite 8 lists what a dynamic import preloads in `__vite__mapDeps`, with URLs that a package does not have.
const MAP_DEPS = /(?:const|var|let) __vite__mapDeps=[^[]*\[([^\]]*)\]\)\)\)=>i\.map\(i=>d\[i\]\);/;

/** Empties Vite's preload list and turns URLs of built files into those of the package. */
function localise(gathered: Gathered, code: string, from: string): string {
  const { site } = gathered;
  const withoutPreload = code.replace(MAP_DEPS, (_, list: string) => {
    for (const [, path = ''] of list.matchAll(/"([^"]+\.css)"/g)) {
      const target = resolveUrl(site, path.startsWith('/') ? path : site.base + path, from);
      if (target.kind === 'file') gathered.styles.add(target.file);
    }
    return 'const __vite__mapDeps=()=>[];';
  });
  return withoutPreload.replace(
    /(["'`])(\/[^"'`\s\\]*\.[A-Za-z0-9]+)\1/g,
    (whole, quote: string, url: string) => {
      if (!url.startsWith(site.base)) return whole;
      const target = resolveUrl(site, url, from);
      if (target.kind !== 'file' || /\.(html|m?js)$/.test(target.file)) return whole;
      gathered.assets.add(target.file);
      return `${quote}${gathered.assetUrl(target.file)}${quote}`;
    },
  );
}

function asStageError(error: unknown, document: string): StageError {
  const cause = isBuildFailure(error)
    ? error.errors.find((e) => e.detail instanceof StageError)?.detail
    : undefined;
  if (cause instanceof StageError) return cause;
  const text = error instanceof Error ? error.message : String(error);
  return new StageError(
    document,
    posix.basename(document),
    `its module scripts cannot become one classic script (${text})`,
    'Look at the script named above; top-level await cannot be bundled.',
  );
}

const isBuildFailure = (error: unknown): error is BuildFailure => error instanceof Error && 'errors' in error;

/**
 * Bundles a source file (TypeScript) into one classic script: the early script in a package's head, the local LMS.
 * @throws if esbuild reports an error.
 */
export async function bundleSource(entry: string): Promise<string> {
  const result = await build({ entryPoints: [entry], ...CLASSIC });
  return (result.outputFiles[0]?.text ?? '').trim();
}

import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexEntry } from '../index-json.ts';
import { unpackZip } from '../zip.ts';
import type { ListedPackage, MimeMode } from './protocol.ts';

/** Unpacked packages under an address that no package can count on. */
export interface PackageShelf {
  list(): ListedPackage[];
  /** The file at a path of the server, or undefined; a folder has no index. */
  find(path: string): { readonly bytes: Uint8Array; readonly type: string } | undefined;
}

// Legal in a URL once encoded, and enough to break code that builds addresses by hand.
const FOLDER = 'Course 1 (new) & more';
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  woff2: 'font/woff2',
  txt: 'text/plain',
  xml: 'text/xml',
};
// Moodle 4.5 and plain servers know these; the others are what they guess wrong.
const SURE = new Set(['html', 'css', 'svg', 'png', 'jpg', 'xml']);
const UNKNOWN = 'application/octet-stream';

export function openShelf(dist: string): PackageShelf {
  const token = randomBytes(6).toString('hex');
  const folder = join(dist, 'packages');
  const unpacked = new Map<
    string,
    { readonly modified: number; readonly files: ReadonlyMap<string, Uint8Array> }
  >();
  const home = (file: string, mime: MimeMode) =>
    `/content/${token}/${mime}/${encodeURIComponent(FOLDER)}/${encodeURIComponent(file.replace(/\.zip$/, ''))}`;

  const filesOf = (name: string): ReadonlyMap<string, Uint8Array> | undefined => {
    const path = join(folder, `${name}.zip`);
    const stat = /^[\w.-]+$/.test(name) ? statSync(path, { throwIfNoEntry: false }) : undefined;
    if (!stat) return undefined;
    const known = unpacked.get(name);
    if (known?.modified === stat.mtimeMs) return known.files;
    const files = unpackZip(new Uint8Array(readFileSync(path)));
    unpacked.set(name, { modified: stat.mtimeMs, files });
    return files;
  };

  return {
    list: () => {
      const launch = (file: string) => ({
        normal: `${home(file, 'normal')}/index.html`,
        unknown: `${home(file, 'unknown')}/index.html`,
      });
      return readIndex(folder).map((entry) => ({ ...entry, launch: launch(entry.file) }));
    },
    find: (path) => {
      const [, content, given, mime, folderName, name, ...rest] = path.split('/');
      if (content !== 'content' || given !== token || folderName !== FOLDER || name === undefined)
        return undefined;
      const bytes = filesOf(name)?.get(rest.join('/'));
      const extension = path.split('.').at(-1) ?? '';
      const known = mime === 'normal' || SURE.has(extension);
      return bytes && { bytes, type: (known && TYPES[extension]) || UNKNOWN };
    },
  };
}

function readIndex(folder: string): IndexEntry[] {
  try {
    return (JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { packages: IndexEntry[] })
      .packages;
  } catch {
    return [];
  }
}

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folderName, zipName } from '../../scorm/usb/edition.ts';
import { unpackZip } from '../../scorm/zip.ts';
import type { Lang } from '../../src/curriculum/schema/common.ts';

/** @throws Error that says how to get it. */
export function usbZip(lang: Lang): Uint8Array {
  const path = join('dist-usb', zipName(lang));
  if (!existsSync(path)) throw new Error(`${path} is not there. Make it first: npm run usb`);
  return new Uint8Array(readFileSync(path));
}

/** An edition unpacked where people unpack it: in a folder with a space and Khmer letters in its path. */
export interface Stick {
  readonly folder: string;
  /** The address of a document, with its fragment. */
  readonly url: (document: string) => string;
  readonly remove: () => void;
}

export function unpackStick(lang: Lang): Stick {
  const root = mkdtempSync(join(tmpdir(), 'sog-usb-'));
  const place = join(root, 'ដុំ USB ១ (copy)');
  for (const [path, bytes] of unpackZip(usbZip(lang))) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), bytes);
  }
  const folder = join(place, folderName(lang));
  return {
    folder,
    url: (document) => {
      const [name = '', fragment] = document.split('#');
      return pathToFileURL(join(folder, name)).href + (fragment === undefined ? '' : `#${fragment}`);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Editions unpacked when first asked for, one a language. */
export function sticks() {
  const unpacked = new Map<Lang, Stick>();
  return {
    stick(lang: Lang): Stick {
      const found = unpacked.get(lang) ?? unpackStick(lang);
      unpacked.set(lang, found);
      return found;
    },
    removeAll(): void {
      for (const each of unpacked.values()) each.remove();
      unpacked.clear();
    },
  };
}

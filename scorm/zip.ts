import { unzipSync, zipSync } from 'fflate';
import { byCodeUnit } from './manifest/names.ts';

// fflate writes a date's local fields, so a date made of local fields is the same bytes in every time zone.
const DATE = new Date(2020, 0, 1);

/**
 * Zips files in a fixed order with a fixed date, so that the same files are the same bytes anywhere: an LMS skips an
 * unchanged package by its hash. Deflate only, no directory entries, UTF-8 flag where a name needs it.
 */
export function makeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => byCodeUnit(a, b));
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: DATE });
}

/** One entry of a zip's central directory (PKZIP APPNOTE §4.3.12). */
export interface ZipEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  /** Compressed bytes. */
  readonly packed: number;
  /** DOS date and time as one number. */
  readonly modified: number;
  readonly zip64: boolean;
  /** Whether the name has bytes outside ASCII. */
  readonly nonAscii: boolean;
}

export class ZipError extends Error {
  override readonly name = 'ZipError';
}

/**
 * Path → bytes of every entry that is not a directory.
 * @throws ZipError if the bytes are no zip, or one that cannot be unpacked.
 */
export function unpackZip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter: ({ name }) => !name.endsWith('/') })));
  } catch (error) {
    throw new ZipError(
      `the zip cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/**
 * The central directory of a zip, as it stands.
 * @throws ZipError if the bytes are no zip.
 */
export function readDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50)
      throw new ZipError('the directory of the zip is damaged');
    const nameLength = view.getUint16(at + 28, true);
    const raw = bytes.subarray(at + 46, at + 46 + nameLength);
    const flags = view.getUint16(at + 8, true);
    entries.push({
      name: new TextDecoder(flags & 0x800 ? 'utf-8' : 'latin1').decode(raw),
      flags,
      method: view.getUint16(at + 10, true),
      modified: view.getUint32(at + 12, true),
      packed: view.getUint32(at + 20, true),
      zip64: view.getUint32(at + 20, true) === 0xffffffff || view.getUint16(at + 6, true) >= 45,
      nonAscii: raw.some((byte) => byte > 127),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const least = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= least; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new ZipError('this is not a zip file');
}

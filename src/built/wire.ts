import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What a file costs on the wire, in bytes. */
export interface Wire {
  /** As nginx sends it with `gzip_comp_level 6`: every host can do this, so budgets are judged by it. */
  readonly gzip: number;
  /** As a host with Brotli at level 6, the usual one for compressing on the fly, would send it. */
  readonly brotli: number;
}

/** Formats that are compressed already, which no server compresses again. */
const COMPRESSED = /\.(woff2?|png|jpe?g|webp|avif|gif|zip|mp3|mp4|pf_\w+|pagefind)$/;

export function gzipBytes(path: string, bytes: Uint8Array): number {
  return COMPRESSED.test(path) ? bytes.length : gzipSync(bytes, { level: 6 }).length;
}

export function wireBytes(path: string, bytes: Uint8Array): Wire {
  const gzip = gzipBytes(path, bytes);
  if (COMPRESSED.test(path)) return { gzip, brotli: gzip };
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 6,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return { gzip, brotli: brotliCompressSync(bytes, { params }).length };
}

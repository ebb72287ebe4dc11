import { crc32, deflateSync } from 'node:zlib';

/** A picture of at most 256 colours: `pixels` holds one index into `palette` (red, green, blue) a pixel. */
export interface PalettePicture {
  readonly width: number;
  readonly height: number;
  readonly palette: readonly (readonly [number, number, number])[];
  readonly pixels: Uint8Array;
}

/** A PNG of colour type 3 (W3C PNG, third edition): flat drawings become a third as large as in full colour. */
export function encodePng({ width, height, palette, pixels }: PalettePicture): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  out.set(body, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/**
 * Brings a picture of any number of colours (red, green, blue, alpha a pixel) down to `colours`: the most frequent
 * ones stay, and every other becomes the nearest of them. Enough for flat drawings and the edges of letters.
 */
export function quantise(width: number, height: number, rgba: Uint8Array, colours: number): PalettePicture {
  const counts = new Map<number, number>();
  const at = (i: number) => ((rgba[i] ?? 0) << 16) | ((rgba[i + 1] ?? 0) << 8) | (rgba[i + 2] ?? 0);
  for (let i = 0; i < rgba.length; i += 4) counts.set(at(i), (counts.get(at(i)) ?? 0) + 1);
  const palette = [...counts]
    .sort(([a, n], [b, m]) => m - n || a - b)
    .slice(0, colours)
    .map(([colour]) => parts(colour));
  const nearest = new Map<number, number>();
  for (const colour of counts.keys()) nearest.set(colour, nearestOf(parts(colour), palette));
  const pixels = new Uint8Array(width * height);
  for (let i = 0; i < pixels.length; i++) pixels[i] = nearest.get(at(i * 4)) ?? 0;
  return { width, height, palette, pixels };
}

function parts(colour: number): [number, number, number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function nearestOf([r, g, b]: readonly number[], palette: PalettePicture['palette']): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  palette.forEach(([pr, pg, pb], i) => {
    const distance = (pr - (r ?? 0)) ** 2 + (pg - (g ?? 0)) ** 2 + (pb - (b ?? 0)) ** 2;
    if (distance < least) [best, least] = [i, distance];
  });
  return best;
}

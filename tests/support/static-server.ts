import { createServer, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { has, readDist } from '../../src/built/dist.ts';

export const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  png: 'image/png',
  webp: 'image/webp',
  zip: 'application/zip',
  webmanifest: 'application/manifest+json',
};
const TEXT = /\.(html|css|js|json|svg)$/;

export interface StaticServer {
  readonly origin: string;
  /** Bodies sent so far, to the page and to its workers alike. */
  sent(): { readonly bytes: number; readonly requests: number };
  close(): Promise<void>;
}

/** Serves a built site as a plain host does: gzip, hashed files kept, pages asked for again. */
export async function serveStatic(folder: string, base: string): Promise<StaticServer> {
  const dist = readDist(folder);
  const packed = new Map<string, Uint8Array>();
  let bodies = { bytes: 0, requests: 0 };
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, ''));
    const inside = path.startsWith(base) ? path.slice(base.length) : undefined;
    const file = [inside, `${inside}index.html`].find((name) => name !== undefined && has(dist, name));
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const text = TEXT.test(file);
    const bytes = packed.get(file) ?? (text ? gzipSync(dist.read(file), { level: 6 }) : dist.read(file));
    packed.set(file, bytes);
    response.writeHead(200, {
      'content-type': TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
      'cache-control': file.startsWith('_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-length': bytes.length,
      ...(text && { 'content-encoding': 'gzip', vary: 'accept-encoding' }),
    });
    bodies = { bytes: bodies.bytes + bytes.length, requests: bodies.requests + 1 };
    response.end(bytes);
  });
  await listening(server);
  const address = server.address();
  if (!address || typeof address !== 'object') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    sent: () => bodies,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

export function listening(server: Server): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => done());
  });
}

import { createServer } from 'node:http';
import { type Dist, has } from '../../src/built/dist.ts';
import { listening, TYPES } from './static-server.ts';

/** A host on a bad line: it can be cut off, lose single files, or be given another version of the site. */
export interface WeakServer {
  readonly origin: string;
  /** Paths below the base that were answered since the last look, in order. */
  answered(): string[];
  /** Every request breaks off, as without a network: for pages and for workers. */
  cut(): void;
  mend(): void;
  /** Answers that many files more, then is cut. */
  cutAfter(files: number): void;
  /** Requests whose path matches wait until `mend`. */
  hold(path: RegExp): void;
  serve(dist: Dist): void;
  close(): Promise<void>;
}

export async function startWeakServer(first: Dist, base: string): Promise<WeakServer> {
  let dist = first;
  let left = Number.POSITIVE_INFINITY;
  let held: RegExp | undefined;
  let release: (() => void)[] = [];
  let log: string[] = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, '')).slice(base.length);
    if (left <= 0) {
      request.socket.destroy();
      return;
    }
    left -= 1;
    if (held?.test(path)) await new Promise<void>((done) => release.push(done));
    const file = [path, `${path}index.html`].find((name) => has(dist, name));
    log.push(path);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
      'cache-control': file.startsWith('_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      connection: 'close',
    });
    response.end(dist.read(file));
  });
  await listening(server);
  const address = server.address();
  if (!address || typeof address !== 'object') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    answered: () => {
      const seen = log;
      log = [];
      return seen;
    },
    cut: () => {
      left = 0;
    },
    mend: () => {
      left = Number.POSITIVE_INFINITY;
      held = undefined;
      for (const go of release) go();
      release = [];
    },
    cutAfter: (files) => {
      left = files;
    },
    hold: (path) => {
      held = path;
    },
    serve: (next) => {
      dist = next;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

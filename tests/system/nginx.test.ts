import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDist } from '../../src/built/dist.ts';
import { gzipBytes } from '../../src/built/wire.ts';
import { BASE } from '../support/addresses.ts';
import { type Nginx, startNginx } from '../support/nginx.ts';
import { rawGet } from '../support/raw-get.ts';

/** docs/nginx.conf as it is deployed: headers, caching, compression, addresses. */
const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'";
const KEPT = 'public, max-age=31536000, immutable';

if (!existsSync('dist/index.html')) {
  throw new Error(
    `There is no dist; build first: BASE_PATH=${BASE} npm run build (npm run test:system does)`,
  );
}
const dist = readDist('dist');
if (!dist.text('km/index.html').includes(`href="${BASE}`)) {
  throw new Error(`dist was not built for ${BASE}; run: BASE_PATH=${BASE} npm run build`);
}
const one = (name: RegExp) => {
  const found = dist.paths.find((path) => name.test(path));
  if (found === undefined) throw new Error(`dist has no file like ${name}`);
  return found;
};
const script = one(/^_astro\/.*\.js$/);
const lesson = one(/^km\/[^/]+\/[^/]+\/index\.html$/);

let nginx: Nginx;
beforeAll(async () => {
  nginx = await startNginx('docs/nginx.conf', 'dist');
});
afterAll(() => nginx?.stop());
const ask = (path: string, headers: Record<string, string> = {}) =>
  rawGet(`${nginx.origin}${BASE}${path}`, headers);

test('every file of the site comes with the whole policy', async () => {
  const wrong: string[] = [];
  for (const path of [...dist.paths, 'no/such/page/']) {
    const { headers } = await ask(encodeURI(path));
    const good =
      headers['content-security-policy'] === POLICY &&
      headers['x-content-type-options'] === 'nosniff' &&
      headers['referrer-policy'] === 'no-referrer' &&
      /camera=\(\), .*microphone=\(\)/.test(String(headers['permissions-policy']));
    if (!good) wrong.push(path);
  }
  expect(wrong).toEqual([]);
});

test('a redirect and an unchanged file come with the policy too', async () => {
  const moved = await ask(lesson.replace('/index.html', ''));
  expect([moved.status, moved.headers['content-security-policy']]).toEqual([301, POLICY]);
  const { headers } = await ask(script);
  const again = await ask(script, { 'if-none-match': String(headers.etag) });
  expect([again.status, again.headers['content-security-policy']]).toEqual([304, POLICY]);
});

test.each([
  [/\.html$/, 'text/html; charset=utf-8'],
  [/^_astro\/.*\.js$/, 'application/javascript; charset=utf-8'],
  [/^_astro\/.*\.css$/, 'text/css; charset=utf-8'],
  [/\.woff2$/, 'font/woff2'],
  [/\.svg$/, 'image/svg+xml'],
  [/\.json$/, 'application/json; charset=utf-8'],
  [/\.zip$/, 'application/zip'],
  [/^sw\.js$/, 'application/javascript; charset=utf-8'],
  [/\.webmanifest$/, 'application/manifest+json; charset=utf-8'],
])('a file like %s is sent as %s, since browsers may not guess', async (name, type) => {
  const { status, headers } = await ask(one(name));
  expect([status, headers['content-type']]).toEqual([200, type]);
});

describe('caching', () => {
  test('files whose name carries a hash are kept for ever', async () => {
    const hashed = dist.paths.filter((path) => /^_astro\/|\.pf_(fragment|index|meta|filter)$/.test(path));
    expect(hashed.length).toBeGreaterThan(3);
    for (const path of hashed)
      expect([path, (await ask(path)).headers['cache-control']]).toEqual([path, KEPT]);
  });

  test('everything else is asked for again', async () => {
    const named = dist.paths.filter((path) => !/^_astro\/|\.pf_(fragment|index|meta|filter)$/.test(path));
    expect(named).toEqual(expect.arrayContaining(['packages/index.json', 'offline/list.json', 'sw.js']));
    for (const path of named) {
      expect([path, (await ask(encodeURI(path))).headers['cache-control']]).toEqual([path, 'no-cache']);
    }
  });

  test('an unchanged page costs a 304, not its bytes', async () => {
    const { headers } = await ask(lesson);
    const again = await ask(lesson, { 'if-none-match': String(headers.etag) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  test('a script that is missing today may be there tomorrow', async () => {
    const { status, headers } = await ask('_astro/gone.abcdefgh.js');
    expect([status, headers['cache-control']]).toEqual([404, 'no-cache']);
  });
});

describe('addresses', () => {
  test('an unknown one answers 404 with our page', async () => {
    const { status, body } = await ask('km/no-such-module/');
    expect(status).toBe(404);
    expect(Buffer.from(body).toString()).toBe(dist.text('404.html'));
  });

  test('one without its last slash is sent on, within the site', async () => {
    const folder = lesson.replace('/index.html', '');
    expect((await ask(folder)).headers.location).toBe(`${BASE}${folder}/`);
    expect((await rawGet(`${nginx.origin}${BASE.slice(0, -1)}`)).headers.location).toBe(BASE);
  });
});

describe('compression', () => {
  const packed = { 'accept-encoding': 'gzip' };

  test('text is compressed, within 4 % of what the budgets count', async () => {
    const texts = dist.paths.filter(
      (path) => /\.(html|css|js|svg|json)$/.test(path) && dist.read(path).length > 1000,
    );
    for (const path of texts) {
      const { headers, body } = await ask(encodeURI(path), packed);
      const counted = gzipBytes(path, dist.read(path));
      expect([path, headers['content-encoding']]).toEqual([path, 'gzip']);
      expect(Math.abs(body.length / counted - 1), path).toBeLessThan(0.04);
    }
  });

  test('what is compressed already is sent as it is', async () => {
    for (const name of [/\.woff2$/, /\.zip$/]) {
      expect((await ask(one(name), packed)).headers['content-encoding']).toBeUndefined();
    }
  });
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The headers stand in several documents for several servers; they must not drift apart. */
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'",
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  'X-Content-Type-Options': 'nosniff',
};

test.each(Object.entries(HEADERS))('%s is the same for every server', (name, value) => {
  const text = ['docs/deploy.md', 'docs/nginx.conf'].map((file) => readFileSync(file, 'utf8')).join('\n');
  const given = [...text.matchAll(new RegExp(`${name}:? (?:"([^"]+)"|([^\\n"]+))`, 'g'))].map(
    ([, quoted, bare]) => quoted ?? bare,
  );
  expect(given.length).toBe(4);
  expect(new Set(given)).toEqual(new Set([value]));
});

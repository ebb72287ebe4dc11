import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runBuild } from '../support/build-elsewhere.ts';

test('the same input gives the same packages, byte for byte, in another time zone and at another address', () => {
  const out = mkdtempSync(join(tmpdir(), 'sog-again-'));
  try {
    const env = { TZ: 'Asia/Phnom_Penh', BASE_PATH: '/elsewhere/', SITE_URL: 'https://example.org' };
    runBuild(process.cwd(), ['--outDir', out], env);
    const list = (folder: string) => readFileSync(join(folder, 'packages', 'index.json'), 'utf8');
    expect(list(out)).toBe(list('dist'));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}, 120_000);

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { close } from 'pagefind';
import { BROWSER_ARGS } from '../../src/cli/browser.ts';
import { LANGS } from '../../src/curriculum/schema/common.ts';
import { pagefindFiles } from '../../src/search/index-files.ts';
import { readSearchWords } from '../../src/search/words-file.ts';
import { type Judged, judgedQueries, testDocuments } from './search-data.ts';
import type { Answers } from './search-measure.ts';

const words = readSearchWords('content/search.yaml');

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', json: 'application/json' };
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/** The index and a page for each language, under the site's own content policy. */
async function serveIndex(): Promise<{ port: number; stop: () => void }> {
  const documents = LANGS.flatMap(testDocuments);
  const files = new Map((await pagefindFiles(documents)).map(({ path, content }) => [`/${path}`, content]));
  await close();
  const script = await build({
    entryPoints: ['tests/bench/search-browser.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'chrome87',
  });
  files.set('/search-browser.js', script.outputFiles[0]?.contents ?? '');
  for (const lang of LANGS)
    files.set(
      `/${lang}`,
      `<!doctype html><html lang="${lang}"><script type="module" src="/search-browser.js"></script>`,
    );
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const content = files.get(path);
    const ending = path.slice(path.lastIndexOf('.') + 1);
    const type =
      TYPES[ending] ?? (path.includes('.') ? 'application/octet-stream' : 'text/html; charset=utf-8');
    response.writeHead(content === undefined ? 404 : 200, {
      'content-type': type,
      'content-security-policy': POLICY,
    });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, stop: () => server.close() };
}

/** Answers to every judged query from a Pagefind index of the same documents, in a headless browser. */
export async function pagefindAnswers(): Promise<Answers> {
  const { port, stop } = await serveIndex();
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: BROWSER_ARGS,
  });
  const answers = new Map<Judged, readonly string[]>();
  try {
    for (const lang of LANGS) {
      const ids = new Map(testDocuments(lang).map(({ url, id }) => [url, id]));
      const judged = judgedQueries().filter((query) => query.lang === lang);
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${port}/${lang}`);
      await page.waitForFunction(() => 'answerAll' in window);
      const urls = await page.evaluate(([l, queries, groups]) => window.answerAll(l, queries, groups), [
        lang,
        judged.map(({ q }) => q),
        words[lang],
      ] as const);
      judged.forEach((query, i) => {
        answers.set(
          query,
          (urls[i] ?? []).map((url) => ids.get(url) ?? url),
        );
      });
      await page.close();
    }
  } finally {
    await browser.close();
    stop();
  }
  return answers;
}

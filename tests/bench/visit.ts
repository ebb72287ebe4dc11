import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';

/** A cheap phone on a slow line: 400 kbit/s, 400 ms there and back, a quarter of this machine's speed. */
const LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const SLOWER = 4;
const SCREEN = { width: 360, height: 640 };

/** One page load. Times in ms since the navigation began, bytes as they came over the wire. */
export interface Visit {
  readonly bytes: number;
  readonly imageBytes: number;
  readonly requests: number;
  readonly fcp: number;
  readonly lcp: number;
  readonly cls: number;
  /** Total blocking time: what tasks after the first paint took beyond 50 ms each. */
  readonly tbt: number;
  readonly longestTask: number;
  /** When the first question showed what it makes of an answer. NaN on a page without a question. */
  readonly firstAnswer: number;
}

/** Opens `first` in a fresh browser profile and `next` after it: paint and weight, then (anew) answering. */
export async function visitLessons(browser: Browser, first: string, next: string): Promise<[Visit, Visit]> {
  const paints = await inTurn(browser, [first, next], watchPaint);
  const answers = await inTurn(browser, [first, next], timeToAnswer);
  const [one, two] = paints.map((paint, i) => ({ ...paint, firstAnswer: answers[i] ?? Number.NaN }));
  if (!one || !two) throw new Error('a page was not measured');
  return [one, two];
}

async function inTurn<T>(
  browser: Browser,
  urls: readonly string[],
  measure: (page: Page, session: CDPSession, url: string) => Promise<T>,
): Promise<T[]> {
  const context: BrowserContext = await browser.newContext({
    viewport: SCREEN,
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  const results: T[] = [];
  for (const url of urls) {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', LINE);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    results.push(await measure(page, session, url));
    await page.close();
  }
  await context.close();
  return results;
}

interface Paint {
  fcp: number;
  lcp: number;
  cls: number;
  tasks: { start: number; duration: number }[];
}

async function watchPaint(page: Page, session: CDPSession, url: string) {
  const wire = countWire(session);
  await page.addInitScript(() => {
    const seen: Paint = { fcp: 0, lcp: 0, cls: 0, tasks: [] };
    Reflect.set(window, 'seenPaint', seen);
    const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    watch('paint', (entry) => {
      if (entry.name === 'first-contentful-paint') seen.fcp = entry.startTime;
    });
    watch('largest-contentful-paint', (entry) => {
      seen.lcp = entry.startTime;
    });
    watch('layout-shift', (entry) => {
      seen.cls += Number(Reflect.get(entry, 'value'));
    });
    watch('longtask', ({ startTime, duration }) => seen.tasks.push({ start: startTime, duration }));
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1000);
  const seen: Paint = await page.evaluate(() => Reflect.get(window, 'seenPaint'));
  const after = seen.tasks.filter(({ start, duration }) => start + duration > seen.fcp);
  return {
    ...wire(),
    fcp: seen.fcp,
    lcp: seen.lcp,
    cls: seen.cls,
    tbt: after.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
    longestTask: Math.max(0, ...after.map(({ duration }) => duration)),
  };
}

function countWire(session: CDPSession): () => { bytes: number; imageBytes: number; requests: number } {
  const kept = new Set<string>();
  const images = new Set<string>();
  const finished = new Map<string, number>();
  session.on('Network.requestServedFromCache', ({ requestId }) => kept.add(requestId));
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Image') images.add(requestId);
    if (response.fromDiskCache || response.url.startsWith('data:')) kept.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    finished.set(requestId, encodedDataLength),
  );
  return () => {
    const fetched = [...finished].filter(([id]) => !kept.has(id));
    const sum = (entries: [string, number][]) => entries.reduce((bytes, [, size]) => bytes + size, 0);
    return {
      bytes: sum(fetched),
      imageBytes: sum(fetched.filter(([id]) => images.has(id))),
      requests: fetched.length,
    };
  };
}

/**
 * Searches on a page in a fresh profile through `window.sogSearch`, at full speed: the engine runs in a worker, which
 * the line above does not slow down. Gives the number of results, or undefined on a site without search.
 * `loaded` is called when the page is at rest, before the search.
 */
export async function firstSearch(
  browser: Browser,
  url: string,
  query: string,
  loaded: () => void,
): Promise<number | undefined> {
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle');
  loaded();
  const results = await page.evaluate(async (words): Promise<number | undefined> => {
    const search: unknown = Reflect.get(window, 'sogSearch');
    if (typeof search !== 'function') return undefined;
    const found: readonly unknown[] = await search(words);
    return found.length;
  }, query);
  await page.waitForLoadState('networkidle');
  await page.close();
  return results;
}

/** Answers the first question as soon as the page lets anybody, as a person would: choose, check, read. */
async function timeToAnswer(page: Page, _session: CDPSession, url: string): Promise<number> {
  await page.addInitScript(() => {
    const done = new Promise<number>((resolve) => {
      const look = setInterval(() => {
        const question = document.querySelector('sog-question');
        const status = question?.querySelector('[data-status]');
        if (!question || !status) return;
        const { top, bottom } = question.getBoundingClientRect();
        if (bottom < 0 || top > innerHeight) question.scrollIntoView();
        const button = question.querySelector<HTMLButtonElement>('[data-check]');
        if (!question.matches(':defined') || !button || button.offsetParent === null) return;
        if (!question.querySelector('input:checked')) question.querySelector('input')?.click();
        button.click();
        if (status.textContent === '') return;
        clearInterval(look);
        resolve(performance.now());
      }, 20);
    });
    Reflect.set(window, 'firstAnswer', done);
  });
  await page.goto(url, { waitUntil: 'commit' });
  const timeout = new Promise<number>((resolve) => setTimeout(() => resolve(Number.NaN), 30_000).unref());
  return Promise.race([page.evaluate((): Promise<number> => Reflect.get(window, 'firstAnswer')), timeout]);
}

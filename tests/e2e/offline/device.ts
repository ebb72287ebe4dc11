import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { type Dist, distOf, readDist } from '../../../src/built/dist.ts';
import { manifestJson, offerJson, readList } from '../../../src/offline/manifest.ts';
import { offlineManifests } from '../../../src/offline/units.ts';
import { BASE } from '../../support/addresses.ts';
import { startWeakServer, type WeakServer } from '../../support/weak-server.ts';

/** A learner's device with a line of its own, which can be cut: the real one, of pages and workers alike. */
export interface Device {
  readonly server: WeakServer;
  /** Address of the site, with its sub-path. */
  readonly site: string;
  /** No network for the browser, and no answer from the server. */
  offline(): Promise<void>;
  online(): Promise<void>;
}

export const test = base.extend<{ device: Device }>({
  serviceWorkers: 'allow',
  device: async ({ context }, use) => {
    const server = await startWeakServer(readDist('dist'), BASE);
    await use({
      server,
      site: server.origin + BASE,
      offline: async () => {
        server.cut();
        await context.setOffline(true);
      },
      online: async () => {
        server.mend();
        await context.setOffline(false);
      },
    });
    await server.close();
  },
});

export { expect };

export const control = (page: Page, lang: 'km' | 'en' = 'km'): Locator =>
  page.locator(`sog-offline[data-module="integrity"][data-lang="${lang}"]`);
export const action = (page: Page, name: string, lang: 'km' | 'en' = 'km'): Locator =>
  control(page, lang).locator(`[data-action="${name}"]`);

/** Some seventy files are fetched, hashed and written; on a busy machine that takes a while. */
export const SAVING = { timeout: 30_000 };

/** Saves the module from its own page and waits until it says so. */
export async function save(page: Page, device: Device, lang: 'km' | 'en' = 'km'): Promise<void> {
  await page.goto(`${device.site}${lang}/integrity/`);
  await action(page, 'save', lang).click();
  await expect(control(page, lang)).toHaveAttribute('data-kind', 'saved', SAVING);
}

/** Names of this site's caches. */
export const cachesOf = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('sog/')));

/** Waits until the worker answers for this page. */
export const controlled = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null);

export const MARK = 'Of the second version.';

/** The site as it is after another release: every page of the module says so. */
export function secondVersion(): Dist {
  const first = readDist('dist');
  const files = new Map<string, Uint8Array>();
  for (const path of first.paths) {
    const changed = /^(km|en)\/integrity\/.*index\.html$/.test(path);
    const text = () => first.text(path).replace('</h1>', ` ${MARK}</h1>`);
    files.set(path, changed ? Buffer.from(text()) : first.read(path));
  }
  const units = readList(JSON.parse(first.text('offline/list.json')));
  const manifests = offlineManifests({ dist: distOf(files), base: BASE }, units);
  for (const manifest of manifests)
    files.set(
      `offline/${manifest.module}.${manifest.lang}.json`,
      Buffer.from(JSON.stringify(manifestJson(manifest))),
    );
  files.set('offline/list.json', Buffer.from(JSON.stringify({ form: 1, units: manifests.map(offerJson) })));
  return distOf(files);
}

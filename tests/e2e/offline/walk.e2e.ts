import type { Page } from '@playwright/test';
import { randomStream } from '../../../src/learning/draw.ts';
import { plan } from '../../support/curriculum.ts';
import { studyLesson, takeTest } from '../../support/learner.ts';
import { type Device, expect, save, test } from './device.ts';

type Record = { readonly [key: string]: unknown };

/** What was learnt, without what differs between any two walks: devices, seeds, time and the exact place. */
const recordOf = (page: Page): Promise<Record> =>
  page.evaluate(() => {
    const prefix = 'sog/1/integrity/';
    const learnt: { [key: string]: unknown } = {};
    for (const name of Object.keys(localStorage).sort()) {
      const key = name.slice(prefix.length);
      if (!name.startsWith(prefix) || /^(time|place|result)/.test(key)) continue;
      const { v } = JSON.parse(localStorage.getItem(name) ?? '{}');
      learnt[key.replace(/^(note\/[^/]+)\/.*/, '$1')] = typeof v === 'object' ? { ...v, seed: 0 } : v;
    }
    return learnt;
  });

/** A whole module as one learner studies it. `between` runs before every step, and may cut or mend the line. */
async function walkModule(page: Page, site: string, between: () => Promise<void>): Promise<Record> {
  const open = async (path: string) => {
    await between();
    await page.goto(`${site}km/integrity/${path}`);
    await expect(page.locator('sog-session')).toHaveAttribute('data-open', /./);
  };
  await open('pre-test/');
  await test.step('takes the pre-test', () => takeTest(page, 'pre', plan.tests.pre.length));
  for (const { id } of plan.lessons) {
    await open(`${id}/`);
    await between();
    await test.step(`studies ${id}`, () => studyLesson(page, id));
    const field = page.locator('sog-reflection textarea').first();
    await field.scrollIntoViewIfNeeded();
    await between();
    await field.fill(`ខ្ញុំនឹងសួរប្រធាន (${id})`);
    await field.blur();
  }
  await open('final-test/');
  await test.step('takes the final test', () => takeTest(page, 'post', plan.tests.post.length));
  await open('');
  return recordOf(page);
}

const steady = async () => {};

/** The same seed cuts and mends the line at the same steps. */
function unsteady(device: Device, seed: number, log: string[]): () => Promise<void> {
  const next = randomStream(seed);
  return async () => {
    const on = next() % 2 === 0;
    log.push(on ? 'on' : 'off');
    await (on ? device.online() : device.offline());
  };
}

test.describe.configure({ timeout: 300_000 });

for (const seed of [1, 7]) {
  test(`a saved module, studied with a line that comes and goes (seed ${seed}), leaves the record of a steady one`, async ({
    page,
    device,
    browser,
  }) => {
    await save(page, device);
    const log: string[] = [];
    const record = await walkModule(page, device.site, unsteady(device, seed, log));
    expect(new Set(log)).toEqual(new Set(['on', 'off']));
    await device.online();
    const calm = await browser.newContext();
    const expected = await walkModule(await calm.newPage(), device.site, steady);
    await calm.close();
    expect(record).toEqual(expected);
    expect(record['outcome']).toMatchObject({ completion: 'completed', success: 'passed', score: 100 });
    expect(Object.keys(record).filter((key) => key.startsWith('note/'))).toHaveLength(plan.lessons.length);
  });
}

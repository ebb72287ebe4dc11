import { afterAll, beforeAll, expect, test } from 'vitest';
import { plan, rule, source, wayThrough } from '../support/curriculum.ts';
import { Firefox } from '../support/firefox.ts';
import { type Stick, unpackStick } from '../support/usb.ts';

/** The USB edition in the system's Firefox as it comes, where each `file:` page is an origin of its own. */
const module = source.module.id;
const [first] = plan.lessons;
const lesson = first?.id ?? '';
const question = first?.questions[0] ?? '';
const withDilemma = plan.lessons.find(({ dilemmas }) => dilemmas.length > 0);
const dilemma = withDilemma?.dilemmas[0] ?? '';

let stick: Stick;
let firefox: Firefox;
beforeAll(async () => {
  stick = unpackStick('km');
  firefox = await Firefox.start();
});
afterAll(async () => {
  await firefox?.stop();
  stick?.remove();
});

const verdict = `document.querySelector('#question-${question} [data-status]').dataset.kind === 'right'`;
const shown = (view: string) => `document.querySelector('[data-view="${view}"]').checkVisibility()`;

async function choose(within: string, options: readonly string[]): Promise<void> {
  for (const option of options) await firefox.click(`${within} input[value="${option}"]`);
  await firefox.click(`${within} :is([data-check], button[type="submit"])`);
}

test('a learner opens a module from the first page, answers, and finds the answer after a reload', async () => {
  await firefox.open(stick.url('index.html'));
  await firefox.click('.card a');
  await firefox.click(`[data-view="overview"] a[data-lesson-link="${lesson}"]`);
  await firefox.until(shown(lesson));
  await firefox.until(`document.querySelector('sog-session').dataset.open === 'browser'`);
  await choose(`#question-${question}`, rule(question).correct);
  await firefox.until(verdict);
  await firefox.reload();
  await firefox.until(verdict);
});

test('Khmer is shown in the font that came along, and icons are drawn', async () => {
  await firefox.open(stick.url('index.html'));
  await firefox.until(
    `[...document.fonts].some((f) => /Noto Sans Khmer/.test(f.family) && f.status === 'loaded')`,
  );
  expect(await firefox.read(`document.querySelector('.facts .icon use').getBBox().width > 0`)).toBe(true);
});

test('a dilemma is walked to an end that stays', async () => {
  await firefox.open(stick.url(`${module}.html#${withDilemma?.id}`));
  for (const choice of wayThrough(dilemma)) {
    const scene = `#dilemma-${dilemma} [data-scene]:not([hidden])`;
    await firefox.click(`${scene} li:nth-child(${choice + 1}) button.choice`);
  }
  const end = `/good|mixed|harm/.test(document.querySelector('#dilemma-${dilemma} [data-scene]:not([hidden])').dataset.end)`;
  await firefox.until(end);
  await firefox.reload();
  await firefox.until(end);
});

test('the final test is taken and passed', async () => {
  await firefox.open(stick.url(`${module}.html#final-test`));
  await firefox.click('#final-test [data-action="begin"]');
  for (const _ of plan.tests.post) {
    const id = String(
      await firefox.read(`document.querySelector('#final-test form[data-question]').dataset.question`),
    );
    await choose('#final-test form[data-question]', rule(id).correct);
    await firefox.until(`!document.querySelector('#final-test form[data-question="${id}"]')`);
  }
  expect(await firefox.read(`document.querySelector('#final-test [data-score]').dataset.score`)).toBe('100');
});

test('a Khmer word is found in the whole edition, and the result leads to its place', async () => {
  await firefox.open(stick.url('index.html'));
  await firefox.click('.search__open');
  await firefox.until(`document.activeElement.matches('.search__input')`);
  await firefox.type('សំណូក');
  await firefox.click(`.search__hit a[href^="${module}.html"]`);
  await firefox.until(`location.pathname.endsWith('/${module}.html') && location.hash.length > 1`);
  await firefox.until(`document.getElementById(location.hash.slice(1)).checkVisibility()`);
});

test('a term opens in place, and a lesson prints', async () => {
  await firefox.open(stick.url(`${module}.html#${lesson}`));
  await firefox.click(`[data-lesson="${lesson}"] a.term[role="button"]`);
  await firefox.until(`document.activeElement.matches('.in-place')`);
  const pdf = await firefox.print();
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(20_000);
});

test('the storage of each page is apart: the first page says nothing of progress it cannot read', async () => {
  await firefox.open(stick.url('index.html'));
  await firefox.until(`document.querySelector('[data-kept]').textContent !== ''`);
  expect(
    await firefox.read(`Object.keys(localStorage).filter((name) => name.includes('${module}'))`),
  ).toEqual([]);
  expect(await firefox.read(`document.querySelector('[data-progress-of]').hidden`)).toBe(true);
});

test('the record of a module is erased in the module', async () => {
  await firefox.open(stick.url(`${module}.html#kept`));
  await firefox.click('[data-action="ask"]');
  await firefox.click('[data-action="erase"]');
  await firefox.until(`document.activeElement.matches('.erase__status')`);
  await firefox.open(stick.url(`${module}.html#${lesson}`));
  await firefox.until(`document.querySelector('sog-session').dataset.open === 'browser'`);
  expect(await firefox.read(`document.querySelectorAll('#question-${question} input:checked').length`)).toBe(
    0,
  );
});

test('no page has written an error', () => {
  expect(firefox.errors).toEqual([]);
});

test('its rules for files are on: a page cannot read the file beside it', async () => {
  await firefox.open(stick.url('index.html'));
  expect(await firefox.read(`fetch('README.txt').then(() => 'read', () => 'refused')`)).toBe('refused');
  expect(await firefox.read('origin')).toBe('null');
});

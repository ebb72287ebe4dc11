import { expect, test } from '@playwright/test';
import { LMS } from '../../support/addresses.ts';
import { plan, rule, source, wrongOptions } from '../../support/curriculum.ts';
import { answer, answerRight, studyLesson, takeTest } from '../../support/learner.ts';
import {
  calls,
  decodeState,
  launch,
  leave,
  outcomeOf,
  packageFile,
  STANDARDS,
  show,
  stored,
  takeSeat,
} from '../../support/lms.ts';

const first = plan.lessons[0] ?? { id: '', questions: [], dilemmas: [] };
const [one = '', two = ''] = first.questions;
const total = plan.tests.post.length;

/** Everything a package may tell an LMS, which is often the employer's. No free text, no path of a dilemma. */
const MAY_LEAVE =
  /^cmi\.(core\.(lesson_status|lesson_location|exit|session_time|score\.(raw|min|max))|suspend_data|location|exit|session_time|completion_status|success_status|progress_measure|score\.(raw|min|max|scaled)|interactions\.\d+\.(id|type|time|timestamp|student_response|learner_response|result|latency|description|correct_responses\.0\.pattern))$/;

for (const standard of STANDARDS) {
  for (const lang of ['km', 'en'] as const) {
    test(`${standard} ${lang}: launches with few calls, shows the module, and every file it asks for is there`, async ({
      page,
    }) => {
      const bad: string[] = [];
      const seat = await takeSeat(page, packageFile(lang, standard));
      page.on('response', (r) => r.status() >= 400 && bad.push(`${r.status()} ${r.url()}`));
      page.on(
        'request',
        (r) => new URL(r.url()).host !== new URL(page.url()).host && bad.push(`outside ${r.url()}`),
      );
      page.on('pageerror', (error) => bad.push(error.message));
      const sco = await launch(seat);
      await expect(sco.getByRole('heading', { level: 1 })).toHaveText(source.module.title[lang]);
      const made = await calls(seat);
      expect(made.length).toBeLessThanOrEqual(10);
      expect(made[0]?.method).toMatch(/Initialize$/);
      expect(made.filter((call) => call.error !== '0' && call.error !== '403')).toEqual([]);
      await leave(seat);
      expect(bad).toEqual([]);
    });

    test(`${standard} ${lang}: a whole module is read, failed, tried again and passed`, async ({ page }) => {
      test.setTimeout(240_000);
      const seat = await takeSeat(page, packageFile(lang, standard));
      let sco = await launch(seat);
      for (const lesson of plan.lessons) {
        await show(sco, lesson.id);
        await studyLesson(sco, lesson.id);
      }
      await show(sco, 'final-test');
      await takeTest(sco, 'post', Math.floor(total / 2));
      expect(outcomeOf(await stored(seat), standard).completion).toBe('incomplete');
      if (standard === 'scorm2004') expect(outcomeOf(await stored(seat), standard).success).toBe('failed');
      await takeTest(sco, 'post', total);
      await leave(seat);
      const written = (await calls(seat)).filter((call) => call.method.endsWith('SetValue'));
      expect(written.filter((call) => call.error !== '0')).toEqual([]);
      expect(written.filter((call) => !MAY_LEAVE.test(call.args[0] ?? '')).map((call) => call.args)).toEqual(
        [],
      );
      const done = outcomeOf(await stored(seat), standard);
      expect(done.completion).toBe('completed');
      expect(Number(done.score)).toBe(100);
      if (standard === 'scorm2004') expect(done.success).toBe('passed');

      sco = await launch(seat);
      await show(sco, 'final-test');
      await takeTest(sco, 'post', 0);
      await leave(seat);
      const after = outcomeOf(await stored(seat), standard);
      expect(after.completion).toBe('completed');
      expect(Number(after.score)).toBe(100);
      const state = decodeState(after.state);
      expect(state.problems).toEqual([]);
      expect(after.state.length).toBeLessThanOrEqual(4096);
      expect(after.state).toMatch(/^[\x20-\x7e]*$/);
    });
  }

  test(`${standard}: leaving in the middle and coming back gives the same state at the same place`, async ({
    page,
  }) => {
    const seat = await takeSeat(page, packageFile('km', standard));
    let sco = await launch(seat);
    const second = plan.lessons[1]?.id ?? '';
    await show(sco, first.id);
    await answer(sco, one, wrongOptions(one));
    await answerRight(sco, two);
    await show(sco, second);
    await expect(sco.locator(`[data-view="${second}"]`)).toBeVisible();
    await page.waitForTimeout(1500); // The place is saved a second after it settles.
    await leave(seat);
    const before = decodeState(outcomeOf(await stored(seat), standard).state);

    sco = await launch(seat);
    await expect(sco.locator(`[data-view="${second}"]`)).toBeVisible();
    await show(sco, first.id);
    await expect(sco.locator(`#question-${one} [data-status]`)).toHaveAttribute('data-kind', 'wrong');
    await expect(sco.locator(`#question-${one} input:checked`)).toHaveValue(wrongOptions(one)[0] ?? '');
    await expect(sco.locator(`#question-${two} [data-status]`)).toHaveAttribute('data-kind', 'right');
    await leave(seat);
    const after = decodeState(outcomeOf(await stored(seat), standard).state);
    for (const key of [`answer/${one}`, `answer/${two}`] as const) {
      expect(after.snapshot.get(key)?.value).toEqual(before.snapshot.get(key)?.value);
    }
  });

  test(`${standard}: opening and closing without reading stays incomplete and has no score`, async ({
    page,
  }) => {
    const seat = await takeSeat(page, packageFile('km', standard));
    for (let visit = 0; visit < 2; visit++) {
      await launch(seat);
      await leave(seat);
      const outcome = outcomeOf(await stored(seat), standard);
      expect(outcome.completion).toBe('incomplete');
      expect(outcome.score).toBe('');
    }
  });

  test(`${standard}: one answered question costs at most 12 calls and exactly one commit`, async ({
    page,
  }) => {
    const seat = await takeSeat(page, packageFile('en', standard));
    const sco = await launch(seat);
    await show(sco, first.id);
    await page.waitForTimeout(1500); // Let the place be saved before counting.
    for (const question of [one, two]) {
      const before = (await calls(seat)).length;
      await sco.locator(`#question-${question} input[value="${rule(question).correct[0]}"]`).check();
      await sco.locator(`#question-${question} [data-check]`).click();
      const made = (await calls(seat)).slice(before);
      expect(made.filter((call) => call.method.endsWith('Commit'))).toHaveLength(1);
      expect(made.length).toBeLessThanOrEqual(12);
    }
  });

  test(`${standard}: a tab killed after each answer loses no answer`, async ({ context }) => {
    test.setTimeout(120_000);
    let page = await context.newPage();
    const seat = await takeSeat(page, packageFile('km', standard));
    for (const question of first.questions) {
      const sco = await launch({ ...seat, page });
      await show(sco, first.id);
      await answerRight(sco, question);
      await page.close({ runBeforeUnload: false });
      page = await context.newPage();
      await page.goto(LMS);
      await page.waitForFunction(() => window.__lms !== undefined);
    }
    const state = decodeState(outcomeOf(await stored({ ...seat, page }), standard).state);
    for (const question of first.questions) {
      expect(state.snapshot.get(`answer/${question}`)?.value).toMatchObject({ correct: true });
    }
  });

  test(`${standard}: the browser process killed after an answer keeps the answer`, async ({ playwright }) => {
    const launchOptions = test.info().project.use.launchOptions ?? {};
    const { chromium } = playwright;
    const browser = await chromium.launch(launchOptions);
    const seat = await takeSeat(await browser.newPage(), packageFile('km', standard));
    const sco = await launch(seat);
    await show(sco, first.id);
    await answerRight(sco, one);
    await browser.close();
    const again = await chromium.launch(launchOptions);
    const page = await again.newPage();
    await page.goto(LMS);
    await page.waitForFunction(() => window.__lms !== undefined);
    const state = decodeState(outcomeOf(await stored({ ...seat, page }), standard).state);
    expect(state.snapshot.get(`answer/${one}`)?.value).toMatchObject({ correct: true });
    await again.close();
  });

  test(`${standard}: in a review nothing is written and the learner is told`, async ({ page }) => {
    const seat = await takeSeat(page, packageFile('km', standard));
    let sco = await launch(seat);
    await show(sco, first.id);
    await answerRight(sco, one);
    await leave(seat);
    const before = await stored(seat);
    sco = await launch(seat, { mode: 'review' });
    await expect(sco.locator('[data-notice="lms-review"]')).toBeVisible();
    await show(sco, first.id);
    await answerRight(sco, two);
    const made = await calls(seat);
    expect(made.filter((call) => /SetValue|Commit/.test(call.method))).toEqual([]);
    await leave(seat);
    expect(outcomeOf(await stored(seat), standard)).toEqual(outcomeOf(before, standard));
  });

  test(`${standard}: runs in a pop-up, and with every script served as an unknown type`, async ({ page }) => {
    const seat = await takeSeat(page, packageFile('en', standard));
    const sco = await launch(seat, { where: 'popup', mime: 'unknown' });
    await show(sco, first.id);
    await answerRight(sco, one);
    await sco.page().close();
    await leave(seat);
    const state = decodeState(outcomeOf(await stored(seat), standard).state);
    expect(state.snapshot.get(`answer/${one}`)?.value).toMatchObject({ correct: true });
  });

  test(`${standard}: the exit button saves, says so, and ends the session once`, async ({ page }) => {
    const seat = await takeSeat(page, packageFile('km', standard));
    const sco = await launch(seat);
    await sco.locator('[data-action="exit"]').click();
    await expect(sco.locator('[data-closed]')).toBeVisible();
    await leave(seat);
    const made = await calls(seat);
    expect(made.filter((call) => /Finish|Terminate/.test(call.method))).toHaveLength(1);
    expect(made[made.length - 1]?.method).toMatch(/Finish|Terminate/);
  });

  test(`${standard}: an LMS that refuses to save is announced, and gets everything once it accepts again`, async ({
    page,
  }) => {
    const seat = await takeSeat(page, packageFile('km', standard));
    let sco = await launch(seat, { commits: 'fail' });
    await show(sco, first.id);
    await answerRight(sco, one);
    await expect(sco.locator('[data-notice="lms-rejected"]')).toBeVisible();
    await leave(seat);
    sco = await launch(seat);
    await show(sco, first.id);
    await answerRight(sco, two);
    await expect(sco.locator('[data-notice="lms-rejected"]')).toBeHidden();
    await leave(seat);
  });

  test(`${standard}: Initialize does not wait for any style, script, font or image`, async ({ page }) => {
    const seat = await takeSeat(page, packageFile('km', standard));
    await page.route('**/assets/**', () => {}); // They never come.
    await page.evaluate(([file, learner]) => void window.__lms?.launch(file, { learner }), [
      seat.file,
      seat.learner,
    ] as const);
    await expect.poll(async () => (await calls(seat))[0]?.method).toMatch(/Initialize$/);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });
}

test('every link of a package stays in its document, but for sources on the web', async ({ page }) => {
  const seat = await takeSeat(page, packageFile('en', 'scorm12'));
  const sco = await launch(seat);
  const links = await sco.evaluate(() =>
    [...document.querySelectorAll('a')].map((a) => ({
      href: a.getAttribute('href') ?? '',
      text: a.textContent,
    })),
  );
  const dead = links.filter(({ href }) => href.startsWith('#') === /^https?:/.test(href));
  expect(dead).toEqual([]);
  const frames = await sco.evaluate(
    () =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href^="http"]')].filter(
        (a) => a.target !== '_blank',
      ).length,
  );
  expect(frames).toBe(0);
  const missing = await sco.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
      .map((a) => decodeURIComponent(a.hash.slice(1)))
      .filter((id) => !document.getElementById(id)),
  );
  expect(missing).toEqual([]);
});

test('the contents list of a package leads to every lesson, the test and the glossary', async ({ page }) => {
  const seat = await takeSeat(page, packageFile('en', 'scorm12'));
  const sco = await launch(seat);
  const menu = sco.locator('[data-menu]');
  for (const name of [
    ...source.lessons.map((l) => l.texts.en?.front.title ?? ''),
    'Final test',
    'Glossary',
  ]) {
    await menu.locator('summary').click();
    await menu.getByRole('link', { name, exact: true }).click();
    await expect(sco.locator('[data-view]:not([hidden]) h1')).toHaveText(name);
    await expect(menu).not.toHaveAttribute('open');
  }
});

test('without an LMS a package says so and keeps the record in this browser', async ({ page }) => {
  const seat = await takeSeat(page, packageFile('km', 'scorm12'));
  await launch(seat);
  const url = page.frame({ url: /index\.html/ })?.url() ?? '';
  await leave(seat);
  await page.goto(url);
  await expect(page.locator('[data-notice="no-lms"]')).toBeVisible();
  await page.evaluate((id) => {
    location.hash = id;
  }, first.id);
  await answerRight(page, one);
  await page.reload();
  await expect(page.locator(`#question-${one} [data-status]`)).toHaveAttribute('data-kind', 'right');
});

test('an answer given before the record is open is saved once it is', async ({ page }) => {
  const seat = await takeSeat(page, packageFile('km', 'scorm12'));
  await launch(seat);
  const url = page.frame({ url: /index\.html/ })?.url() ?? '';
  await leave(seat);
  // In a frame without an API the search goes on for two seconds before the browser's store is taken.
  await page.evaluate((src) => {
    const frame = Object.assign(document.createElement('iframe'), { src, width: 800, height: 600 });
    document.body.replaceChildren(frame);
  }, url);
  const sco = page.frameLocator('iframe');
  await expect(sco.locator('.way__link').first()).toBeVisible();
  await sco.locator(`[data-lesson-link="${first.id}"]`).click();
  await sco.locator(`#question-${one} input[value="${rule(one).correct[0]}"]`).check();
  await sco.locator(`#question-${one} [data-check]`).click();
  await expect(sco.locator('sog-session')).not.toHaveAttribute('data-open');
  await expect(sco.locator('sog-session')).toHaveAttribute('data-open', 'browser');
  await expect
    .poll(() =>
      page.evaluate((id) => Object.keys(localStorage).some((key) => key.endsWith(`answer/${id}`)), one),
    )
    .toBe(true);
});

import { expect, type Page, test } from '@playwright/test';
import { must } from '../../../src/curriculum/current.ts';
import type { Lang } from '../../../src/curriculum/schema/common.ts';
import { translator } from '../../../src/i18n/t.ts';
import { optionsOf, plan, rule, source, wrongOptions } from '../../support/curriculum.ts';
import { answer, answerRight } from '../../support/learner.ts';
import { LANGS, visit, visitLesson, visitPackage } from './pages.ts';

const contentOf = (id: string) => must(source.questions.get(id), id);
const quoted = (text: string) => JSON.stringify(text);

/** Options as the page tells them: role, words, and what is ticked. */
function optionLines(id: string, lang: Lang, role: 'radio' | 'checkbox', state = ''): string {
  return optionsOf(id)
    .map((option) => `    - ${role} ${quoted(option.text[lang])}${state}`)
    .join('\n');
}

/** The name of the group around the options: what a screen reader says on entering it. */
const groupName = (page: Page, id: string) => page.locator(`#question-${id}`).getByRole('group').first();

for (const lang of LANGS) {
  const t = translator(lang);

  test(`a question in ${lang} is a group named by its label, prompt and what to do, with named options`, async ({
    page,
  }) => {
    await visitLesson(page, lang);
    for (const [id, role, hint] of [
      ['ask-first', 'radio', 'question.one'],
      ['not-a-gift', 'checkbox', 'question.many'],
      ['twenty-five', 'radio', 'question.trueFalse'],
    ] as const) {
      const prompt = contentOf(id).prompt[lang];
      await expect(groupName(page, id)).toHaveAccessibleName(`${t('question.label')} ${prompt} ${t(hint)}`);
      await expect(page.locator(`#question-${id}`)).toMatchAriaSnapshot(`
  - group:
${optionLines(id, lang, role)}
  - button ${quoted(t('question.check'))}
`);
    }
  });

  test(`before it is checked, no option in ${lang} is read out with its reason; afterwards those shown are`, async ({
    page,
  }) => {
    await visitLesson(page, lang);
    const inputs = page.locator('#question-ask-first input');
    for (const input of await inputs.all()) await expect(input).toHaveAccessibleDescription('');
    const [wrong = ''] = wrongOptions('ask-first');
    await answer(page, 'ask-first', [wrong]);
    for (const option of optionsOf('ask-first')) {
      const input = page.locator(`#question-ask-first input[value="${option.id}"]`);
      await expect(input).toBeDisabled();
      await expect(input).toHaveAccessibleDescription(
        option.id === wrong ? new RegExp(escaped(option.feedback[lang])) : '',
      );
    }
    await page.locator('#question-ask-first button').click();
    for (const input of await inputs.all()) await expect(input).toHaveAccessibleDescription('');
  });

  test(`an answered question in ${lang} says its verdict in words and keeps the choice`, async ({ page }) => {
    await visitLesson(page, lang);
    await answerRight(page, 'ask-first');
    const [right = ''] = rule('ask-first').correct;
    const option = optionsOf('ask-first').find(({ id }) => id === right);
    const question = page.locator('#question-ask-first');
    await expect(question.getByRole('radio', { name: option?.text[lang] ?? '', exact: true })).toBeChecked();
    await expect(question.getByRole('status')).toHaveText(t('question.right'));
    await expect(question.locator('.feedback--right')).toContainText(t('question.isRight'));
  });

  test(`a dilemma in ${lang} is a scene with a name and buttons, and the path so far is a list`, async ({
    page,
  }) => {
    await visitLesson(page, lang);
    const dilemma = must(source.dilemmas.get('the-basket'), 'the-basket');
    const scenes = Object.entries(dilemma.scenes);
    const choices = must(dilemma.scenes[dilemma.start]?.choices, 'choices');
    const basket = page.locator('#dilemma-the-basket');
    await expect(
      basket.getByRole('group', { name: t('dilemma.scene', { n: 1 }), exact: true }),
    ).toMatchAriaSnapshot(
      `- group:
  - paragraph: ${quoted(t('dilemma.choices'))}
  - list:
${choices.map((choice) => `    - listitem:\n      - button ${quoted(choice.text[lang])}`).join('\n')}
`,
    );
    await basket.getByRole('button', { name: choices[0]?.text[lang] ?? '', exact: true }).click();
    const order = [dilemma.start, ...scenes.map(([name]) => name).filter((name) => name !== dilemma.start)];
    const now = order.indexOf(choices[0]?.goto ?? '') + 1;
    await expect(
      basket.getByRole('group', { name: t('dilemma.scene', { n: now }), exact: true }),
    ).toBeFocused();
    await expect(basket.locator('[data-path]')).toMatchAriaSnapshot(`
  - paragraph: ${quoted(t('dilemma.path'))}
  - list:
    - listitem:
      - button ${quoted(choices[0]?.text[lang] ?? '')}
`);
    await expect(basket.getByRole('button', { name: t('dilemma.back'), exact: true })).toBeVisible();
    await expect(basket.getByRole('button', { name: t('dilemma.restart'), exact: true })).toBeVisible();
  });

  test(`a test in ${lang} is named by its heading, and each question by its place, prompt and what to do`, async ({
    page,
  }) => {
    await visit(page, `${lang}/integrity/final-test/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('test.post.title'));
    await page.getByRole('button', { name: t('test.start'), exact: true }).click();
    const form = page.locator('form[data-question]');
    const id = (await form.getAttribute('data-question')) ?? '';
    const many = contentOf(id).type === 'multiple-choice';
    const total = plan.tests.post.length;
    await expect(form.getByRole('group')).toHaveAccessibleName(
      `${t('test.question', { n: 1, total })} ${contentOf(id).prompt[lang]} ${t(many ? 'question.many' : 'question.one')}`,
    );
    for (const option of optionsOf(id)) {
      await expect(
        form.getByRole(many ? 'checkbox' : 'radio', { name: option.text[lang], exact: true }),
      ).toBeVisible();
    }
    await expect(form.getByRole('button', { name: t('test.save'), exact: true })).toBeVisible();
  });

  test(`the bar, progress, key points, sources and steps of a lesson in ${lang} have names of their own`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await visitLesson(page, lang);
    const total = plan.lessons.length;
    const bar = page.getByRole('complementary', { name: t('lesson.bar'), exact: true });
    await expect(bar.getByRole('navigation', { name: t('nav.contents'), exact: true })).toBeVisible();
    await expect(bar.locator('[aria-current="page"]')).toHaveText(
      source.lessons.find(({ id }) => id === 'gifts-and-thanks')?.texts[lang]?.front.title ?? '',
    );
    await expect(page.getByRole('navigation', { name: t('nav.around'), exact: true })).toBeVisible();
    await expect(page.getByRole('note', { name: t('lesson.keyPoint'), exact: true }).first()).toBeVisible();
    await expect(page.locator('.cite a').first()).toHaveAccessibleName(t('inplace.source', { n: 1 }));
    await expect(page.locator('figure [role="img"]').first()).toHaveAccessibleName(/.{30,}/);

    await page.setViewportSize({ width: 360, height: 740 });
    await page.reload();
    await expect(page.locator('[data-contents] summary')).toMatchAriaSnapshot(
      `- text: ${quoted(`${t('nav.contents')} ${t('module.lessonsRead', { n: 0, total })}`)}`,
    );

    await visit(page, `${lang}/integrity/`);
    const progress = page.getByRole('progressbar', { name: t('module.progress'), exact: true });
    await expect(progress).toHaveJSProperty('max', total);
    await expect(progress).toHaveJSProperty('value', 0);
    await expect(page.getByText(t('module.lessonsRead', { n: 0, total }))).toBeVisible();
  });

  test(`the masthead, the roles and the footer of the home page in ${lang} are named`, async ({ page }) => {
    await visit(page, `${lang}/`);
    await expect(page.getByRole('link', { name: t('site.skip'), exact: true })).toBeAttached();
    await expect(page.getByRole('navigation', { name: t('nav.main'), exact: true })).toBeVisible();
    await expect(page.getByRole('region', { name: t('home.roles'), exact: true })).toBeVisible();
    const later = page.locator('.role--later').first();
    await expect(later).toContainText(t('home.inPreparation'));
    await expect(later.getByRole('link')).toHaveCount(0);
    await expect(page.getByRole('contentinfo')).toBeVisible();
  });

  test(`a package in ${lang} has a skip link, contents and a way out by name`, async ({ page }) => {
    await visitPackage(page, lang);
    await expect(page.getByRole('link', { name: t('site.skip'), exact: true })).toBeAttached();
    await expect(page.getByRole('button', { name: t('sco.exit'), exact: true })).toBeVisible();
    await page.locator('[data-menu] summary').click();
    await expect(page.getByRole('navigation', { name: t('nav.contents'), exact: true })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(source.module.title[lang]);
  });
}

function escaped(text: string): string {
  return text.slice(0, 60).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

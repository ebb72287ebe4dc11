import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { type MdastNode, mdxToMdast } from 'satteri';
import { expect, test } from 'vitest';
import { loadCurriculum } from '../../src/curriculum/load.ts';
import { LANGS } from '../../src/curriculum/schema/common.ts';
import { canon } from '../../src/khmer/canon.ts';
import { answersOf, reasonTexts } from '../support/question-texts.ts';

/** Every text file a learner can get: the site's own, and those inside the packages and the USB edition. */
const files = new Map<string, string>();
for (const path of globSync('**/*.{html,js,css,json,txt,xml,svg}', { cwd: 'dist' })) {
  files.set(path, readFileSync(join('dist', path), 'utf8'));
}
for (const path of globSync(['dist/packages/*.zip', 'dist-usb/*.zip'])) {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(path)))) {
    if (/\.(html|js|json|xml|txt)$/.test(name)) files.set(`${path}!${name}`, new TextDecoder().decode(bytes));
  }
}
const { curriculum } = loadCurriculum(process.cwd());

/** As the text stands in HTML or in JSON inside a script. */
function forms(text: string): string[] {
  const html = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const quoted = html.replace(/"/g, '&quot;').replace(/'/g, '&#39;');
  return [text, html, quoted, JSON.stringify(text).slice(1, -1)];
}

function foundIn(text: string, among: (path: string) => boolean = () => true): string[] {
  return [...files]
    .filter(([path, body]) => among(path) && forms(text).some((form) => body.includes(form)))
    .map(([path]) => path);
}

function textsWithin(node: MdastNode, component: string, inside = false): string[] {
  const name = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement' ? node.name : undefined;
  const within = inside || name === component;
  if (node.type === 'text') return within && node.value.trim().length > 25 ? [canon(node.value.trim())] : [];
  return 'children' in node ? node.children.flatMap((child) => textsWithin(child, component, within)) : [];
}

test('the files under test hold the lessons at all', () => {
  expect(files.size).toBeGreaterThan(40);
  expect([...files.keys()].filter((path) => /^dist-usb.*\.html$/.test(path)).length).toBeGreaterThan(6);
  const prompt =
    [...(curriculum.modules[0]?.questions.values() ?? [])].find((q) => q.pool === 'practice')?.prompt.km ??
    '';
  expect(foundIn(prompt).length).toBeGreaterThanOrEqual(3);
});

test('no trainer note is in any file a learner gets', () => {
  const notes = globSync('content/modules/*/{km,en}/*.mdx').flatMap((file) =>
    textsWithin(mdxToMdast(readFileSync(file, 'utf8')), 'TrainerNote'),
  );
  expect(notes.length).toBeGreaterThan(50);
  expect(notes.flatMap((note) => foundIn(note).map((path) => `${path}: ${note}`))).toEqual([]);
});

test('no question of the paper pool and no step of a session plan is in any file a learner gets', () => {
  const texts = curriculum.modules.flatMap((module) =>
    LANGS.flatMap((lang) => [
      ...[...module.questions.values()]
        .filter((q) => q.pool === 'paper')
        .flatMap((q) => [q.prompt[lang], ...answersOf(q, lang), ...reasonTexts(q, lang)]),
      ...(module.sessionPlan?.sessions ?? []).flatMap((session) =>
        session.steps.map((step) => step.do[lang]),
      ),
    ]),
  );
  const long = texts.filter((text) => text.length > 40);
  expect(long.length).toBeGreaterThan(50);
  expect(long.flatMap((text) => foundIn(text).map((path) => `${path}: ${text}`))).toEqual([]);
});

test('the words of a test question stand only in the page of its own test and in documents of a whole module', () => {
  for (const module of curriculum.modules) {
    const items = [...module.questions.values()].filter((question) => question.pool === 'test');
    expect(items.length).toBeGreaterThanOrEqual(24);
    for (const question of items) {
      const own = `${module.module.id}/${question.form === 'pre' ? 'pre' : 'final'}-test/index.html`;
      const elsewhere = LANGS.flatMap((lang) =>
        foundIn(question.prompt[lang], (path) => !path.endsWith(own)),
      );
      const whole = new RegExp(`\\.zip!(index|.*/${module.module.id})\\.html$`);
      expect(elsewhere.filter((path) => !whole.test(path))).toEqual([]);
    }
  }
});

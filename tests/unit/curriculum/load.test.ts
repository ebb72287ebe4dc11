import { describe, expect, test } from 'vitest';
import { loadTree } from '../../../src/curriculum/load.ts';
import type { LessonText } from '../../../src/curriculum/model.ts';
import { plain, readTree } from '../../../src/curriculum/tree.ts';
import { Files } from '../../fixtures/content/edit.ts';

const VALID = readTree('tests/fixtures/content/valid');

function basket(files: Files, lang: 'km' | 'en'): LessonText | undefined {
  return loadTree(files.tree).curriculum.modules[0]?.lessons[0]?.texts[lang];
}

describe('loading', () => {
  test('gives the headings of both languages the ids of the English ones', () => {
    const ids = ['basket--gift-or-bribe', 'basket--what-others-see'];
    expect(basket(new Files(VALID), 'en')?.headings.map((heading) => heading.id)).toEqual(ids);
    expect(basket(new Files(VALID), 'km')?.headings.map((heading) => heading.id)).toEqual(ids);
    expect(basket(new Files(VALID), 'km')?.headings[0]).toMatchObject({
      depth: 2,
      text: 'អំណោយ ឬសំណូក',
      line: 11,
    });
  });

  test('gives two equal headings two ids, and one without English letters its position', () => {
    const files = new Files(VALID).append('en/basket.mdx', '\n## Gift or bribe\n\n## ១\n');
    expect(
      basket(files, 'en')
        ?.headings.map((heading) => heading.id)
        .slice(2),
    ).toEqual(['basket--gift-or-bribe-1', 'basket--section-4']);
  });

  test('lists components in order, with attributes and lines', () => {
    const uses = basket(new Files(VALID), 'en')?.uses ?? [];
    expect(uses.map((use) => use.name).join(' ')).toBe(
      'Question Term Cite Figure KeyPoint Slide TrainerNote Question Dilemma Reflection',
    );
    expect(uses[0]).toEqual({ name: 'Question', attributes: { id: 'ask-first' }, line: 8 });
    expect(uses[5]).toMatchObject({ attributes: { title: 'A basket' } });
  });

  test('counts what a learner reads, without slides and trainer notes', () => {
    const before = basket(new Files(VALID), 'en')?.length ?? 0;
    const longer = new Files(VALID)
      .replace('en/basket.mdx', '- Who gives it?', '- Who gives it, and to whom does he give it?')
      .replace('en/basket.mdx', 'Ask for a show of hands.', 'Ask for a show of hands, and wait for it.')
      .replace('en/basket.mdx', '**Ask when it comes**', '**Ask three words more**');
    expect(basket(longer, 'en')?.length).toBe(before);
    const more = new Files(VALID).replace(
      'en/basket.mdx',
      'Nobody asked for it.',
      'Nobody asked for it, not even you.',
    );
    expect(basket(more, 'en')?.length).toBe(before + 3);
  });

  test('counts Khmer characters, and neither spaces nor Latin letters', () => {
    const before = basket(new Files(VALID), 'km')?.length ?? 0;
    const more = new Files(VALID).replace('km/basket.mdx', 'គ្មាននរណាសុំទេ។', 'គ្មាននរណាសុំទេ។ ACU ទេ។');
    expect(basket(more, 'km')?.length).toBe(before + 3);
  });

  test('returns Khmer in canonical form, from YAML, front matter, headings and attributes', () => {
    const typed = '\u179F\u17D2\u179A\u17D2\u178F\u17B8\u200B';
    const canonical = '\u179F\u17D2\u178F\u17D2\u179A\u17B8';
    const files = new Files(VALID)
      .replace('/glossary.yaml', 'km: អំណោយ', `km: ${typed}`)
      .replace('km/basket.mdx', 'title: កន្ត្រកមួយនៅលើតុ', `title: ${typed}`)
      .replace('km/basket.mdx', '## អំណោយ ឬសំណូក', `## ${typed}`)
      .replace('km/basket.mdx', '<Slide title="កន្ត្រកមួយ">', `<Slide title="${typed}">`);
    const text = basket(files, 'km');
    expect(loadTree(files.tree).curriculum.glossary.get('gift')?.term.km).toBe(canonical);
    expect(text?.front.title).toBe(canonical);
    expect(text?.headings[0]?.text).toBe(canonical);
    expect(text?.uses.find((use) => use.name === 'Slide')?.attributes).toEqual({ title: canonical });
  });

  test('keeps pools, files, drawings and numbers', () => {
    const module = loadTree(VALID).curriculum.modules[0];
    expect(module?.questions.get('pre-envelope')).toMatchObject({
      pool: 'test',
      file: 'content/modules/gifts/questions/test.yaml',
    });
    expect(module?.questions.get('is-tip-gift')).toMatchObject({
      options: [{ id: 'true' }, { id: 'false' }],
    });
    expect(module?.figures.get('desk')?.svg).toMatch(/^<svg/);
    expect(module?.lock.dilemmas['the-basket']?.choices['counter--ask']).toBe(2);
  });

  test('goes on after faults, and returns what is sound', () => {
    const files = new Files(VALID)
      .replace('en/basket.mdx', '</KeyPoint>', '')
      .replace('questions/basket.yaml', 'type: single-choice', 'type: essay')
      .replace('/glossary.yaml', '  khmerFrom: unsourced\n', '');
    const { curriculum, faults } = loadTree(files.tree);
    expect(new Set(faults.map((fault) => fault.file)).size).toBe(3);
    expect([...curriculum.glossary.keys()]).toEqual(['bribe']);
    expect(curriculum.modules[0]?.questions.has('is-tip-gift')).toBe(true);
    expect(curriculum.modules[0]?.lessons[0]?.texts.km?.headings.length).toBe(2);
  });

  test('reads files from Windows at the same lines', () => {
    const crlf = new Map(
      [...VALID].map(([path, text]) => [path, plain(`\uFEFF${text.replace(/\n/g, '\r\n')}`)]),
    );
    expect(loadTree(crlf).faults).toEqual([]);
  });

  test('reports an empty tree as missing files, not as a crash', () => {
    expect(loadTree(new Map()).faults.map((fault) => fault.rule)).toEqual(['file/missing', 'file/missing']);
  });

  test('survives files that are empty', () => {
    for (const path of VALID.keys()) {
      const { faults } = loadTree(new Map(VALID).set(path, ''));
      expect(faults.every((fault) => fault.line >= 1)).toBe(true);
      if (!path.endsWith('ids.lock.yaml')) expect(faults.length, path).toBeGreaterThan(0);
    }
  });
});

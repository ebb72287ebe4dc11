import { describe, expect, test, vi } from 'vitest';
import { loadTree } from '../../../src/curriculum/load.ts';
import { type ContentTree, readTree } from '../../../src/curriculum/tree.ts';
import { accept, ledgerYaml } from '../../../src/workshop/ledger.ts';
import { ownersOf } from '../../../src/workshop/units.ts';
import { content, exported, files, imported, replaced, translated, unitIn, VALID } from './exchanging.ts';

/** Many curricula are read from scratch, on machines that may be busy. */
vi.setConfig({ testTimeout: 60_000 });

const BODY = 'gifts/lesson/basket/gift-or-bribe/1';
const NEW_BODY =
  '<g id="1" ctype="x-term">អំណោយពិត</g> មិនទារអ្វីទេ <ph id="2" ctype="x-cite">&lt;Cite id="gift-guide" /&gt;</ph>។';

/** Files that differ between two trees. */
const differing = (a: ContentTree, b: ContentTree): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((file) => a.get(file) !== b.get(file));

describe('an exported file that nobody touched', () => {
  test.each(['km', 'en'] as const)('changes nothing when it comes back (to %s)', (to) => {
    const result = imported(VALID, exported(VALID, to));
    expect(result.refused).toEqual([]);
    expect(result.changes).toEqual([]);
    expect(differing(VALID, result.tree)).toEqual([]);
    expect(exported(result.tree, to)).toBe(exported(VALID, to));
  });

  test('is the same for the real content, whatever is in it', () => {
    const real = readTree('.');
    const result = imported(real, exported(real, 'km', 'integrity'));
    expect(result.refused).toEqual([]);
    expect(differing(real, result.tree)).toEqual([]);
  });
});

describe('a translated file', () => {
  test('changes the passage it changes, and no other byte', () => {
    const result = imported(VALID, translated(exported(VALID), BODY, NEW_BODY));
    const file = 'content/modules/gifts/km/basket.mdx';
    expect(differing(VALID, result.tree)).toEqual([file]);
    expect(result.tree.get(file)).toBe(
      replaced(
        VALID.get(file) ?? '',
        '<Term id="gift">អំណោយ</Term> មិនចង់បានអ្វីមកវិញទេ',
        '<Term id="gift">អំណោយពិត</Term> មិនទារអ្វីទេ',
      ),
    );
  });

  test('comes back into every kind of text: front matter, slide title, question, scene, figure, plan', () => {
    const keys = [
      'gifts/module/objective/tell-gift-from-bribe/text',
      'gifts/lesson/basket/front/description',
      'gifts/lesson/basket/gift-or-bribe/slide/title',
      'gifts/lesson/basket/gift-or-bribe/slide/2',
      'gifts/lesson/basket/what-others-see/reflection-my-rule/1',
      'gifts/question/is-tip-gift/option/true/feedback',
      'gifts/dilemma/the-basket/scene/counter/says/1/text',
      'gifts/figure/desk/text/desk',
      'gifts/session-plan/session/1/step/2/do',
      'gifts/material/cards/item/1/text',
    ];
    const text = keys.reduce(
      (all, key, i) => translated(all, key, `ថ្មី ${i}: "ក", # ខ`.replace(/"/g, '”')),
      exported(VALID),
    );
    const result = imported(VALID, text);
    expect(result.refused).toEqual([]);
    const now = new Map(result.units.map((unit) => [unit.key, unit.km]));
    expect(keys.map((key) => now.get(key))).toEqual(keys.map((_, i) => `ថ្មី ${i}: ”ក”, # ខ`));
    expect(loadTree(result.tree).faults.filter(({ rule }) => rule.startsWith('yaml'))).toEqual([]);
    expect(exported(result.tree)).toBe(exported(imported(result.tree, exported(result.tree)).tree));
  });

  test('and the old words again give the old bytes again', () => {
    const there = imported(VALID, translated(exported(VALID), BODY, NEW_BODY)).tree;
    const old = /<target[^>]*>([\s\S]*)<\/target>/.exec(unitIn(exported(VALID), BODY))?.[1] ?? '';
    expect(differing(imported(there, translated(exported(there), BODY, old)).tree, VALID)).toEqual([]);
  });

  test('keeps comments, order, quotes and braces of a YAML file around the changed text', () => {
    const before = `# Who wrote this\npool: practice # open\nquestions:\n  - id: ask-first\n    type: true-false\n    objective: tell-gift-from-bribe\n    prompt:\n      km: 'សំណួរ' # Khmer first\n      en: >-\n        A question\n        in two lines\n    options:\n      - {id: 'true', correct: true, text: {en: 'True', km: ត្រូវ}, feedback: {en: Yes, km: "បាទ"}}\n      - {id: 'false', text: {en: 'False', km: ខុស}, feedback: {en: No, km: ទេ}}\n`;
    const tree = files().write('questions/basket.yaml', before).tree;
    const text = ['option/true/text', 'option/true/feedback', 'prompt'].reduce(
      (all, part) => translated(all, `gifts/question/ask-first/${part}`, "ថ្មី, 'ខ' }"),
      exported(tree),
    );
    const result = imported(tree, text);
    expect(result.refused).toEqual([]);
    expect(result.tree.get('content/modules/gifts/questions/basket.yaml')).toBe(
      before
        .replace("'សំណួរ'", "'ថ្មី, ''ខ'' }'")
        .replace('km: ត្រូវ}', 'km: "ថ្មី, \'ខ\' }"}')
        .replace('"បាទ"', '"ថ្មី, \'ខ\' }"'),
    );
  });

  test('is written in canonical Khmer however it was typed', () => {
    const result = imported(VALID, translated(exported(VALID), 'gifts/module/title', 'កា\u200Bរស្រ្តី'));
    expect(result.tree.get('content/modules/gifts/module.yaml')).toContain('km: ការស្ត្រី');
  });

  test('can go from Khmer to English too, and change the headings that name its passages', () => {
    const key = 'gifts/lesson/basket/gift-or-bribe/heading';
    const result = imported(VALID, translated(exported(VALID, 'en'), key, 'Gift, tip or bribe'));
    expect(result.refused).toEqual([]);
    expect(result.tree.get('content/modules/gifts/en/basket.mdx')).toContain('\n## Gift, tip or bribe\n');
  });
});

describe('what is not translated yet', () => {
  const withoutKhmer = files().remove('km/basket.mdx').tree;
  const english = (key: string) =>
    /<source>([\s\S]*)<\/source>/.exec(unitIn(exported(withoutKhmer), key))?.[1] ?? '';
  const keys = [...exported(withoutKhmer).matchAll(/trans-unit id="(gifts\/lesson\/[^"]+)"/g)].map(
    (m) => m[1] ?? '',
  );

  test('stands in the target in the source language, with the state "new"', () => {
    expect(unitIn(exported(withoutKhmer), BODY)).toContain(`<target state="new">${english(BODY)}</target>`);
  });

  test('makes a lesson with the twin’s structure once all of it is translated', () => {
    const text = keys.reduce(
      (all, key) => translated(all, key, english(key).replace(/^\w+ /, 'ខ្មែរ ').replace('>gift<', '>អំណោយ<')),
      exported(withoutKhmer),
    );
    const done = keys.reduce(
      (all, key) =>
        translated(
          all,
          key,
          /<target[^>]*>([\s\S]*)<\/target>/.exec(unitIn(all, key))?.[1] ?? '',
          'translated',
        ),
      text,
    );
    const result = imported(withoutKhmer, done);
    expect(result.refused).toEqual([]);
    const made = result.tree.get('content/modules/gifts/km/basket.mdx') ?? '';
    expect(made).toContain('\nreview: awaiting-native-review\n---\n');
    expect(made).toContain('<Question id="ask-first" />');
    expect(made).toContain('<Slide title="ខ្មែរ basket">');
    expect(result.accepted).toContain('gifts/lesson/basket');
  });

  test('leaves a lesson unwritten while some of it is not translated, and says so', () => {
    const result = imported(withoutKhmer, translated(exported(withoutKhmer), BODY, NEW_BODY));
    expect(result.refused).toEqual([]);
    expect(result.tree.has('content/modules/gifts/km/basket.mdx')).toBe(false);
    expect(result.remarks.join()).toMatch(/gifts\/lesson\/basket is not written yet: \d+ of its passages/);
  });

  test('gets its language beside its twin in YAML, also inside braces', () => {
    const tree = files()
      .replace(
        'questions/basket.yaml',
        '{ en: A tip is a gift., km: លុយទឹកតែជាអំណោយ។ }',
        '{ en: A tip is a gift. }',
      )
      .replace(
        'media/desk.yaml',
        /caption: .*/.exec(files().read('media/desk.yaml'))?.[0] ?? '',
        'caption:\n  en: Your desk # short',
      ).tree;
    const text = translated(
      translated(exported(tree), 'gifts/question/is-tip-gift/prompt', 'ថ្មី, មួយ'),
      'gifts/figure/desk/caption',
      'តុ',
    );
    const result = imported(tree, text);
    expect(result.refused).toEqual([]);
    expect(result.tree.get('content/modules/gifts/questions/basket.yaml')).toContain(
      'prompt: { en: A tip is a gift., km: "ថ្មី, មួយ" }',
    );
    expect(result.tree.get('content/modules/gifts/media/desk.yaml')).toContain(
      'caption:\n  en: Your desk # short\n  km: តុ\n',
    );
  });

  test('is a placeholder of a skeleton, too', () => {
    const tree = files().replace('module.yaml', 'km: អំណោយ', 'km: TODO').tree;
    expect(unitIn(exported(tree), 'gifts/module/title')).toContain('<target state="new">Gifts</target>');
    const result = imported(tree, translated(exported(tree), 'gifts/module/title', 'អំណោយ'));
    expect(result.tree.get('content/modules/gifts/module.yaml')).toBe(
      VALID.get('content/modules/gifts/module.yaml'),
    );
  });
});

describe('the ledger', () => {
  const question = 'gifts/question/is-tip-gift';
  const parts = [
    'prompt',
    'option/true/text',
    'option/true/feedback',
    'option/false/text',
    'option/false/feedback',
  ];

  function recorded(): ContentTree {
    const { units, ledger } = content(VALID);
    const next = ownersOf(units).reduce((all, owner) => accept(all, owner, 'km', '2026-11-22'), ledger);
    return files().write('/ledger.yaml', ledgerYaml(next)).tree;
  }

  test('gives every passage its state', () => {
    expect(unitIn(exported(recorded()), `${question}/prompt`)).toContain('<target state="translated">');
    const stale = replaced(
      recorded().get('content/modules/gifts/questions/basket.yaml') ?? '',
      'A tip is',
      'A small tip is',
    );
    const tree = new Map(recorded()).set('content/modules/gifts/questions/basket.yaml', stale);
    const unit = unitIn(exported(tree), `${question}/prompt`);
    expect(unit).toContain('<target state="needs-review-translation">');
    expect(unit).toContain('<note from="original">A small tip is a gift.</note>');
  });

  test('records that a unit follows its original once all of its passages are marked, and not before', () => {
    const half = parts.slice(1).reduce((all, part) => {
      const old = /<target[^>]*>([\s\S]*)<\/target>/.exec(unitIn(all, `${question}/${part}`))?.[1] ?? '';
      return translated(all, `${question}/${part}`, old, 'translated');
    }, exported(VALID));
    expect(imported(VALID, half).accepted).toEqual([]);
    const whole = translated(half, `${question}/prompt`, 'លុយទឹកតែ ជាអំណោយ។', 'needs-review-translation');
    const result = imported(VALID, whole);
    expect(result.accepted).toEqual([question]);
    expect(result.tree.get('content/modules/gifts/questions/basket.yaml')).toContain('លុយទឹកតែ ជាអំណោយ។');
    expect(result.files.whole.get('content/ledger.yaml')).toContain(
      `${question}:\n    km: { from: ${result.ledger.units[question]?.km?.from}, on: 2026-11-23 }`,
    );
  });

  test('records all units of a file whose sender says that all was compared', () => {
    const { accepted } = imported(VALID, exported(VALID), { checked: true });
    expect(accepted).toContain('gifts/lesson/basket');
    expect(accepted).toHaveLength(11);
  });

  test('stays as it is when a file brings nothing new', () => {
    expect(imported(recorded(), exported(recorded()), { checked: true }).files.whole.size).toBe(0);
  });
});

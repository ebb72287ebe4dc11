import { describe, expect, test, vi } from 'vitest';
import type { ContentTree } from '../../../src/curriculum/tree.ts';
import { applyEdits } from '../../../src/exchange/text-edit.ts';
import { files, VALID } from '../exchange/exchanging.ts';
import { numberOf, refusedOf, reviewed, rules, saved } from './reviewing.ts';

/** Many curricula are read from scratch, on machines that may be busy. */
vi.setConfig({ testTimeout: 60_000 });

const BODY = 'gifts/lesson/basket/gift-or-bribe/1';
const TITLE = 'gifts/module/title';
const LESSON = 'gifts/lesson/basket';
const MODULE = 'content/modules/gifts/module.yaml';
const KHMER = 'content/modules/gifts/km/basket.mdx';

const change = (km: string, comment?: string) => ({
  decision: 'change' as const,
  km,
  ...(comment === undefined ? {} : { comment }),
});

/** The text of a file after the import. */
function textAfter(tree: ContentTree, result: ReturnType<typeof reviewed>, file: string): string {
  const made = result.files.whole.get(file);
  return made ?? applyEdits(tree.get(file) ?? '', result.files.edits.get(file) ?? []);
}

describe('a saved review', () => {
  const text = saved(VALID, {
    [TITLE]: change('អំណោយថ្មី', 'ខ្លីជាង'),
    [BODY]: change('[1]អំណោយពិត[/1] មិនទារអ្វីទេ [2]។'),
    'gifts/lesson/basket/start/1': { decision: 'comment', comment: 'អានពិបាក' },
  });

  test('is shown first: every change with its place, and nothing written', () => {
    const result = reviewed(VALID, text);
    expect(result.files.edits.size + result.files.whole.size).toBe(0);
    const changed = result.verdicts.filter(({ proposals }) => proposals.length > 0);
    expect(
      changed.map(({ unit, proposals: [first] }) => [
        unit?.places.km?.file,
        unit?.places.km?.line,
        first?.text,
      ]),
    ).toEqual([
      [MODULE, 5, 'អំណោយថ្មី'],
      [KHMER, 13, '<Term id="gift">អំណោយពិត</Term> មិនទារអ្វីទេ <Cite id="gift-guide" />។'],
    ]);
  });

  test('is applied as a whole, and changes nothing else', () => {
    const result = reviewed(VALID, text, { apply: 'all' });
    expect(result.applied).toEqual([numberOf(TITLE), numberOf(BODY)]);
    expect([...result.files.edits.keys()].sort()).toEqual([KHMER, MODULE]);
    expect(textAfter(VALID, result, MODULE)).toBe(
      (VALID.get(MODULE) ?? '').replace('km: អំណោយ ', 'km: អំណោយថ្មី '),
    );
    expect(textAfter(VALID, result, KHMER)).toBe(
      (VALID.get(KHMER) ?? '').replace('>អំណោយ</Term> មិនចង់បានអ្វីមកវិញទេ', '>អំណោយពិត</Term> មិនទារអ្វីទេ'),
    );
  });

  test('is applied in part', () => {
    const result = reviewed(VALID, text, { apply: new Set([numberOf(BODY)]) });
    expect([...result.files.edits.keys()]).toEqual([KHMER]);
  });

  test('is applied once: a second time there is nothing to do', () => {
    const first = reviewed(VALID, text, { apply: 'all' });
    const tree = new Map(VALID)
      .set(MODULE, textAfter(VALID, first, MODULE))
      .set(KHMER, textAfter(VALID, first, KHMER));
    const second = reviewed(tree, text, { apply: 'all' });
    expect(refusedOf(second)).toEqual({});
    expect(second.applied).toEqual([]);
    expect(second.files.edits.size).toBe(0);
  });
});

describe('signatures', () => {
  const ledgerOf = (text: string, options = {}, tree: ContentTree = VALID) =>
    reviewed(tree, text, { apply: 'all', ...options }).signatures;

  test('go to units of which every passage was accepted, with role, day and hash of the text', () => {
    const result = reviewed(VALID, saved(VALID, {}, { rest: 'accept', by: ' S.K. ' }), {
      apply: new Set(),
    });
    const ledger = result.files.whole.get('content/ledger.yaml') ?? '';
    expect(result.signatures?.unsigned).toEqual([]);
    expect(ledger).toMatch(
      /gifts\/lesson\/basket:\n {4}km:\n {6}signed:\n {8}- \{ role: native, by: S\.K\., date: 2026-11-25, hash: "?[0-9a-f]{12}"? \}/,
    );
    expect(ledger).not.toContain('    en:');
  });

  test('go to the text as it is after the changes, and hold for it', () => {
    const text = saved(VALID, { [BODY]: change('[1]អំណោយពិត[/1] [2]។') }, { rest: 'accept', by: 'SK' });
    const result = reviewed(VALID, text, { apply: 'all' });
    const tree = new Map(VALID).set(KHMER, textAfter(VALID, result, KHMER));
    const hash = result.signatures?.ledger.units[LESSON]?.km?.signed[0]?.hash;
    const again = saved(tree, {}, { rest: 'accept', by: 'other' });
    expect(ledgerOf(again, {}, tree)?.ledger.units[LESSON]?.km?.signed[0]?.hash).toBe(hash);
    expect(hash).not.toBe(
      ledgerOf(saved(VALID, {}, { rest: 'accept', by: 'SK' }))?.ledger.units[LESSON]?.km?.signed[0]?.hash,
    );
  });

  test.each([
    ['a passage is not judged', { [BODY]: {} }, {}, /^Not judged yet: \d+\.$/],
    [
      'a comment is open',
      { [BODY]: { decision: 'comment', comment: '?' } },
      {},
      /^A comment awaits an answer: \d+\.$/,
    ],
    [
      'a change was not applied',
      { [BODY]: change('[1]ក[/1] [2]') },
      { apply: new Set<number>() },
      /^Changes were not applied: \d+\.$/,
    ],
    ['a change was refused', { [BODY]: change('ក') }, {}, /^Refused: \d+\.$/],
  ] as const)('are withheld where %s', (_, decisions, options, reason) => {
    const signatures = ledgerOf(saved(VALID, decisions, { rest: 'accept', by: 'SK' }), options);
    expect(signatures?.unsigned.map(({ owner }) => owner)).toEqual([LESSON]);
    expect(signatures?.unsigned[0]?.reason).toMatch(reason);
    expect(signatures?.signed).not.toContain(`${LESSON} (km)`);
    expect(signatures?.signed).toContain('gifts/module (km)');
  });

  test('need a name: the file’s, or one given with the command', () => {
    const text = saved(VALID, {}, { rest: 'accept' });
    expect(ledgerOf(text)).toBeUndefined();
    expect(ledgerOf(text, { by: 'SK' })?.signed).toContain(`${LESSON} (km)`);
  });

  test('of a lawyer go to both languages of what states law', () => {
    const tree = files().replace('en/basket.mdx', 'minutes:', 'legalReview: pending\nminutes:').tree;
    const text = saved(tree, { [BODY]: { decision: 'accept' } }, { by: 'Lawyer', role: 'legal' });
    expect(ledgerOf(text, {}, tree)?.signed).toEqual([`${LESSON} (km)`, `${LESSON} (en)`]);
  });

  test('are not written twice', () => {
    const text = saved(VALID, {}, { rest: 'accept', by: 'SK' });
    const first = reviewed(VALID, text, { apply: 'all' });
    const tree = new Map(VALID).set(
      'content/ledger.yaml',
      first.files.whole.get('content/ledger.yaml') ?? '',
    );
    const second = reviewed(tree, text, { apply: 'all' });
    expect(second.signatures?.signed).toEqual([]);
    expect(second.files.whole.size).toBe(0);
  });
});

describe('content that moved on since the copy was made is merged passage by passage', () => {
  const text = saved(
    VALID,
    { [TITLE]: change('អំណោយថ្មី'), [BODY]: change('[1]ក[/1] [2]។') },
    { rest: 'accept', by: 'SK' },
  );

  test('a passage that was edited is refused with what it says now, and the others apply', () => {
    const tree = files().replace('module.yaml', 'km: អំណោយ ', 'km: អំណោយផ្សេង ').tree;
    const result = reviewed(tree, text, { apply: 'all' });
    expect(refusedOf(result)).toEqual({
      [TITLE]: 'The Khmer of this passage was changed after the copy was made. It is now: អំណោយផ្សេង',
    });
    expect(result.applied).toEqual([numberOf(BODY)]);
    expect(textAfter(tree, result, MODULE)).toBe(tree.get(MODULE));
    expect(result.signatures?.signed).toContain(`${LESSON} (km)`);
    expect(result.signatures?.signed).not.toContain('gifts/module (km)');
  });

  test('a changed original takes the judgement away too', () => {
    const tree = files().replace('en/basket.mdx', 'wants nothing back', 'wants something back').tree;
    const result = reviewed(tree, text, { apply: 'all' });
    expect(refusedOf(result)[BODY]).toMatch(/^The English of this passage was changed/);
    expect(result.signatures?.signed).not.toContain(`${LESSON} (km)`);
  });

  test('a renamed lesson is found by its text', () => {
    const renamed = files();
    for (const lang of ['en', 'km']) {
      const old = renamed.read(`${lang}/basket.mdx`);
      renamed.remove(`${lang}/basket.mdx`).write(`${lang}/the-desk.mdx`, old);
    }
    for (const file of ['module.yaml', 'dilemmas/the-basket.yaml', 'session-plan.yaml']) {
      renamed.write(file, renamed.read(file).replace(/(lesson: |- )basket$/gm, '$1the-desk'));
    }
    const result = reviewed(renamed.tree, text, { apply: 'all' });
    expect(refusedOf(result)).toEqual({});
    expect(textAfter(renamed.tree, result, 'content/modules/gifts/km/the-desk.mdx')).toContain(
      '<Term id="gift">ក</Term>',
    );
    expect(result.signatures?.signed).toContain('gifts/lesson/the-desk (km)');
  });

  test('a paragraph added before others does not mix them up, and keeps the lesson unsigned', () => {
    const tree = files()
      .replace('en/basket.mdx', 'A basket of mangoes', 'Morning.\n\nA basket of mangoes')
      .replace('km/basket.mdx', 'មានកន្ត្រកស្វាយ', 'ព្រឹក។\n\nមានកន្ត្រកស្វាយ').tree;
    const result = reviewed(tree, text, { apply: 'all' });
    expect(refusedOf(result)).toEqual({});
    expect(result.signatures?.unsigned).toEqual([
      { owner: LESSON, reason: 'It has 1 passages that were not in the copy.' },
    ]);
  });

  test('a passage that is gone is refused', () => {
    const tree = files()
      .replace('en/basket.mdx', '- When does it come?\n', '')
      .replace('km/basket.mdx', /- .*\n(?=<\/Slide>)/.exec(VALID.get(KHMER) ?? '')?.[0] ?? '', '').tree;
    expect(refusedOf(reviewed(tree, text, { apply: 'all' }))).toEqual({
      'gifts/lesson/basket/gift-or-bribe/slide/2':
        'This passage is not in the content any more, or stands there twice.',
    });
  });
});

describe('a file that is not what it says is refused whole', () => {
  const good = saved(VALID, { [TITLE]: change('ថ្មី') }, { by: 'SK' });
  const all = { apply: 'all' } as const;

  test.each([
    ['empty', '', 'review/syntax'],
    ['cut off', good.slice(0, 3000), 'review/syntax'],
    ['another kind of JSON', '{"a": 1}', 'schema/unknown-field'],
    ['a list', '[]', undefined],
    ['another format', good.replace('review-of-passages', 'something'), 'schema/wrong-value'],
    ['a newer version', good.replace('"version":1', '"version":2'), 'schema/wrong-value'],
    ['another project', good.replace('school-of-governance', 'other'), 'review/foreign-project'],
    ['another module written into it', good.replace('"part":"gifts"', '"part":"shared"'), 'review/damaged'],
    ['another role written into it', good.replace('"role":"native"', '"role":"legal"'), 'review/damaged'],
    ['a role nobody has', good.replace('"role":"native"', '"role":"king"'), 'schema/wrong-value'],
    ['a passage taken out', good.replace(/\n\{"n":2,.*\n/, '\n'), 'review/damaged'],
    [
      'a passage renamed',
      good.replace('"key":"gifts/module/title"', '"key":"gifts/module/summary"'),
      'review/damaged',
    ],
    ['a hash changed', good.replace(/"km":"[0-9a-f]{12}"/, '"km":"000000000000"'), 'review/damaged'],
    [
      'a decision nobody can make',
      good.replace('"decision":"change"', '"decision":"burn"'),
      'schema/wrong-value',
    ],
    [
      'an extra field',
      good.replace('"decision":"change"', '"decision":"change","file":"/etc/passwd"'),
      'schema/unknown-field',
    ],
    [
      'a day the calendar lacks',
      good.replace('"saved":"2026-11-25"', '"saved":"2026-02-30"'),
      'schema/wrong-value',
    ],
  ])('%s', (_, text, rule) => {
    const result = reviewed(VALID, text, all);
    expect(text).not.toBe(good);
    expect(result.refused.length).toBeGreaterThan(0);
    if (rule !== undefined) expect(rules(result)).toContain(rule);
    expect(result.files.edits.size + result.files.whole.size).toBe(0);
  });

  test('with the line of the damage', () => {
    const line = good.split('\n').findIndex((row) => row.includes('"decision":"change"')) + 1;
    expect(reviewed(VALID, good.replace('"decision":"change"', '"decision":'), all).refused[0]).toMatchObject(
      { line, rule: 'review/syntax' },
    );
    expect(
      reviewed(VALID, good.replace('"decision":"change"', '"decision":"burn"'), all).refused[0],
    ).toMatchObject({ line });
    expect(reviewed(VALID, `<?xml version="1.0"?>\n<xliff/>\n`, all).refused[0]).toMatchObject({
      line: 1,
      rule: 'review/syntax',
    });
  });

  test('a sound review of another module or role than the command asked for', () => {
    expect(rules(reviewed(VALID, good, { ...all, module: 'shared' }))).toEqual(['review/foreign-module']);
    expect(rules(reviewed(VALID, good, { ...all, role: 'legal' }))).toEqual(['review/foreign-role']);
  });

  test('a review of a module that is not here', () => {
    const other = new Map(
      [...VALID].map(([file, text]) => [
        file.replace('modules/gifts', 'modules/thanks'),
        text.replace('id: gifts', 'id: thanks'),
      ]),
    );
    expect(rules(reviewed(other, good, all))).toEqual(['review/foreign-module']);
  });
});

describe('a change that does not fit is refused alone', () => {
  test.each([
    ['a mark is lost', '[1]ក[/1]', 'The mark [2] is missing in the new text.'],
    ['a mark stands twice', '[1]ក[/1] [2] [2]', 'The mark [2] stands twice in the new text.'],
    ['marks are crossed', '[/1]ក[1] [2]', 'The mark [/1] stands in the wrong place.'],
    ['it breaks the file', '[1]ក[/1] [2] <b', /^A "<" begins something that is not a component/],
    ['it makes two paragraphs', '[1]ក[/1] [2]\n\nខ', /would be read as/],
    ['it is empty but for marks', undefined, 'It is marked as changed, and no new text stands there.'],
  ])('%s', (_, km, reason) => {
    const text = saved(VALID, {
      [TITLE]: change('អំណោយថ្មី'),
      [BODY]: km === undefined ? { decision: 'change' } : change(km),
    });
    const result = reviewed(VALID, text, { apply: 'all' });
    expect(refusedOf(result)).toEqual({
      [BODY]: typeof reason === 'string' ? reason : expect.stringMatching(reason),
    });
    expect(result.applied).toEqual([numberOf(TITLE)]);
    expect([...result.files.edits.keys()]).toEqual([MODULE]);
  });
});

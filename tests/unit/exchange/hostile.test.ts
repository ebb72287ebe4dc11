import { describe, expect, test, vi } from 'vitest';
import { exported, files, imported, replaced, rules, translated, unitIn, VALID } from './exchanging.ts';

/** Many curricula are read from scratch, on machines that may be busy. */
vi.setConfig({ testTimeout: 60_000 });

const GOOD = exported(VALID);
const BODY = 'gifts/lesson/basket/gift-or-bribe/1';
const CITE = '<ph id="2" ctype="x-cite">&lt;Cite id="gift-guide" /&gt;</ph>';

/** Line of a text in the file, as a fault gives it. */
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

/** Everything about a refusal at once: that nothing is to be written, the line, the rule and the reason. */
function refusal(text: string, tree = VALID) {
  const result = imported(tree, text);
  expect(result.files.edits.size + result.files.whole.size).toBe(0);
  expect(result.changes).toEqual([]);
  return result.refused.map(({ file, line, rule, found }) => `${file}:${line} ${rule} ${found}`);
}

describe('a damaged file is refused whole', () => {
  test.each([
    ['cut off in the middle', GOOD.slice(0, 5000)],
    ['empty', ''],
    ['no XML', 'PK\u0003\u0004 this is a zip'],
    ['a tag closed wrongly', replaced(GOOD, '</target>', '</targt>')],
    ['an unknown entity', replaced(GOOD, 'A basket of mangoes', 'A basket &mangoes;')],
  ])('%s', (_, text) => {
    expect(rules(imported(VALID, text))).toEqual(['xliff/syntax']);
  });

  test('the line of broken XML is named', () => {
    const text = replaced(GOOD, '<source>Gifts</source>', '<source>Gifts</sauce>');
    expect(refusal(text)[0]).toMatch(
      new RegExp(`^gifts.xlf:${lineOf(text, '</sauce>')} xliff/syntax This is not well-formed XML`),
    );
  });

  test('a document type, which could hide text in entities', () => {
    const text = replaced(GOOD, '<xliff ', '<!DOCTYPE xliff [<!ENTITY a "b">]>\n<xliff ');
    expect(rules(imported(VALID, text))).toEqual(['xliff/doctype']);
  });

  test('another format or version', () => {
    expect(rules(imported(VALID, '<tmx version="1.4"/>'))).toEqual(['xliff/not-xliff']);
    expect(rules(imported(VALID, replaced(GOOD, '" version="1.2">', '" version="2.0">')))).toEqual([
      'xliff/not-xliff',
    ]);
  });

  test('two files in one', () => {
    const body = GOOD.slice(GOOD.indexOf('<file'), GOOD.indexOf('</xliff>'));
    expect(rules(imported(VALID, replaced(GOOD, '</xliff>', `${body}</xliff>`)))).toEqual(['xliff/files']);
  });

  test('a passage that stands twice, even with two translations', () => {
    const twice = unitIn(GOOD, BODY);
    const text = replaced(GOOD, twice, `${twice}\n${twice}`);
    expect(refusal(text)[0]).toMatch(
      /xliff\/duplicate-unit The passage ".+" stands here a second time; first in line \d+/,
    );
  });

  test('passages in another order', () => {
    const [one, two] = [unitIn(GOOD, 'gifts/module/title'), unitIn(GOOD, 'gifts/module/summary')];
    const text = replaced(replaced(replaced(GOOD, one, '@'), two, one), '@', two);
    expect(rules(imported(VALID, text))).toEqual(['xliff/skeleton']);
  });

  test('a header without the hash, or passages without theirs', () => {
    expect(rules(imported(VALID, replaced(GOOD, /<skl>.*<\/skl>/, '')))).toEqual(['xliff/no-skeleton']);
    expect(rules(imported(VALID, replaced(GOOD, / extradata="[^"]*"/, '')))).toEqual(['xliff/unit']);
  });

  test('an original that somebody changed in the file', () => {
    const text = replaced(GOOD, 'Nobody asked for it.</source>', 'Somebody asked for it.</source>');
    expect(refusal(text)).toEqual([
      `gifts.xlf:${lineOf(text, 'gifts/lesson/basket/start/1"')} xliff/source-changed The original of "gifts/lesson/basket/start/1" is not the text of content/modules/gifts/en/basket.mdx:6.`,
    ]);
  });
});

describe('a foreign file is refused', () => {
  test('of another project', () => {
    const text = replaced(GOOD, 'product-name="school-of-governance"', 'product-name="other"');
    expect(rules(imported(VALID, text))).toEqual(['xliff/foreign-project']);
  });

  test('of a module that is not here, naming the one that was meant', () => {
    const [fault] = imported(VALID, replaced(GOOD, 'original="gifts"', 'original="gift"')).refused;
    expect(fault?.rule).toBe('xliff/foreign-module');
    expect(fault?.mend).toContain('Did you mean "gifts"?');
  });

  test('of another module than the command asked for', () => {
    expect(rules(imported(VALID, GOOD, { module: 'shared' }))).toEqual(['xliff/foreign-module']);
  });

  test('for another language, or one that is asked for in vain', () => {
    expect(rules(imported(VALID, replaced(GOOD, 'target-language="km"', 'target-language="fr"')))).toEqual([
      'xliff/foreign-language',
    ]);
    expect(rules(imported(VALID, GOOD, { to: 'en' }))).toEqual(['xliff/foreign-language']);
  });
});

describe('an incomplete file is refused', () => {
  test('a passage is missing', () => {
    const unit = unitIn(GOOD, 'gifts/module/summary');
    const text = replaced(GOOD, unit, '');
    expect(refusal(text)).toEqual([
      `gifts.xlf:${lineOf(text, 'gifts/module/title"')} xliff/missing-unit The passage "gifts/module/summary" (content/modules/gifts/module.yaml:6) is missing after this place.`,
    ]);
  });

  test('a translation was emptied', () => {
    expect(rules(imported(VALID, translated(GOOD, 'gifts/module/title', ' ')))).toEqual([
      'xliff/target-empty',
    ]);
    expect(rules(imported(VALID, replaced(GOOD, /<target[^>]*>អំណោយ<\/target>/, '')))).toEqual([
      'xliff/target-empty',
    ]);
  });

  test.each([
    [
      'missing',
      `<g id="1">ថ្មី</g> ២។`,
      'xliff/tag-missing',
      'The tag 2 (<Cite id="gift-guide" />) of the original is missing.',
    ],
    [
      'missing around text',
      `ថ្មី ${CITE}`,
      'xliff/tag-missing',
      'The tag 1 (<Term id="gift">…</Term>) of the original is missing.',
    ],
    [
      'twice',
      `<g id="1">ថ្មី</g> ${CITE} ${CITE}`,
      'xliff/tag-repeated',
      'The tag 2 (<Cite id="gift-guide" />) stands twice.',
    ],
    [
      'invented',
      `<g id="1">ថ្មី</g> ${CITE} <g id="9">x</g>`,
      'xliff/tag-unknown',
      'The tag 9 is not one of the original.',
    ],
    [
      'of another kind',
      `<g id="1">ថ្មី</g> <g id="2">x</g>`,
      'xliff/tag-changed',
      'The tag 2 (<Cite id="gift-guide" />) was changed.',
    ],
    [
      'with a changed inside',
      `<g id="1">ថ្មី</g> ${CITE.replace('gift-guide', 'law')}`,
      'xliff/tag-changed',
      'The tag 2 (<Cite id="gift-guide" />) was changed to <Cite id="law" />.',
    ],
  ])('a protected tag is %s', (_, inline, rule, found) => {
    const text = translated(GOOD, BODY, inline);
    const line = lineOf(text, inline);
    expect(refusal(text)).toEqual([`gifts.xlf:${line} ${rule} ${found} (${BODY})`]);
  });

  test('an element of another kind stands in a passage', () => {
    const text = translated(GOOD, BODY, `<g id="1">ថ្មី</g> ${CITE}<x id="3"/>`);
    expect(rules(imported(VALID, text))).toEqual(['xliff/tag-unknown']);
  });

  test('one fault keeps out the sound translations beside it', () => {
    const text = translated(translated(GOOD, 'gifts/module/title', 'អំណោយថ្មី'), BODY, 'ថ្មី');
    expect(refusal(text)).toHaveLength(2);
  });
});

describe('content that moved on since the export', () => {
  test('an original changed: refused, with its file and line', () => {
    const tree = files().replace('en/basket.mdx', 'Nobody asked for it.', 'Somebody sent it.').tree;
    expect(refusal(GOOD, tree)).toEqual([
      expect.stringContaining(
        'xliff/source-changed The original of "gifts/lesson/basket/start/1" was changed after the export, in content/modules/gifts/en/basket.mdx:6.',
      ),
    ]);
  });

  test('a translation changed on both sides: refused; on one side: kept', () => {
    const tree = files().replace('module.yaml', 'km: អំណោយ', 'km: អំណោយផ្សេង').tree;
    expect(rules(imported(tree, translated(GOOD, 'gifts/module/title', 'អំណោយថ្មី')))).toEqual([
      'xliff/edited-meanwhile',
    ]);
    const kept = imported(tree, GOOD);
    expect(kept.refused).toEqual([]);
    expect(kept.tree.get('content/modules/gifts/module.yaml')).toContain('km: អំណោយផ្សេង');
    expect(imported(tree, translated(GOOD, 'gifts/module/title', 'អំណោយផ្សេង')).refused).toEqual([]);
  });

  test('a passage is new', () => {
    const tree = files()
      .replace('en/basket.mdx', '<Figure', 'One more.\n\n<Figure')
      .replace('km/basket.mdx', '<Figure', 'មួយទៀត។\n\n<Figure').tree;
    expect(refusal(GOOD, tree)).toEqual([
      expect.stringContaining(
        'xliff/missing-unit The passage "gifts/lesson/basket/gift-or-bribe/2" (content/modules/gifts/en/basket.mdx:14) is missing; it is newer than this file.',
      ),
    ]);
  });

  test('a lesson was renamed', () => {
    const renamed = files();
    for (const lang of ['en', 'km']) {
      const text = renamed.read(`${lang}/basket.mdx`);
      renamed.remove(`${lang}/basket.mdx`).write(`${lang}/the-desk.mdx`, text);
    }
    renamed.write('module.yaml', renamed.read('module.yaml').replaceAll('basket', 'the-desk'));
    const found = refusal(GOOD, renamed.tree);
    expect(found).toHaveLength(24);
    expect(found.filter((text) => text.includes('There is no passage "gifts/lesson/basket/'))).toHaveLength(
      12,
    );
  });
});

describe('a translation that would break its file is refused', () => {
  test.each([
    ['bold by hand', '**ថ្មី', 'gifts/lesson/basket/start/1', undefined],
    ['a component by hand', 'ថ្មី <Term id="gift">ក', 'gifts/lesson/basket/start/1', 'xliff/text'],
    ['a heading mark', '# ថ្មី', 'gifts/lesson/basket/start/1', 'xliff/text'],
    ['an empty line', 'ថ្មី\n\nពីរ', 'gifts/lesson/basket/start/1', 'xliff/text'],
    ['a brace', 'ថ្មី {ក', 'gifts/lesson/basket/start/1', 'xliff/text'],
    ['a quote in a slide title', 'ថ្មី "ក"', 'gifts/lesson/basket/gift-or-bribe/slide/title', 'xliff/text'],
    [
      'a description that is too long',
      'ក'.repeat(201),
      'gifts/lesson/basket/front/description',
      'xliff/text',
    ],
  ])('%s', (_, text, key, rule) => {
    const escaped = text.replace(/</g, '&lt;').replace(/>/g, '&gt;');
    expect(rules(imported(VALID, translated(GOOD, key, escaped)))).toEqual(rule === undefined ? [] : [rule]);
  });

  test('and names the line of the translation and how it would be read', () => {
    const text = translated(GOOD, 'gifts/lesson/basket/start/1', '- ថ្មី');
    expect(refusal(text)[0]).toMatch(/^gifts.xlf:\d+ xliff\/text In its file this text would be read as /);
  });
});

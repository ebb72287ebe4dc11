import { describe, expect, test } from 'vitest';
import { loadTree } from '../../../src/curriculum/load.ts';
import type { Finding } from '../../../src/workshop/khmer-lint/finding.ts';
import { withFixes } from '../../../src/workshop/khmer-lint/fix.ts';
import { lintKhmer } from '../../../src/workshop/khmer-lint/lint.ts';
import { readSpelling, SPELLING_FILE } from '../../../src/workshop/khmer-lint/spelling.ts';
import { Files } from '../../fixtures/content/edit.ts';
import { VALID } from './support.ts';

const LIST = '- { wrong: អោយ, right: ឱ្យ }\n- { wrong: តំលៃ, right: តម្លៃ }\n';
const PLACE = 'សូមឱ្យលើកដៃ។';
const lint = (files: Files) => lintKhmer(loadTree(files.tree).curriculum, files.tree);
/** A lesson with a text in it, and the spelling list. */
const withText = (text: string) =>
  new Files(VALID).write('/khmer-spelling.yaml', LIST).replace('km/basket.mdx', PLACE, text);
const rules = (text: string) => lint(withText(text)).findings.map(({ rule }) => rule);
const mended = (text: string): string => {
  let { tree } = withText(text);
  for (let round = 0; round < 3; round++)
    tree = new Map([...tree, ...withFixes(tree, lint(new Files(tree)).findings)]);
  return (
    /<TrainerNote>\n([\s\S]*)\n<\/TrainerNote>/.exec(
      tree.get('content/modules/gifts/km/basket.mdx') ?? '',
    )?.[1] ?? ''
  );
};

test('the valid curriculum is clean, so that what is found below is what was put in', () => {
  expect(lint(withText(PLACE))).toEqual({ findings: [], faults: [] });
});

test('a finding names file, line, what was found and how to mend it', () => {
  const [found] = lint(withText(`${PLACE}\nសូមអោយគាត់។`)).findings;
  expect(found).toMatchObject({
    file: 'content/modules/gifts/km/basket.mdx',
    line: 30,
    rule: 'khmer/spelling',
    found: '"អោយ" is spelt otherwise here: …សូមឱ្យលើកដៃ។ សូមអោយគាត់។…',
    mend: 'Write "ឱ្យ", or run "npm run lint:km -- --fix".',
  });
});

describe('encoding', () => {
  test.each([
    ['a subscript RO before another subscript', 'មន្រ្តី', 'មន្ត្រី'],
    ['a vowel before its subscript', 'ស្រី្ត', 'ស្ត្រី'],
    ['a vowel in two pieces', 'ធ្វេី', 'ធ្វើ'],
    ['the subscript DA for TA', 'បណ្ដឹង', 'បណ្តឹង'],
    ['U under an upper vowel', 'សុីវិល', 'ស៊ីវិល'],
  ])('finds %s and mends it', (_, wrong, right) => {
    expect(rules(`មាន${wrong}។`)).toEqual(['khmer/order']);
    expect(mended(`មាន${wrong}។`)).toBe(`មាន${right}។`);
  });

  test.each(['\u200B', '\u200C', '\u2060', '\uFEFF', '\u00AD', '\u200E'])(
    'finds U+%j and takes it out',
    (hidden) => {
      expect(rules(`ពាក្យ${hidden}បណ្តឹង`)).toContain('khmer/zero-width');
      expect(mended(`ពាក្យ${hidden}បណ្តឹង`)).toBe('ពាក្យបណ្តឹង');
    },
  );

  test('finds a vowel without a letter and a subscript mark without one', () => {
    expect(rules('មាន ាមួយ')).toEqual(['khmer/orphan-sign']);
    expect(rules('មាន្ មួយ')).toEqual(['khmer/orphan-sign']);
  });

  test.each(['RkumRbwkSa', 'sMNUk', 'GMeBIBukrlYy', 'éf¶', 'esckþIsMerc', 'nItividI'])(
    'finds text of an old font: %s',
    (word) => {
      expect(rules(`ពាក្យ ${word} នេះ`)).toContain('khmer/legacy');
    },
  );

  test.each([
    'OECD',
    'The Cambodia Daily',
    'US$25',
    'YouTube',
    'Transparency International',
    'SCORM 1.2',
    'e-mail',
    'Article 4',
    'naïve',
  ])('takes %s for what it is', (words) => {
    expect(rules(`តាម ${words} នេះ`)).toEqual([]);
  });

  test('finds English where Khmer should stand', () => {
    expect(rules('Ask for a show of hands here.')).toContain('khmer/not-translated');
  });
});

describe('digits', () => {
  test('of two kinds in one number are mended', () => {
    expect(rules('មាន ១5 នាក់')).toContain('khmer/digits');
    expect(mended('មាន ១5 នាក់')).toBe('មាន ១៥ នាក់');
    expect(mended('មាន ៤០.000 រៀល')).toBe('មាន ៤០.០០០ រៀល');
  });

  test('of two kinds in one sentence are found', () => {
    expect(rules('នៅឆ្នាំ 2015 មាន ២៥ ដុល្លារ')).toEqual(['khmer/digits']);
  });

  test.each([
    'ម៉ោង ៧:៣០ ព្រឹក តម្លៃ ៤០.០០០ រៀល',
    'មាន ២៥ ដុល្លារ (US$25)',
    'ISO 37001 មានជំពូក ១០',
    'ទូរសព្ទ 012 នៅម៉ោង ៧:៣០',
    'នៅឆ្នាំ 2015។ មាន ២៥ ដុល្លារ។',
    'https://example.org/2020 ទំព័រ ២',
  ])('may stand so: %s', (text) => {
    expect(rules(text)).toEqual([]);
  });
});

describe('punctuation', () => {
  test.each([
    ['a full stop', 'មាននរណាសុំទេ. សូមសួរ'],
    ['a comma', 'អំណោយ, សំណូក'],
    ['a comma before an English word', 'ក្រសួង, NASLA'],
    ['a semicolon', 'អំណោយ; សំណូក'],
    ['a colon', 'អំណោយ: មិនពឹងអ្វី'],
    ['straight quotes', 'ពាក្យ "អំណោយ" នេះ'],
    ['curly quotes', 'ពាក្យ “អំណោយ” នេះ'],
    ['an apostrophe as a quote', "ពាក្យ 'អំណោយ' នេះ"],
    ['three points', 'យើង... ទៅ'],
    ['a dash', 'អំណោយ — សំណូក'],
    ['a middle point', 'អំណោយ · សំណូក'],
    ['a full stop behind bold text', '**អំណោយ**. សូមសួរ'],
  ])('of Latin script is found: %s', (_, text) => {
    expect(new Set(rules(text))).toEqual(new Set(['khmer/punctuation']));
  });

  test.each([
    'ម៉ោង ៧:៣០ ព្រឹក',
    'តម្លៃ ៤០.០០០ រៀល ឬ ១,៥ ភាគរយ',
    'អង្គភាព (អ.ប.ព.) និង គ.ជ.អ.ប',
    'ក. អំណោយ',
    '១. ប្រាក់',
    'សៀវភៅមាន … ជាអ្នករក្សា',
    'ផ្លែឈើ ។ល។ និង «អំណោយ»៖ មែនទេ? បាទ!',
    'តាម The Cambodia Daily, 3 May 2014: "Gifts, etc." នេះ',
    'សូមមើល https://example.org/a,b;c និង a.b@example.org',
    'ចន្លោះ ២០២១–២០២៥',
    'មាន <Cite id="gift-guide" />។ សូមសួរ',
    'មាន [ទំព័រ](../basket/#basket--gift, or) នេះ',
    "It's ខ្មែរ",
  ])('may stand so: %s', (text) => {
    expect(rules(text)).toEqual([]);
  });

  test('a space follows the end of a sentence', () => {
    expect(rules('លើកដៃ។សូមសួរ')).toEqual(['khmer/space-after-khan']);
    expect(mended('លើកដៃ។សូមសួរ៕«បាទ»')).toBe('លើកដៃ។ សូមសួរ៕ «បាទ»');
    expect(mended('លើកដៃ។<Term id="gift">អំណោយ</Term>')).toBe('លើកដៃ។ <Term id="gift">អំណោយ</Term>');
  });

  test.each(['«លើកដៃ។» គាត់', 'លើកដៃ។) គាត់', '**លើកដៃ។** គាត់', 'ផ្លែឈើ។ល។ ទៀត', 'លើកដៃ។'])(
    'no space is asked for in %s',
    (text) => {
      expect(rules(text)).toEqual([]);
    },
  );
});

describe('texts of YAML files and messages', () => {
  const inYaml = (text: string) =>
    lint(new Files(VALID).replace('module.yaml', 'km: អំណោយ }', `km: ${text} }`)).findings;

  test('have quotes of the format, which are no Latin quotes', () => {
    expect(inYaml('"អំណោយ"')).toEqual([]);
    expect(inYaml("'អំណោយ'")).toEqual([]);
    expect(inYaml('"ពាក្យ \\"អំណោយ\\""').map(({ rule }) => rule)).toEqual([
      'khmer/punctuation',
      'khmer/punctuation',
    ]);
  });

  test('are mended in place, in whatever way they are written', () => {
    const folded = 'summary:\n  en: A small module.\n  km: >-\n    មុខវិជ្ជា។តូច\n    អោយយើង\u200B។\n';
    const files = new Files(VALID)
      .write('/khmer-spelling.yaml', LIST)
      .replace(
        'module.yaml',
        'summary: { en: A small module for tests., km: មុខវិជ្ជាតូចមួយសម្រាប់សាកល្បង។ }\n',
        folded,
      );
    const now = withFixes(files.tree, lint(files).findings);
    expect([...now.keys()]).toEqual(['content/modules/gifts/module.yaml']);
    expect(now.get('content/modules/gifts/module.yaml')).toContain('  km: >-\n    មុខវិជ្ជា។ តូច\n    ឱ្យយើង។\n');
  });

  test('of the site are read too, with the line of the message', () => {
    const { curriculum } = loadTree(VALID);
    const json = '{\n  "a": "អំណោយ។",\n  "b": "អំណោយ, សំណូក"\n}\n';
    const { findings } = lintKhmer(curriculum, VALID, new Map([['src/i18n/km.json', json]]));
    expect(findings).toMatchObject([{ file: 'src/i18n/km.json', line: 3, rule: 'khmer/punctuation' }]);
  });
});

describe('the words of the glossary', () => {
  const advice = (text: string): Finding[] => {
    const files = withText(text).replace(
      '/glossary.yaml',
      '  khmerFrom:',
      '  aliases: { km: [កាដូ] }\n  khmerFrom:',
    );
    return [...lint(files).findings];
  };

  test('are proposed where another word stands, as advice', () => {
    expect(advice('កាដូមួយ។')).toMatchObject([
      { rule: 'khmer/term', weight: 'advice', mend: 'Write "អំណោយ", unless "កាដូ" is meant.' },
    ]);
  });

  test('are not forced upon a term that the reader can open', () => {
    expect(advice('<Term id="gift">កាដូ</Term>មួយ។')).toEqual([]);
  });
});

describe('the spelling list', () => {
  const faults = (text: string) =>
    readSpelling(new Map([[SPELLING_FILE, text]])).faults.map(({ line, found }) => `${line} ${found}`);

  test('finds whole letters only', () => {
    expect(rules('តំលៃ')).toEqual(['khmer/spelling']);
    expect(rules('តំលៃ្ក')).not.toContain('khmer/spelling');
  });

  test('of the project is sound', () => {
    expect(faults(LIST)).toEqual([]);
    expect(readSpelling(new Map([[SPELLING_FILE, LIST]])).pairs).toHaveLength(2);
  });

  test.each([
    [
      'an entry that canonical order settles',
      '- { wrong: បណ្ដឹង, right: បណ្តឹង }',
      /1 .*one word in canonical order/,
    ],
    ['a mend that never ends', '- { wrong: ឱ្យ, right: ឱ្យបាន }', /1 .*never end/],
    ['a word twice', '- { wrong: អោយ, right: ឱ្យ }\n- { wrong: អោយ, right: ឲ្យ }', /2 .*second time/],
    [
      'two entries that contradict each other',
      '- { wrong: អោយ, right: ឲ្យ }\n- { wrong: ឲ្យ, right: ឱ្យ }',
      /1 .*another entry calls/,
    ],
    ['Latin letters', '- { wrong: aoy, right: ឱ្យ }', /1 .*aoy/],
    ['an empty spelling', '- { wrong: "", right: ឱ្យ }', /1 .*empty|1 .*text ""/],
    ['a missing field', '- { wrong: អោយ }', /1 .*no "right"/],
    ['no list', 'wrong: អោយ', /1 .*not a list/],
    ['broken YAML', '- { wrong: អោយ, right: ឱ្យ', /1 /],
  ])('is refused with %s', (_, text, message) => {
    expect(faults(text).join('\n')).toMatch(message);
  });
});

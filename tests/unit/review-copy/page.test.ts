import { parse } from 'parse5';
import { describe, expect, test, vi } from 'vitest';
import { copyScript } from '../../../src/review-copy/script.ts';
import { files, VALID } from '../exchange/exchanging.ts';
import { copyOf, headOf, pageOf } from './reviewing.ts';

/** Many curricula are read from scratch, on machines that may be busy. */
vi.setConfig({ testTimeout: 60_000 });

const BODY = 'gifts/lesson/basket/gift-or-bribe/1';
const LEGAL = files()
  .replace('en/basket.mdx', 'minutes:', 'legalReview: pending\nminutes:')
  .replace('km/basket.mdx', 'minutes:', 'legalReview: pending\nminutes:').tree;

/** The HTML of one passage. */
function passage(page: string, key: string): string {
  const { n } = headOf(page).passages.find((found) => found.key === key) ?? { n: 0 };
  const start = page.indexOf(`id="p${n}"`);
  return page.slice(start, page.indexOf('</article>', start));
}

describe('a native reader’s copy', () => {
  const page = pageOf(VALID);

  test('holds every passage with Khmer once, numbered from 1', () => {
    expect(headOf(page).passages.map(({ n }) => n)).toEqual(headOf(page).passages.map((_, i) => i + 1));
    expect(page.match(/<article /g)).toHaveLength(headOf(page).passages.length);
    expect(headOf(page).passages).toHaveLength(71);
  });

  test('shows both languages side by side, with markup a reader knows, and the source beside the claim', () => {
    const html = passage(page, BODY);
    expect(html).toContain(
      '<p lang="km" data-edit="km"><span class="term" data-c="1">អំណោយ</span> មិនចង់បានអ្វីមកវិញទេ <sup data-s="2">[2]</sup>។</p>',
    );
    expect(html).toContain('<p lang="en">A <span class="term" data-c="1">gift</span> wants nothing back');
    expect(html).toMatch(/<ul class="sources"[^>]*><li lang="en">\[2\] A guide to gifts/);
  });

  test('speaks Khmer', () => {
    expect(page).toContain('value="accept">ទទួលយក</label>');
    expect(page).not.toContain('>Accept');
  });

  test('lets Khmer be changed, and nothing else', () => {
    expect(page).not.toContain('data-edit="en"');
    expect(page).not.toContain('data-text="en"');
  });

  test('marks what states law, and who reads what learners do not see', () => {
    expect(passage(pageOf(LEGAL), BODY)).toContain('<span class="tag">ចំណុចច្បាប់</span>');
    expect(passage(pageOf(LEGAL), 'gifts/lesson/basket/start/1')).not.toContain('class="tag"');
    expect(passage(page, 'gifts/lesson/basket/gift-or-bribe/trainer-note/1')).toContain('សម្រាប់គ្រូបង្គោល');
  });

  test('leaves room to write by hand', () => {
    expect(passage(page, BODY)).toContain('<div class="hand">☐ ទទួលយក   ☐ កែ   ☐ យោបល់<i></i><i></i></div>');
  });
});

describe('a lawyer’s copy', () => {
  test('holds the units that state law, whole; what names a source is to be judged, and named first', () => {
    const page = pageOf(LEGAL, 'legal');
    const { passages } = headOf(page);
    expect(new Set(passages.map(({ key }) => key.split('/').slice(0, 3).join('/')))).toEqual(
      new Set(['gifts/lesson/basket']),
    );
    expect(passages.filter(({ judged }) => judged).map(({ key }) => key)).toEqual([BODY]);
    expect(passages.length).toBeGreaterThan(10);
    const { n } = passages.find(({ key }) => key === BODY) ?? { n: 0 };
    expect(page).toContain(`To judge:</strong> <a href="#p${n}">${n}</a></p>`);
  });

  test('speaks both languages, and lets both be changed', () => {
    const page = pageOf(LEGAL, 'legal');
    expect(page).toContain('ទទួលយក · Accept');
    expect(passage(page, BODY)).toContain('data-edit="en"');
  });

  test('is empty where nothing states law', () => {
    expect(copyOf(VALID, 'legal').sections).toEqual([]);
  });
});

describe('the file', () => {
  test('asks nothing of any other: no address is loaded, and the policy forbids it', () => {
    const page = pageOf(VALID);
    expect(page.match(/\s(src|srcset|poster|data|action)="/g)).toBeNull();
    expect(page.match(/<(link|img|iframe|object|base)\b/g)).toBeNull();
    expect(page.match(/url\((?!data:)/g)).toBeNull();
    expect(page).toContain(
      "content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:\"",
    );
  });

  test('stays whole whatever a text says', () => {
    const evil = '</script><script>alert(1)</script><img src=x onerror="alert(1)">&amp;';
    const tree = files().replace('module.yaml', 'km: អំណោយ', `km: '${evil}'`).tree;
    const page = pageOf(tree);
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page).toContain(
      '&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;amp;',
    );
  });

  test('is HTML that a parser has nothing to say about', () => {
    const errors: string[] = [];
    parse(pageOf(LEGAL, 'legal'), { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
  });

  test('is the same for the same content', () => {
    expect(pageOf(VALID)).toBe(pageOf(VALID));
    expect(copyOf(VALID).id).not.toBe(copyOf(LEGAL, 'legal').id);
  });

  test('has a classic script without modules, for the oldest browsers', () => {
    const script = copyScript();
    expect(script).not.toMatch(/\bimport\b|\bexport\b|\.at\(|structuredClone|hasOwn/);
    expect(script.length).toBeLessThan(12_000);
    expect(() => new Function(script)).not.toThrow();
  });
});

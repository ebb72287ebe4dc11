import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCurriculum, loadTree } from '../../src/curriculum/load.ts';
import { type ContentTree, readTree } from '../../src/curriculum/tree.ts';
import { formatKhmerDate } from '../../src/khmer/dates.ts';
import { LEDGER_FILE, type Ledger, ledgerYaml, readLedger, sign } from '../../src/workshop/ledger.ts';
import { recordAll } from '../../src/workshop/record.ts';
import { ownersOnPage, type Workshop, workshopOf } from '../../src/workshop/workshop.ts';
import { Files } from '../fixtures/content/edit.ts';
import { buildElsewhere } from '../support/build-elsewhere.ts';

const en = JSON.parse(readFileSync('src/i18n/en.json', 'utf8'));
const km = JSON.parse(readFileSync('src/i18n/km.json', 'utf8'));

/** What a page says above its text. */
const notes = (html: string) =>
  [
    ...(/<div class="lesson__notes">([\s\S]*?)<\/div>/.exec(html)?.[1] ?? '').matchAll(/<p>([^<]*)<\/p>/g),
  ].map((match) => match[1]);

describe('the site for learners', () => {
  test('says in every lesson that nobody has signed it, as the ledger has it', () => {
    const { ledger } = readLedger(readTree('.'));
    const signatures = Object.values(ledger?.units ?? {}).flatMap((unit) => [
      ...(unit.km?.signed ?? []),
      ...(unit.en?.signed ?? []),
    ]);
    expect(signatures).toEqual([]);
    const lessons = loadCurriculum('.').curriculum.modules.flatMap(({ module }) =>
      module.lessons.map((lesson) => `${module.id}/${lesson}`),
    );
    expect(lessons.length).toBeGreaterThan(4);
    for (const lesson of lessons) {
      expect(notes(readFileSync(`dist/km/${lesson}/index.html`, 'utf8'))).toContain(km['lesson.review']);
    }
  });

  test('has no page of the status, and no link to one', () => {
    expect(existsSync('dist/km/index.html')).toBe(true);
    expect(globSync('dist/**/status/**')).toEqual([]);
    const pages = globSync('dist/**/*.{html,xml,js}').map((file) => readFileSync(file, 'utf8'));
    expect(pages.filter((text) => /\/status\/|status\.title/.test(text))).toEqual([]);
    expect(
      pages.filter((text) => text.includes(en['status.lead']) || text.includes(km['status.lead'])),
    ).toEqual([]);
  });
});

describe('the edition for trainers', () => {
  let built: ReturnType<typeof buildElsewhere>;
  const page = (path: string) => readFileSync(join(built.root, 'dist-trainer', path, 'index.html'), 'utf8');

  beforeAll(() => {
    built = buildElsewhere(edited(), { SOG_DRAFTS: '1', SOG_EDITION: 'trainer' });
  }, 120_000);
  afterAll(() => built?.remove());

  test('has a folder of its own and the page of the status, in both languages, for nobody to find by searching', () => {
    expect(existsSync(built.dist)).toBe(false);
    expect(page('en/status')).toMatch(
      /A basket on the desk<\/th>\s*<td>ភាសាខ្មែរ<\/td>\s*<td>stale: the original has changed \(1 November 2026\)<\/td>/,
    );
    expect(page('km/status')).toContain(km['status.title']);
    expect(page('en/status')).toContain('name="robots" content="noindex"');
    expect(page('en/status')).toContain('<li>gifts/lesson/basket (km)</li>');
    const sitemap = globSync('sitemap*.xml', { cwd: join(built.root, 'dist-trainer') });
    expect(sitemap.length).toBeGreaterThan(0);
    for (const file of sitemap) {
      expect(readFileSync(join(built.root, 'dist-trainer', file), 'utf8')).not.toContain('/status/');
    }
  });

  test('tells readers of a translation whose original changed, with the day until which it followed', () => {
    const notice = /<p class="translation-notice" lang="km"[^>]*>([^<]+)</.exec(page('km/gifts/basket'))?.[1];
    expect(notice).toContain(`ត្រូវបានកែប្រែក្រោយ${formatKhmerDate('2026-11-01')}។`);
    expect(page('en/gifts/basket')).not.toContain('translation-notice"');
  });

  test('says nothing of a native review that is signed, and goes on about the legal one that is not', () => {
    expect(notes(page('km/gifts/basket'))).toEqual([km['lesson.legalReview']]);
  });
});

/** The fixtures: read against each other on 1 November, the Khmer signed, then the English changed. */
function edited(): ContentTree {
  const files = new Files(readTree('tests/fixtures/content/valid'));
  for (const lang of ['km', 'en']) {
    files.replace(`${lang}/basket.mdx`, '---\ntitle', '---\nlegalReview: pending\ntitle');
  }
  const workshop = workshopIn(files.tree);
  files.write(`/${LEDGER_FILE.slice('content/'.length)}`, ledgerYaml(signed(workshop)));
  return files.replace('en/basket.mdx', 'Nobody asked', 'No one asked').tree;
}

function workshopIn(tree: ContentTree): Workshop {
  return workshopOf(loadTree(tree).curriculum, tree, { original: 'en', units: {} });
}

function signed(workshop: Workshop): Ledger {
  const { ledger } = recordAll(workshop, '2026-11-01');
  const [module] = workshop.curriculum.modules;
  if (module === undefined) throw new Error('the fixtures hold no module');
  return ownersOnPage(workshop, module, 'basket').reduce(
    (before, { id, hashes }) =>
      sign(before, id, 'km', { role: 'native', by: 'S.K.', date: '2026-11-02', hash: hashes.km ?? '' }),
    ledger,
  );
}

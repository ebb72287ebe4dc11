import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** What each part may import, besides itself. `@` stands for packages from the registry. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'src/khmer': [],
  'src/curriculum': ['src/khmer'],
  'src/learning': ['src/curriculum'],
  'src/i18n': ['src/curriculum', 'src/khmer'],
  'src/record': ['src/learning', 'src/curriculum'],
  'src/components': [
    'src/learning',
    'src/i18n',
    'src/curriculum',
    'src/khmer',
    'src/record',
    'src/styles',
    'src/search',
    'src/offline',
    'src/workshop',
  ],
  'src/layouts': ['src/components', 'src/learning', 'src/i18n', 'src/curriculum', 'src/styles'],
  'src/print': [
    'src/components',
    'src/learning',
    'src/i18n',
    'src/curriculum',
    'src/khmer',
    'src/styles',
    'src/workshop',
  ],
  'src/pages': [
    'src/layouts',
    'src/print',
    'src/components',
    'src/learning',
    'src/i18n',
    'src/curriculum',
    'src/styles',
  ],
  'src/built': [],
  'src/offline': ['src/built', 'src/curriculum', 'src/i18n', 'src/khmer', 'src/search'],
  'src/search': ['src/khmer', 'src/curriculum', 'src/i18n'],
  'src/cli': [
    'src/curriculum',
    'src/khmer',
    'src/built',
    'src/i18n',
    'src/workshop',
    'src/exchange',
    'src/review-copy',
  ],
  'src/workshop': ['src/curriculum', 'src/khmer'],
  'src/exchange': ['src/workshop', 'src/curriculum', 'src/khmer'],
  'src/review-copy': ['src/exchange', 'src/workshop', 'src/curriculum', 'src/khmer', 'src/i18n'],
  'src/content.config.ts': ['src/curriculum'],
  scorm: ['src'],
};
/** Pure parts: no Astro, no browser. */
const PURE = ['src/khmer', 'src/learning', 'src/record/codec.ts', 'src/curriculum'];
/** Read at build time by Astro's own pipeline, so they may know it. */
const ASTRO_GLUE = ['src/curriculum/current.ts'];
/** Only the session holds a record; other components know the shapes of its port. */
const RECORD_FOR_COMPONENTS = /src\/record\/port\.ts$/;

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const pattern =
    /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g;
  return [...text.matchAll(pattern)].map(([, , type, fixed, dynamic]) => {
    const target = fixed ?? dynamic ?? '';
    const to = target.startsWith('.') ? normalize(join(dirname(file), target)) : `@${target}`;
    return { from: file, to: to.replace(/\?.*$/, ''), typeOnly: type !== undefined };
  });
}

const files = globSync(['src/**/*.{ts,astro}', 'scorm/**/*.{ts,astro}']);
const imports = files.flatMap(importsOf);
const partOf = (path: string) =>
  Object.keys(MAY_IMPORT).find((part) => path === part || path.startsWith(`${part}/`));

test('the reader of imports finds them at all', () => {
  expect(imports.length).toBeGreaterThan(100);
});

test('every file of src and scorm belongs to a part with known arrows', () => {
  expect(files.filter((file) => !partOf(file) && !file.startsWith('src/env'))).toEqual([]);
});

test('no import points against the arrows', () => {
  const wrong = imports.filter(({ from, to }) => {
    if (to.startsWith('@')) return false;
    const part = partOf(from) ?? '';
    const allowed = [part, ...(MAY_IMPORT[part] ?? [])];
    return !allowed.some((prefix) => to === prefix || to.startsWith(`${prefix}/`));
  });
  expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

test('the pure parts import no Astro and no test or browser library', () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      PURE.some((part) => from.startsWith(part)) &&
      !ASTRO_GLUE.includes(from) &&
      /^@(astro|@astrojs|happy-dom)/.test(to),
  );
  expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

test('the pure parts name no browser globals', () => {
  const pure = files.filter((file) =>
    /^src\/(khmer|learning|curriculum)\/|^src\/record\/codec\.ts$/.test(file),
  );
  const wrong = pure.filter((file) =>
    /\b(document|localStorage|window|navigator)\s*[.[]/.test(readFileSync(file, 'utf8')),
  );
  expect(wrong).toEqual([]);
});

test('of the components only the session imports the record, and the others know the port alone', () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      from.startsWith('src/components/') &&
      !from.startsWith('src/components/session/') &&
      to.startsWith('src/record') &&
      !RECORD_FOR_COMPONENTS.test(to),
  );
  expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

test('only what runs at build time imports the workshop, which reads files', () => {
  const wrong = imports.filter(
    ({ from, to, typeOnly }) =>
      from.startsWith('src/components/') &&
      to.startsWith('src/workshop') &&
      !from.endsWith('.astro') &&
      !typeOnly,
  );
  expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

import { type TransformOptions, transform } from 'esbuild';
import { type Finding, FLOOR } from './browsers.ts';

/**
 * Syntax that esbuild's table dates later than the floor because of a bug in a corner nobody here goes to
 * (a spread after `?.`, letters of Unicode scripts added since).
 */
const GOOD_ENOUGH = { 'optional-chain': true, 'regexp-unicode-property-escapes': true };

/** Names of esbuild's features newer than ES2019, to say which one a script uses. */
const FEATURES = [
  'async-generator',
  'bigint',
  'class-field',
  'class-private-accessor',
  'class-private-brand-check',
  'class-private-field',
  'class-private-method',
  'class-private-static-field',
  'class-static-blocks',
  'class-static-field',
  'decorators',
  'dynamic-import',
  'export-star-as',
  'hashbang',
  'import-assertions',
  'import-attributes',
  'import-meta',
  'logical-assignment',
  'nullish-coalescing',
  'regexp-dot-all-flag',
  'regexp-lookbehind-assertions',
  'regexp-match-indices',
  'regexp-named-capture-groups',
  'regexp-set-notation',
  'top-level-await',
  'using',
];

/**
 * Syntax of one script that a browser of the floor cannot read. esbuild prints the script twice, as it is and lowered
 * to the floor: if the two differ, something had to be lowered.
 */
export async function newerSyntax(file: string, code: string): Promise<Finding[]> {
  const plain = await print(code, {});
  if (!plain.ok) return [finding(file, 'a script that does not parse', plain.where)];
  const lowered = await print(code, { target: FLOOR, supported: GOOD_ENOUGH });
  if (!lowered.ok) return [finding(file, lowered.text, lowered.where)];
  if (lowered.code === plain.code) return [];
  const where = firstDifference(plain.code, lowered.code);
  return [finding(file, (await featureNames(code, plain.code)).join(', ') || 'newer syntax', where)];
}

function finding(file: string, feature: string, where: string): Finding {
  return { file, feature, where, since: 'newer browsers', kind: 'fault' };
}

type Printed =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly text: string; readonly where: string };

async function print(code: string, options: TransformOptions): Promise<Printed> {
  try {
    const result = await transform(code, {
      target: 'esnext',
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'silent',
      ...options,
    });
    return { ok: true, code: result.code };
  } catch (error) {
    const [first] = errorsOf(error);
    if (!first) throw error;
    const { line = 1, column = 0, lineText = '' } = first.location ?? {};
    return { ok: false, text: first.text, where: `line ${line}: ${lineText.slice(column, column + 80)}` };
  }
}

interface ScriptError {
  readonly text: string;
  readonly location?: { readonly line: number; readonly column: number; readonly lineText: string } | null;
}

function errorsOf(error: unknown): readonly ScriptError[] {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
}

/** Those features of the script that the floor lacks: each is taken away alone, by itself and by the floor. */
async function featureNames(code: string, plain: string): Promise<string[]> {
  const lacking: string[] = [];
  for (const feature of FEATURES) {
    const without = await print(code, { supported: { [feature]: false } });
    if (without.ok && without.code === plain) continue;
    const others = Object.fromEntries(FEATURES.filter((f) => f !== feature).map((f) => [f, true]));
    const floor = await print(code, { target: FLOOR, supported: { ...GOOD_ENOUGH, ...others } });
    if (!floor.ok || floor.code !== plain) lacking.push(feature);
  }
  return lacking;
}

function firstDifference(a: string, b: string): string {
  const other = new Set(b.split('\n'));
  const line = a.split('\n').find((text) => !other.has(text)) ?? '';
  return line.trim().slice(0, 100);
}

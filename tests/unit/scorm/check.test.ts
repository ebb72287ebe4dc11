import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkPackage, checkZip, RULE_IDS } from '../../../scorm/check.ts';
import type { Standard } from '../../../scorm/manifest/standard.ts';
import { STANDARDS } from '../../../scorm/manifest/standard.ts';
import type { MadePackage } from '../../../scorm/package.ts';
import { goodPackage } from '../../fixtures/packages/good.ts';
import { HOSTILE } from '../../fixtures/packages/hostile.ts';
import { HOSTILE_ZIPS } from '../../fixtures/packages/hostile-zips.ts';

const good = new Map<Standard, MadePackage>();

beforeAll(async () => {
  for (const standard of STANDARDS) good.set(standard, await goodPackage(standard));
});

const made = (standard: Standard): MadePackage => {
  const found = good.get(standard);
  if (!found) throw new Error(standard);
  return found;
};

describe('the rules of packages', () => {
  test.each(STANDARDS)('a good %s package breaks none', (standard) => {
    expect(checkZip(made(standard).bytes)).toEqual([]);
  });

  test.each(HOSTILE)('$rule is broken by: $what', ({ rule, standard = 'scorm12', edit }) => {
    const files = new Map(made(standard).files);
    edit(files);
    const findings = checkPackage(files);
    expect(new Set(findings.map((finding) => finding.rule)), JSON.stringify(findings, null, 1)).toEqual(
      new Set([rule]),
    );
    for (const { file, found } of findings) expect(file && found).not.toBe('');
  });

  test.each(HOSTILE_ZIPS)('$rule is broken by: $what', ({ rule, make }) => {
    const findings = checkZip(make(made('scorm12').files));
    expect(new Set(findings.map((finding) => finding.rule)), JSON.stringify(findings, null, 1)).toEqual(
      new Set([rule]),
    );
  });

  test('every rule has a hostile package', () => {
    const covered = new Set([...HOSTILE, ...HOSTILE_ZIPS].map(({ rule }) => rule));
    expect(RULE_IDS.filter((id) => !covered.has(id))).toEqual([]);
  });

  test('no two rules share an id', () => {
    expect(new Set(RULE_IDS).size).toBe(RULE_IDS.length);
  });

  test('a finding names file and line and says how to mend it', () => {
    const files = new Map(made('scorm12').files);
    HOSTILE.find(({ rule }) => rule === 'manifest/scorm-type')?.edit(files);
    expect(checkPackage(files)).toMatchInlineSnapshot(`
      [
        {
          "file": "imsmanifest.xml",
          "found": "adlcp:scormType="sco"",
          "hint": "Write adlcp:scormtype in SCORM 1.2, adlcp:scormType in 2004, with sco or asset.",
          "line": 16,
          "message": "a resource does not say what it is in the words of its standard; Moodle then does not track it",
          "rule": "manifest/scorm-type",
          "severity": "error",
        },
      ]
    `);
  });
});

test('the rules need nothing of Node, so that a page can judge a package too', async () => {
  const entry = fileURLToPath(new URL('../../../scorm/check.ts', import.meta.url));
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'browser',
    format: 'esm',
    logLevel: 'silent',
  });
  const packages = Object.keys(metafile.inputs).map((path) => /node_modules\/([^/]+)/.exec(path)?.[1]);
  expect(new Set(packages.filter((name) => name !== undefined))).toEqual(new Set(['fflate', 'parse5']));
});

test('a damaged manifest or document gives findings and never an exception', () => {
  const original = made('scorm2004').files;
  const pieces = [
    '&#x110000;',
    '<',
    '"',
    '&',
    'href="%E0%A4%A"',
    '<![CDATA[',
    '\ud800',
    'xmlns:q=""',
    'url(//[',
    '\u0000',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom('imsmanifest.xml', 'index.html'),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(60),
      fc.constantFrom('', ...pieces),
      (path, where, cut, added) => {
        const text = new TextDecoder().decode(original.get(path));
        const at = Math.floor(where * text.length);
        const damaged = text.slice(0, at) + added + text.slice(at + cut);
        checkPackage(new Map([...original, [path, new TextEncoder().encode(damaged)]]));
      },
    ),
    { numRuns: 300 },
  );
});

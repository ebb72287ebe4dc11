import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EMPTY_LEDGER,
  LEDGER_FILE,
  type Ledger,
  ledgerYaml,
  readLedger,
  sign,
  signatureState,
  translationState,
} from '../../../src/workshop/ledger.ts';
import { recordAll } from '../../../src/workshop/record.ts';
import { Files } from '../../fixtures/content/edit.ts';
import { opened, recorded, VALID } from './support.ts';

const LESSON = 'gifts/lesson/basket';
const read = (text: string) => readLedger(new Map([[LEDGER_FILE, text]]));
const owner = (workshop: ReturnType<typeof opened>, id: string) => {
  const found = workshop.owners.get(id);
  if (found === undefined) throw new Error(`no owner ${id}`);
  return found;
};
const signed = (hash: string): Ledger =>
  sign(recorded(), LESSON, 'km', { role: 'native', by: 'S.K.', date: '2026-11-20', hash });

describe('the ledger', () => {
  test('is empty while there is no file', () => {
    expect(readLedger(new Map())).toEqual({ ledger: EMPTY_LEDGER, faults: [] });
  });

  test('reads what it wrote, signatures and all', () => {
    const ledger = signed('0123456789ab');
    expect(read(ledgerYaml(ledger))).toEqual({ ledger, faults: [] });
  });

  test('keeps every hash, also one that looks like a number', () => {
    const hash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 12, maxLength: 12 });
    const looksLikeNumbers = fc.constantFrom(
      '123456789012',
      '12345678e901',
      '000000000000',
      '0x0000000000'.replace('x', 'e'),
    );
    fc.assert(
      fc.property(fc.oneof(hash, looksLikeNumbers), (from) => {
        const ledger: Ledger = {
          original: 'en',
          units: { [LESSON]: { km: { from, on: '2026-11-01', signed: [] } } },
        };
        expect(read(ledgerYaml(ledger)).ledger).toEqual(ledger);
      }),
    );
  });

  test('writes units in alphabetical order, whatever order they came in', () => {
    const one = ledgerYaml(recorded());
    const ledger = recorded();
    const turned = { ...ledger, units: Object.fromEntries(Object.entries(ledger.units).reverse()) };
    expect(ledgerYaml(turned)).toBe(one);
  });

  test.each([
    [
      'a merge that was not finished',
      'original: en\nunits:\n<<<<<<< HEAD\n  partners: {}\n=======\n',
      /not valid YAML|looks like/,
    ],
    ['a unit twice', 'original: en\nunits:\n  partners: {}\n  partners: {}\n', /twice/],
    [
      'a hash that was cut',
      'original: en\nunits:\n  partners: { km: { from: abc, on: 2026-11-01 } }\n',
      /abc/,
    ],
    [
      'a day that does not exist',
      'original: en\nunits:\n  partners: { km: { on: 2026-02-30 } }\n',
      /2026-02-30/,
    ],
    [
      'a role nobody has',
      'original: en\nunits:\n  partners: { km: { signed: [{ role: boss, by: X, date: 2026-11-01, hash: 0123456789ab }] } }\n',
      /boss/,
    ],
    ['a name that is no unit', 'original: en\nunits:\n  "../../etc": {}\n', /etc/],
    ['nothing', '', /is empty|This file/],
  ])('is not read when it holds %s', (_, text, message) => {
    const { ledger, faults } = read(text);
    expect(ledger).toBeUndefined();
    expect(faults.map(({ found, mend }) => `${found} ${mend}`).join('\n')).toMatch(message);
    expect(faults[0]?.file).toBe(LEDGER_FILE);
  });
});

describe('a signature', () => {
  const hash = owner(opened(), LESSON).hashes.km ?? '';
  const edited = (files: Files) => files.replace('km/basket.mdx', 'គ្មាននរណាសុំទេ។', 'គ្មាននរណាសុំឡើយ។');

  test('holds for the text that was signed', () => {
    const workshop = opened(undefined, signed(hash));
    expect(signatureState(workshop.ledger, owner(workshop, LESSON), 'km', 'native')).toBe('signed');
    expect(signatureState(workshop.ledger, owner(workshop, LESSON), 'km', 'legal')).toBe('unsigned');
    expect(signatureState(workshop.ledger, owner(workshop, LESSON), 'en', 'native')).toBe('unsigned');
  });

  test('is void when the text has changed, and holds again when the change is taken back', () => {
    const workshop = opened(edited, signed(hash));
    expect(signatureState(workshop.ledger, owner(workshop, LESSON), 'km', 'native')).toBe('void');
    const back = opened((files) => edited(files).replace('km/basket.mdx', 'សុំឡើយ។', 'សុំទេ។'), signed(hash));
    expect(signatureState(back.ledger, owner(back, LESSON), 'km', 'native')).toBe('signed');
  });

  test('replaces an earlier one of the same person and role, and no other', () => {
    const twice = sign(
      sign(signed('000000000000'), LESSON, 'km', { role: 'legal', by: 'S.K.', date: '2026-11-21', hash }),
      LESSON,
      'km',
      { role: 'native', by: 'S.K.', date: '2026-11-22', hash },
    );
    const all = twice.units[LESSON]?.km?.signed.map(({ role, date }) => `${role} ${date}`);
    expect(all).toEqual(['legal 2026-11-21', 'native 2026-11-22']);
  });

  test('leaves what the translation follows as it was', () => {
    expect(signed(hash).units[LESSON]?.km?.from).toBe(recorded().units[LESSON]?.km?.from);
  });
});

describe('recording', () => {
  const english = (files: Files) => files.replace('en/basket.mdx', 'Nobody asked for it.', 'Nobody asked.');

  test('takes new translations as following the original, once', () => {
    const { ledger, added } = recordAll(opened(), '2026-11-01');
    expect(added).toContain(`${LESSON} (km)`);
    expect(recordAll(opened(undefined, ledger), '2026-12-01')).toMatchObject({ ledger, added: [] });
  });

  test('does not make a stale translation current', () => {
    const workshop = opened(english, recorded());
    expect(translationState(workshop.ledger, owner(workshop, LESSON), 'km')).toBe('stale');
    expect(recordAll(workshop, '2026-12-01').ledger).toEqual(workshop.ledger);
  });

  test('does not record a skeleton', () => {
    const draft = opened((files) => files.replace('km/basket.mdx', 'សូមឱ្យលើកដៃ។', 'TODO៖ សរសេរ'));
    expect(recordAll(draft, '2026-11-01').added).not.toContain(`${LESSON} (km)`);
  });

  test('follows a renamed lesson by its lock', () => {
    const { tree } = rename(new Files(VALID));
    const workshop = opened(() => new Files(tree), recorded());
    const { ledger, moved } = recordAll(workshop, '2026-12-01');
    expect(moved).toEqual(new Map([['gifts/lesson/bowl', LESSON]]));
    expect(ledger.units['gifts/lesson/bowl']).toEqual(recorded().units[LESSON]);
    expect(ledger.units[LESSON]).toBeUndefined();
  });

  test('keeps what it does not find, for a person to judge', () => {
    const before: Ledger = {
      ...recorded(),
      units: { ...recorded().units, 'gifts/lesson/gone': { km: { signed: [] } } },
    };
    expect(
      recordAll(opened(undefined, before), '2026-12-01').ledger.units['gifts/lesson/gone'],
    ).toBeDefined();
  });
});

function rename(files: Files): Files {
  for (const lang of ['en', 'km']) {
    files.write(`${lang}/bowl.mdx`, files.read(`${lang}/basket.mdx`)).remove(`${lang}/basket.mdx`);
  }
  return files
    .replace('module.yaml', 'lessons:\n  - basket', 'lessons:\n  - bowl')
    .replace('ids.lock.yaml', 'basket: { n: 1 }', 'bowl: { n: 1, renamedFrom: [basket] }');
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../src/learning/merge.ts';
import {
  FILE_FORMAT,
  FILE_MAX_BYTES,
  mergeRecords,
  type Records,
  readRecordFile,
  writeRecordFile,
} from '../../../../src/record/file/record-file.ts';
import { checksum } from '../../../../src/record/packing.ts';
import { anySnapshotOfAll } from '../../../support/arbitrary.ts';

const anyRecords: fc.Arbitrary<Records> = fc
  .array(fc.tuple(fc.constantFrom('integrity', 'one-window', 'of-another-release'), anySnapshotOfAll), {
    maxLength: 4,
  })
  .map((pairs) => new Map(pairs));
const plain = (records: Records) =>
  canonicalJson(Object.fromEntries(Array.from(records, ([id, one]) => [id, Object.fromEntries(one)])));

/** What reading back gives; fails the test if it was refused. */
function again(records: Records): Records {
  const read = readRecordFile(writeRecordFile(records));
  if (!read.ok) throw new Error(read.reason);
  return read.records;
}
const joined = (a: Records, b: Records) => again(mergeRecords(a, again(b)));

describe('a record written to a file', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        expect(plain(again(records))).toBe(plain(records));
      }),
    );
  });

  it('says nothing about the learner besides the entries', () => {
    const file = JSON.parse(writeRecordFile(new Map())) as object;
    expect(Object.keys(file)).toEqual(['format', 'version', 'checksum', 'modules']);
  });

  it('joins another record the same way, whichever comes first, however they are grouped, however often', () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, anyRecords, (a, b, c) => {
        expect(plain(joined(a, b))).toBe(plain(joined(b, a)));
        expect(plain(joined(joined(a, b), c))).toBe(plain(joined(a, joined(b, c))));
        expect(plain(joined(joined(a, b), b))).toBe(plain(joined(a, b)));
      }),
    );
  });

  it('loses no entry of either', () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, (a, b) => {
        const both = joined(a, b);
        for (const [module, snapshot] of [...a, ...b]) {
          for (const key of snapshot.keys()) expect(both.get(module)?.has(key)).toBe(true);
        }
      }),
    );
  });
});

/** A file with a right checksum around whatever `modules` is. */
const signed = (modules: string, head = `"format":"${FILE_FORMAT}","version":1`) =>
  `{${head},"checksum":"${checksum(canonicalJson(JSON.parse(modules)))}","modules":${modules}}`;
const entry = (key: string, value: string, rest = '"r":1,"d":"ab12"') =>
  signed(`{"integrity":{"${key}":{"v":${value},${rest}}}}`);

const reasonOf = (text: string) => {
  const read = readRecordFile(text);
  return read.ok ? 'taken' : read.reason;
};

describe('a file that is not a record', () => {
  it('of another kind is foreign', () => {
    for (const text of ['', 'PK\u0003\u0004', 'null', '[]', '"x"', '{}', '{"format":"adapt"}', 'ឯកសារ']) {
      expect(reasonOf(text), text).toBe('foreign');
    }
  });

  it('cut off anywhere, or with one letter changed, is refused', () => {
    const records = new Map([
      [
        'integrity',
        new Map([
          [
            'seen/one' as const,
            { key: 'seen/one' as const, value: true as const, revision: 3, device: 'ab' },
          ],
        ]),
      ],
    ]);
    const text = writeRecordFile(records);
    for (let end = 0; end < text.length; end++) expect(reasonOf(text.slice(0, end))).not.toBe('taken');
    for (let i = 0; i < text.length; i++) {
      const other = `${text.slice(0, i)}${text[i] === '7' ? '8' : '7'}${text.slice(i + 1)}`;
      const read = readRecordFile(other);
      if (read.ok) expect(plain(read.records)).toBe(plain(records));
    }
  });

  it('of a newer version says so, before anything else is looked at', () => {
    expect(reasonOf(`{"format":"${FILE_FORMAT}","version":2,"modules":[]}`)).toBe('newer');
  });

  it('of more bytes than a browser could store is not even parsed', () => {
    expect(reasonOf(' '.repeat(FILE_MAX_BYTES + 1))).toBe('too-big');
  });

  it('nested too deep to be read is refused', () => {
    const deep = `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`;
    expect(reasonOf(`{"format":"${FILE_FORMAT}","version":1,"checksum":"x","modules":${deep}}`)).toBe(
      'damaged',
    );
  });

  it('with a right checksum around wrong content is damaged, whatever is wrong', () => {
    const taken = [
      entry('seen/one', 'true'),
      entry('time/ab12', '{"seconds":9}'),
      signed('{"some-later-module":{}}'),
    ];
    expect(taken.map(reasonOf)).toEqual(['taken', 'taken', 'taken']);
    const wrong = [
      entry('seen/one', '"yes"'),
      entry('seen/one', 'true', '"r":0,"d":"ab12"'),
      entry('seen/one', 'true', '"r":9007199254740991,"d":"ab12"'),
      entry('seen/one', 'true', '"r":1,"d":"<img>"'),
      entry('time/ab12', '{"seconds":-1}'),
      entry('time/ab12', '{"seconds":9007199254740991}'),
      entry('time/ab12', '{"seconds":1.5}'),
      entry('test/post', '{"seed":1,"count":1,"open":false,"best":1e99,"last":null}'),
      entry('outcome', '{"completion":"completed","success":"passed","score":101}'),
      entry('completed', '{"on":"tomorrow"}'),
      entry('note/one/ab12', '{"text":{},"on":"2026-11-22"}'),
      entry('__proto__', '{"polluted":true}'),
      entry('constructor', 'true'),
      entry('seen/../../device', 'true'),
      entry(`seen/${'a'.repeat(400)}`, 'true'),
      signed('{"__proto__":{"seen/one":{"v":true,"r":1,"d":"ab12"}}}'),
      signed('{"integrity@someone":{}}'),
      signed('{"../device":{}}'),
      signed('{"integrity":[]}'),
      signed('{"integrity":null}'),
      signed('[]'),
      signed('{}', `"format":"${FILE_FORMAT}","version":"1"`),
      signed('{}', `"format":"${FILE_FORMAT}","version":0`),
    ];
    expect(wrong.map((text) => [text.slice(0, 160), reasonOf(text)])).toEqual(
      wrong.map((text) => [text.slice(0, 160), 'damaged']),
    );
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

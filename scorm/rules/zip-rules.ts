import { byCodeUnit } from '../manifest/names.ts';
import type { ZipEntry } from '../zip.ts';
import type { Hit, Rule } from './rule.ts';
import { rule } from './rule.ts';
import type { Limits } from './view.ts';

export interface ZipView {
  readonly entries: readonly ZipEntry[];
  readonly limits: Limits;
}

const each =
  (test: (entry: ZipEntry) => string | false) =>
  ({ entries }: ZipView): Hit[] =>
    entries.flatMap((entry) => {
      const found = test(entry);
      return found === false ? [] : [{ file: entry.name, found }];
    });

const IMAGE = /\.(png|jpe?g|gif|webp|avif|svg)$/i;

/** Rules of the zip itself. PKZIP APPNOTE; SCORM CAM "Package Interchange File"; Moodle's and ILIAS's unzip. */
export const zipRules: readonly Rule<ZipView>[] = [
  rule(
    'zip/method',
    'an entry is packed by a method that an LMS may not know',
    'Pack with deflate or store.',
    each(({ method }) => method !== 0 && method !== 8 && `method ${method}`),
  ),
  rule(
    'zip/encrypted',
    'an entry is encrypted',
    'Pack without a password.',
    each(({ flags }) => (flags & 0x41) !== 0 && `flags ${flags}`),
  ),
  rule(
    'zip/zip64',
    'the zip uses ZIP64, which Moodle cannot read',
    'Pack with a plain zip tool.',
    each(({ zip64 }) => zip64 && 'ZIP64'),
  ),
  rule(
    'zip/unsafe-path',
    'the path of an entry leads out of the package',
    'Use relative paths with "/" and without "..".',
    each(({ name }) => /^\/|^[a-z]:|\\|(^|\/)\.{1,2}(\/|$)/i.test(name) && name),
  ),
  rule(
    'zip/directory-entry',
    'the zip has an entry for a folder',
    'Leave folders out; they follow from the files.',
    each(({ name }) => name.endsWith('/') && name),
    'warning',
  ),
  rule(
    'zip/utf8-flag',
    'a name outside ASCII does not say that it is UTF-8, so it is unpacked garbled',
    'Use ASCII names, or set general purpose bit 11.',
    each(({ nonAscii, flags }) => nonAscii && (flags & 0x800) === 0 && `flags ${flags}`),
  ),
  rule('zip/duplicate', 'an entry stands in the zip twice', 'Pack every file once.', ({ entries }) => {
    const names = entries.map(({ name }) => name);
    return names.filter((name, i) => names.indexOf(name) !== i).map((name) => ({ file: name, found: name }));
  }),
  rule(
    'zip/order',
    'the entries are not in a fixed order, so the same content gives another file',
    'Sort the entries by name.',
    ({ entries }) => {
      const names = entries.map(({ name }) => name);
      const [wrong] = names.filter((name, i) => i > 0 && byCodeUnit(names[i - 1] ?? '', name) > 0);
      return wrong === undefined ? [] : [{ file: wrong, found: wrong }];
    },
    'warning',
  ),
  rule(
    'zip/dates',
    'the entries carry the time of packing, so the same content gives another file',
    'Give every entry one fixed date.',
    ({ entries }) => {
      const wrong = entries.find(({ modified }) => modified !== entries[0]?.modified);
      return wrong ? [{ file: wrong.name, found: 'another date than the first entry' }] : [];
    },
    'warning',
  ),
  rule(
    'zip/size',
    'the package is larger than its budget, images apart',
    'See which entries are large; split the module or drop what is not used.',
    ({ entries, limits }) => {
      const counted = entries.filter(({ name }) => !IMAGE.test(name));
      const sum = counted.reduce((total, { packed }) => total + packed, 0);
      const largest = [...counted].sort((a, b) => b.packed - a.packed)[0];
      if (sum <= limits.packed || !largest) return [];
      return [
        {
          file: largest.name,
          found: `${sum} bytes of ${limits.packed}; the largest entry has ${largest.packed}`,
        },
      ];
    },
  ),
];

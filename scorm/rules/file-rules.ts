import { namedBy } from '../manifest/control-document-names.ts';
import { LAUNCH_FILE, MANIFEST_FILE } from '../manifest/names.ts';
import { listedFiles } from './hrefs.ts';
import type { Hit, Rule } from './rule.ts';
import { rule } from './rule.ts';
import type { PackageView } from './view.ts';
import { filesEndingIn, onManifest } from './view.ts';
import { written } from './xml-reader.ts';

const names =
  (test: RegExp) =>
  ({ files }: PackageView): Hit[] =>
    [...files.keys()].filter((path) => test.test(path)).map((path) => ({ file: path, found: path }));

const CONTROL = /\.(xsd|dtd)$/i;

/** Rules of the files in a package. SCORM CAM; names as the strictest LMS and server keep them. */
export const fileRules: readonly Rule[] = [
  rule(
    'package/manifest-at-root',
    `there is no ${MANIFEST_FILE} at the root of the package`,
    'Zip the content of the folder, not the folder; write the name in lower case.',
    ({ files }) => (files.has(MANIFEST_FILE) ? [] : [{ file: MANIFEST_FILE, found: 'not in the zip' }]),
  ),
  rule(
    'package/ascii-names',
    'a file name has characters that servers and zip tools change',
    'Use a-z, A-Z, 0-9, ".", "_" and "-".',
    names(/[^A-Za-z0-9._/-]/),
  ),
  rule(
    'package/case-collision',
    'two names differ only in case and become one file on some servers',
    'Rename one of them.',
    ({ files }) => {
      const lower = [...files.keys()].map((path) => path.toLowerCase());
      return [...files.keys()]
        .filter((path, i) => lower.indexOf(path.toLowerCase()) !== i)
        .map((path) => ({ file: path, found: path }));
    },
  ),
  rule(
    'package/dotfile',
    'a hidden file',
    'Leave it out; LMSs drop or refuse it.',
    names(/(^|\/)(\.|__MACOSX\/)/),
  ),
  rule(
    'package/mjs',
    'an .mjs file, which Moodle serves as plain text',
    'Bundle scripts to classic .js.',
    names(/\.mjs$/i),
  ),
  rule('package/source-map', 'a source map', 'Leave source maps out of packages.', function* (view) {
    yield* names(/\.map$/i)(view);
    for (const [file, text] of filesEndingIn(view, /\.(js|css|html?)$/i)) {
      const found = text.match(/[#@]\s*sourceMappingURL=\S{1,40}/)?.[0];
      if (found) yield { file, found };
    }
  }),
  rule(
    'package/file-count',
    'the package has more files than its budget',
    'Join or inline small files.',
    ({ files, limits }) =>
      files.size > limits.files ? [{ file: MANIFEST_FILE, found: `${files.size} of ${limits.files}` }] : [],
  ),
  rule(
    'package/document-size',
    'the launched document is larger than its budget',
    'Split the module.',
    ({ files, limits }) => {
      const size = files.get(LAUNCH_FILE)?.length ?? 0;
      return size > limits.document
        ? [{ file: LAUNCH_FILE, found: `${size} bytes of ${limits.document}` }]
        : [];
    },
  ),
  rule(
    'package/unlisted-file',
    'a file is in the zip and in no <file> of the manifest',
    'List it, or leave it out.',
    onManifest(function* (manifest, { files }) {
      const listed = listedFiles(manifest);
      for (const path of files.keys()) {
        const exempt = path === MANIFEST_FILE || (CONTROL.test(path) && !path.includes('/'));
        if (!exempt && !listed.has(path)) yield { file: path, found: path };
      }
    }),
  ),
  rule(
    'package/control-documents',
    'a schema file that the manifest or another schema names is not at the root of the package',
    'Put the control documents of the standard beside the manifest.',
    onManifest(function* ({ root }, view) {
      const location = written(root, 'xsi:schemaLocation') ?? '';
      const stated = location
        .trim()
        .split(/\s+/)
        .filter((_, i) => i % 2 === 1);
      for (const name of stated) if (!view.files.has(name)) yield { file: MANIFEST_FILE, found: name };
      for (const [file, text] of filesEndingIn(view, CONTROL))
        for (const name of namedBy(text)) if (!view.files.has(name)) yield { file, found: name };
    }),
  ),
];

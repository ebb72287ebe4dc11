import { MANIFEST_FILE } from '../manifest/names.ts';
import { NAMESPACES, STANDARDS } from '../manifest/standard.ts';
import type { Hit, Rule } from './rule.ts';
import { rule } from './rule.ts';
import type { PackageView } from './view.ts';
import { inManifest, onManifest } from './view.ts';
import { written, XmlError } from './xml-reader.ts';

/** A rule on the manifest's text: one hit where `pattern` stands in it. */
const inText =
  (pattern: RegExp) =>
  ({ manifestText = '' }: PackageView): Hit[] => {
    const match = pattern.exec(manifestText);
    if (!match) return [];
    const line = manifestText.slice(0, match.index).split('\n').length;
    return [{ file: MANIFEST_FILE, line, found: JSON.stringify(match[0].slice(0, 60)) }];
  };

const KNOWN_PREFIXES = new Map(
  STANDARDS.flatMap((standard) =>
    NAMESPACES[standard].extensions.map(({ uri, prefix }) => [uri, prefix] as const),
  ),
);

/** Rules of the manifest as XML. SCORM CAM §3.4; Moodle's parser (mod/scorm/datamodels/scormlib.php). */
export const manifestXmlRules: readonly Rule[] = [
  rule(
    'manifest/bom',
    'the manifest begins with a byte order mark',
    'Save it as UTF-8 without BOM.',
    inText(/^\ufeff/),
  ),
  rule('manifest/encoding', 'the manifest is not UTF-8', 'Save it as UTF-8 and declare UTF-8.', (view) => {
    const bytes = view.files.get(MANIFEST_FILE) ?? new Uint8Array();
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return [{ file: MANIFEST_FILE, line: 1, found: 'bytes that are not UTF-8' }];
    }
    return inText(/^\ufeff?<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])[^"']*["']/i)(view);
  }),
  rule(
    'manifest/doctype',
    'the manifest has a DOCTYPE',
    'Remove it; the schemas say what it is.',
    inText(/<!DOCTYPE/i),
  ),
  rule(
    'manifest/control-characters',
    'the manifest has characters that XML does not allow',
    'Remove control characters from titles.',
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    inText(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/),
  ),
  rule(
    'manifest/numeric-reference',
    'a numeric character reference, which Moodle shows as it is written',
    'Write the character itself in UTF-8.',
    inText(/&#\w+;/),
  ),
  rule(
    'manifest/well-formed',
    'the manifest is not well-formed XML',
    'Mend the XML at this line.',
    ({ root }) =>
      root instanceof XmlError ? [{ file: MANIFEST_FILE, line: root.line, found: root.message }] : [],
  ),
  rule(
    'manifest/root',
    'the root element is not <manifest> in the namespace of SCORM 1.2 or 2004',
    'Use the namespaces of the standard, letter by letter.',
    ({ root, manifest }) => {
      if (!root || root instanceof XmlError || manifest) return [];
      return [inManifest(root, `{${root.uri}}${root.local}`)];
    },
  ),
  rule(
    'manifest/prefixes',
    'a prefix is not the one that LMSs look for',
    'Make IMS content packaging the default namespace; write adlcp, adlseq, adlnav and imsss literally.',
    onManifest(function* ({ all, standard }) {
      for (const element of all) {
        if (element.uri === NAMESPACES[standard].content.uri && element.prefix !== '')
          yield inManifest(element, element.name);
        for (const { name, prefix, uri } of [element, ...element.attributes]) {
          const expected = KNOWN_PREFIXES.get(uri);
          if (expected !== undefined && prefix !== expected) yield inManifest(element, name);
        }
      }
    }),
  ),
  rule(
    'manifest/schema-location',
    'a namespace in use has no schema in xsi:schemaLocation',
    'List namespace and schema file in pairs, for every namespace used.',
    onManifest(function* ({ root, all }) {
      const words = (written(root, 'xsi:schemaLocation') ?? '').trim().split(/\s+/);
      if (words.length % 2 === 1) yield inManifest(root, `${words.length} words, not in pairs`);
      const located = new Set(words.filter((_, i) => i % 2 === 0));
      const used = new Set(all.flatMap((e) => [e.uri, ...e.attributes.map(({ uri }) => uri)]));
      for (const uri of used) {
        const builtIn = uri === '' || uri.startsWith('http://www.w3.org/');
        if (!builtIn && !located.has(uri)) yield inManifest(root, uri);
      }
    }),
  ),
  rule(
    'manifest/xml-base',
    'xml:base stands where Moodle ignores it',
    'Write whole paths in href, or put xml:base on the resource alone, ending in "/".',
    onManifest(function* ({ all }) {
      for (const element of all) {
        const base = written(element, 'xml:base');
        if (base !== undefined && (element.local !== 'resource' || !base.endsWith('/')))
          yield inManifest(element, `<${element.name} xml:base="${base}">`);
      }
    }),
  ),
];

import { SCHEMA_VERSIONS } from '../manifest/standard.ts';
import type { Rule } from './rule.ts';
import { rule } from './rule.ts';
import type { ParsedManifest } from './view.ts';
import { inManifest, onManifest } from './view.ts';
import type { XmlElement } from './xml-reader.ts';
import { childrenOf, written } from './xml-reader.ts';

const NCNAME = /^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u;
const IDENTIFIED = new Set(['manifest', 'organization', 'item', 'resource']);

const identified = ({ all }: ParsedManifest): XmlElement[] =>
  all.filter(({ local }) => IDENTIFIED.has(local));
const titled = ({ organizations, items }: ParsedManifest): XmlElement[] => [...organizations, ...items];
const titles = (manifest: ParsedManifest): XmlElement[] =>
  titled(manifest).flatMap((element) => childrenOf(element, 'title'));

/** Rules of metadata, organization and items, for a package of one SCO. SCORM CAM §3.4.1, and what LMSs do with it. */
export const manifestRules: readonly Rule[] = [
  rule(
    'manifest/structure',
    'the manifest does not have exactly one metadata, organizations and resources',
    'Write each of them once.',
    onManifest(function* ({ root }) {
      for (const name of ['metadata', 'organizations', 'resources']) {
        const count = childrenOf(root, name).length;
        if (count !== 1) yield inManifest(root, `${count} <${name}>`);
      }
    }),
  ),
  rule(
    'manifest/submanifest',
    'a manifest inside the manifest',
    'Use one manifest only.',
    onManifest(function* ({ root, all }) {
      for (const element of all)
        if (element !== root && element.local === 'manifest') yield inManifest(element, element.name);
    }),
  ),
  rule(
    'manifest/schema',
    'the metadata does not say "ADL SCORM"',
    'Write <schema>ADL SCORM</schema> first.',
    onManifest(function* ({ root }) {
      for (const metadata of childrenOf(root, 'metadata')) {
        const [first] = metadata.children;
        if (first?.local !== 'schema' || first.text !== 'ADL SCORM')
          yield inManifest(metadata, first?.text ?? 'no <schema>');
      }
    }),
  ),
  rule(
    'manifest/schemaversion',
    'the schema version is not exactly that of the standard; Moodle then takes the package for SCORM 1.2',
    'Write 1.2 or 2004 4th Edition, without a space or line break.',
    onManifest(function* ({ root, standard }) {
      for (const metadata of childrenOf(root, 'metadata')) {
        const found = childrenOf(metadata, 'schemaversion').map(({ text }) => text);
        if (found.length !== 1 || found[0] !== SCHEMA_VERSIONS[standard])
          yield inManifest(metadata, JSON.stringify(found.join(', ')));
      }
    }),
  ),
  rule(
    'manifest/identifiers',
    'an identifier is missing or not a name that XML allows',
    'Begin with a letter or "_"; use letters, digits, "-", "_" and ".".',
    onManifest(function* (manifest) {
      for (const element of identified(manifest)) {
        const id = written(element, 'identifier');
        if (id === undefined || !NCNAME.test(id))
          yield inManifest(element, `<${element.name} identifier="${id ?? ''}">`);
      }
    }),
  ),
  rule(
    'manifest/identifiers-unique',
    'two elements have one identifier',
    'Give each its own.',
    onManifest(function* (manifest) {
      const ids = identified(manifest).map((element) => written(element, 'identifier'));
      for (const [i, element] of identified(manifest).entries())
        if (ids[i] !== undefined && ids.indexOf(ids[i]) !== i) yield inManifest(element, ids[i]);
    }),
  ),
  rule(
    'manifest/identifier-length',
    'an identifier has more than 255 characters, which Moodle cannot store',
    'Shorten it.',
    onManifest(function* (manifest) {
      for (const element of identified(manifest)) {
        const id = written(element, 'identifier') ?? '';
        if (id.length > 255) yield inManifest(element, `${id.length} characters`);
      }
    }),
  ),
  rule(
    'manifest/version',
    'the version of the manifest has more than 20 characters',
    'Write 1.0.0.',
    onManifest(function* ({ root }) {
      const version = written(root, 'version') ?? '';
      if (version.length > 20) yield inManifest(root, version);
    }),
    'warning',
  ),
  rule(
    'manifest/default-organization',
    'organizations@default names no organization',
    'Write the identifier of the organization.',
    onManifest(function* ({ root, organizations }) {
      const [holder] = childrenOf(root, 'organizations');
      const named = holder && written(holder, 'default');
      if (holder && !organizations.some((o) => written(o, 'identifier') === named))
        yield inManifest(holder, named ?? 'no default');
    }),
  ),
  rule(
    'manifest/one-organization',
    'there is not exactly one organization',
    'Write one; LMSs show only the default.',
    onManifest(function* ({ root, organizations }) {
      if (organizations.length !== 1) yield inManifest(root, `${organizations.length}`);
    }),
  ),
  rule(
    'manifest/one-item',
    'there is not exactly one item',
    'One module is one item; SCORM 2004 with several fails in Moodle.',
    onManifest(function* ({ root, items }) {
      if (items.length !== 1) yield inManifest(root, `${items.length}`);
    }),
  ),
  rule(
    'manifest/titles',
    'an organization or item does not have exactly one title',
    'Write one, not empty.',
    onManifest(function* (manifest) {
      for (const element of titled(manifest)) {
        const found = childrenOf(element, 'title');
        if (found.length !== 1 || found[0]?.text.trim() === '')
          yield inManifest(element, `${found.length} in <${element.name}>`);
      }
    }),
  ),
  rule(
    'manifest/title-length',
    'a title has more than 200 characters',
    'Shorten it.',
    onManifest(function* (manifest) {
      for (const title of titles(manifest))
        if (title.text.length > 200) yield inManifest(title, `${title.text.length}`);
    }),
  ),
  rule(
    'manifest/title-numeric',
    'a title of digits only, which ILIAS reads as a number',
    'Add a word.',
    onManifest(function* (manifest) {
      for (const title of titles(manifest))
        if (/^[\s\d\u17e0-\u17e9.,+-]*\d[\s\d.,+-]*$/.test(title.text)) yield inManifest(title, title.text);
    }),
  ),
  rule(
    'manifest/title-lost',
    'beside an entity Moodle drops text that is only a space or only 0',
    'Word the title without "&", "<" or ">" there.',
    onManifest(function* (manifest, { manifestText = '' }) {
      const raw = [...manifestText.matchAll(/<title>([^<]*)<\/title>/g)].map(([, text = '']) => text);
      for (const [i, title] of titles(manifest).entries()) {
        const chunks = (raw[i] ?? '').split(/&\w+;/);
        if (chunks.length > 1 && chunks.some((chunk) => /^\s*0?\s*$/.test(chunk) && chunk !== ''))
          yield inManifest(title, title.text);
      }
    }),
    'warning',
  ),
  rule(
    'manifest/item-reference',
    'an item names no resource, or a resource that is not there',
    'Write identifierref with the identifier of the resource.',
    onManifest(function* ({ items, resources }) {
      const known = new Set(resources.map((resource) => written(resource, 'identifier')));
      for (const item of items) {
        const ref = written(item, 'identifierref');
        const leaf = childrenOf(item, 'item').length === 0;
        if (leaf ? !known.has(ref) || ref === undefined : ref !== undefined)
          yield inManifest(item, ref ?? 'none');
      }
    }),
  ),
  rule(
    'manifest/isvisible',
    'an item does not say isvisible="true"; Open edX lists no others',
    'Write it.',
    onManifest(function* ({ items }) {
      for (const item of items) {
        const visible = written(item, 'isvisible');
        if (visible !== 'true') yield inManifest(item, visible ?? 'not written');
      }
    }),
  ),
  rule(
    'manifest/parameters',
    'the parameters of an item are not a query or a fragment',
    'Write ?name=value&name=value or #fragment.',
    onManifest(function* ({ items }) {
      for (const item of items) {
        const found = written(item, 'parameters');
        const grammar = /^(\?[^\s?&=#]+=[^\s?&=#]*(&[^\s?&=#]+=[^\s?&=#]*)*)?(#[^\s#]*)?$/;
        if (found !== undefined && (!grammar.test(found) || found.length > 1000))
          yield inManifest(item, found);
      }
    }),
  ),
];

import type { Rule } from './rule.ts';
import { rule } from './rule.ts';
import type { ParsedManifest } from './view.ts';
import { inManifest, onManifest } from './view.ts';
import type { XmlElement } from './xml-reader.ts';
import { childrenOf, descendants, written } from './xml-reader.ts';

const named = (manifest: ParsedManifest, local: string): XmlElement[] =>
  manifest.all.filter((element) => element.local === local);

const forbidden = (local: string) =>
  onManifest(function* (manifest) {
    for (const element of named(manifest, local)) yield inManifest(element, `<${element.name}>`);
  });

const ONCE_PER_ITEM = [
  'timelimitaction',
  'datafromlms',
  'completionthreshold',
  'data',
  'sequencing',
  'presentation',
];
const ONCE_PER_SEQUENCING = [
  'controlMode',
  'sequencingRules',
  'limitConditions',
  'rollupRules',
  'objectives',
  'randomizationControls',
  'deliveryControls',
  'constrainedChoiceConsiderations',
  'rollupConsiderations',
];
// SCORM 1.2 CAM §2.3.4, in this order inside an item.
const ORDER_12 = [
  'title',
  'prerequisites',
  'maxtimeallowed',
  'timelimitaction',
  'datafromlms',
  'masteryscore',
  'metadata',
];
const HIDDEN_CONTROLS = new Set([
  'abandon',
  'continue',
  'exit',
  'previous',
  'suspendAll',
  'exitAll',
  'abandonAll',
]);

/** Names among an element's children that stand there more than once. */
function repeated(element: XmlElement, names: readonly string[]): string[] {
  const found = element.children.map(({ local, uri }) => ({ local, adlseq: uri.includes('adlseq') }));
  return names.filter(
    (name) => found.filter((c) => c.local.toLowerCase() === name.toLowerCase() && !c.adlseq).length > 1,
  );
}

/** Rules of ADL's and IMS's additions to an item. SCORM CAM §3.4.2, §5; SN; and what Moodle makes of them. */
export const sequencingRules: readonly Rule[] = [
  rule(
    'manifest/mastery-score',
    'a mastery score lets the LMS overwrite the status that the SCO set',
    'Remove it; the SCO knows its pass mark.',
    forbidden('masteryscore'),
  ),
  rule(
    'manifest/completion-threshold',
    'with a completion threshold Moodle overwrites the completion that the SCO set',
    'Remove it.',
    forbidden('completionThreshold'),
  ),
  rule(
    'manifest/map-info',
    'Moodle cannot import a package with mapInfo',
    'Use no global objectives.',
    forbidden('mapInfo'),
  ),
  rule(
    'manifest/item-once',
    'an element stands more than once in an item',
    'Write it once.',
    onManifest(function* ({ items }) {
      for (const item of items)
        for (const name of repeated(item, ONCE_PER_ITEM)) yield inManifest(item, name);
    }),
  ),
  rule(
    'manifest/item-order',
    'the elements of an item are not in the order of SCORM 1.2',
    `Order them: ${ORDER_12.join(', ')}.`,
    onManifest(function* ({ items, standard }) {
      if (standard !== 'scorm12') return;
      for (const item of items) {
        const order = item.children.map(({ local }) => ORDER_12.indexOf(local)).filter((at) => at >= 0);
        if (order.some((at, i) => i > 0 && at < (order[i - 1] ?? 0)))
          yield inManifest(item, item.children.map(({ local }) => local).join(', '));
      }
    }),
  ),
  rule(
    'manifest/global-attributes',
    'objectivesGlobalToSystem or sharedDataGlobalToSystem stands elsewhere than on an organization, or is not true or false',
    'Move or remove it.',
    onManifest(function* ({ all }) {
      for (const element of all)
        for (const { local, name, value } of element.attributes)
          if (
            /^(objectives|sharedData)GlobalToSystem$/.test(local) &&
            (element.local !== 'organization' || !/^(true|false)$/.test(value))
          )
            yield inManifest(element, `${name}="${value}"`);
    }),
  ),
  rule(
    'manifest/sequencing-id',
    'sequencing in an item has an ID, one in the collection has none, or an IDRef resolves to nothing',
    'Use ID only in sequencingCollection.',
    onManifest(function* (manifest) {
      const ids = new Set(named(manifest, 'sequencing').map((s) => written(s, 'ID')));
      for (const sequencing of named(manifest, 'sequencing')) {
        const id = written(sequencing, 'ID');
        const ref = written(sequencing, 'IDRef');
        const collected = sequencing.parent?.local === 'sequencingCollection';
        if (collected !== (id !== undefined) || (ref !== undefined && !ids.has(ref)))
          yield inManifest(sequencing, id ?? ref ?? 'no ID');
      }
    }),
  ),
  rule(
    'manifest/sequencing-once',
    'an element stands more than once in a sequencing',
    'Write it once.',
    onManifest(function* (manifest) {
      for (const sequencing of named(manifest, 'sequencing'))
        for (const name of repeated(sequencing, ONCE_PER_SEQUENCING)) yield inManifest(sequencing, name);
    }),
  ),
  rule(
    'manifest/objectives',
    'objectives need one primaryObjective, and ids that are unique and not empty',
    'Mend or remove the objectives.',
    onManifest(function* (manifest) {
      for (const objectives of named(manifest, 'objectives').filter(({ prefix }) => prefix === 'imsss')) {
        const parts = [...descendants(objectives)].filter(({ local }) =>
          /^(primaryO|o)bjective$/.test(local),
        );
        const ids = parts.map((part) => written(part, 'objectiveID')).filter((id) => id !== undefined);
        const single = childrenOf(objectives, 'primaryObjective').length === 1;
        if (!single || ids.some((id) => id.trim() === '') || new Set(ids).size < ids.length)
          yield inManifest(objectives, ids.join(', '));
      }
    }),
  ),
  rule(
    'manifest/hidden-controls',
    'hideLMSUI names a control that LMSs do not have',
    `Use ${[...HIDDEN_CONTROLS].join(', ')}.`,
    onManifest(function* (manifest) {
      for (const element of named(manifest, 'hideLMSUI'))
        if (!HIDDEN_CONTROLS.has(element.text)) yield inManifest(element, element.text);
    }),
  ),
];

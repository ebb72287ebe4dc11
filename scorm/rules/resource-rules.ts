import { SCORM_TYPE } from '../manifest/standard.ts';
import { faultOfHref, pathOf, withHref } from './hrefs.ts';
import type { Rule } from './rule.ts';
import { rule } from './rule.ts';
import type { ParsedManifest } from './view.ts';
import { inManifest, launched, onManifest } from './view.ts';
import type { XmlElement } from './xml-reader.ts';
import { childrenOf, written } from './xml-reader.ts';

/** The value that marks a SCO, however the attribute is written. */
const scormType = (resource: XmlElement): string | undefined =>
  resource.attributes.find(({ local }) => local.toLowerCase() === 'scormtype')?.value;

const dependencies = ({ resources }: ParsedManifest): XmlElement[] =>
  resources.flatMap((resource) => childrenOf(resource, 'dependency'));

/** Rules of resources and files. SCORM CAM §3.4.1.8 and after, and what LMSs do with it. */
export const resourceRules: readonly Rule[] = [
  rule(
    'manifest/resource-type',
    'the type of a resource is not "webcontent"',
    'Write type="webcontent".',
    onManifest(function* ({ resources }) {
      for (const resource of resources) {
        const type = written(resource, 'type');
        if (type !== 'webcontent') yield inManifest(resource, type ?? 'none');
      }
    }),
  ),
  rule(
    'manifest/scorm-type',
    'a resource does not say what it is in the words of its standard; Moodle then does not track it',
    'Write adlcp:scormtype in SCORM 1.2, adlcp:scormType in 2004, with sco or asset.',
    onManifest(function* ({ resources, standard }) {
      const local = SCORM_TYPE[standard].split(':')[1];
      for (const resource of resources) {
        const found = resource.attributes.find((a) => a.local.toLowerCase() === 'scormtype');
        if (found?.local !== local || !/^(sco|asset)$/.test(found?.value ?? ''))
          yield inManifest(resource, found ? `${found.name}="${found.value}"` : 'none');
      }
    }),
  ),
  rule(
    'manifest/scorm-type-place',
    'the SCORM type stands elsewhere than on a resource',
    'Move it to the resource.',
    onManifest(function* ({ all }) {
      for (const element of all)
        if (element.local !== 'resource' && scormType(element)) yield inManifest(element, element.name);
    }),
  ),
  rule(
    'manifest/persist-state',
    'adlcp:persistState is no longer part of SCORM',
    'Remove it.',
    onManifest(function* ({ all }) {
      for (const element of all)
        for (const { local, name } of element.attributes)
          if (local.toLowerCase() === 'persiststate') yield inManifest(element, name);
    }),
  ),
  rule(
    'manifest/one-sco',
    'there is not exactly one SCO',
    'One module is one SCO.',
    onManifest(function* ({ root, resources }) {
      const count = resources.filter((resource) => scormType(resource) === 'sco').length;
      if (count !== 1) yield inManifest(root, `${count}`);
    }),
  ),
  rule(
    'manifest/launch-first',
    'the launched resource is not the first one with an href; Open edX launches the first',
    'Put it first and give assets no href.',
    onManifest(function* (manifest) {
      const first = manifest.resources.find((resource) => written(resource, 'href') !== undefined);
      const expected = launched(manifest);
      if (expected && first !== expected) yield inManifest(expected, written(expected, 'identifier') ?? '');
    }),
  ),
  rule(
    'manifest/launch-file',
    'the launched resource does not list its own href as a file',
    'Write <file> with the same href.',
    onManifest(function* (manifest) {
      const resource = launched(manifest);
      if (!resource) return;
      const href = written(resource, 'href');
      const listed = childrenOf(resource, 'file').some((file) => written(file, 'href') === href);
      if (href === undefined || !listed) yield inManifest(resource, href ?? 'no href');
    }),
  ),
  rule(
    'manifest/href-form',
    'an href that no LMS resolves to a file of the package',
    'Write a relative path with "/".',
    onManifest(function* (manifest) {
      for (const element of withHref(manifest)) {
        const href = written(element, 'href') ?? '';
        const fault = faultOfHref(href);
        if (fault) yield inManifest(element, `${href}: ${fault}`);
      }
    }),
  ),
  rule(
    'manifest/file-exists',
    'an href names a file that is not in the package',
    'Add the file or remove the line.',
    onManifest(function* (manifest, { files }) {
      for (const element of withHref(manifest)) {
        const path = pathOf(element);
        if (path !== undefined && !faultOfHref(written(element, 'href') ?? '') && !files.has(path))
          yield inManifest(element, path);
      }
    }),
  ),
  rule(
    'manifest/file-listed-once',
    'a resource lists a file twice',
    'Remove one line.',
    onManifest(function* ({ resources }) {
      for (const resource of resources) {
        const paths = childrenOf(resource, 'file').map(pathOf);
        for (const [i, path] of paths.entries())
          if (path !== undefined && paths.indexOf(path) !== i) yield inManifest(resource, path);
      }
    }),
    'warning',
  ),
  rule(
    'manifest/dependency',
    'a dependency names a resource that is not there',
    'Correct or remove it.',
    onManifest(function* (manifest) {
      const known = new Set(manifest.resources.map((resource) => written(resource, 'identifier')));
      for (const dependency of dependencies(manifest)) {
        const ref = written(dependency, 'identifierref');
        if (ref === undefined || !known.has(ref)) yield inManifest(dependency, ref ?? 'none');
      }
    }),
  ),
  rule(
    'manifest/unused-resource',
    'nothing uses a resource',
    'Remove it, or name it in an item or a dependency.',
    onManifest(function* (manifest) {
      const used = new Set(
        [...manifest.items, ...dependencies(manifest)].map((element) => written(element, 'identifierref')),
      );
      for (const resource of manifest.resources) {
        const id = written(resource, 'identifier');
        if (id !== undefined && !used.has(id)) yield inManifest(resource, id);
      }
    }),
    'warning',
  ),
];

import type { ManifestPlan } from './plan.ts';
import { namespaceOf, SCHEMA_VERSIONS, SCORM_TYPE } from './standard.ts';
import { beginManifest, endManifest } from './xml.ts';

/**
 * A SCORM 1.2 manifest of one SCO (SCORM 1.2 CAM §2.3). No mastery score: with one, an LMS overwrites the status
 * that the SCO set.
 */
export function writeScorm12(plan: ManifestPlan): Uint8Array {
  const { identifiers, title } = plan;
  const root = beginManifest('scorm12', { identifier: identifiers.manifest, version: plan.version });
  const metadata = root.ele('metadata');
  metadata.ele('schema').txt('ADL SCORM');
  metadata.ele('schemaversion').txt(SCHEMA_VERSIONS.scorm12);

  const organizations = root.ele('organizations', { default: identifiers.organization });
  const organization = organizations.ele('organization', { identifier: identifiers.organization });
  organization.ele('title').txt(title);
  const { item, resource } = identifiers;
  organization
    .ele('item', { identifier: item, identifierref: resource, isvisible: 'true' })
    .ele('title')
    .txt(title);

  const sco = root.ele('resources').ele('resource', { identifier: resource, type: 'webcontent' });
  sco.att(namespaceOf('scorm12', 'adlcp'), SCORM_TYPE.scorm12, 'sco').att('href', plan.href);
  for (const href of plan.files) sco.ele('file', { href });
  return endManifest(root);
}

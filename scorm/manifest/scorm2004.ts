import type { ManifestPlan } from './plan.ts';
import { namespaceOf, SCHEMA_VERSIONS, SCORM_TYPE } from './standard.ts';
import { beginManifest, endManifest } from './xml.ts';

const IMSSS = namespaceOf('scorm2004', 'imsss');

/**
 * A SCORM 2004 4th Edition manifest of one SCO (CAM §3.4, SN §3). Sequencing says only that the SCO itself reports
 * completion and success. No completionThreshold and no mapInfo: Moodle computes wrongly with the one and cannot
 * import the other.
 */
export function writeScorm2004(plan: ManifestPlan): Uint8Array {
  const { identifiers, title } = plan;
  const root = beginManifest('scorm2004', { identifier: identifiers.manifest, version: plan.version });
  const metadata = root.ele('metadata');
  metadata.ele('schema').txt('ADL SCORM');
  metadata.ele('schemaversion').txt(SCHEMA_VERSIONS.scorm2004);

  const organizations = root.ele('organizations', { default: identifiers.organization });
  const organization = organizations.ele('organization', { identifier: identifiers.organization });
  organization.ele('title').txt(title);
  const { item: identifier, resource } = identifiers;
  const item = organization.ele('item', { identifier, identifierref: resource, isvisible: 'true' });
  item.ele('title').txt(title);
  item.ele(IMSSS, 'imsss:sequencing').ele(IMSSS, 'imsss:deliveryControls', {
    completionSetByContent: 'true',
    objectiveSetByContent: 'true',
  });
  const control = { choice: 'true', flow: 'true' };
  organization.ele(IMSSS, 'imsss:sequencing').ele(IMSSS, 'imsss:controlMode', control);

  const sco = root.ele('resources').ele('resource', { identifier: resource, type: 'webcontent' });
  sco.att(namespaceOf('scorm2004', 'adlcp'), SCORM_TYPE.scorm2004, 'sco').att('href', plan.href);
  for (const href of plan.files) sco.ele('file', { href });
  return endManifest(root);
}

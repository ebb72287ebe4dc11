import type { ManifestPlan } from './plan.ts';
import { writeScorm12 } from './scorm12.ts';
import { writeScorm2004 } from './scorm2004.ts';
import type { Standard } from './standard.ts';

const WRITERS: Readonly<Record<Standard, (plan: ManifestPlan) => Uint8Array>> = {
  scorm12: writeScorm12,
  scorm2004: writeScorm2004,
};

/** The bytes of `imsmanifest.xml`. */
export const writeManifest = (standard: Standard, plan: ManifestPlan): Uint8Array => WRITERS[standard](plan);

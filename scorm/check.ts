import { documentRules } from './rules/document-rules.ts';
import { fileRules } from './rules/file-rules.ts';
import { manifestRules } from './rules/manifest-rules.ts';
import { manifestXmlRules } from './rules/manifest-xml-rules.ts';
import { resourceRules } from './rules/resource-rules.ts';
import type { Finding } from './rules/rule.ts';
import { apply } from './rules/rule.ts';
import { sequencingRules } from './rules/sequencing-rules.ts';
import type { Limits } from './rules/view.ts';
import { LIMITS, viewPackage } from './rules/view.ts';
import { zipRules } from './rules/zip-rules.ts';
import { readDirectory, unpackZip } from './zip.ts';

export type { Finding, Severity } from './rules/rule.ts';
export type { Limits } from './rules/view.ts';
export { LIMITS } from './rules/view.ts';

const packageRules = [
  ...fileRules,
  ...manifestXmlRules,
  ...manifestRules,
  ...resourceRules,
  ...sequencingRules,
  ...documentRules,
];

/** Ids of every rule, for documentation and tests. */
export const RULE_IDS: readonly string[] = [...zipRules, ...packageRules].map(({ id }) => id);

/** Judges the files of a package of one SCO. Pure: path → bytes in, findings out, in the order of the rules. */
export function checkPackage(files: ReadonlyMap<string, Uint8Array>, limits: Limits = LIMITS): Finding[] {
  return [...apply(packageRules, viewPackage(files, limits))];
}

/** Broken rules after which the files inside cannot be told, or their names cannot be trusted. */
const LOCKED = /^zip\/(method|encrypted|zip64|unsafe-path|utf8-flag)$/;

/**
 * Judges a zip and, where it can be unpacked, the package in it.
 * @throws ZipError if the bytes are no zip.
 */
export function checkZip(bytes: Uint8Array, limits: Limits = LIMITS): Finding[] {
  const entries = readDirectory(bytes);
  const findings = [...apply(zipRules, { entries, limits })];
  if (findings.some(({ rule }) => LOCKED.test(rule))) return findings;
  return [...findings, ...checkPackage(unpackZip(bytes), limits)];
}

/** Whether a checked zip has a manifest that schemas can judge; without one they would only repeat the findings. */
export const isReadable = (findings: readonly Finding[]): boolean =>
  !findings.some(({ rule }) => LOCKED.test(rule) || /^manifest\/(well-formed|root)$/.test(rule));

/** One finding in lines for a terminal: where, what, how to mend it. */
export function formatFinding({ severity, rule, file, line, message, found, hint }: Finding): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return `${severity} ${rule}  ${place}\n  ${message}: ${found}\n  ${hint}`;
}

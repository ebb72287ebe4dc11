import { readFileSync } from 'node:fs';
import type { Finding } from './check.ts';
import { checkZip, formatFinding, isReadable } from './check.ts';
import { validateManifest } from './xsd.ts';
import { unpackZip, ZipError } from './zip.ts';

const USAGE = 'Usage: node scorm/cli.ts check FILE.zip…\nJudges SCORM packages of one SCO.';

/** `check FILE…`. Exit codes: 0 no errors, 1 a rule is broken, 2 the input cannot be read. */
export function runCommand(args: readonly string[], print: (line: string) => void): number {
  const [command, ...paths] = args;
  if (command !== 'check' || paths.length === 0) {
    print(USAGE);
    return 2;
  }
  return Math.max(...paths.map((path) => check(path, print)));
}

function check(path: string, print: (line: string) => void): number {
  try {
    const bytes = new Uint8Array(readFileSync(path));
    const findings = judge(bytes);
    for (const finding of findings) print(formatFinding(finding));
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    print(`${path}: ${errors} errors, ${findings.length - errors} warnings`);
    return errors > 0 ? 1 : 0;
  } catch (error) {
    const unreadable = error instanceof ZipError || (error instanceof Error && 'code' in error);
    if (!unreadable) throw error;
    print(`${path}: ${error.message}`);
    return 2;
  }
}

function judge(bytes: Uint8Array): Finding[] {
  const findings = checkZip(bytes);
  return isReadable(findings) ? [...findings, ...validateManifest(unpackZip(bytes))] : findings;
}

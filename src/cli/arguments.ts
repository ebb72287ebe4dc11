import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** Reads `--root DIR`; the default is the folder the command runs in. Throws on an argument it does not know. */
export function rootFrom(args: readonly string[]): string {
  const { values } = parseArgs({ args: [...args], options: { root: { type: 'string', default: '.' } } });
  return resolve(values.root);
}

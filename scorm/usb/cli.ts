import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';

const FOLDER = 'dist-usb';
const USAGE = `Usage: npm run usb [-- --edition learner]
Builds one zip for each language into ${FOLDER}/; see docs/usb.md.`;
/** What each edition adds to the environment of the build. */
const EDITIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  learner: { SOG_EDITION: '' },
};

process.exitCode = main(process.argv.slice(2));

/** Exit codes: 0 the zips are there, 1 the build failed, 2 the command was not understood. */
function main(args: string[]): number {
  const edition = editionIn(args);
  if (edition === undefined) return 2;
  const env = { ...process.env, ...edition, SOG_USB: '1' };
  const built = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    stdio: 'inherit',
    env,
  });
  if (built.status === 0) return 0;
  // Half an edition must not get onto a stick.
  rmSync(FOLDER, { recursive: true, force: true });
  console.error(`\nThe USB edition was not made, and ${FOLDER}/ was removed. The cause stands above.`);
  return 1;
}

function editionIn(args: string[]): Readonly<Record<string, string>> | undefined {
  try {
    const { values } = parseArgs({ args, options: { edition: { type: 'string', default: 'learner' } } });
    const found = EDITIONS[values.edition];
    if (found) return found;
    const known = Object.keys(EDITIONS).join(', ');
    console.error(`There is no USB edition "${values.edition}". There is: ${known}.\n${USAGE}`);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
  return undefined;
}

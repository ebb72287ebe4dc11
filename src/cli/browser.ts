import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Flags every test browser is started with: quiet, and able to run as root on a build machine. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'msedge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
/** A registry package that ships a Chromium for Linux; fetched only where nothing else was found. */
const SHIPPED = '@sparticuz/chromium@147.0.2';
const SHIPPED_FOLDER = 'node_modules/.cache/chromium';

/** Path of a Chromium that starts, or undefined. Order: CHROMIUM_PATH, the system's, what Playwright installed. */
export async function findBrowser(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test');
  const found = [process.env['CHROMIUM_PATH'], ...NAMES.map(which), ...PLACES, chromium.executablePath()];
  return found.find((path) => path !== undefined && starts(path));
}

/** Finds a browser or installs one: by the system's package manager, else from the registry. */
export async function findOrInstallBrowser(say: (line: string) => void): Promise<string | undefined> {
  const found = await findBrowser();
  if (found) return found;
  if (process.getuid?.() === 0 && which('apt-get')) {
    say('No browser found: installing Chromium with apt-get (about 300 MB) …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    const install = ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-core'];
    spawnSync('apt-get', install, { stdio: 'inherit', env });
    const installed = await findBrowser();
    if (installed) return installed;
  }
  say(`Installing ${SHIPPED} from the registry (about 66 MB) …`);
  return shippedBrowser();
}

async function shippedBrowser(): Promise<string | undefined> {
  // It brings its own libraries only where it believes itself in that runtime.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  try {
    execFileSync('npm', ['install', '--no-save', '--prefix', SHIPPED_FOLDER, SHIPPED], { stdio: 'inherit' });
    const entry = createRequire(`${process.cwd()}/${SHIPPED_FOLDER}/`).resolve('@sparticuz/chromium');
    const { default: shipped }: { default: { executablePath(): Promise<string> } } = await import(
      pathToFileURL(entry).href
    );
    const path = await shipped.executablePath();
    return starts(path) ? path : undefined;
  } catch {
    return undefined; // The caller says what to do by hand.
  }
}

function starts(path: string): boolean {
  return existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

function which(name: string): string | undefined {
  const command = process.platform === 'win32' ? 'where' : 'which';
  const result = spawnSync(command, [name], { encoding: 'utf8' });
  return result.status === 0 ? result.stdout.split(/\r?\n/)[0] : undefined;
}

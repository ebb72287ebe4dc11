import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MISSING =
  'Firefox is not installed, and this test is about the real one. On Debian: apt-get install firefox-esr';

/** Path of the system's Firefox. @throws Error that says how to get it. */
export function findFirefox(): string {
  const found = ['firefox-esr', 'firefox'].find((name) => spawnSync(name, ['--version']).status === 0);
  if (found === undefined) throw new Error(MISSING);
  return found;
}

/**
 * When it is driven, Firefox loosens its own rules (RecommendedPreferences.sys.mjs), the one for `file:` among them:
 * not here. The rest keeps a new profile from asking anything of anybody.
 */
const SETTINGS: Readonly<Record<string, boolean | string>> = {
  'remote.prefs.recommended': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

interface Answer {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: string;
  readonly message?: string;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
}

/**
 * The system's Firefox with a profile of its own, driven over WebDriver BiDi, which it speaks itself: Playwright's
 * Firefox is a patched one, and this is about the browser as it comes, with its own rules for `file:`.
 */
export class Firefox {
  readonly #child: ChildProcess;
  readonly #socket: WebSocket;
  readonly #profile: string;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #context = '';
  #last = 0;
  /** What pages wrote to the console as an error, and errors nobody caught. */
  readonly errors: string[] = [];

  private constructor(child: ChildProcess, socket: WebSocket, profile: string) {
    this.#child = child;
    this.#socket = socket;
    this.#profile = profile;
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data))));
  }

  static async start(): Promise<Firefox> {
    const profile = mkdtempSync(join(tmpdir(), 'sog-firefox-'));
    const settings = Object.entries(SETTINGS).map(
      ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`,
    );
    writeFileSync(join(profile, 'user.js'), settings.join('\n'));
    const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
    const env = { ...process.env, HOME: profile };
    const child = spawn(findFirefox(), args, { stdio: ['ignore', 'ignore', 'pipe'], env });
    const socket = new WebSocket(`${await addressOf(child)}/session`);
    await new Promise((opened, failed) => {
      socket.addEventListener('open', opened, { once: true });
      socket.addEventListener('error', failed, { once: true });
    });
    const firefox = new Firefox(child, socket, profile);
    await firefox.#send('session.new', { capabilities: {} });
    await firefox.#send('session.subscribe', { events: ['log.entryAdded'] });
    const { contexts } = await firefox.#send('browsingContext.getTree');
    firefox.#context = (contexts as { context: string }[])[0]?.context ?? '';
    return firefox;
  }

  async open(url: string): Promise<void> {
    // A move within one document loads nothing, and a learner who opens a file begins anew.
    await this.#send('browsingContext.navigate', {
      context: this.#context,
      url: 'about:blank',
      wait: 'complete',
    });
    await this.#send('browsingContext.navigate', { context: this.#context, url, wait: 'complete' });
  }

  async reload(): Promise<void> {
    await this.#send('browsingContext.reload', { context: this.#context, wait: 'complete' });
  }

  /** The value of an expression in the page, as JSON gives it. @throws what the page throws. */
  async read(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.#send('script.evaluate', {
      expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
      target: { context: this.#context },
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(`${expression}: ${(exceptionDetails as { text: string }).text}`);
    return JSON.parse((result as { value: string }).value);
  }

  /** Waits until an expression is true in the page. @throws Error naming it if it never is. */
  async until(expression: string): Promise<void> {
    for (const end = Date.now() + 20_000; Date.now() < end; ) {
      // While a page goes away there is nothing to ask.
      if (await this.read(expression).catch(() => false)) return;
      await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error(`it never came true in Firefox: ${expression}`);
  }

  /** Presses the first element that is shown, in its middle, as a mouse does. */
  async click(selector: string): Promise<void> {
    const found = `[...document.querySelectorAll(${JSON.stringify(selector)})].find((e) => e.checkVisibility())`;
    await this.until(`Boolean(${found})`);
    await this.read(`void ${found}.scrollIntoView({ block: 'center' })`);
    const box = `${found}.getBoundingClientRect().toJSON()`;
    const { x, y, width, height } = (await this.read(box)) as DOMRect;
    await this.#send('input.performActions', {
      context: this.#context,
      actions: [
        {
          type: 'pointer',
          id: 'mouse',
          actions: [
            { type: 'pointerMove', x: Math.round(x + width / 2), y: Math.round(y + height / 2) },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ],
    });
  }

  async type(text: string): Promise<void> {
    const keys = [...text].flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })));
    await this.#send('input.performActions', {
      context: this.#context,
      actions: [{ type: 'key', id: 'keyboard', actions: keys }],
    });
  }

  /** The page as it would be printed: the bytes of a PDF. */
  async print(): Promise<Buffer> {
    const { data } = await this.#send('browsingContext.print', { context: this.#context });
    return Buffer.from(String(data), 'base64');
  }

  async stop(): Promise<void> {
    const gone = new Promise((done) => this.#child.once('exit', done));
    await this.#send('browser.close').catch(() => this.#child.kill());
    await gone;
    rmSync(this.#profile, { recursive: true, force: true });
  }

  #send(method: string, params: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    const id = ++this.#last;
    return new Promise((done, fail) => {
      this.#waiting.set(id, ({ result, error, message }) =>
        error === undefined ? done(result ?? {}) : fail(new Error(`${method}: ${error}: ${message}`)),
      );
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  #receive(answer: Answer): void {
    if (answer.id !== undefined) {
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
    } else if (answer.method === 'log.entryAdded' && answer.params?.['level'] === 'error') {
      this.errors.push(String(answer.params['text']));
    }
  }
}

/** Firefox tells where it listens on its error output. */
function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((found, fail) => {
    child.once('exit', (code) => fail(new Error(`Firefox ended with ${code} before it listened:\n${said}`)));
    child.stderr?.on('data', (chunk) => {
      said += String(chunk);
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (address) found(address);
    });
  });
}

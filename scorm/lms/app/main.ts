import type { Call, CmiTree, LaunchOptions, ListedPackage, LmsHandle } from '../protocol.ts';
import { makeLms } from './lms.ts';

declare global {
  interface Window {
    __lms?: LmsHandle;
  }
}

const part = <T extends Element>(id: string, kind: new () => T): T => {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
};

const choice = part('package', HTMLSelectElement);
const form = part('form', HTMLFormElement);
const status = part('status', HTMLElement);
const callRows = part('calls', HTMLElement);
const valueRows = part('values', HTMLElement);
const width = part('width', HTMLSelectElement);
const place = part('place', HTMLElement);

start().catch((error: unknown) => say(String(error)));

async function start(): Promise<void> {
  const packages = (await (await fetch('/api/packages')).json()) as ListedPackage[];
  for (const { file } of packages) choice.add(new Option(file, file));
  const lms = makeLms(packages, place, () => show(lms));
  window.__lms = lms;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    run(() => lms.launch(choice.value, chosenOptions()), 'Running.');
  });
  onClick('close', () => run(() => lms.close(), 'Closed. Launch it again to see it resume.'));
  onClick('erase', () =>
    run(() => lms.erase(choice.value, chosenOptions().learner), 'The record is erased.'),
  );
  width.addEventListener('change', () => place.style.setProperty('--frame', width.value));
  say(packages.length === 0 ? 'There are no packages. Run "npm run build" first.' : 'Ready.');
}

function chosenOptions(): LaunchOptions & { learner: string } {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '');
  return {
    learner: text('learner') || 'learner-1',
    mode: text('mode') === 'review' ? 'review' : 'normal',
    where: text('where') === 'popup' ? 'popup' : 'frame',
    mime: data.has('mime') ? 'unknown' : 'normal',
    commits: data.has('fail') ? 'fail' : 'work',
  };
}

function onClick(id: string, act: () => void): void {
  part(id, HTMLButtonElement).addEventListener('click', act);
}

function run(act: () => Promise<void>, done: string): void {
  act().then(
    () => say(done),
    (error: unknown) => say(String(error)),
  );
}

function say(text: string): void {
  status.textContent = text;
}

let shown: readonly Call[] = [];

function show(lms: LmsHandle): void {
  if (shown !== lms.calls) callRows.replaceChildren();
  shown = lms.calls;
  for (const call of shown.slice(callRows.childElementCount)) callRows.prepend(callRow(call));
  const values = flatten(lms.store?.cmi ?? {}, 'cmi');
  valueRows.replaceChildren(...values.map((cells) => row(cells, false)));
}

function callRow({ method, args, result, error, refused, at }: Call): HTMLTableRowElement {
  const given = args.map((arg) => JSON.stringify(arg)).join(', ');
  const wrong = error !== '0';
  const outcome = wrong ? `${result} · error ${error}${refused ? `: ${refused}` : ''}` : result;
  return row([`${at} ms`, `${method}(${given})`, outcome], wrong);
}

function row(cells: readonly string[], wrong: boolean): HTMLTableRowElement {
  const line = document.createElement('tr');
  if (wrong) line.className = 'wrong';
  for (const text of cells) line.insertCell().textContent = text;
  return line;
}

function flatten(tree: CmiTree, path: string): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]): [string, string][] => {
    const here = `${path}.${name}`;
    if (typeof value === 'object') return flatten(value, here);
    return value === '' ? [] : [[here, value]];
  });
}

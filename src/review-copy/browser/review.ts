import { toKhmerDigits } from '../../khmer/digits.ts';
import { type CopyHead, day, feedbackText, type Work, workFrom } from './decisions.ts';
import { Passage } from './passage.ts';
import { Store } from './store.ts';

function find<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no ${id}`);
  return found;
}

const head = JSON.parse(document.getElementById('copy')?.textContent ?? '') as CopyHead;
const store = new Store(head.copy);
const by = find('by', HTMLInputElement);
const notice = find('notice', HTMLParagraphElement);
const judged = new Set(head.passages.filter((passage) => passage.judged).map(({ n }) => String(n)));
/** Work that neither the browser keeps nor a saved file holds. */
let unsaved = false;

const controls = find('controls', HTMLTemplateElement);
const passages = Array.from(document.querySelectorAll<HTMLElement>('.p')).map(
  (article) => new Passage(article, controls, head, keep),
);

function work(): Work {
  const decisions: Work['decisions'] = {};
  for (const { n, decision } of passages) if (Object.keys(decision).length > 0) decisions[n] = decision;
  return { by: by.value, decisions };
}

function show({ by: name, decisions }: Work): void {
  by.value = name;
  for (const passage of passages) passage.show(decisions[passage.n] ?? {});
  progress();
}

function keep(): void {
  unsaved = !store.write(work());
  say(unsaved ? 'notKept' : 'kept', unsaved);
  progress();
}

function say(word: string, warn: boolean, more = ''): void {
  notice.textContent = (head.words[word] ?? '') + more;
  notice.className = warn ? 'notice warn' : 'notice';
}

function progress(): void {
  const done = passages.filter(({ n, decision }) => judged.has(n) && decision.decision !== undefined).length;
  const [km = '', ...others] = (head.words['progress'] ?? '').split(' · ');
  const fill = (text: string, digits: (n: number) => string): string =>
    text.replace('{done}', digits(done)).replace('{all}', digits(judged.size));
  const texts = [fill(km, (n) => toKhmerDigits(String(n))), ...others.map((text) => fill(text, String))];
  find('progress', HTMLSpanElement).textContent = texts.join(' · ');
}

function save(): void {
  const text = feedbackText(head, work(), day(new Date()));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `review-${head.part}-${head.role}-${head.copy.slice(0, 6)}.json`;
  document.body.appendChild(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  unsaved = false;
  say('saved', false, ` ${link.download}. ${head.words['saveAbout'] ?? ''}`);
}

function resume(file: File): void {
  const reader = new FileReader();
  reader.onload = () => {
    const found = workFrom(head, String(reader.result));
    if (found === undefined) {
      say('wrongFile', true);
      return;
    }
    show(found);
    keep();
  };
  reader.readAsText(file);
}

function acceptRest(section: HTMLElement): void {
  for (const passage of passages) {
    const isHere = section.querySelector(`#p${passage.n}`) !== null;
    if (isHere && judged.has(passage.n) && passage.decision.decision === undefined) passage.accept();
  }
}

find('save', HTMLButtonElement).addEventListener('click', save);
const file = find('file', HTMLInputElement);
const resumeButton = find('resume', HTMLButtonElement);
resumeButton.hidden = false;
resumeButton.addEventListener('click', () => file.click());
file.addEventListener('change', () => {
  const [chosen] = Array.from(file.files ?? []);
  if (chosen !== undefined) resume(chosen);
  file.value = '';
});
by.addEventListener('input', keep);
for (const section of Array.from(document.querySelectorAll<HTMLElement>('section'))) {
  const button = section.querySelector<HTMLButtonElement>('.rest');
  if (button === null) continue;
  button.hidden = false;
  button.addEventListener('click', () => acceptRest(section));
}
window.addEventListener('beforeunload', (event) => {
  if (!unsaved) return;
  event.preventDefault();
  // Chrome before 119 asks only where this is set.
  event.returnValue = '';
});
for (const bar of Array.from(document.querySelectorAll<HTMLElement>('.bar'))) bar.hidden = false;

show(store.read() ?? { by: '', decisions: {} });
if (!store.write(work())) say('notKept', true);

import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadCurriculum } from '../../src/curriculum/load.ts';

const LEFT_OUT = new Set(['node_modules', 'dist', 'dist-print', '.git', '.astro', 'test-results', 'content']);

/**
 * A copy of the project in `folder` whose curriculum has `lessons` bilingual lessons: the real module, and copies of
 * it under other ids. The words of the copies are turned round in their order, so that no two lessons read the same.
 * @throws Error if the number is not a multiple of the module's lessons, or the content does not pass the check.
 */
export function makeProject(folder: string, lessons: number): void {
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync('.').filter((name) => !LEFT_OUT.has(name))) {
    cpSync(entry, join(folder, entry), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  cpSync('content', join(folder, 'content'), { recursive: true });
  const [module] = loadCurriculum('.').curriculum.modules;
  if (!module) throw new Error('there is no module to copy');
  const size = module.lessons.length;
  if (lessons % size !== 0) throw new Error(`the number of lessons has to be a multiple of ${size}`);
  for (let copy = 1; copy < lessons / size; copy += 1) copyModule(folder, module.module.id, copy);
  const { faults } = loadCurriculum(folder);
  if (faults.length > 0) throw new Error(`the synthetic content has faults: ${JSON.stringify(faults[0])}`);
}

function copyModule(folder: string, original: string, copy: number): void {
  const id = `${original}-${letters(copy)}`;
  const from = join(folder, 'content/modules', original);
  const to = join(folder, 'content/modules', id);
  cpSync(from, to, { recursive: true });
  const file = join(to, 'module.yaml');
  const text = readFileSync(file, 'utf8');
  const renamed = text.replace(new RegExp(`^id: ${original}$`, 'm'), `id: ${id}`);
  if (renamed === text) throw new Error(`${file} has no line "id: ${original}"`);
  writeFileSync(file, renamed);
  for (const lang of ['km', 'en']) {
    for (const name of readdirSync(join(to, lang))) vary(join(to, lang, name), copy);
  }
}

/** Turns round the words of each plain paragraph: the vocabulary stays, what stands beside what does not. */
function vary(file: string, by: number): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  const body = lines.indexOf('---', 1);
  const varied = lines.map((line, index) => {
    if (index <= body || !/^[^\s<#>|*`{}[\]\d-][^<{[`*_]*$/.test(line)) return line;
    const words = line.split(' ');
    const turn = by % words.length;
    return [...words.slice(turn), ...words.slice(0, turn)].join(' ');
  });
  writeFileSync(file, varied.join('\n'));
}

/** 1 → b, 26 → ba: ids have no digits of their own to clash with. */
function letters(n: number): string {
  const last = String.fromCharCode(97 + (n % 26));
  return n < 26 ? last : letters(Math.floor(n / 26)) + last;
}

import { fileURLToPath } from 'node:url';
import { count, formatFaults } from '../curriculum/friendly.ts';
import { type Loaded, loadCurriculum } from '../curriculum/load.ts';
import type { Curriculum } from '../curriculum/model.ts';
import { rootFrom } from './arguments.ts';

/** What `npm run check` prints: every fault with its place and its mend, or what was found to be sound. */
export function report({ curriculum, faults }: Loaded): string {
  if (faults.length === 0) return `Content is sound: ${summary(curriculum)}.\n`;
  const files = new Set(faults.map((fault) => fault.file)).size;
  return `${formatFaults(faults)}\n${count(faults.length, 'fault', 'faults')} in ${count(files, 'file', 'files')}.\n`;
}

function summary({ modules, glossary, sources, pathways }: Curriculum): string {
  const sum = (size: (module: Curriculum['modules'][number]) => number): number =>
    modules.reduce((total, module) => total + size(module), 0);
  return [
    count(modules.length, 'module', 'modules'),
    count(
      sum((m) => m.lessons.length),
      'lesson',
      'lessons',
    ),
    count(
      sum((m) => m.questions.size),
      'question',
      'questions',
    ),
    count(
      sum((m) => m.dilemmas.size),
      'dilemma',
      'dilemmas',
    ),
    count(
      sum((m) => m.figures.size),
      'figure',
      'figures',
    ),
    count(glossary.size, 'term', 'terms'),
    count(sources.size, 'source', 'sources'),
    count(pathways.length, 'pathway', 'pathways'),
  ].join(', ');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const loaded = loadCurriculum(rootFrom(process.argv.slice(2)));
  process.stdout.write(report(loaded));
  process.exitCode = loaded.faults.length > 0 ? 1 : 0;
}

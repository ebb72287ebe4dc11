import { valuesOf } from '../../../learning/snapshot.ts';
import { summaryOf } from '../../../learning/summary.ts';
import type { ModuleChange } from '../../../record/file/changes.ts';
import { learningModule, word } from './learning-data.ts';

/** What taking a file in does to one module, in words. */
export function changeLine({ module: id, before, after, added, changed }: ModuleChange): string {
  const module = learningModule(id);
  const title = module?.title ?? word('file.unknown', { title: id });
  const line = word('file.change', { title, added: added.length, changed: changed.length });
  if (!module) return line;
  const [was, is] = [before, after].map((snapshot) => summaryOf(module.lessons, valuesOf(snapshot)));
  const details: string[] = [];
  if (was && is && was.read !== is.read) {
    details.push(word('file.change.read', { before: was.read, after: is.read }));
  }
  if (was && is && is.final !== null && was.final !== is.final) {
    details.push(word('file.change.score', { after: is.final }));
  }
  return details.length > 0 ? `${line} (${details.join('; ')})` : line;
}

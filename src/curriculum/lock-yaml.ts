import { Document, isMap } from 'yaml';
import type { IdsLock } from './schema/lock.ts';

const HEADER = ` Append-only, written by "npm run lock". What learners' devices and LMSs have stored speaks in these numbers and
 letters: never change one, never give one again, never delete a line. What left the content stays as retired.`;

/** The lock as the text of `ids.lock.yaml`: a line for each lesson and question, so that changes read well. */
export function lockYaml(lock: IdsLock): string {
  const doc = new Document(lock);
  doc.commentBefore = HEADER;
  for (const path of [
    ...ownersOf(lock, 'lessons'),
    ...ownersOf(lock, 'questions'),
    ...mapsOfDilemmas(lock),
  ]) {
    const node = doc.getIn(path, true);
    if (isMap(node)) node.flow = true;
  }
  return doc.toString({ lineWidth: 0 });
}

function ownersOf(lock: IdsLock, kind: 'lessons' | 'questions'): string[][] {
  return Object.keys(lock[kind]).map((id) => [kind, id]);
}

function mapsOfDilemmas(lock: IdsLock): string[][] {
  return Object.keys(lock.dilemmas).flatMap((id) => [
    ['dilemmas', id, 'scenes'],
    ['dilemmas', id, 'choices'],
  ]);
}

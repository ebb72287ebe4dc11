import type { DilemmaState, TestState } from '../learning/types.ts';
import { readAnswer } from './codec-answer.ts';
import { CHECKSUM_END, FORMS, PLAIN_VERSION, SUCCESS, VERSION, WRITES } from './codec-format.ts';
import type { IdTable } from './id-table.ts';
import { checksum, createUnpacker, type Unpacker } from './packing.ts';
import type { Entry, EntryKey, EntryValue } from './port.ts';

/** Why something is missing from a decoded snapshot. `retired` is the ordinary end of a removed question. */
export interface CodecProblem {
  readonly kind: 'damaged' | 'version' | 'unknown' | 'retired';
  readonly detail: string;
}
export interface Decoded {
  readonly snapshot: Map<EntryKey, Entry>;
  readonly problems: readonly CodecProblem[];
  /** The counter of the write that was read. */
  readonly write: number;
}

/** Never throws: what cannot be read gives a clean start, what is no longer known is dropped, both with a problem. */
export function decode(text: string, table: IdTable): Decoded {
  if (text === '') return { snapshot: new Map(), problems: [], write: 0 };
  const nothing = (kind: CodecProblem['kind'], detail: string): Decoded => {
    return { snapshot: new Map(), problems: [{ kind, detail }], write: 0 };
  };
  if (!/^[0-9A-Za-z]/.test(text)) return nothing('damaged', 'not suspend data of this system');
  if (text.charAt(0) !== VERSION && text.charAt(0) !== PLAIN_VERSION)
    return nothing('version', `version ${text.charAt(0)}, not ${VERSION}`);
  const body = text.slice(CHECKSUM_END);
  if (checksum(table.module + body) !== text.slice(1, CHECKSUM_END))
    return nothing('damaged', 'checksum differs');
  try {
    return readBody(createUnpacker(body), table);
  } catch (error) {
    return nothing('damaged', String(error));
  }
}

function readBody(input: Unpacker, table: IdTable): Decoded {
  const snapshot = new Map<EntryKey, Entry>();
  const problems: CodecProblem[] = [];
  const write = input.number() % WRITES;
  const devices: string[] = [];
  for (let left = input.number(); left > 0; left--) devices.push(input.ascii());
  const lessons = flip(table.lessons, (n) => n);
  const questions = flip(table.questions, ({ n }) => n);
  const dilemmas = flip(table.dilemmas, ({ n }) => n);
  type Read = (n: number) => { readonly key: EntryKey; readonly value: EntryValue } | string;
  const section = (read: Read, gone: readonly number[] = []) => {
    let n = 0;
    for (let left = input.number(); left > 0; left--) {
      n += input.number();
      const revision = input.number();
      const device = devices[input.number()] ?? '';
      const found = read(n);
      if (typeof found !== 'string') snapshot.set(found.key, { ...found, revision, device });
      else problems.push({ kind: gone.includes(n) ? 'retired' : 'unknown', detail: found });
    }
  };
  section((n) => {
    const id = lessons.get(n);
    return id === undefined ? `lesson ${n}` : { key: `seen/${id}`, value: true };
  }, table.retired.lessons);
  section((n) => {
    const value = readAnswer(input, table.questions[questions.get(n) ?? '']);
    return value ? { key: `answer/${questions.get(n) ?? ''}`, value } : `question ${n}`;
  }, table.retired.questions);
  section((n) => {
    const value = readDilemma(input, table.dilemmas[dilemmas.get(n) ?? '']?.scenes);
    return value ? { key: `dilemma/${dilemmas.get(n) ?? ''}`, value } : `dilemma ${n}`;
  }, table.retired.dilemmas);
  section((n) => {
    const value = readTest(input);
    const form = FORMS[n - 1];
    return form ? { key: `test/${form}`, value } : `test ${n}`;
  });
  section((n) => {
    const lesson = lessons.get(n);
    const own = input.number() === 1;
    const rest = input.ascii();
    if (lesson === undefined) return `place in lesson ${n}`;
    return { key: 'place', value: rest ? { lesson, anchor: own ? `${lesson}--${rest}` : rest } : { lesson } };
  }, table.retired.lessons);
  section(() => {
    const packed = input.number();
    const success = SUCCESS[Math.floor(packed / 2)] ?? 'unknown';
    const completion = packed % 2 === 1 ? 'completed' : 'incomplete';
    return { key: 'outcome', value: { completion, success, score: readScore(input) } };
  });
  if (!input.done()) throw new RangeError('text goes on after its end');
  return { snapshot, problems, write };
}

/** A scene that is gone is told as '' (the walk begins again) while ends are known. */
function readDilemma(
  input: Unpacker,
  scenes: Readonly<Record<string, number>> = {},
): DilemmaState | undefined {
  const at = input.number();
  const reached = input.bits();
  const scene = Object.keys(scenes).find((id) => scenes[id] === at) ?? '';
  const ends = Object.keys(scenes).filter((id) => reached.includes(scenes[id] ?? -1));
  return scene === '' && ends.length === 0 ? undefined : { scene, ends };
}

function readTest(input: Unpacker): TestState {
  const seed = input.number() >>> 0;
  const packed = input.number();
  const best = readScore(input);
  const last = readScore(input);
  return { seed, count: Math.min(9, Math.floor(packed / 2)), open: packed % 2 === 1, best, last };
}

function flip<T>(of: Readonly<Record<string, T>>, number: (entry: T) => number): Map<number, string> {
  return new Map(Object.entries(of).map(([id, entry]) => [number(entry), id] as const));
}

function readScore(input: Unpacker): number | null {
  const packed = input.number();
  return packed === 0 ? null : Math.min(100, packed - 1);
}

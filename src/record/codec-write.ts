import type {
  DilemmaState,
  Outcome,
  PlaceState,
  ResponseState,
  ResultState,
  TestState,
} from '../learning/types.ts';
import { answerWriter } from './codec-answer.ts';
import {
  ANCHOR_MAX,
  DEVICE_MAX,
  FORM_NUMBERS,
  PLAIN_VERSION,
  SUCCESS,
  VERSION,
  WRITES,
} from './codec-format.ts';
import type { IdTable } from './id-table.ts';
import { checksum, createPacker, type Packer } from './packing.ts';
import type { Entry, Snapshot } from './port.ts';

/**
 * @param write counts the writes, so that a repeated write differs from one an LMS believes to have sent (Moodle's
 * mod_scorm marks values as sent before the answer of the server)
 * @returns printable ASCII; the same snapshot, table and count always give the same text
 */
export function encode(snapshot: Snapshot, table: IdTable, write = 0): string {
  const out = createPacker();
  const devices: string[] = [];
  const stamp = ({ revision, device }: Entry) => {
    if (!devices.includes(device)) devices.push(device);
    out.number(revision);
    out.number(devices.indexOf(device));
  };
  const all = Array.from(snapshot.values());
  const answers = collect(all, 'answer/', (id) => table.questions[id]?.n, answerBody(table));
  const sections = [
    collect(all, 'seen/', (id) => table.lessons[id]),
    answers,
    collect(all, 'dilemma/', (id) => table.dilemmas[id]?.n, dilemmaBody(table)),
    collect(all, 'test/', (form) => FORM_NUMBERS.get(form), testBody),
    all.filter(({ key }) => key === 'place').flatMap((entry) => placeItem(entry, table)),
    all.filter(({ key }) => key === 'outcome').map(outcomeItem),
  ];
  for (const items of sections) writeSection(out, items, stamp);
  // Left out while there are none: a text without it is what earlier releases wrote.
  const results = collect(all, 'result/', (form) => FORM_NUMBERS.get(form), resultBody);
  if (results.length > 0) writeSection(out, results, stamp);
  const head = createPacker();
  head.number(WRITES + (write % WRITES));
  head.number(devices.length);
  for (const device of devices) head.ascii(device.replace(/[^a-z0-9]/g, '').slice(0, DEVICE_MAX));
  const body = head.text() + out.text();
  const answered = answers.map(({ entry }) => entry);
  const version = results.length > 0 ? VERSION : versionFor(answered, table);
  return version + checksum(table.module + body) + body;
}

interface Item {
  readonly n: number;
  readonly entry: Entry;
  readonly body: (out: Packer) => void;
}
type Body = (entry: Entry, id: string) => ((out: Packer) => void) | undefined;

function collect(
  all: readonly Entry[],
  prefix: string,
  number: (id: string) => number | undefined,
  body?: Body,
) {
  return all.flatMap((entry): Item[] => {
    if (!entry.key.startsWith(prefix)) return [];
    const id = entry.key.slice(prefix.length);
    const n = number(id);
    const write = body ? body(entry, id) : () => {};
    return typeof n !== 'number' || !write ? [] : [{ n, entry, body: write }];
  });
}

/** Count, then each as difference to the number before, revision, device, body. */
function writeSection(out: Packer, items: readonly Item[], stamp: (entry: Entry) => void): void {
  out.number(items.length);
  let before = 0;
  for (const { n, entry, body } of [...items].sort((a, b) => a.n - b.n)) {
    out.number(n - before);
    before = n;
    stamp(entry);
    body(out);
  }
}

function answerBody(table: IdTable): Body {
  return ({ value }, id) => {
    const question = table.questions[id];
    return question && answerWriter(value as ResponseState, question);
  };
}

/** Version 1 knows sets of options only. */
function versionFor(answers: readonly Entry[], table: IdTable): string {
  const plain = answers.every(({ key }) => table.questions[key.slice('answer/'.length)]?.form === undefined);
  return plain ? PLAIN_VERSION : VERSION;
}

function dilemmaBody(table: IdTable): Body {
  return ({ value }, id) => {
    const { scene, ends } = value as DilemmaState;
    const scenes = table.dilemmas[id]?.scenes ?? {};
    return (out) => {
      out.number(scenes[scene] ?? 0);
      out.bits(ends.flatMap((end) => scenes[end] ?? []));
    };
  };
}

function testBody({ value }: Entry): (out: Packer) => void {
  const { seed, count, open, best, last } = value as TestState;
  return (out) => {
    out.number(seed >>> 0);
    out.number(Math.min(9, count) * 2 + (open ? 1 : 0));
    out.number(scoreNumber(best));
    out.number(scoreNumber(last));
  };
}

function resultBody({ value }: Entry): (out: Packer) => void {
  const { seed, right, wrong } = value as ResultState;
  return (out) => {
    out.number(seed >>> 0);
    writeNumbers(out, right);
    writeNumbers(out, wrong);
  };
}

/** Count, then each as difference to the one before. */
function writeNumbers(out: Packer, numbers: readonly number[]): void {
  out.number(numbers.length);
  let before = 0;
  for (const n of [...numbers].sort((a, b) => a - b)) {
    out.number(n - before);
    before = n;
  }
}

function placeItem(entry: Entry, table: IdTable): Item[] {
  const { lesson, anchor = '' } = entry.value as PlaceState;
  const n = table.lessons[lesson];
  if (n === undefined) return [];
  const own = anchor.startsWith(`${lesson}--`);
  const rest = own ? anchor.slice(lesson.length + 2) : anchor;
  const fits = rest.length <= ANCHOR_MAX && /^[\w.-]*$/.test(rest);
  const write = (out: Packer) => {
    out.number(own && fits ? 1 : 0);
    out.ascii(fits ? rest : '');
  };
  return [{ n, entry, body: write }];
}

function outcomeItem(entry: Entry): Item {
  const { completion, success, score } = entry.value as Outcome;
  const body = (out: Packer) => {
    out.number(SUCCESS.indexOf(success) * 2 + (completion === 'completed' ? 1 : 0));
    out.number(scoreNumber(score));
  };
  return { n: 1, entry, body };
}

function scoreNumber(score: number | null): number {
  return score === null ? 0 : Math.round(Math.min(100, Math.max(0, score))) + 1;
}

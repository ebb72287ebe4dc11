import type { z } from 'zod';
import { didYouMean, listed } from './closest.ts';
import { describe, keysOf, schemaAt } from './describe.ts';
import { fault, type Path, type Place } from './located.ts';
import type { Fault } from './model.ts';
import { BilingualSchema } from './schema/common.ts';

export interface FaultContext {
  readonly file: string;
  readonly schema: z.ZodType;
  /** The value that was checked, for naming list entries by their ids. */
  readonly input: unknown;
  /** What the value is called when it is one of several in its file. */
  readonly name?: string | undefined;
  readonly lineOf: (path: Path) => number;
}

/** What a schema found wrong, in an author's words: one fault an issue, with its line and how to mend it. */
export function friendly(error: z.ZodError, context: FaultContext): Fault[] {
  return error.issues.flatMap((issue) => oneIssue(issue, context));
}

type Issue = z.core.$ZodIssue;

function oneIssue(issue: Issue, context: FaultContext): Fault[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(path, key, context));
  const value = valueAt(context.input, path);
  if (value === undefined && path.length > 0) return [missingField(path, context)];
  const place = { file: context.file, line: context.lineOf(path) };
  const name = label(path, context);
  const schema = schemaAt(context.schema, path);
  if (issue.code === 'invalid_key') {
    const reason = issue.issues[0]?.message ?? 'an id is lower-case ASCII words joined by "-"';
    return [
      fault(place, 'schema/wrong-value', `${name} has a name that is not an id.`, `${capital(reason)}.`),
    ];
  }
  if (issue.code === 'invalid_type' || (issue.code === 'invalid_union' && typeof value === 'object')) {
    return [wrongType(place, name, value, schema)];
  }
  return [wrongValue(place, name, value, issue, schema)];
}

function unknownField(path: Path, key: string, context: FaultContext): Fault {
  const allowed = keysOf(schemaAt(context.schema, path));
  const present = valueAt(context.input, path);
  const free = allowed.filter((name) => !(isRecord(present) && name in present));
  const cut = isRecord(present) && present[key] === null;
  const comma = cut ? 'If it is part of a text with a comma, put quotes around the whole text. ' : '';
  return fault(
    { file: context.file, line: context.lineOf([...path, key]) },
    'schema/unknown-field',
    `${label([...path, key], context)} is not a field that is known here.`,
    `${comma}${didYouMean(key, free)}The fields here are ${listed(allowed, 20)}. Rename it or remove it.`,
  );
}

function missingField(path: Path, context: FaultContext): Fault {
  const key = String(path[path.length - 1]);
  const parent = path.slice(0, -1);
  const place = { file: context.file, line: context.lineOf(parent) };
  const name = label(parent, context);
  if (schemaAt(context.schema, parent) === BilingualSchema) {
    const [has, lacks] = key === 'km' ? ['English', 'Khmer'] : ['Khmer', 'English'];
    return fault(
      place,
      'text/one-language',
      `${name} has ${has} but no ${lacks}.`,
      `Add "${key}:" beside it.`,
    );
  }
  return fault(
    place,
    'schema/missing-field',
    `${name} has no "${key}".`,
    `Add "${key}:" with ${describe(schemaAt(context.schema, path))}.`,
  );
}

function wrongType(place: Place, name: string, value: unknown, schema?: z.ZodType): Fault {
  const wants = describe(schema);
  const plain = typeof value === 'number' || typeof value === 'boolean';
  const quoted = plain && wants.startsWith('a text') ? ` Put quotes around it: "${value}".` : '';
  return fault(place, 'schema/wrong-type', `${name} is ${shown(value)}.`, `Write ${wants}.${quoted}`);
}

function wrongValue(
  place: Place,
  name: string,
  value: unknown,
  issue: Issue,
  schema: z.ZodType | undefined,
): Fault {
  const found = `${name} is ${shown(value)}.`;
  if (issue.code === 'invalid_value') {
    const meant = typeof value === 'string' ? didYouMean(value, issue.values.map(String)) : '';
    return fault(
      place,
      'schema/wrong-value',
      found,
      `${meant}Write one of ${listed(issue.values.map(String))}.`,
    );
  }
  if (issue.code === 'invalid_format' && issue.format === 'regex') {
    return fault(place, 'schema/wrong-value', found, `${capital(issue.message)}.`);
  }
  if (issue.code === 'custom') return fault(place, 'schema/wrong-value', found, `${capital(issue.message)}.`);
  if (issue.code === 'too_small' || issue.code === 'too_big')
    return wrongSize(place, name, value, issue, schema);
  return fault(place, 'schema/wrong-value', found, `Write ${describe(schema)}.`);
}

function wrongSize(
  place: Place,
  name: string,
  value: unknown,
  issue: Extract<Issue, { code: 'too_small' | 'too_big' }>,
  schema: z.ZodType | undefined,
): Fault {
  const limit = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
  if (Array.isArray(value)) {
    return fault(
      place,
      'schema/wrong-length',
      `${name} has ${count(value.length, 'entry', 'entries')}.`,
      `Give it ${limit}.`,
    );
  }
  if (typeof value !== 'string') {
    return fault(place, 'schema/wrong-value', `${name} is ${shown(value)}.`, `Write ${describe(schema)}.`);
  }
  if (value.trim() === '') {
    return fault(
      place,
      'schema/empty-text',
      `${name} is empty.`,
      'Write the text, or remove the field if it is optional.',
    );
  }
  return fault(
    place,
    'schema/wrong-length',
    `${name} has ${value.length} characters.`,
    `Keep it to ${limit}.`,
  );
}

/** Faults as people read them: place and rule, what was found, how to mend it. */
export function formatFaults(faults: readonly Fault[]): string {
  return faults
    .map(
      ({ file, line, rule, found, mend }) =>
        `${file}:${line}  ${rule}\n  Found: ${found}\n  Mend:  ${mend}\n`,
    )
    .join('\n');
}

/** `1 fault`, `3 faults`. */
export function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueAt(input: unknown, path: Path): unknown {
  let value = input;
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isRecord(value)) value = value[String(step)];
    else return undefined;
  }
  return value ?? undefined;
}

/** `"first-move › options › give-form › feedback"`: list entries by their ids, else by number. */
function label(path: Path, { input, name }: FaultContext): string {
  const steps = path.map((step, i) => {
    if (typeof step !== 'number') return String(step);
    const entry = valueAt(input, path.slice(0, i + 1));
    const id = isRecord(entry) ? entry['id'] : undefined;
    return id === undefined || typeof id === 'object' ? `no. ${step + 1}` : String(id);
  });
  const all = name === undefined ? steps : [name, ...steps];
  return all.length === 0 ? 'This file' : `"${all.join(' › ')}"`;
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a block of fields';
  if (typeof value === 'string')
    return value.length > 60 ? `the text "${value.slice(0, 60)}…"` : `the text "${value}"`;
  return typeof value === 'number' ? `the number ${value}` : String(value);
}

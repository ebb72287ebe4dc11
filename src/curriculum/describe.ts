import { z } from 'zod';
import { listed } from './closest.ts';
import type { Path } from './located.ts';
import { BilingualSchema, DaySchema, IdSchema } from './schema/common.ts';

function unwrap(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return unwrap(schema.unwrap());
  }
  return schema instanceof z.ZodPipe ? unwrap(schema.out) : schema;
}

/** The schema of the field at a path; `undefined` when the path leaves what the schema describes. */
export function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  let at: z.core.$ZodType | undefined = unwrap(schema);
  for (const step of path) {
    if (at instanceof z.ZodObject) at = unwrap(at.shape[String(step)]);
    else if (at instanceof z.ZodArray) at = unwrap(at.element);
    else if (at instanceof z.ZodRecord) at = unwrap(at.valueType);
    else return undefined;
  }
  return at instanceof z.ZodType ? at : undefined;
}

/** The field names an object schema knows, in order. */
export function keysOf(schema: z.ZodType | undefined): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** What an author should write, as the object of a sentence: `a text`, `a whole number from 1 to 9`. */
export function describe(schema: z.core.$ZodType | undefined): string {
  const bare = unwrap(schema);
  if (bare === BilingualSchema) return 'a text in both languages ("en:" and "km:")';
  if (bare === IdSchema) return 'an id (lower-case words joined by "-")';
  if (bare === DaySchema) return 'a day such as 2026-11-22';
  if (bare instanceof z.ZodEnum) return `one of ${listed(bare.options.map(String))}`;
  if (bare instanceof z.ZodLiteral) return listed([...bare.values].map(String));
  if (bare instanceof z.ZodUnion) return bare.options.map(describe).join(' or ');
  if (bare instanceof z.ZodNumber) return `a ${bare.isInt ? 'whole ' : ''}number${range(bare)}`;
  if (bare instanceof z.ZodBoolean) return 'true or false';
  if (bare instanceof z.ZodURL) return 'a web address that begins with https://';
  if (bare instanceof z.ZodString) return 'a text';
  if (bare instanceof z.ZodArray) return 'a list (each entry begins with "- ")';
  if (bare instanceof z.ZodRecord) return 'a block of "id: value" lines';
  if (bare instanceof z.ZodObject) return `a block with the fields ${listed(Object.keys(bare.shape), 20)}`;
  return 'what docs/authoring.md describes';
}

function range(schema: z.ZodNumber): string {
  const { minValue, maxValue } = schema;
  const hasMax = maxValue !== null && maxValue < Number.MAX_SAFE_INTEGER;
  if (minValue !== null && hasMax) return ` from ${minValue} to ${maxValue}`;
  return minValue === null ? '' : ` of at least ${minValue}`;
}

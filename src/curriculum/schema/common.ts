import { z } from 'zod';
import { parseDay } from '../../khmer/dates.ts';

/** The two languages every text exists in; Khmer comes first everywhere. */
export const LANGS = ['km', 'en'] as const;
export const LangSchema = z.enum(LANGS);
export type Lang = z.output<typeof LangSchema>;

/** A stable id: part of URLs, manifests and stored state, so lower-case ASCII and never renamed in place. */
export const IdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id is lower-case ASCII words joined by "-", e.g. first-move')
  .max(60);

/** One text in both languages, side by side so that they cannot drift apart. */
export const BilingualSchema = z.strictObject({ en: z.string().trim().min(1), km: z.string().trim().min(1) });
export type Bilingual = z.output<typeof BilingualSchema>;

/** A calendar day as written in YAML: 2026-11-22 (no time zone). */
export const DaySchema = z
  .string()
  .refine((text) => parseDay(text) !== undefined, 'a day is written 2026-11-22, and is one the calendar has');

export const AudienceSchema = z.enum([
  'national',
  'one-window',
  'ombudsman',
  'commune',
  'citizen',
  'youth',
  'trainer',
]);

export const LegalReviewSchema = z.enum(['pending', 'signed']);

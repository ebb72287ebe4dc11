import { Document, isMap, isSeq } from 'yaml';
import { z } from 'zod';
import type { Fault } from '../curriculum/model.ts';
import { readItem } from '../curriculum/read/item.ts';
import { DaySchema, LANGS, type Lang, LangSchema } from '../curriculum/schema/common.ts';
import type { ContentTree } from '../curriculum/tree.ts';
import { parseYaml } from '../curriculum/yaml-file.ts';
import type { Owner } from './units.ts';

export const LEDGER_FILE = 'content/ledger.yaml';

const HashSchema = z
  .string()
  .regex(/^[0-9a-f]{12}$/, 'a hash is 12 digits from 0 to 9 and a to f, in quotes if it has no letter');

export const RoleSchema = z.enum(['native', 'legal', 'author']);
/** Who signs: a native reader the language, a lawyer the law, an author that the text says what was meant. */
export type Role = z.output<typeof RoleSchema>;

export const SignatureSchema = z.strictObject({
  role: RoleSchema,
  /** Initials or a function, never more than a person agreed to see published. */
  by: z.string().trim().min(1).max(60),
  date: DaySchema,
  /** Of the text that was signed; the signature is void when the text has another. */
  hash: HashSchema,
});
export type Signature = z.output<typeof SignatureSchema>;

const LanguageEntrySchema = z
  .strictObject({
    /** Hash of the original that this text was last found to say. Translations only. */
    from: HashSchema.optional(),
    /** The day on which that was so. */
    on: DaySchema.optional(),
    signed: z.array(SignatureSchema).default([]),
  })
  .refine(({ from, on }) => (from === undefined) === (on === undefined), '"from" and "on" stand together');
export type LanguageEntry = z.output<typeof LanguageEntrySchema>;

/** An owner's id as `ownersOf` gives it: `integrity/lesson/gifts-and-thanks`, `term/gift`, `partners`. */
const OwnerIdSchema = z
  .string()
  .regex(
    /^[a-z0-9-]+(\/[a-z0-9-]+){0,2}$/,
    'a unit is written like integrity/lesson/gifts-and-thanks or term/gift',
  );

const UnitEntrySchema = z.strictObject({
  /** The language it was written in, where that is not the ledger's. */
  original: LangSchema.optional(),
  km: LanguageEntrySchema.optional(),
  en: LanguageEntrySchema.optional(),
});
export type UnitEntry = z.output<typeof UnitEntrySchema>;

/**
 * `content/ledger.yaml`: for each unit and language, the text it was translated from and who signed what. A unit is a
 * lesson, a question, a dilemma, a figure, a term …: what one person reads and answers for as a whole.
 */
export const LedgerSchema = z.strictObject({
  /** The language that texts are written in first. */
  original: LangSchema,
  units: z.record(OwnerIdSchema, UnitEntrySchema).default({}),
});
export type Ledger = z.output<typeof LedgerSchema>;

export const EMPTY_LEDGER: Ledger = { original: 'en', units: {} };

/**
 * The ledger of a tree; an empty one when there is no file. When the file is damaged there are faults and no ledger,
 * so that nobody writes over what cannot be read.
 */
export function readLedger(tree: ContentTree): { ledger: Ledger | undefined; faults: Fault[] } {
  const text = tree.get(LEDGER_FILE);
  if (text === undefined) return { ledger: EMPTY_LEDGER, faults: [] };
  const yaml = parseYaml(LEDGER_FILE, text);
  const faults = [...yaml.faults];
  if (faults.length > 0) return { ledger: undefined, faults };
  return { ledger: readItem(yaml, LedgerSchema, faults)?.value, faults };
}

const HEADER = ` Written by "npm run ledger", "npm run status -- --accept" and "npm run review:import".
 from: hash of the original text that a translation follows; on: the day it was found to follow it.
 A signature holds for the text with its hash, and for no other.`;

/** The ledger as the text of its file: units in alphabetical order, a line for each language and signature. */
export function ledgerYaml(ledger: Ledger): string {
  const ids = Object.keys(ledger.units).sort();
  const units = Object.fromEntries(ids.map((id) => [id, plainEntry(ledger.units[id] ?? {})]));
  const doc = new Document({ original: ledger.original, units });
  doc.commentBefore = HEADER;
  for (const id of ids) {
    for (const lang of LANGS) {
      const node = doc.getIn(['units', id, lang], true);
      const signed = doc.getIn(['units', id, lang, 'signed'], true);
      const lines = isSeq(signed) ? signed.items : [node];
      for (const line of lines) if (isMap(line)) line.flow = true;
    }
  }
  return doc.toString({ lineWidth: 0 });
}

/** Without what says nothing: empty lists, absent languages. */
function plainEntry(entry: UnitEntry): Record<string, unknown> {
  const plain: Record<string, unknown> = entry.original === undefined ? {} : { original: entry.original };
  for (const lang of LANGS) {
    const language = entry[lang];
    if (language === undefined) continue;
    const { from, on, signed } = language;
    const fields = {
      ...(from === undefined ? {} : { from }),
      ...(on === undefined ? {} : { on }),
      ...(signed.length === 0 ? {} : { signed }),
    };
    if (Object.keys(fields).length > 0) plain[lang] = fields;
  }
  return plain;
}

/** The language a unit was written in. */
export function originalOf(ledger: Ledger, owner: string): Lang {
  return ledger.units[owner]?.original ?? ledger.original;
}

/**
 * How a text stands to its original: it is the original; it follows it; the original changed since; there is no such
 * text; nobody has recorded what it follows.
 */
export type TranslationState = 'original' | 'current' | 'stale' | 'missing' | 'unrecorded';

export function translationState(ledger: Ledger, owner: Owner, lang: Lang): TranslationState {
  if (owner.hashes[lang] === undefined) return 'missing';
  const original = originalOf(ledger, owner.id);
  if (lang === original) return 'original';
  const from = ledger.units[owner.id]?.[lang]?.from;
  if (from === undefined) return 'unrecorded';
  return from === owner.hashes[original] ? 'current' : 'stale';
}

/** `void`: somebody signed, and the text has changed since. */
export type SignatureState = 'signed' | 'void' | 'unsigned';

export function signatureState(ledger: Ledger, owner: Owner, lang: Lang, role: Role): SignatureState {
  const signed = (ledger.units[owner.id]?.[lang]?.signed ?? []).filter(
    (signature) => signature.role === role,
  );
  if (signed.some(({ hash }) => hash === owner.hashes[lang])) return 'signed';
  return signed.length > 0 ? 'void' : 'unsigned';
}

/** The ledger with one signature more. A void one of the same role and person gives way to it. Pure. */
export function sign(ledger: Ledger, owner: string, lang: Lang, signature: Signature): Ledger {
  const entry = ledger.units[owner]?.[lang] ?? { signed: [] };
  const others = entry.signed.filter(({ role, by }) => role !== signature.role || by !== signature.by);
  return withEntry(ledger, owner, lang, { ...entry, signed: [...others, signature] });
}

/**
 * The ledger in which a translation follows the original as it now is. Pure.
 * @throws RangeError when the unit has no text in the language, or the language is its original.
 */
export function accept(ledger: Ledger, owner: Owner, lang: Lang, today: string): Ledger {
  const original = originalOf(ledger, owner.id);
  const from = owner.hashes[original];
  if (lang === original)
    throw new RangeError(`${owner.id} was written in "${lang}"; there is nothing to accept`);
  if (from === undefined || owner.hashes[lang] === undefined) {
    throw new RangeError(`${owner.id} has no text in "${from === undefined ? original : lang}"`);
  }
  const signed = ledger.units[owner.id]?.[lang]?.signed ?? [];
  return withEntry(ledger, owner.id, lang, { from, on: today, signed });
}

function withEntry(ledger: Ledger, owner: string, lang: Lang, entry: LanguageEntry): Ledger {
  return { ...ledger, units: { ...ledger.units, [owner]: { ...ledger.units[owner], [lang]: entry } } };
}

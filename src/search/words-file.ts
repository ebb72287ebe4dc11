import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { canon } from '../khmer/canon.ts';
import { NO_WORDS, type SearchWords } from './words.ts';

const WordSchema = z.string().trim().min(1).transform(canon);
const GroupsSchema = z.array(z.array(WordSchema).min(2)).superRefine((groups, context) => {
  const seen = new Map<string, number>();
  groups.forEach((group, i) => {
    for (const word of group) {
      const key = word.toLowerCase();
      if (seen.has(key)) {
        const message = `"${word}" stands in two groups, or twice in one; make one group of them.`;
        context.addIssue({ code: 'custom', path: [i], message });
      }
      seen.set(key, i);
    }
  });
});

const ApartSchema = z.array(z.array(WordSchema).min(2)).superRefine((rows, context) => {
  rows.forEach(([word = '', ...longer], i) => {
    for (const other of longer.filter((entry) => entry === word || !entry.includes(word))) {
      const message = `"${other}" is not a longer word with "${word}" in it; the shorter word comes first.`;
      context.addIssue({ code: 'custom', path: [i], message });
    }
  });
});
const LangWordsSchema = z.strictObject({ same: GroupsSchema, apart: ApartSchema });

export const SearchWordsSchema = z.strictObject({ km: LangWordsSchema, en: LangWordsSchema });

/**
 * Reads `content/search.yaml`; without one, search knows no spellings but those of the text.
 * @throws Error with the file's name and every fault if the file does not fit the schema.
 */
export function readSearchWords(file: string): SearchWords {
  if (!existsSync(file)) return { km: NO_WORDS, en: NO_WORDS };
  const result = SearchWordsSchema.safeParse(parse(readFileSync(file, 'utf8')));
  if (result.success) return result.data;
  throw new Error(`${file}\n${z.prettifyError(result.error)}`);
}

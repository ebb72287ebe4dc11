import GithubSlugger from 'github-slugger';

/**
 * Ids of a lesson's headings, by position, the same in both languages: `<lesson>--<slug of the English heading>`. A
 * heading without an English one, or whose English text has nothing to make a slug of, is named by its position.
 *
 * @param english texts of the English twin's headings, in order
 * @param length number of headings in the language at hand
 */
export function headingIds(lesson: string, english: readonly string[], length: number): string[] {
  const slugger = new GithubSlugger();
  const slugs = english.map((text, i) => slugger.slug(asciiOnly(text) || `section-${i + 1}`));
  return Array.from({ length }, (_, i) => `${lesson}--${slugs[i] ?? slugger.slug(`section-${i + 1}`)}`);
}

/** Ids stand in URLs that people copy and in LMS reports: ASCII only. */
function asciiOnly(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/[^\x20-\x7E]/g, '')
    .replace(/\s+/g, ' ');
  return /[A-Za-z0-9]/.test(plain) ? plain.trim() : '';
}

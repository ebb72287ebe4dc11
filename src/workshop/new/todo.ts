/** Texts of skeletons: what to write, in both languages, each behind the word that marks it as not written yet. */
export function todo(en: string, km: string): string {
  return `{ en: "TODO: ${en}", km: "TODO៖ ${km}" }`;
}

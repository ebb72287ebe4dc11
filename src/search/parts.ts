import type { Lang } from '../curriculum/schema/common.ts';

/** Key and file of the text of one module in one language; without a module: terms and sources. */
export const partKey = (lang: Lang, module: string): string => (module ? `${lang}/${module}` : lang);
export const partName = (lang: Lang, module: string): string =>
  module ? `part-${lang}-${module}.js` : `part-${lang}.js`;

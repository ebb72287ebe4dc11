import type { Lang } from './schema/common.ts';

/** File name of the picture that stands for a page where it is shared: `km.png`, `km-<module>.png`, `km-<module>-<lesson>.png`. */
export function cardName(lang: Lang, module?: string, lesson?: string): string {
  return `${[lang, module, lesson].filter((part) => part !== undefined).join('-')}.png`;
}

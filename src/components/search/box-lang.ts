import type { Lang } from '../../curriculum/schema/common.ts';

/** The language of a search box, whose documents alone it searches. */
export const boxLang = (box: HTMLElement): Lang => (box.dataset['lang'] === 'km' ? 'km' : 'en');

import { createHash } from 'node:crypto';
import { cardName } from '../../curriculum/card-name.ts';
import type { Curriculum } from '../../curriculum/model.ts';
import { LANGS, type Lang } from '../../curriculum/schema/common.ts';
import { translator } from '../../i18n/t.ts';

/** What one social card says. */
export interface Card {
  /** File name in `public/cards/`. */
  readonly file: string;
  readonly lang: Lang;
  readonly kicker: string;
  readonly title: string;
  readonly foot: string;
}

/** Raised when the drawing itself changes, so that every card counts as out of date. */
const DRAWING = 1;

/** One card a language for the home page, and for each published module and each of its lessons. */
export function cardsOf({ modules }: Curriculum): Card[] {
  return LANGS.flatMap((lang) => {
    const t = translator(lang);
    const site = t('site.name');
    const home = { file: cardName(lang), lang, kicker: '', title: site, foot: t('site.tagline') };
    const published = modules.filter(({ module }) => module.status === 'published');
    return [
      home,
      ...published.flatMap(({ module, lessons }) => [
        { file: cardName(lang, module.id), lang, kicker: '', title: module.title[lang], foot: site },
        ...lessons.flatMap(({ id, texts }, i) => {
          const text = texts[lang];
          const kicker = `${module.title[lang]} · ${t('lesson.number', { n: i + 1 })}`;
          return text
            ? [{ file: cardName(lang, module.id, id), lang, kicker, title: text.front.title, foot: site }]
            : [];
        }),
      ]),
    ];
  });
}

/** Changes when anything that is drawn on the card changes; kept in `cards.json` beside the pictures. */
export function cardHash({ kicker, title, foot, lang }: Card): string {
  return createHash('sha256')
    .update(JSON.stringify([DRAWING, lang, kicker, title, foot]))
    .digest('hex')
    .slice(0, 16);
}

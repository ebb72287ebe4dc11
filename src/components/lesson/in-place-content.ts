import { currentCurriculum } from '../../curriculum/current.ts';
import type { Lang } from '../../curriculum/schema/common.ts';
import { otherLang, translator } from '../../i18n/t.ts';
import type { InPlaceData } from './in-place-data.ts';

/** At build: the words of what opens in place in a language. In a package the glossary itself is in the document. */
export function inPlaceContent(lang: Lang, shell: 'site' | 'package'): InPlaceData {
  const t = translator(lang);
  const other = otherLang(lang);
  const terms = shell === 'site' ? [...currentCurriculum().glossary.values()] : [];
  return {
    labels: {
      close: t('inplace.close'),
      term: t('inplace.term'),
      source: t('inplace.source', { n: '{n}' }),
      glossary: t('inplace.glossary'),
      sources: t('inplace.sources'),
      anchor: t('anchor.link', { title: '{title}' }),
    },
    other,
    ...(shell === 'site' && {
      leave: {
        question: t('erase.question'),
        yes: t('leave.yes'),
        no: t('erase.no'),
        failed: t('erase.failed'),
      },
    }),
    terms: Object.fromEntries(
      terms.map(({ id, term, definition, khmerFrom }) => {
        const unsourced = khmerFrom === 'unsourced';
        const from = unsourced ? t('glossary.unsourced') : t('glossary.khmerFrom', { source: khmerFrom });
        return [id, [term[lang], term[other], definition[lang], from] as const];
      }),
    ),
  };
}

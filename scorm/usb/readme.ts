import type { CurriculumModule } from '../../src/curriculum/model.ts';
import type { Lang } from '../../src/curriculum/schema/common.ts';
import { translator } from '../../src/i18n/t.ts';

/** Without it, the editor of older Windows takes the file for Latin letters. */
const BYTE_ORDER_MARK = '\ufeff';

/** README.txt of the edition: how to open it, what is kept and what is not, in lines that any editor shows. */
export function readme(lang: Lang, modules: readonly Pick<CurriculumModule, 'module'>[]): Uint8Array {
  const t = translator(lang);
  const paragraphs = [
    `${t('site.name')}\n${t('usb.title')}`,
    t('usb.readme.open'),
    t('usb.readme.unpack'),
    t('usb.readme.together'),
    t('usb.readme.phone'),
    t('usb.kept.where'),
    t('usb.kept.place'),
    t('usb.kept.shared'),
    t('usb.kept.erase', { title: t('usb.kept') }),
    [
      t('usb.readme.modules'),
      ...modules.map(({ module: { id, title, version } }) => `- ${title[lang]} (${id}.html, ${version})`),
    ].join('\n'),
    t('site.footer.licence'),
  ];
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${paragraphs.join('\n\n')}\n`.replace(/\n/g, '\r\n'));
}

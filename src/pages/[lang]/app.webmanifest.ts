import type { APIRoute } from 'astro';
import { assetHref, homeHref } from '../../components/site/urls.ts';
import { LANGS } from '../../curriculum/schema/common.ts';
import { translator } from '../../i18n/t.ts';

/** What a device shows when the site is put on its home screen; each language is an app of its own. */
export const getStaticPaths = () => LANGS.map((lang) => ({ params: { lang } }));

const icon = (file: string, size: number, purpose: 'any' | 'maskable') => ({
  src: assetHref(file),
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

export const GET: APIRoute = ({ params }) => {
  const lang = params['lang'] === 'en' ? 'en' : 'km';
  const t = translator(lang);
  const manifest = {
    id: homeHref(lang),
    name: t('site.name'),
    short_name: t('site.name'),
    description: t('site.tagline'),
    lang,
    dir: 'ltr',
    start_url: homeHref(lang),
    // The other language too: a language switch stays in the app.
    scope: assetHref(''),
    display: 'standalone',
    background_color: '#fbfaf6',
    theme_color: '#16265c',
    icons: [
      icon('icon-192.png', 192, 'any'),
      icon('icon-512.png', 512, 'any'),
      icon('icon-maskable-512.png', 512, 'maskable'),
    ],
  };
  return new Response(JSON.stringify(manifest));
};

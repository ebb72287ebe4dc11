import type { APIRoute } from 'astro';
import { SPOKEN_BY_TESTS } from '../../components/session/spoken.ts';
import { LANGS } from '../../curriculum/schema/common.ts';
import { messagesFor } from '../../i18n/t.ts';

/** The words that only the pages of tests speak; they come after those of [lang].js. */
export const getStaticPaths = () => LANGS.map((lang) => ({ params: { lang } }));

export const GET: APIRoute = ({ params }) => {
  const messages = messagesFor(params['lang'] === 'en' ? 'en' : 'km', SPOKEN_BY_TESTS);
  return new Response(`Object.assign(window.sogSpoken,${JSON.stringify(messages)})`);
};

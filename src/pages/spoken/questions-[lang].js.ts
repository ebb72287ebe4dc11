import type { APIRoute } from 'astro';
import { SPOKEN_BY_QUESTIONS } from '../../components/session/spoken.ts';
import { LANGS } from '../../curriculum/schema/common.ts';
import { messagesFor } from '../../i18n/t.ts';

/** The words that questions speak which are no choices; they come when one of these is near (more-words.ts). */
export const getStaticPaths = () => LANGS.map((lang) => ({ params: { lang } }));

export const GET: APIRoute = ({ params }) => {
  const messages = messagesFor(params['lang'] === 'en' ? 'en' : 'km', SPOKEN_BY_QUESTIONS);
  return new Response(`Object.assign(window.sogSpoken,${JSON.stringify(messages)})`);
};

import type { APIRoute } from 'astro';
import { SPOKEN } from '../../components/session/spoken.ts';
import { LANGS } from '../../curriculum/schema/common.ts';
import { messagesFor } from '../../i18n/t.ts';

/** The words that elements speak, once for the whole site: a lesson stays light, and the file is kept by the browser. */
export const getStaticPaths = () => LANGS.map((lang) => ({ params: { lang } }));

export const GET: APIRoute = ({ params }) => {
  const messages = messagesFor(params['lang'] === 'en' ? 'en' : 'km', SPOKEN);
  return new Response(`window.sogSpoken=${JSON.stringify(messages)}`);
};

import type { APIRoute } from 'astro';
import { SPOKEN_BY_NOTES } from '../../components/session/spoken.ts';
import { LANGS } from '../../curriculum/schema/common.ts';
import { messagesFor } from '../../i18n/t.ts';

/** The words of reflections and of the plan. */
export const getStaticPaths = () => LANGS.map((lang) => ({ params: { lang } }));

export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(messagesFor(params['lang'] === 'en' ? 'en' : 'km', SPOKEN_BY_NOTES)));

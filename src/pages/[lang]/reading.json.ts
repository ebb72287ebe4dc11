import type { APIRoute } from 'astro';
import { readingContent } from '../../components/reading/reading-content.ts';
import { LANGS } from '../../curriculum/schema/common.ts';

/** The words of reading help, once for the whole site and kept by the browser, so that pages stay light. */
export const getStaticPaths = () => LANGS.map((lang) => ({ params: { lang } }));

export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(readingContent(params['lang'] === 'en' ? 'en' : 'km')));

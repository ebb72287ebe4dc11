import type { APIRoute } from 'astro';
import { inPlaceContent } from '../../components/lesson/in-place-content.ts';
import { LANGS } from '../../curriculum/schema/common.ts';

/** Once for the whole site and kept by the browser, so that lessons stay light. */
export const getStaticPaths = () => LANGS.map((lang) => ({ params: { lang } }));

export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(inPlaceContent(params['lang'] === 'en' ? 'en' : 'km', 'site')));

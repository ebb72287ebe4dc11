import type { APIRoute } from 'astro';
import { ICONS, iconShapes } from '../components/site/icons.ts';

/** Every icon as a symbol of one drawing (see components/site/Icon.astro). */
export const GET: APIRoute = () => {
  const symbols = ICONS.map(
    (name) => `<symbol id="${name}" viewBox="0 0 24 24">${iconShapes(name)}</symbol>`,
  );
  return new Response(`<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`);
};

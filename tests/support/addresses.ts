/**
 * Where the browser tests find what was built; the site stands under a sub-path on purpose. `E2E_PORT` moves both
 * servers, so that two clones can be tested side by side.
 */
export const SITE_PORT = Number(process.env['E2E_PORT'] ?? 4391);
export const LMS_PORT = SITE_PORT + 1;
export const BASE = '/sog/';
export const SITE = `http://127.0.0.1:${SITE_PORT}${BASE}`;
export const LMS = `http://127.0.0.1:${LMS_PORT}/`;

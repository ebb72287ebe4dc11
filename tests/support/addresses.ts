/** Where the browser tests find what was built; the site stands under a sub-path on purpose. */
export const SITE_PORT = 4391;
export const LMS_PORT = 4392;
export const BASE = '/sog/';
export const SITE = `http://127.0.0.1:${SITE_PORT}${BASE}`;
export const LMS = `http://127.0.0.1:${LMS_PORT}/`;

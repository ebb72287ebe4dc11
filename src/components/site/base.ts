/** The path this site is deployed at, with `/` at both ends; in scripts of a page. */
export const siteBase = (): string => `${import.meta.env.BASE_URL.replace(/\/$/, '')}/`;

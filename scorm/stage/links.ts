import type { LinkPolicy } from './relativise.ts';

/**
 * Where a link to the site leads from inside a package: to the same place in the document if it holds it (a heading,
 * term or lesson has one id in every shell), else to the public site, else nowhere: its words stay.
 * @param site the public address of the site, with its base path, or undefined if it has none.
 */
export function packageLinks(site: string | undefined): LinkPolicy {
  return ({ path, hash, ids }) => {
    if (hash.length > 1 && ids.has(decodeURIComponent(hash.slice(1)))) return hash;
    const last = path
      .replace(/(index)?\.html$/, '')
      .split('/')
      .filter(Boolean)
      .at(-1);
    if (hash === '' && last !== undefined && ids.has(last)) return `#${last}`;
    return site === undefined ? null : new URL(encodeURI(path) + hash, site).href;
  };
}

/** The public address of the site from the build's settings; undefined for a local one, which no learner can reach. */
export function publicSite(site: string | undefined, base: string): string | undefined {
  const url = site === undefined ? null : URL.parse(base, site);
  if (url?.protocol !== 'https:' || /^(localhost|127\.|\[::1\])/.test(url.hostname)) return undefined;
  return url.href;
}

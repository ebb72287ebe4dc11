import { globSync } from 'node:fs';
import { sep } from 'node:path';

/** A page of a built edition that is laid out for paper. */
export interface PrintView {
  /** Below the site's address, with `/` at its end. */
  readonly path: string;
  readonly lang: 'km' | 'en';
  readonly module: string;
  readonly kind: string;
}

const VIEW = /^(km|en)\/([^/]+)\/print\/([^/]+)\//;

/** The print views in the folder of a built edition, in a fixed order. */
export function printViews(dist: string): PrintView[] {
  const pages = globSync('{km,en}/*/print/*/index.html', { cwd: dist }).map((page) =>
    page
      .split(sep)
      .join('/')
      .replace(/index\.html$/, ''),
  );
  return pages.sort().flatMap((path) => {
    const [, lang, module, kind] = VIEW.exec(path) ?? [];
    return module && kind && (lang === 'km' || lang === 'en') ? [{ path, lang, module, kind }] : [];
  });
}

/** `<module>-<kind>-<lang>.pdf` */
export const pdfName = ({ module, kind, lang }: PrintView): string => `${module}-${kind}-${lang}.pdf`;

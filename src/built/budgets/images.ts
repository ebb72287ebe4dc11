import { type Dist, fileOf, type Place } from '../dist.ts';
import type { BuiltFault } from '../fault.ts';
import { tagsOf } from '../html.ts';
import { gzipBytes } from '../wire.ts';
import { BUDGETS, type BudgetRow, judge } from './figures.ts';

const IMAGE = /\.(png|jpe?g|webp|avif|gif|svg)$/i;
/** Fetched by crawlers and by the system, not with a page. */
const NOT_ON_PAGES = /^(social|icons?|apple-touch-icon|favicon)|(^|\/)(social|og)[-/]/i;

/** Every image file a page may show. */
export function imageRow(dist: Dist): BudgetRow | undefined {
  const images = dist.paths.filter((path) => IMAGE.test(path) && !NOT_ON_PAGES.test(path));
  const measured = images.map((file) => ({ file, figure: gzipBytes(file, dist.read(file)) }));
  return judge('an image', BUDGETS.image, measured);
}

/** Images that would move the page when they arrive, or say nothing to who cannot see them. */
export function imageFaults({ dist, base }: Place): BuiltFault[] {
  const allowed = 'an image has width, height and alt (empty if it only decorates)';
  return dist.paths
    .filter((path) => path.endsWith('.html'))
    .flatMap((page) =>
      tagsOf(dist.text(page), ['img']).flatMap(({ attributes }) => {
        const missing = ['width', 'height', 'alt'].filter((name) => !attributes.has(name));
        const src = attributes.get('src') ?? '';
        const name = fileOf({ dist, base }, src, page) ?? src;
        return missing.length === 0
          ? []
          : [{ file: page, found: `image ${name} lacks ${missing.join(', ')}`, allowed }];
      }),
    );
}

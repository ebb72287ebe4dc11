import { byPlace, fault } from '../../curriculum/located.ts';
import type { Curriculum, Fault } from '../../curriculum/model.ts';
import { readWorld } from '../../curriculum/read/world.ts';
import type { ContentTree } from '../../curriculum/tree.ts';
import { readLedger } from '../ledger.ts';
import { isPlaceholder } from '../placeholder.ts';
import { unitsOf } from '../units.ts';
import { isWebAddress, linksLeadSomewhere } from './links.ts';

/** What an image may weigh: on a slow line it costs as much as a lesson's text. */
const IMAGE_BYTES = 40 * 1024;

/** All that the check leaves to people who finish content: dead links, unusable sources, heavy images, placeholders. */
export function lintContent(
  curriculum: Curriculum,
  tree: ContentTree,
  /** Bytes on the wire by file; files that are not listed are not weighed. */
  weights: ReadonlyMap<string, number> = new Map(),
): Fault[] {
  return [
    ...linksLeadSomewhere(curriculum, tree),
    ...sourcesCanBeFound(tree),
    ...imagesAreLight(weights),
    ...nothingUnwrittenIsPublished(curriculum, tree),
    ...readLedger(tree).faults,
  ].sort(byPlace);
}

const EMPTY = /^(\?+|-+|unknown|n\/a|none|tbd)$/i;

/** A reader can find every source: by its address, or by who issued what in which year. */
function sourcesCanBeFound(tree: ContentTree): Fault[] {
  const { sources } = readWorld(tree).world;
  const seen = new Map<string, string>();
  return [...sources.items.values()].flatMap(({ value, at }) => {
    const faults: Fault[] = [];
    const { id, url, title, issuer, date, confidence } = value;
    if (EMPTY.test(title) || EMPTY.test(issuer)) {
      const mend = 'Write the title as printed, and the body that issued it.';
      faults.push(
        fault(
          at(EMPTY.test(title) ? 'title' : 'issuer'),
          'source/unnamed',
          `The source "${id}" does not say what it is or who issued it.`,
          mend,
        ),
      );
    }
    if (url !== undefined && !isWebAddress(url)) {
      const mend = 'Write the whole address, as it stands in the browser, or take it out.';
      faults.push(fault(at('url'), 'source/malformed-address', `"${url}" is no web address.`, mend));
    }
    // What is labelled low is a recollection that nothing may cite.
    if (confidence !== 'low' && url === undefined && !/(1[89]|20)\d\d|[១២][០-៩]{3}/.test(date)) {
      const mend = 'Add its "url:", or the year in which it was issued.';
      faults.push(
        fault(at(), 'source/cannot-be-found', `The source "${id}" has neither an address nor a year.`, mend),
      );
    }
    const other = url === undefined ? undefined : seen.get(`${url} ${title}`);
    if (other !== undefined) {
      faults.push(
        fault(
          at('url'),
          'source/twice',
          `The sources "${other}" and "${id}" have the same address and title.`,
          'Keep one of the two, and cite that.',
        ),
      );
    }
    if (url !== undefined) seen.set(`${url} ${title}`, id);
    return faults;
  });
}

function imagesAreLight(weights: ReadonlyMap<string, number>): Fault[] {
  return [...weights].flatMap(([file, bytes]) => {
    if (bytes <= IMAGE_BYTES) return [];
    const found = `This image weighs ${Math.ceil(bytes / 1024)} KB, and ${IMAGE_BYTES / 1024} KB is the most.`;
    const mend = 'Make it smaller (a phone shows 720 pixels), save it as WebP, or draw it as a figure.';
    return [fault({ file, line: 1 }, 'image/too-heavy', found, mend)];
  });
}

/** Skeletons hold placeholders. Readers see published modules and what modules share. */
function nothingUnwrittenIsPublished(curriculum: Curriculum, tree: ContentTree): Fault[] {
  const drafts = curriculum.modules
    .filter(({ module }) => module.status === 'draft')
    .map(({ module }) => module.id);
  return unitsOf(curriculum, tree).flatMap((unit) => {
    if (unit.module !== undefined && drafts.includes(unit.module)) return [];
    return (['en', 'km'] as const).flatMap((lang) => {
      const passage = unit.places[lang];
      if (passage === undefined || !isPlaceholder(passage.text)) return [];
      const mend = 'Write the text.';
      return [
        fault(
          passage,
          'text/placeholder',
          `Readers would see a placeholder: "${passage.text.slice(0, 60)}".`,
          mend,
        ),
      ];
    });
  });
}

import { fetchManifest, fetchOffers } from '../../offline/fetch-offers.ts';
import type { Offer } from '../../offline/manifest.ts';
import { wireOf } from '../../offline/plan.ts';
import { planFor, type Saving } from '../../offline/save.ts';
import type { Saved } from '../../offline/saved.ts';
import { readShelf, versionsOf } from '../../offline/shelf.ts';
import { sameUnit, type Unit } from '../../offline/unit.ts';

/** How things stand with one unit on this device. */
export type Look =
  | { readonly kind: 'unreachable' }
  /** `begun`: some of it is here already; `wire`: what is left to download. */
  | { readonly kind: 'offer'; readonly offer: Offer; readonly begun: boolean; readonly wire: number }
  | { readonly kind: 'saved'; readonly saved: Saved }
  | {
      readonly kind: 'update';
      readonly saved: Saved;
      readonly begun: boolean;
      readonly wire: number;
    };

let offers: Promise<readonly Offer[]> | undefined;

/** Asked once a page, and again after `forgetOffers`. */
function currentOffers(at: Saving): Promise<readonly Offer[]> {
  offers ??= fetchOffers(at.fetch, at.base);
  return offers;
}

export function forgetOffers(): void {
  offers = undefined;
}

/** Without a network it tells what is here; whether there is anything newer it cannot tell then. */
export async function look(at: Saving, unit: Unit): Promise<Look> {
  const saved = (await readShelf(at)).find((entry) => sameUnit(entry, unit));
  const offer = await currentOffers(at).then(
    (all) => all.find((each) => sameUnit(each, unit)),
    () => {
      forgetOffers();
      return undefined;
    },
  );
  if (saved && (!offer || offer.version === saved.version)) return { kind: 'saved', saved };
  if (!offer) return { kind: 'unreachable' };
  const begun = (await versionsOf(at, unit)).includes(offer.version);
  const wire = saved || begun ? await leftToFetch(at, offer) : offer.wire;
  return saved ? { kind: 'update', saved, begun, wire } : { kind: 'offer', offer, begun, wire };
}

/** Counted file by file, since some are here already; if the list cannot be had, all of it. */
async function leftToFetch(at: Saving, offer: Offer): Promise<number> {
  try {
    return wireOf(await planFor(at, await fetchManifest(at.fetch, at.base, offer)));
  } catch {
    return offer.wire;
  }
}

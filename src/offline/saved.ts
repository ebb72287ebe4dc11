import { FORM, isCount, isObject, type Offer, readOffer } from './manifest.ts';
import { isVersion, type Unit, unitName, unitOf } from './unit.ts';

/** A unit that is saved whole on this device, and the one generation its pages come from. */
export interface Saved extends Offer {
  /** When it was saved or last updated, in milliseconds. */
  readonly at: number;
  /** Versions that were in use before, kept while a page of them may still be open. */
  readonly before: readonly string[];
}

export function savedJson({ at, before, ...offer }: Saved): object {
  return { form: FORM, ...offerOf(offer), at, before };
}

const offerOf = (offer: Offer): object => {
  const { module: _module, lang: _lang, ...rest } = offer;
  return { unit: unitName(offer), ...rest };
};

/** An entry of the index, or undefined if it is damaged, of another form, or another unit's than its key says. */
export function readSaved(value: unknown, key: Unit | undefined): Saved | undefined {
  const offer = readOffer(value);
  if (!offer || !key || !isObject(value) || value['form'] !== FORM) return undefined;
  if (unitName(offer) !== unitName(key)) return undefined;
  const { at, before } = value;
  if (!isCount(at) || !Array.isArray(before) || !before.every(isVersion)) return undefined;
  return { ...offer, at, before: before.filter((version) => version !== offer.version) };
}

/** The unit that a key of the index names. */
export function unitOfKey(url: string): Unit | undefined {
  return unitOf(/\/offline\/saved\/([^/?#]+)$/.exec(url)?.[1]);
}

/** The entry after a unit was saved: what was in use until now waits for its last reader. */
export function savedAfter(offer: Offer, at: number, previous: Saved | undefined): Saved {
  const { module, lang, title, release, version, bytes, wire } = offer;
  const before = previous ? [...new Set([...previous.before, previous.version])] : [];
  return {
    ...{ module, lang, title, release, version, bytes, wire, at },
    before: before.filter((old) => old !== version),
  };
}

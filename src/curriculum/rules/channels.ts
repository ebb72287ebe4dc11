import { fault } from '../located.ts';
import type { WorldRule } from './rule.ts';

/** A confirmation lasts until a later day; contacts hold what prints. Whether it has run out today is no fault. */
export const channelsAreCoherent: WorldRule = (world) =>
  [...world.channels.items.values()].flatMap(({ value, at }) => {
    const { confirmed, contacts } = value;
    const empty = contacts.flatMap((contact, i) => {
      if (contact.value.trim() !== '') return [];
      const found = `A contact (${contact.kind}) of "${value.id}" is empty.`;
      return [fault(at('contacts', i), 'channel/empty-contact', found, 'Write it, or remove the contact.')];
    });
    if (confirmed === undefined || confirmed.expires > confirmed.on) return empty;
    const found = `The confirmation of "${value.id}" expires on ${confirmed.expires}, not after ${confirmed.on}, when it was made.`;
    const place = at('confirmed', 'expires');
    return [
      ...empty,
      fault(place, 'channel/expires-too-early', found, 'Write the day until which it can be relied on.'),
    ];
  });

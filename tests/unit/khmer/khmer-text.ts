import fc from 'fast-check';

/** Any mixture of Khmer characters, joiners, a Latin base and a Latin combining mark. */
export const khmerText = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0x1780, max: 0x17dd }) },
      { weight: 3, arbitrary: fc.constantFrom(0x17d2, 0x17bb, 0x17b6, 0x17c1, 0x17b8, 0x17c6, 0x1798) },
      { weight: 1, arbitrary: fc.constantFrom(0x20, 0x61, 0x301, 0x323, 0x200b, 0x200d, 0x25cc, 0x17e5) },
    ),
    { maxLength: 14 },
  )
  .map((codes) => String.fromCharCode(...codes));

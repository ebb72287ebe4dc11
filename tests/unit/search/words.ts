import fc from 'fast-check';

const BASES = 'កខគងចជញដតថទនបផពភមយរលវសហអ';
const SUBSCRIPTS = ['្រ', '្ល', '្ត', '្ន', '្វ', '្យ', '្ម'];
const VOWELS = ['ា', 'ិ', 'ី', 'ុ', 'ូ', 'ើ', 'េ', 'ែ', 'ៃ', 'ោ', 'ំ', 'ះ'];

const cluster = fc
  .tuple(
    fc.constantFrom(...BASES),
    fc.option(fc.constantFrom(...SUBSCRIPTS), { nil: '' }),
    fc.option(fc.constantFrom(...VOWELS), { nil: '' }),
  )
  .map((parts) => parts.join(''));

/** Well-formed Khmer without spaces. */
export const khmerWord = fc.array(cluster, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));

/** Khmer words, Latin words, numbers and punctuation with single spaces. */
export const mixedText = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: khmerWord },
      { weight: 2, arbitrary: fc.constantFrom('OECD', 'Post', "officer's", '25', 'US$25') },
      {
        weight: 1,
        arbitrary: fc.constantFrom('២០២៦', 'ទី២៦', 'អ.ប.ព.', '«ច្បាប់»', 'ការ។', '(NCDD)។', 'ៗ', 'ឱ្យ', 'អោយ'),
      },
    ),
    { maxLength: 12 },
  )
  .map((words) => words.join(' '));

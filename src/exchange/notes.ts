import type { Curriculum } from '../curriculum/model.ts';
import type { Lang } from '../curriculum/schema/common.ts';
import type { Term } from '../curriculum/schema/reference.ts';
import type { Unit } from '../workshop/units.ts';
import type { Note } from './document.ts';

const READERS: Readonly<Record<Unit['readers'], string>> = {
  learner: 'Read by learners.',
  trainer: 'Read by the trainer only.',
  test: 'Question of the test before or after; keep it as hard as it is.',
  paper: 'Question of the paper test; keep it as hard as it is.',
};

const KINDS: Readonly<Record<Unit['kind'], string>> = {
  field: 'Text',
  heading: 'Heading',
  paragraph: 'Paragraph',
  'list-item': 'Item of a list; keep it short.',
  'table-cell': 'Cell of a table; keep it short.',
  'slide-title': 'Title of a slide; one short line without straight double quotes.',
};

/** What a translator should know of a passage. `section` is the heading it stands under, in the source language. */
export function notesFor(
  unit: Unit,
  context: { readonly curriculum: Curriculum; readonly section: string | undefined; readonly from: Lang },
): Note[] {
  const { curriculum, section, from } = context;
  const place = section === undefined || unit.kind === 'heading' ? [] : [`Under the heading: ${section}`];
  const where = [KINDS[unit.kind], READERS[unit.readers], ...place].join(' · ');
  const notes: Note[] = [{ from: 'where', text: where }];
  if (unit.legal) {
    notes.push({
      from: 'legal',
      text: 'States or touches a point of law: keep exactly to what the original says; a lawyer reads it.',
    });
  }
  for (const id of unit.claims) {
    const source = curriculum.sources.get(id);
    const text = source === undefined ? id : `${id}: ${source.title} (${source.issuer}, ${source.date})`;
    notes.push({ from: 'source', text });
  }
  for (const term of glossaryHits(unit[from] ?? '', from, curriculum)) {
    notes.push({ from: 'glossary', text: `${term.term.en} = ${term.term.km}` });
  }
  return notes;
}

/** Terms whose form, or another form of theirs, stands in the text; in the order of the glossary. */
export function glossaryHits(text: string, lang: Lang, curriculum: Curriculum): Term[] {
  return [...curriculum.glossary.values()].filter((term) =>
    [term.term[lang], ...(term.aliases?.[lang] ?? [])].some((form) => contains(text, form, lang)),
  );
}

/** Khmer has no spaces between words; English words also stand in the plural. */
function contains(text: string, form: string, lang: Lang): boolean {
  if (lang === 'km') return text.includes(form);
  const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?:s|es)?(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

/** What an author may write in a lesson, and how. The one list of components; docs/authoring.md explains each. */
export interface ComponentSpec {
  readonly attributes: readonly string[];
  /** Words without a value that may be added. */
  readonly flags?: readonly string[];
  /** Whether it stands around text (`<KeyPoint>…</KeyPoint>`) or alone (`<Cite id="x" />`). */
  readonly content: 'text' | 'none';
  readonly example: string;
}

export const COMPONENT_SPECS: Readonly<Record<string, ComponentSpec>> = {
  Question: { attributes: ['id'], content: 'none', example: '<Question id="first-move" />' },
  Dilemma: { attributes: ['id'], content: 'none', example: '<Dilemma id="the-basket" />' },
  KeyPoint: { attributes: [], content: 'text', example: '<KeyPoint>…</KeyPoint>' },
  Term: { attributes: ['id'], content: 'text', example: '<Term id="gift">gift</Term>' },
  Cite: { attributes: ['id'], content: 'none', example: '<Cite id="oecd-coi" />' },
  Reflection: {
    attributes: ['id'],
    flags: ['plan'],
    content: 'text',
    example: '<Reflection id="my-rule">…</Reflection>',
  },
  Figure: { attributes: ['id'], content: 'none', example: '<Figure id="pressures" />' },
  Slide: { attributes: ['title'], content: 'text', example: '<Slide title="A basket">…</Slide>' },
  TrainerNote: { attributes: [], content: 'text', example: '<TrainerNote>…</TrainerNote>' },
};

/** Components whose content a learner never reads in the lesson. */
export const TRAINER_SIDE: readonly string[] = ['Slide', 'TrainerNote'];

/** Components a learner answers; each stands in a lesson once. */
export const ACTIVITIES: readonly string[] = ['Question', 'Dilemma', 'Reflection'];

/** The names alone. */
export const COMPONENTS: string[] = Object.keys(COMPONENT_SPECS);

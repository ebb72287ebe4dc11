import type { MessageKey } from '../../i18n/t.ts';
import { LMS_NOTICES, STORAGE_NOTICES } from './notices.ts';

/** The messages that elements in the browser speak; all others are printed at build. */
export const SPOKEN: readonly MessageKey[] = [
  ...STORAGE_NOTICES.map((notice) => `notice.${notice}` as const),
  'question.again',
  'question.check',
  'question.choose',
  'question.right',
  'question.wrong',
  'question.missed',
  'question.attemptsLeft',
  'question.noAttempts',
  'dilemma.loading',
  'dilemma.unreachable',
  'lesson.read',
  'lesson.started',
  'lesson.notRead',
  'lesson.toDo',
  'module.lessonsRead',
  'module.noScore',
  'module.best',
  'module.complete',
  'module.incomplete',
  'module.continue',
];

/** They come with the scenes of a dilemma, not with every page. */
export const SPOKEN_BY_DILEMMAS = [
  'dilemma.trust',
  'dilemma.safety',
  'dilemma.fairness',
  'dilemma.up',
  'dilemma.down',
  'dilemma.same',
  'dilemma.effects',
  'dilemma.summary',
  'dilemma.ledTo',
  'dilemma.reason',
  'dilemma.tryFrom',
  'dilemma.print',
  'dilemma.endsFound',
  'dilemma.resumed',
  'dilemma.unknownStart',
] as const satisfies readonly MessageKey[];

/** Fetched when a reflection is near, or with the page of the plan. */
export const SPOKEN_BY_NOTES = [
  'note.answer',
  'note.kept',
  'note.kept.package',
  'note.notKept',
  'note.saved',
  'note.failed',
  'note.left',
  'note.full',
  'note.elsewhere',
  'note.on',
  'note.download',
  'note.print',
  'plan.title',
  'plan.step',
  'plan.by',
  'plan.with',
  'plan.empty',
] as const satisfies readonly MessageKey[];

export const SPOKEN_BY_TESTS: readonly MessageKey[] = [
  'question.one',
  'question.many',
  'test.start',
  'test.resume',
  'test.again',
  'test.best',
  'test.confirmAgain',
  'test.question',
  'test.save',
  'test.result',
  'test.passed',
  'test.failed',
  'test.pre.done',
  'test.byObjective',
  'test.outOf',
  'test.yourAnswers',
];

/** Only a package has an LMS to speak of. */
export const SPOKEN_IN_PACKAGES: readonly MessageKey[] = LMS_NOTICES.map(
  (notice) => `notice.${notice}` as const,
);

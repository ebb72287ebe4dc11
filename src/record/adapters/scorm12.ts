import type { Outcome } from '../../learning/types.ts';
import type { Assignment, Dialect, InteractionFields, LmsOutcome } from '../cmi/dialect.ts';
import { readScore } from '../cmi/dialect.ts';
import { LOCATION_CHARS_12, STATE_CHARS_12 } from '../cmi/limits.ts';
import { timeOfDay, timespan } from '../cmi/time.ts';
import type { IdTable } from '../id-table.ts';
import type { LearningRecord, ResponseReport } from '../port.ts';
import { type CmiOptions, createCmiRecord } from './cmi-record.ts';

/**
 * How the one status of SCORM 1.2 tells a result. `completed` unless an administrator chose otherwise: Moodle's
 * default completion rule does not count `passed`, and `failed` makes every later visit a review.
 */
export type FinalStatus = 'completed' | 'passed-failed';

export interface Scorm12Options extends CmiOptions {
  readonly finalStatus?: FinalStatus;
}

const STATUS = 'cmi.core.lesson_status';
const RAW = 'cmi.core.score.raw';

/** SCORM 1.2 Run-Time Environment, sections 3.3 and 3.4. */
export function createScorm12Record(options: Scorm12Options): LearningRecord {
  return createCmiRecord(scorm12Dialect(options.finalStatus ?? 'completed'), options);
}

function scorm12Dialect(finalStatus: FinalStatus): Dialect {
  const status = (outcome: Outcome): Assignment => ({
    element: STATUS,
    value: statusOf(outcome, finalStatus),
  });
  return {
    standard: 'scorm12',
    calls: {
      initialize: 'LMSInitialize',
      finish: 'LMSFinish',
      get: 'LMSGetValue',
      set: 'LMSSetValue',
      commit: 'LMSCommit',
      lastError: 'LMSGetLastError',
    },
    elements: {
      mode: 'cmi.core.lesson_mode',
      learner: 'cmi.core.student_id',
      state: 'cmi.suspend_data',
      location: 'cmi.core.lesson_location',
      exit: 'cmi.core.exit',
      sessionTime: 'cmi.core.session_time',
      interactionCount: 'cmi.interactions._count',
    },
    limits: { stateChars: STATE_CHARS_12, keepsInteractions: true },
    locationChars: LOCATION_CHARS_12,
    interactionBytes: { all: Number.POSITIVE_INFINITY, descriptions: 0 },
    sessionTime: timespan,
    readOutcome,
    launchStatus: (outcome, { final }) => (final ? undefined : status(outcome)),
    outcome: (outcome, lms) => [
      ...(lms.final ? [] : [status(outcome)]),
      ...score(outcome, lms.outcome.score),
    ],
    alternates,
    interaction,
  };
}

function statusOf({ completion, success }: Outcome, finalStatus: FinalStatus): string {
  const decided = finalStatus === 'passed-failed';
  if (completion === 'completed') return decided && success === 'passed' ? 'passed' : 'completed';
  return decided && success === 'failed' ? 'failed' : 'incomplete';
}

function readOutcome(get: (element: string) => string): LmsOutcome {
  const status = get(STATUS);
  const final = status === 'completed' || status === 'passed';
  const success = status === 'passed' || status === 'failed' ? status : 'unknown';
  return {
    final,
    outcome: { completion: final ? 'completed' : 'incomplete', success, score: readScore(get(RAW)) },
  };
}

function score({ score }: Outcome, held: number | null): Assignment[] {
  if (score === null || (held !== null && held >= score)) return [];
  return [
    { element: RAW, value: String(Math.round(score)) },
    { element: 'cmi.core.score.max', value: '100', optional: true },
    { element: 'cmi.core.score.min', value: '0', optional: true },
  ];
}

/**
 * Moodle's LMSCommit sends only values that differ from those it sent before, whether or not the server got them
 * (mod/scorm/datamodels/scorm_12.js, CollectData). `passed` and `completed` never lower each other.
 */
function alternates(reported: ReadonlyMap<string, string>): Assignment[] {
  const status = reported.get(STATUS);
  const raw = reported.get(RAW);
  const other = status === 'completed' ? 'passed' : status === 'passed' ? 'completed' : undefined;
  return [
    ...(other ? [{ element: STATUS, value: other }] : []),
    ...(raw === undefined ? [] : [{ element: RAW, value: `${raw}.0` }]),
  ];
}

/** Options go by the letters of the id lock: a choice response of SCORM 1.2 is single characters. */
function interaction(report: ResponseReport, now: number, table: IdTable): InteractionFields | undefined {
  const letters = table.questions[report.question]?.options;
  const told = report.type === 'true-false' ? trueOrFalse(report) : undefined;
  const response = told?.response ?? lettersOf(report.options, letters);
  const pattern = told?.pattern ?? lettersOf(report.correctOptions, letters);
  if (response === undefined || pattern === undefined) return undefined;
  return {
    required: [
      ['id', report.question],
      ['type', told ? 'true-false' : 'choice'],
      ['student_response', response],
      ['result', report.correct ? 'correct' : 'wrong'],
    ],
    optional: [
      ['correct_responses.0.pattern', pattern],
      ['latency', timespan(report.latency)],
      ['time', timeOfDay(now)],
    ],
  };
}

function lettersOf(
  options: readonly string[],
  letters: Readonly<Record<string, string>> = {},
): string | undefined {
  const known = options.flatMap((id) => letters[id] ?? []);
  return known.length === options.length ? known.join(',') : undefined;
}

/** Options of a true-or-false question have the ids `true` and `false`; others are told as a choice. */
function trueOrFalse({ options, correctOptions }: ResponseReport) {
  const letter: Readonly<Record<string, string>> = { true: 't', false: 'f' };
  const response = letter[options[0] ?? ''];
  const pattern = letter[correctOptions[0] ?? ''];
  return response && pattern ? { response, pattern } : undefined;
}

import type { Outcome } from '../../learning/types.ts';
import type { Assignment, Dialect, InteractionFields, LmsOutcome } from '../cmi/dialect.ts';
import { readScore } from '../cmi/dialect.ts';
import {
  DESCRIPTION_BYTES_2004,
  DESCRIPTION_CHARS,
  INTERACTION_BYTES_2004,
  LOCATION_CHARS_2004,
  STATE_CHARS_2004,
} from '../cmi/limits.ts';
import { singleLine } from '../cmi/text.ts';
import { duration, timestamp } from '../cmi/time.ts';
import type { LearningRecord, ResponseReport } from '../port.ts';
import { type CmiOptions, createCmiRecord } from './cmi-record.ts';

const COMPLETION = 'cmi.completion_status';
const SUCCESS = 'cmi.success_status';

/** SCORM 2004 4th Edition Run-Time Environment, sections 3 and 4. */
export function createScorm2004Record(options: CmiOptions): LearningRecord {
  return createCmiRecord(DIALECT, options);
}

const DIALECT: Dialect = {
  standard: 'scorm2004',
  calls: {
    initialize: 'Initialize',
    finish: 'Terminate',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    lastError: 'GetLastError',
  },
  elements: {
    mode: 'cmi.mode',
    learner: 'cmi.learner_id',
    state: 'cmi.suspend_data',
    location: 'cmi.location',
    exit: 'cmi.exit',
    sessionTime: 'cmi.session_time',
    interactionCount: 'cmi.interactions._count',
  },
  limits: { stateChars: STATE_CHARS_2004, keepsInteractions: true },
  locationChars: LOCATION_CHARS_2004,
  interactionBytes: { all: INTERACTION_BYTES_2004, descriptions: DESCRIPTION_BYTES_2004 },
  sessionTime: duration,
  readOutcome,
  launchStatus: ({ completion }, { final }) =>
    final ? undefined : { element: COMPLETION, value: completion },
  outcome,
  // Moodle sends all of SCORM 2004's data with every commit.
  alternates: () => [],
  interaction,
};

function readOutcome(get: (element: string) => string): LmsOutcome {
  const final = get(COMPLETION) === 'completed';
  const success = get(SUCCESS);
  return {
    final,
    outcome: {
      completion: final ? 'completed' : 'incomplete',
      success: success === 'passed' || success === 'failed' ? success : 'unknown',
      score: readScore(get('cmi.score.raw')),
    },
  };
}

/** Both statuses and the raw score: Moodle never works out success itself and grades by the raw score alone. */
function outcome({ completion, success, score }: Outcome, lms: LmsOutcome): Assignment[] {
  const held = lms.outcome;
  const better = score !== null && (held.score === null || score > held.score) ? score : undefined;
  return [
    ...(lms.final ? [] : [{ element: COMPLETION, value: completion }]),
    ...(success === 'unknown' || success === held.success ? [] : [{ element: SUCCESS, value: success }]),
    ...(better === undefined
      ? []
      : [
          { element: 'cmi.score.scaled', value: (better / 100).toFixed(2) },
          { element: 'cmi.score.raw', value: String(Math.round(better)) },
          { element: 'cmi.score.max', value: '100', optional: true },
          { element: 'cmi.score.min', value: '0', optional: true },
        ]),
  ];
}

function interaction(report: ResponseReport, now: number): InteractionFields {
  const binary =
    report.type === 'true-false' && [...report.options, ...report.correctOptions].every(isBinary);
  const response = binary ? (report.options[0] ?? '') : tokens(report.options);
  const pattern = binary ? (report.correctOptions[0] ?? '') : tokens(report.correctOptions);
  const at = timestamp(now);
  const description = singleLine(report.prompt, DESCRIPTION_CHARS);
  return {
    required: [
      ['id', report.question],
      ['type', binary ? 'true-false' : 'choice'],
      // An empty response is refused as one without its identifiers.
      ...(response ? [['learner_response', response] as const] : []),
      ['result', report.correct ? 'correct' : 'incorrect'],
    ],
    optional: [
      ...(pattern ? [['correct_responses.0.pattern', pattern] as const] : []),
      ['latency', duration(report.latency)],
      ...(at ? [['timestamp', at] as const] : []),
    ],
    description,
  };
}

function isBinary(option: string): boolean {
  return option === 'true' || option === 'false';
}

/** Moodle takes [A-Za-z0-9_.] in identifiers of options; an option id never has "_" of its own. */
function tokens(options: readonly string[]): string {
  return options.map((id) => id.replace(/-/g, '_')).join('[,]');
}

import type { Standard } from '../../../src/record/cmi/find-api.ts';

/** One element of a data model, as strict as the strictest LMS known takes it. */
export interface Rule {
  readonly access: 'r' | 'w' | 'rw';
  readonly takes: (value: string) => boolean;
  /** Set before this element, within the same interaction. */
  readonly after?: string;
}

const like = (pattern: RegExp) => (value: string) => pattern.test(value);
const number = (min: number, max: number) => (value: string) =>
  /^-?\d{1,5}(\.\d{1,18})?$/.test(value) && Number(value) >= min && Number(value) <= max;
const asciiUpTo = (max: number) => (value: string) => value.length <= max && /^[\x20-\x7e]*$/.test(value);

/** SCORM 1.2 RTE 3.4; patterns of Moodle's scorm_12.js with `scormstandard` on. */
const SCORM_12: Readonly<Record<string, Rule>> = {
  'cmi.core.student_id': { access: 'r', takes: () => false },
  'cmi.core.lesson_mode': { access: 'r', takes: () => false },
  'cmi.core.lesson_status': { access: 'rw', takes: like(/^(passed|completed|failed|incomplete|browsed)$/) },
  'cmi.core.exit': { access: 'w', takes: like(/^(suspend|time-out|logout|)$/) },
  // Two digits of fraction: with one, Moodle adds wrongly.
  'cmi.core.session_time': { access: 'w', takes: like(/^\d{2,4}:\d\d:\d\d(\.\d\d)?$/) },
  'cmi.core.lesson_location': { access: 'rw', takes: asciiUpTo(255) },
  'cmi.core.score.raw': { access: 'rw', takes: number(0, 100) },
  'cmi.core.score.min': { access: 'rw', takes: number(0, 100) },
  'cmi.core.score.max': { access: 'rw', takes: number(0, 100) },
  'cmi.suspend_data': { access: 'rw', takes: asciiUpTo(4096) },
  'cmi.interactions._count': { access: 'r', takes: () => false },
  'cmi.interactions.n.id': { access: 'w', takes: like(/^[\x21-\x7e]{1,255}$/) },
  'cmi.interactions.n.type': {
    access: 'w',
    takes: like(/^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/),
    after: 'id',
  },
  'cmi.interactions.n.time': { access: 'w', takes: like(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/), after: 'id' },
  'cmi.interactions.n.student_response': {
    access: 'w',
    takes: like(/^([tf]|[a-z0-9](,[a-z0-9])*|)$/),
    after: 'type',
  },
  'cmi.interactions.n.correct_responses.0.pattern': {
    access: 'w',
    takes: like(/^([tf]|[a-z0-9](,[a-z0-9])*)$/),
    after: 'type',
  },
  'cmi.interactions.n.result': {
    access: 'w',
    takes: like(/^(correct|wrong|unanticipated|neutral|\d+(\.\d+)?)$/),
    after: 'id',
  },
  'cmi.interactions.n.latency': { access: 'w', takes: like(/^\d{2,4}:\d\d:\d\d(\.\d\d)?$/), after: 'id' },
};

const CHOICE = /^[A-Za-z0-9_.]{1,250}(\[,\][A-Za-z0-9_.]{1,250})*$/;

/** SCORM 2004 4th Edition RTE 4; patterns of Moodle's scorm_13.js. */
const SCORM_2004: Readonly<Record<string, Rule>> = {
  'cmi.learner_id': { access: 'r', takes: () => false },
  'cmi.mode': { access: 'r', takes: () => false },
  'cmi.completion_status': { access: 'rw', takes: like(/^(completed|incomplete|not attempted|unknown)$/) },
  'cmi.success_status': { access: 'rw', takes: like(/^(passed|failed|unknown)$/) },
  'cmi.exit': { access: 'w', takes: like(/^(time-out|suspend|logout|normal|)$/) },
  'cmi.session_time': { access: 'w', takes: like(/^PT\d+H\d{1,2}M\d{1,2}(\.\d{1,2})?S$/) },
  'cmi.location': { access: 'rw', takes: (value) => value.length <= 1000 },
  'cmi.score.scaled': { access: 'rw', takes: number(-1, 1) },
  'cmi.score.raw': { access: 'rw', takes: number(-99999, 99999) },
  'cmi.score.min': { access: 'rw', takes: number(-99999, 99999) },
  'cmi.score.max': { access: 'rw', takes: number(-99999, 99999) },
  'cmi.suspend_data': { access: 'rw', takes: (value) => value.length <= 64_000 },
  'cmi.interactions._count': { access: 'r', takes: () => false },
  'cmi.interactions.n.id': { access: 'rw', takes: like(/^[\x21-\x7e]{1,4000}$/) },
  'cmi.interactions.n.type': {
    access: 'rw',
    takes: like(/^(true-false|choice|(long-)?fill-in|matching|performance|sequencing|likert|numeric|other)$/),
    after: 'id',
  },
  'cmi.interactions.n.timestamp': {
    access: 'rw',
    takes: like(/^(19[7-9]\d|20[0-2]\d|203[0-8])-\d\d-\d\dT\d\d:\d\d:\d\d$/),
    after: 'id',
  },
  'cmi.interactions.n.learner_response': {
    access: 'rw',
    takes: (value) => value === 'true' || value === 'false' || CHOICE.test(value),
    after: 'type',
  },
  'cmi.interactions.n.correct_responses.0.pattern': {
    access: 'rw',
    takes: (value) => value === 'true' || value === 'false' || CHOICE.test(value),
    after: 'type',
  },
  'cmi.interactions.n.result': {
    access: 'rw',
    takes: like(/^(correct|incorrect|unanticipated|neutral)$/),
    after: 'id',
  },
  'cmi.interactions.n.latency': {
    access: 'rw',
    takes: like(/^PT\d+H\d{1,2}M\d{1,2}(\.\d{1,2})?S$/),
    after: 'id',
  },
  'cmi.interactions.n.description': {
    access: 'rw',
    takes: (value) => value.length <= 250 && !/[\r\n]/.test(value),
    after: 'id',
  },
};

export const MODELS: Readonly<Record<Standard, Readonly<Record<string, Rule>>>> = {
  scorm12: SCORM_12,
  scorm2004: SCORM_2004,
};

import { Scorm12API, Scorm2004API } from 'scorm-again/min';
import type { Standard } from '../../manifest/standard.ts';
import type { Call, CmiTree, LaunchOptions, StoredRecord } from '../protocol.ts';
import type { Refusal } from './strict.ts';
import { strictModel } from './strict.ts';

/** One session of a SCO: the object that it finds, and what it did. */
export interface Session {
  /** To stand in the window as `API` or `API_1484_11`. */
  readonly api: Readonly<Record<string, (...args: string[]) => string>>;
  readonly calls: readonly Call[];
}

export interface SessionOptions extends LaunchOptions {
  readonly standard: Standard;
  readonly learner: string;
  readonly stored: StoredRecord | null;
  /** Keeps a record; true if it is kept for certain, false if not. Called in the SCO's own call. */
  readonly keep: (record: StoredRecord) => boolean;
  readonly changed: () => void;
}

/** Names of the interface. SCORM 1.2 RTE §3.3; SCORM 2004 RTE §3. */
const METHODS: Readonly<Record<Standard, readonly string[]>> = {
  scorm12: [
    'LMSInitialize',
    'LMSFinish',
    'LMSGetValue',
    'LMSSetValue',
    'LMSCommit',
    'LMSGetLastError',
    'LMSGetErrorString',
    'LMSGetDiagnostic',
  ],
  scorm2004: [
    'Initialize',
    'Terminate',
    'GetValue',
    'SetValue',
    'Commit',
    'GetLastError',
    'GetErrorString',
    'GetDiagnostic',
  ],
};
const ENDED: Readonly<Record<Standard, string>> = { scorm12: '301', scorm2004: '113' };
/** Error codes of a failed commit: 1.2 has only the general one. */
const FAILED: Readonly<Record<Standard, string>> = { scorm12: '101', scorm2004: '391' };

type Method = (...args: string[]) => unknown;

/** Begins a session: scorm-again behind limits as strict as the strictest LMS, every call recorded. */
export function openSession(options: SessionOptions): Session {
  const { standard, changed } = options;
  const inner = makeApi(options);
  const calls: Call[] = [];
  const judge = strictModel(standard);
  const began = performance.now();
  let ended = false;
  let override: Refusal | undefined;

  const perform = (method: string, args: readonly string[]): { result: string; refusal?: Refusal } => {
    const plain = method.replace(/^LMS/, '');
    if (plain === 'GetLastError' && override) return { result: override.code };
    if (/^(GetErrorString|GetDiagnostic|GetLastError)$/.test(plain))
      return { result: call(inner, method, args) };
    const refusal = refuse(plain, args);
    if (refusal) return { result: plain === 'GetValue' ? '' : 'false', refusal };
    const result = call(inner, method, args);
    if (/^(Finish|Terminate)$/.test(plain)) ended = true;
    if (plain === 'GetValue' && options.values === 'empty') return { result: '' };
    return { result };
  };
  const refuse = (plain: string, args: readonly string[]): Refusal | undefined => {
    if (ended) return { code: ENDED[standard], reason: 'the session has ended' };
    if (plain === 'SetValue') return judge(args[0] ?? '', args[1] ?? '');
    const writes = /^(Commit|Finish|Terminate)$/.test(plain);
    if (writes && options.commits === 'fail') {
      if (plain !== 'Commit') ended = true;
      return { code: FAILED[standard], reason: 'commits fail, as asked' };
    }
    return undefined;
  };

  const api: Record<string, (...args: string[]) => string> = {};
  for (const method of METHODS[standard]) {
    api[method] = (...given) => {
      const args = given.map(String);
      const { result, refusal } = perform(method, args);
      const asks = /Error|Diagnostic/.test(method);
      if (!asks) override = refusal;
      const lastError = METHODS[standard][5] ?? '';
      const error = refusal?.code ?? (asks ? '0' : call(inner, lastError, []));
      const at = Math.round(performance.now() - began);
      calls.push({ method, args, result, error, at, ...(refusal ? { refused: refusal.reason } : {}) });
      changed();
      return result;
    };
  }
  return { api, calls };
}

function call(inner: object, method: string, args: readonly string[]): string {
  const found: unknown = Reflect.get(inner, method);
  if (typeof found !== 'function') throw new Error(`scorm-again has no ${method}`);
  const result = (found as Method).apply(inner, [...args]);
  return result === undefined || result === null ? '' : String(result);
}

function makeApi(options: SessionOptions): object {
  const settings = {
    autocommit: false,
    lmsCommitUrl: '/unused',
    logLevel: 5,
    mastery_override: false,
    autoCompleteLessonStatus: false,
    httpService: {
      processHttpRequest: (_url: string, body: unknown, ending: boolean) => {
        const kept = options.keep(nextRecord(options, body, ending));
        return { result: kept ? 'true' : 'false', errorCode: kept ? 0 : 101 };
      },
      updateSettings: () => undefined,
    },
  } as const;
  const api = options.standard === 'scorm12' ? new Scorm12API(settings) : new Scorm2004API(settings);
  api.loadFromJSON({ cmi: startingValues(options) });
  return api;
}

let commits = 0;

function nextRecord({ stored, standard }: SessionOptions, body: unknown, finished: boolean): StoredRecord {
  const { cmi } = body as { cmi: CmiTree };
  commits = Math.max(commits, stored?.commits ?? 0) + 1;
  return { cmi: withTotalTime(cmi, stored?.cmi, standard), finished, commits };
}

/** A commit in mid-session carries no total time; that of earlier sessions must not be lost. */
function withTotalTime(cmi: CmiTree, before: CmiTree | undefined, standard: Standard): CmiTree {
  const old = standard === 'scorm12' ? branch(before, 'core')['total_time'] : before?.['total_time'];
  if (old === undefined) return cmi;
  if (standard === 'scorm2004') return { total_time: old, ...cmi };
  return { ...cmi, core: { total_time: old, ...branch(cmi, 'core') } };
}

const branch = (tree: CmiTree | undefined, name: string): CmiTree => {
  const found = tree?.[name];
  return typeof found === 'object' ? found : {};
};

/**
 * What a SCO finds at its start. `entry` is "resume" only after exit "suspend" (RTE 1.2 §3.4.4, 2004 §4.2.7); without
 * it SCORM 2004 begins a new attempt and 1.2 keeps its values.
 */
export function startingValues({ standard, stored, learner, mode = 'normal' }: SessionOptions): CmiTree {
  const credit = mode === 'normal' ? 'credit' : 'no-credit';
  const name = 'Learner, Test';
  if (standard === 'scorm12') {
    const core = branch(stored?.cmi, 'core');
    const entry = entryOf(core['exit'], stored);
    const { session_time: _time, exit: _exit, ...kept } = core;
    const learnerPart = { student_id: learner, student_name: name, credit, lesson_mode: mode, entry };
    return { ...stored?.cmi, core: { ...kept, ...learnerPart } };
  }
  const entry = entryOf(stored?.cmi['exit'], stored);
  const resumes = entry === 'resume' || mode !== 'normal';
  const { session_time: _time, exit: _exit, ...kept } = (resumes && stored?.cmi) || {};
  return { ...kept, learner_id: learner, learner_name: name, credit, mode, entry };
}

const entryOf = (exit: string | CmiTree | undefined, stored: StoredRecord | null): string => {
  if (stored === null) return 'ab-initio';
  return exit === 'suspend' ? 'resume' : '';
};

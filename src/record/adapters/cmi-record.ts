import { connect } from '../cmi/connection.ts';
import type { Dialect } from '../cmi/dialect.ts';
import { earlyHandle } from '../cmi/early.ts';
import { findApi, hasHost } from '../cmi/find-api.ts';
import { type CmiSession, type CmiTools, createSession, type Started } from '../cmi/session.ts';
import type { LearningRecord, Result, Snapshot } from '../port.ts';
import { DONE, fault, ok } from '../result.ts';

export interface CmiOptions extends CmiTools {
  /** The window the search for the API starts from. */
  readonly win: object;
  /** How long a framed or opened window goes on looking for an API that is not there yet. */
  readonly apiWaitMs?: number;
}

const POLL_MS = 250;

/** A record kept by an LMS, whichever SCORM it speaks. */
export function createCmiRecord(dialect: Dialect, options: CmiOptions): LearningRecord {
  let session: CmiSession | undefined;
  let opening: Promise<Result<Snapshot>> | undefined;
  let closing: Result<void> | undefined;

  async function open(): Promise<Result<Snapshot>> {
    const patience = hasHost(options.win) ? (options.apiWaitMs ?? 0) : 0;
    let started = start(dialect, options);
    for (let waited = 0; !started && !closing && waited < patience; waited += POLL_MS) {
      await new Promise<void>((resolve) => {
        options.timer(resolve, POLL_MS);
      });
      if (!closing) started = start(dialect, options);
    }
    if (!started) return fault('unavailable', `no ${dialect.standard} API`);
    if (!started.ok) return started;
    session = createSession(dialect, options, started.value);
    return ok(session.snapshot());
  }
  const during = (run: (open: CmiSession) => Result<void>): Result<void> => {
    if (closing) return fault('unavailable', 'closed');
    return session ? run(session) : fault('unavailable', 'not open');
  };

  return {
    adapter: dialect.standard,
    limits: dialect.limits,
    get writable() {
      return session?.writable ?? true;
    },
    get device() {
      return session?.device ?? '';
    },
    get learner() {
      return session?.learner ?? '';
    },
    keepsOnDevice: false,
    get problems() {
      return session?.problems ?? [];
    },
    open() {
      opening ??= open();
      return session ? Promise.resolve(ok(session.snapshot())) : opening;
    },
    async put(batch) {
      return during((open) => open.put(batch));
    },
    async flush(how) {
      return during((open) => open.flush(how?.again ?? false));
    },
    async close() {
      closing ??= session?.close() ?? DONE;
      return closing;
    },
  };
}

/** Takes over an early start, or finds the API and initialises it. Undefined: there is no API. */
function start(dialect: Dialect, { win, clock }: CmiOptions): Result<Started> | undefined {
  const early = earlyHandle(win, dialect.standard);
  if (early?.initialized && early.api) {
    return ok({
      lms: connect(early.api, dialect.calls),
      startedAt: Math.min(early.startedAt, clock.monotonic()),
    });
  }
  const api = findApi(win, dialect.standard);
  if (!api) return undefined;
  const lms = connect(api, dialect.calls);
  const answer = lms.initialize();
  return answer.is === 'yes'
    ? ok({ lms, startedAt: clock.monotonic() })
    : fault('unavailable', answer.detail);
}

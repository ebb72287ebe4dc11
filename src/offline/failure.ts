/**
 * Why saving stopped: `offline`: the network did not answer; `changed`: the site was renewed meanwhile; `full`: the
 * device or the browser gives no more room; `blocked`: the browser allows no saving; `stopped`: the learner asked for
 * it; `failed`: anything else.
 */
export type FailureKind = 'offline' | 'changed' | 'full' | 'blocked' | 'stopped' | 'failed';

export class SavingFailure extends Error {
  override readonly name = 'SavingFailure';
  readonly kind: FailureKind;
  constructor(kind: FailureKind, cause?: unknown) {
    super(`saving stopped: ${kind}`, { cause });
    this.kind = kind;
  }
}

/** What a browser threw, as a reason; `otherwise` where its name says nothing. */
export function failureOf(error: unknown, otherwise: FailureKind = 'failed'): SavingFailure {
  if (error instanceof SavingFailure) return error;
  const name = error instanceof Error ? error.name : '';
  // Firefox has a name of its own for a full disk.
  if (/Quota|NS_ERROR_FILE_NO_DEVICE_SPACE|NS_ERROR_DOM_QUOTA/.test(name))
    return new SavingFailure('full', error);
  if (name === 'AbortError') return new SavingFailure('stopped', error);
  if (name === 'SecurityError') return new SavingFailure('blocked', error);
  return new SavingFailure(otherwise, error);
}

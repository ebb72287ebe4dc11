import type { RecordFault, Result } from './port.ts';

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export const DONE: Result<void> = { ok: true, value: undefined };

export function fault(
  kind: RecordFault['kind'],
  detail: string,
): { readonly ok: false; readonly fault: RecordFault } {
  return { ok: false, fault: { kind, detail } };
}

/** A caught value as a line for logs. */
export function describe(thrown: unknown): string {
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
}

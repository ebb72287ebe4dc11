import { peek } from '../peek.ts';
import { describe } from '../result.ts';
import { isRefusal } from './find-api.ts';

export interface CallNames {
  readonly initialize: string;
  readonly finish: string;
  readonly get: string;
  readonly set: string;
  readonly commit: string;
  readonly lastError: string;
}

/** `no`: the LMS refused; `gone`: the call threw or is not there. */
export type Answer = { readonly is: 'yes' } | { readonly is: 'no' | 'gone'; readonly detail: string };

/** An LMS's API object behind guarded calls; nothing it answers is trusted to have a type. */
export interface Connection {
  initialize(): Answer;
  finish(): Answer;
  commit(): Answer;
  set(element: string, value: string): Answer;
  /** '' for whatever is not text or a number, and for a call that throws. */
  get(element: string): string;
}

export function connect(api: object, names: CallNames): Connection {
  const call = (name: string, args: readonly string[]): unknown => {
    const method = peek(api, name);
    if (typeof method !== 'function') throw new TypeError(`no ${name}`);
    return Reflect.apply(method, api, args);
  };
  const lastError = (): string => {
    try {
      return String(call(names.lastError, []));
    } catch {
      return '?';
    }
  };
  const ask = (name: string, ...args: string[]): Answer => {
    try {
      if (!isRefusal(call(name, args))) return { is: 'yes' };
      return { is: 'no', detail: `${name} ${args[0] ?? ''} refused, error ${lastError()}` };
    } catch (error) {
      return { is: 'gone', detail: `${name} ${args[0] ?? ''}: ${describe(error)}` };
    }
  };
  return {
    initialize: () => ask(names.initialize, ''),
    finish: () => ask(names.finish, ''),
    commit: () => ask(names.commit, ''),
    set: (element, value) => ask(names.set, element, value),
    get: (element) => {
      try {
        const value = call(names.get, [element]);
        return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
      } catch {
        return '';
      }
    },
  };
}

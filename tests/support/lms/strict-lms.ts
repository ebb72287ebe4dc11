import type { Standard } from '../../../src/record/cmi/find-api.ts';
import { MODELS } from './strict-model.ts';

/** What happens to a commit: stored; refused; an exception; or answered "true" and lost, as by a beacon offline. */
export type Network = 'up' | 'refuses' | 'throws' | 'loses';

export interface Launch {
  /** A window with the API as its own property. */
  readonly win: { readonly [name: string]: unknown };
  /** Every call, in order: name and arguments. */
  readonly calls: readonly (readonly string[])[];
  /** Calls that a conformant SCO never makes. */
  readonly errors: readonly string[];
}

export interface StrictLms {
  network: Network;
  mode: string;
  /** SetValue answers "false" where this matches. */
  refuses: RegExp | undefined;
  /** Answers GetValue in place of the data model: for LMSs that give back nothing, or something else. */
  readback: ((element: string) => unknown) | undefined;
  readonly stored: Map<string, string>;
  launch(): Launch;
}

/**
 * An LMS that takes nothing but what every LMS takes, and stores what the last successful commit sent. Like Moodle,
 * a SCORM 1.2 commit sends only values that differ from those sent before, and counts them as sent before the server
 * has answered; a SCORM 2004 commit sends everything; without `exit = suspend` SCORM 2004 forgets the attempt.
 */
export function createStrictLms(standard: Standard): StrictLms {
  const lms: StrictLms = {
    network: 'up',
    mode: 'normal',
    refuses: undefined,
    readback: undefined,
    stored: new Map(),
    launch: () => launchOn(lms, standard),
  };
  return lms;
}

function launchOn(lms: StrictLms, standard: Standard): Launch {
  const legacy = standard === 'scorm12';
  const model = MODELS[standard];
  const suspended = legacy || lms.stored.get('cmi.exit') === 'suspend';
  const data = new Map(suspended ? lms.stored : []);
  const sent = new Map(data);
  data.delete('cmi.exit');
  const calls: string[][] = [];
  const errors: string[] = [];
  let state: 'new' | 'running' | 'over' = 'new';

  const count = () => {
    let n = 0;
    while (data.has(`cmi.interactions.${n}.id`)) n += 1;
    return n;
  };
  const wrong = (why: string): string => {
    errors.push(why);
    return 'false';
  };
  const send = (): string => {
    const changed = Array.from(data).filter(([element, value]) => !legacy || sent.get(element) !== value);
    for (const [element, value] of changed) sent.set(element, value);
    if (lms.network === 'throws') throw new Error('Failed to execute send');
    if (lms.network === 'refuses') return 'false';
    if (lms.network === 'up') for (const [element, value] of changed) lms.stored.set(element, value);
    return 'true';
  };

  const initialize = (): string => {
    if (state !== 'new') return wrong('Initialize twice');
    state = 'running';
    return 'true';
  };
  const get = (element: string): unknown => {
    if (state !== 'running') return wrong(`GetValue ${element} while ${state}`);
    if (lms.readback) return lms.readback(element);
    const rule = model[element.replace(/\.\d+\./, '.n.')];
    if (!rule || rule.access === 'w') return wrong(`GetValue ${element}`);
    if (element === 'cmi.mode' || element === 'cmi.core.lesson_mode') return lms.mode;
    return element.endsWith('_count') ? String(count()) : (data.get(element) ?? '');
  };
  const set = (element: string, value: string): string => {
    if (state !== 'running') return wrong(`SetValue ${element} while ${state}`);
    const rule = model[element.replace(/\.\d+\./, '.n.')];
    if (!rule || rule.access === 'r') return wrong(`SetValue ${element}`);
    if (typeof value !== 'string' || !rule.takes(value)) return wrong(`SetValue ${element} = ${value}`);
    if (lms.refuses?.test(element)) return 'false';
    const index = /^cmi\.interactions\.(\d+)\./.exec(element)?.[1];
    if (index !== undefined && Number(index) > count()) return wrong(`${element} out of order`);
    const before = index !== undefined && rule.after;
    if (before && !data.has(`cmi.interactions.${index}.${before}`))
      return wrong(`${element} before ${before}`);
    const type = index === undefined ? undefined : data.get(`cmi.interactions.${index}.type`);
    if (rule.byType && !rule.byType[type ?? '']?.test(value))
      return wrong(`SetValue ${element} = ${value} for type ${type}`);
    data.set(element, value);
    return 'true';
  };
  const commit = (): string => (state === 'running' ? send() : wrong(`Commit while ${state}`));
  const finish = (): string => {
    if (state !== 'running') return wrong(`Finish while ${state}`);
    state = 'over';
    if (legacy && !data.has('cmi.core.lesson_status')) data.set('cmi.core.lesson_status', 'completed');
    return send();
  };

  const logged =
    (name: string, run: (first: string, second: string) => unknown) =>
    (...args: string[]) => {
      calls.push([name, ...args]);
      const arity = name.endsWith('SetValue') ? 2 : 1;
      if (args.length !== arity) return wrong(`${name} with ${args.length} arguments`);
      return run(args[0] ?? '', args[1] ?? '');
    };
  const prefix = legacy ? 'LMS' : '';
  const api = {
    [`${prefix}Initialize`]: logged('Initialize', initialize),
    [legacy ? 'LMSFinish' : 'Terminate']: logged('Finish', finish),
    [`${prefix}GetValue`]: logged('GetValue', get),
    [`${prefix}SetValue`]: logged('SetValue', set),
    [`${prefix}Commit`]: logged('Commit', commit),
    [`${prefix}GetLastError`]: () => '0',
  };
  return { win: { [legacy ? 'API' : 'API_1484_11']: api }, calls, errors };
}

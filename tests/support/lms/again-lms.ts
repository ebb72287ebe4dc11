// The package's types name no export of `scorm-again/scorm12`; its root has both.
import { Scorm12API, Scorm2004API } from 'scorm-again';
import type { Standard } from '../../../src/record/cmi/find-api.ts';

const QUIET = { autocommit: false, lmsCommitUrl: false, logLevel: 5 } as const;

/** scorm-again as an LMS: what was committed or finished is there at the next launch. */
export interface AgainLms {
  /** Commit and Finish answer "false". */
  down: boolean;
  /** The data model as last committed. */
  readonly saved: Record<string, unknown>;
  launch(): { readonly [name: string]: unknown };
}

export function createAgainLms(standard: Standard): AgainLms {
  let saved: Record<string, unknown> | undefined;
  const lms: AgainLms = {
    down: false,
    get saved() {
      return saved ?? {};
    },
    launch() {
      const api = standard === 'scorm12' ? new Scorm12API(QUIET) : new Scorm2004API(QUIET);
      if (saved) api.loadFromJSON(saved);
      const legacy = standard === 'scorm12';
      for (const name of legacy ? ['LMSCommit', 'LMSFinish'] : ['Commit', 'Terminate']) {
        const method: unknown = Reflect.get(api, name);
        Reflect.set(api, name, (argument: string): unknown => {
          if (lms.down || typeof method !== 'function') return 'false';
          const answer: unknown = Reflect.apply(method, api, [argument]);
          const { cmi } = api.renderCMIToJSONObject();
          if (typeof cmi === 'object' && cmi !== null) saved = { ...cmi };
          return answer;
        });
      }
      return { [legacy ? 'API' : 'API_1484_11']: api };
    },
  };
  return lms;
}

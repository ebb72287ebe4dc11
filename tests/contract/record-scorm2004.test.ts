import { createScorm2004Record } from '../../src/record/adapters/scorm2004.ts';
import { createAgainLms } from '../support/lms/again-lms.ts';
import { createStrictLms, type Launch } from '../support/lms/strict-lms.ts';
import { countingIds, fakeTime, TABLE } from '../support/record.ts';
import { recordContract } from './record.contract.ts';

for (const failure of ['refuses', 'throws'] as const) {
  recordContract(`a strict LMS whose commit ${failure}`, () => {
    const lms = createStrictLms('scorm2004');
    const ids = countingIds();
    const launches: Launch[] = [];
    return {
      session() {
        const launch = lms.launch();
        launches.push(launch);
        return createScorm2004Record({ table: TABLE, win: launch.win, ids, ...fakeTime() });
      },
      fail(failing) {
        lms.network = failing ? failure : 'up';
      },
      complaints: () => launches.flatMap(({ errors }) => errors),
    };
  });
}

recordContract('scorm-again', () => {
  const lms = createAgainLms('scorm2004');
  const ids = countingIds();
  return {
    session: () => createScorm2004Record({ table: TABLE, win: lms.launch(), ids, ...fakeTime() }),
    fail(failing) {
      lms.down = failing;
    },
  };
});

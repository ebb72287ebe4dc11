import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACTIVE_FOR_MS,
  actAt,
  beginStudy,
  LOOK_EVERY_MS,
  lookAt,
  type StudyTime,
  takeSeconds,
} from '../../../src/learning/study-time.ts';

const at = (now: number, visible = true, mine = true) => ({ now, visible, mine });
const SECOND = 1000;

/** Looks every ten seconds until `end`. */
function sitStill(study: StudyTime, end: number): StudyTime {
  let state = study;
  for (let now = study.at + LOOK_EVERY_MS; now <= end; now += LOOK_EVERY_MS) state = lookAt(state, at(now));
  return state;
}

describe('the time studied', () => {
  it('is the time the page was seen', () => {
    const study = lookAt(beginStudy(at(0)), at(7 * SECOND));
    expect(study.milliseconds).toBe(7 * SECOND);
  });

  it('ends a minute after the last thing done, and goes on with the next', () => {
    const still = sitStill(beginStudy(at(0)), 600 * SECOND);
    expect(still.milliseconds).toBe(ACTIVE_FOR_MS);
    const back = actAt(still, at(605 * SECOND));
    expect(lookAt(back, at(610 * SECOND)).milliseconds).toBe(ACTIVE_FOR_MS + 5 * SECOND);
  });

  it('counts up to the moment the page is hidden, and nothing while it is', () => {
    const hidden = lookAt(beginStudy(at(0)), at(4 * SECOND, false));
    const shown = lookAt(hidden, at(9 * SECOND, true));
    expect(hidden.milliseconds).toBe(4 * SECOND);
    expect(shown.milliseconds).toBe(4 * SECOND);
    expect(lookAt(shown, at(10 * SECOND)).milliseconds).toBe(5 * SECOND);
  });

  it('takes from a device that slept, or a clock that jumped, no more than the time between two looks', () => {
    expect(lookAt(beginStudy(at(0)), at(9_999_999_999)).milliseconds).toBe(LOOK_EVERY_MS);
    expect(lookAt(beginStudy(at(1_000_000)), at(5)).milliseconds).toBe(0);
  });

  it('gives whole seconds to the store and keeps the rest', () => {
    const { seconds, rest } = takeSeconds(lookAt(beginStudy(at(0)), at(2_750)));
    expect(seconds).toBe(2);
    expect(rest.milliseconds).toBe(750);
  });
});

type Step = {
  readonly page: number;
  readonly does: 'look' | 'act' | 'hide' | 'show';
  readonly after: number;
};
const step: fc.Arbitrary<Step> = fc.record({
  page: fc.nat({ max: 2 }),
  does: fc.constantFrom('look' as const, 'act' as const, 'hide' as const, 'show' as const),
  // Also a clock that stands still, runs back, or jumps.
  after: fc.oneof(fc.nat({ max: 40_000 }), fc.integer({ min: -5_000, max: 500_000 })),
});

describe('whatever happens in several pages of one device', () => {
  it('they never count less than nothing, nor together more than has passed', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let now = 0;
        let passed = 0;
        let turn = 0;
        const visible = [true, true, true];
        const look = (page: number) => ({ now, visible: visible[page] ?? false, mine: turn === page });
        let pages = [0, 1, 2].map((page) => beginStudy(look(page)));
        for (const { page, does, after } of steps) {
          now += after;
          passed += Math.max(0, after);
          if (does === 'hide' || does === 'show') visible[page] = does === 'show';
          const before = pages[page] ?? beginStudy(look(page));
          const next = does === 'act' ? actAt(before, look(page)) : lookAt(before, look(page));
          if (does === 'act') turn = page;
          expect(next.milliseconds).toBeGreaterThanOrEqual(before.milliseconds);
          pages = pages.map((each, i) => (i === page ? next : each));
        }
        const total = pages.reduce((sum, each) => sum + each.milliseconds, 0);
        expect(total).toBeLessThanOrEqual(passed);
      }),
      { numRuns: 2000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choose,
  type DilemmaPlan,
  type Effects,
  goBackTo,
  pathOf,
  restart,
  startWalk,
  stateOf,
  stepsOf,
  sumEffects,
  type Walk,
} from '../../../src/learning/dilemma.ts';

const effects = fc.record({
  trust: fc.integer({ min: -3, max: 3 }),
  safety: fc.integer({ min: -3, max: 3 }),
  fairness: fc.integer({ min: -3, max: 3 }),
});

/** Scenes s0…s5 with choices to any of them, so also in circles; s6 and s7 are ends. */
const plans: fc.Arbitrary<DilemmaPlan> = fc
  .array(
    fc.record({
      effects: fc.option(effects, { nil: undefined }),
      to: fc.array(fc.nat(7), { minLength: 2, maxLength: 4 }),
    }),
    {
      minLength: 8,
      maxLength: 8,
    },
  )
  .map((scenes) => ({
    start: 's0',
    scenes: Object.fromEntries(
      scenes.map(({ effects: own, to }, i) => [
        `s${i}`,
        i < 6
          ? { effects: own, choices: to.map((goal, n) => ({ id: `c${n}`, goto: `s${goal}` })) }
          : { effects: own, end: {} },
      ]),
    ),
  }));

/** What a learner may do: take the n-th choice, go back to the n-th step, begin again, come back later. */
const moves = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ what: fc.constant('take' as const), n: fc.nat(3) }) },
    fc.record({
      what: fc.constantFrom('back' as const, 'restart' as const, 'reload' as const),
      n: fc.nat(9),
    }),
  ),
  { maxLength: 40 },
);

function move(plan: DilemmaPlan, walk: Walk, what: string, n: number): Walk {
  if (what === 'back') return goBackTo(walk, n);
  if (what === 'restart') return restart(plan, walk);
  if (what === 'reload') return startWalk(plan, stateOf(walk), pathOf(walk));
  const choices = plan.scenes[walk.scene]?.choices ?? [];
  const choice = choices[n % Math.max(1, choices.length)];
  return choice ? choose(plan, walk, choice.id) : walk;
}

const none: Effects = { trust: 0, safety: 0, fairness: 0 };
const plus = (a: Effects, b: Effects = none): Effects => ({
  trust: a.trust + b.trust,
  safety: a.safety + b.safety,
  fairness: a.fairness + b.fairness,
});

describe('any walk, with going back, beginning again and coming back later', () => {
  it('adds up the scenes of its path, and each step what its own scene did', () => {
    fc.assert(
      fc.property(plans, moves, (plan, made) => {
        let walk = startWalk(plan);
        for (const { what, n } of made) {
          walk = move(plan, walk, what, n);
          expect(walk.fromStart).toBe(true);
          const entered = [...walk.path.map(({ scene }) => scene), walk.scene];
          expect(entered[0]).toBe(plan.start);
          const sum = entered.reduce((total, scene) => plus(total, plan.scenes[scene]?.effects), none);
          expect(sumEffects(plan, walk)).toEqual(sum);
          const steps = stepsOf(plan, walk).reduce(
            (total, step) => plus(total, step.effects),
            plan.scenes[plan.start]?.effects ?? none,
          );
          expect(steps).toEqual(sum);
        }
      }),
    );
  });

  it('is the same walk after a reload, and loses no end', () => {
    fc.assert(
      fc.property(plans, moves, (plan, made) => {
        let walk = startWalk(plan);
        for (const { what, n } of made) {
          const before = walk.ends;
          walk = move(plan, walk, what, n);
          expect(walk.ends).toEqual(expect.arrayContaining([...before]));
          expect(startWalk(plan, stateOf(walk), pathOf(walk))).toEqual(walk);
        }
      }),
    );
  });

  it('takes any stored path and state, whatever the content has become, and follows it as far as it goes', () => {
    const ids = fc.constantFrom('c0', 'c1', 'c2', 'c3', 'gone', '__proto__');
    fc.assert(
      fc.property(plans, fc.array(ids), fc.constantFrom('s0', 's3', 's7', 'gone'), (plan, choices, scene) => {
        const walk = startWalk(plan, { scene, ends: ['s7', 's1', 'gone'] }, { choices });
        expect(plan.scenes[walk.scene]).toBeDefined();
        expect(choices.slice(0, walk.path.length)).toEqual(walk.path.map(({ choice }) => choice));
        for (const end of walk.ends) expect(plan.scenes[end]?.end).toBeDefined();
        if (walk.path.length > 0) expect(walk.fromStart).toBe(true);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import {
  choose,
  type DilemmaPlan,
  goBack,
  goBackTo,
  pathOf,
  restart,
  startWalk,
  stateOf,
  sumEffects,
} from '../../../src/learning/dilemma.ts';

const PLAN: DilemmaPlan = {
  start: 'counter',
  scenes: {
    counter: {
      choices: [
        { id: 'take-it', goto: 'owed' },
        { id: 'ask', goto: 'end-open' },
      ],
    },
    owed: { effects: { trust: -1, safety: 0, fairness: -2 }, choices: [{ id: 'tell', goto: 'end-late' }] },
    'end-open': { effects: { trust: 2, safety: -1, fairness: 1 }, end: { kind: 'good' } },
    'end-late': { effects: { trust: 1, safety: -1, fairness: 0 }, end: { kind: 'mixed' } },
  },
};

describe('a walk through a dilemma', () => {
  const late = ['take-it', 'tell'].reduce((walk, id) => choose(PLAN, walk, id), startWalk(PLAN));

  it('follows choices to an end and remembers the end', () => {
    expect(late.scene).toBe('end-late');
    expect(late.ends).toEqual(['end-late']);
  });

  it('adds up what the scenes entered did', () => {
    expect(sumEffects(PLAN, startWalk(PLAN))).toEqual({ trust: 0, safety: 0, fairness: 0 });
    expect(sumEffects(PLAN, late)).toEqual({ trust: 0, safety: -1, fairness: -2 });
  });

  it('takes back a step and its effects, but no end', () => {
    const back = goBack(late);
    expect(back.scene).toBe('owed');
    expect(sumEffects(PLAN, back)).toEqual({ trust: -1, safety: 0, fairness: -2 });
    expect(back.ends).toEqual(['end-late']);
    expect(goBack(startWalk(PLAN))).toEqual(startWalk(PLAN));
  });

  it('begins again with the ends collected so far', () => {
    const again = choose(PLAN, restart(PLAN, late), 'ask');
    expect(again.ends).toEqual(['end-late', 'end-open']);
    expect(again.path).toHaveLength(1);
    expect(choose(PLAN, restart(PLAN, again), 'ask').ends).toEqual(['end-late', 'end-open']);
  });

  it('refuses a choice that the scene does not offer', () => {
    expect(() => choose(PLAN, startWalk(PLAN), 'tell')).toThrow(RangeError);
    expect(() => choose(PLAN, late, 'tell')).toThrow('scene end-late has no choice tell');
  });

  it('stores the scene and the ends and no path', () => {
    expect(stateOf(late)).toEqual({ scene: 'end-late', ends: ['end-late'] });
    expect(JSON.stringify(stateOf(late))).not.toContain('take-it');
  });

  it('goes on where it was left, saying that its beginning is unknown', () => {
    const resumed = startWalk(PLAN, { scene: 'owed', ends: ['end-open'] });
    expect(resumed).toEqual({ scene: 'owed', path: [], fromStart: false, ends: ['end-open'] });
    expect(restart(PLAN, resumed).fromStart).toBe(true);
  });

  it('goes on with its path on the device that has it, and without it elsewhere', () => {
    expect(startWalk(PLAN, stateOf(late), pathOf(late))).toEqual(late);
    expect(startWalk(PLAN, stateOf(late))).toMatchObject({ scene: 'end-late', path: [], fromStart: false });
  });

  it('keeps no path whose beginning it does not know', () => {
    const resumed = startWalk(PLAN, { scene: 'owed', ends: [] });
    expect(pathOf(choose(PLAN, resumed, 'tell'))).toEqual({ choices: [] });
  });

  it('does not take the path of an older walk for the way to where another device stands', () => {
    const elsewhere = startWalk(PLAN, { scene: 'end-open', ends: ['end-open'] }, { choices: ['take-it'] });
    expect(elsewhere).toMatchObject({ scene: 'end-open', path: [], fromStart: false });
    expect(startWalk(PLAN, { scene: 'counter', ends: [] }, { choices: ['take-it'] })).toEqual(
      startWalk(PLAN),
    );
  });

  it('stands at the last known step when a choice of the stored path is gone', () => {
    const cut = startWalk(
      PLAN,
      { scene: 'end-late', ends: ['end-late'] },
      { choices: ['take-it', 'gone', 'tell'] },
    );
    expect(cut).toEqual({
      scene: 'owed',
      path: [{ scene: 'counter', choice: 'take-it' }],
      fromStart: true,
      ends: ['end-late'],
    });
  });

  it('goes back to any earlier choice', () => {
    expect(goBackTo(late, 0)).toMatchObject({ scene: 'counter', path: [], ends: ['end-late'] });
    expect(goBackTo(late, 1)).toEqual(goBack(late));
    expect(goBackTo(late, 2)).toBe(late);
  });

  it('begins anew when the stored scene is gone, keeping the ends that still exist', () => {
    expect(startWalk(PLAN, { scene: '', ends: ['end-open', 'end-gone'] })).toEqual({
      scene: 'counter',
      path: [],
      fromStart: true,
      ends: ['end-open'],
    });
  });
});

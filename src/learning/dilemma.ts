import type { DilemmaState, PathState } from './types.ts';

export interface Effects {
  readonly trust: number;
  readonly safety: number;
  readonly fairness: number;
}

/** What a walk needs to know of a dilemma; a `Dilemma` of the curriculum has this shape. */
export interface DilemmaPlan {
  readonly start: string;
  readonly scenes: Readonly<
    Record<
      string,
      {
        readonly effects?: Effects | undefined;
        readonly choices?: readonly { readonly id: string; readonly goto: string }[] | undefined;
        readonly end?: object | undefined;
      }
    >
  >;
}

/** A learner's way through a dilemma. An LMS keeps the scene and the ends (`stateOf`), the device the path (`pathOf`). */
export interface Walk {
  readonly scene: string;
  /** Steps that led here, oldest first; only those made since, where the beginning is unknown. */
  readonly path: readonly { readonly scene: string; readonly choice: string }[];
  /** False after a restore in the middle on a device that does not have the path. */
  readonly fromStart: boolean;
  readonly ends: readonly string[];
}

const NO_EFFECTS: Effects = { trust: 0, safety: 0, fairness: 0 };

/**
 * Begins at the first scene, or where the stored state stands; a scene that is gone means the first one. A stored path
 * that leads to that scene is taken up again. One that no longer fits the content is cut at the last known step, and
 * the walk stands there; one that leads elsewhere belongs to an older walk than the state, and is not used.
 */
export function startWalk(plan: DilemmaPlan, state?: DilemmaState, stored?: PathState): Walk {
  const ends = (state?.ends ?? []).filter((id) => plan.scenes[id]?.end);
  const scene = state && plan.scenes[state.scene] ? state.scene : plan.start;
  const known = replay(plan, ends, stored?.choices ?? []);
  const cut = known.path.length < (stored?.choices.length ?? 0);
  if (known.path.length > 0 && (cut || known.scene === scene)) return known;
  return { scene, path: [], fromStart: scene === plan.start, ends };
}

function replay(plan: DilemmaPlan, ends: readonly string[], choices: readonly string[]): Walk {
  let walk: Walk = { scene: plan.start, path: [], fromStart: true, ends };
  for (const choice of choices) {
    if (targetOf(plan, walk.scene, choice) === undefined) break;
    walk = choose(plan, walk, choice);
  }
  return walk;
}

/** Takes a choice of the current scene. Throws a RangeError for one that the scene does not offer. */
export function choose(plan: DilemmaPlan, walk: Walk, choice: string): Walk {
  const goto = targetOf(plan, walk.scene, choice);
  if (goto === undefined) throw new RangeError(`scene ${walk.scene} has no choice ${choice}`);
  const reached = plan.scenes[goto]?.end !== undefined && !walk.ends.includes(goto);
  return {
    ...walk,
    scene: goto,
    path: [...walk.path, { scene: walk.scene, choice }],
    ends: reached ? [...walk.ends, goto] : walk.ends,
  };
}

function targetOf(plan: DilemmaPlan, scene: string, choice: string): string | undefined {
  const goto = plan.scenes[scene]?.choices?.find(({ id }) => id === choice)?.goto;
  return goto !== undefined && plan.scenes[goto] ? goto : undefined;
}

/** Back to the scene before step `n` of the known path, counted from 0; without such a step, the same walk. Ends once reached stay reached. */
export function goBackTo(walk: Walk, n: number): Walk {
  const step = walk.path[n];
  return step ? { ...walk, scene: step.scene, path: walk.path.slice(0, n) } : walk;
}

/** One step back along the known path. */
export function goBack(walk: Walk): Walk {
  return goBackTo(walk, walk.path.length - 1);
}

export function restart(plan: DilemmaPlan, walk: Walk): Walk {
  return { scene: plan.start, path: [], fromStart: true, ends: walk.ends };
}

export interface Step {
  readonly scene: string;
  readonly choice: string;
  /** The scene it led to, and what that did. */
  readonly goto: string;
  readonly effects: Effects;
}

/** The known path with what each choice led to. */
export function stepsOf(plan: DilemmaPlan, walk: Walk): Step[] {
  return walk.path.map(({ scene, choice }, n) => {
    const goto = walk.path[n + 1]?.scene ?? walk.scene;
    return { scene, choice, goto, effects: plan.scenes[goto]?.effects ?? NO_EFFECTS };
  });
}

/** What the scenes entered on this walk add up to. It is the whole story only while `walk.fromStart`. */
export function sumEffects(plan: DilemmaPlan, walk: Walk): Effects {
  const first = walk.path[0]?.scene ?? walk.scene;
  return stepsOf(plan, walk).reduce(
    (sum, { effects }) => add(sum, effects),
    plan.scenes[first]?.effects ?? NO_EFFECTS,
  );
}

function add(a: Effects, b: Effects): Effects {
  return { trust: a.trust + b.trust, safety: a.safety + b.safety, fairness: a.fairness + b.fairness };
}

/** All that an LMS may know of a walk. */
export function stateOf(walk: Walk): DilemmaState {
  return { scene: walk.scene, ends: walk.ends };
}

/** What stays on the device; a path whose beginning is unknown is none. */
export function pathOf(walk: Walk): PathState {
  return { choices: walk.fromStart ? walk.path.map(({ choice }) => choice) : [] };
}

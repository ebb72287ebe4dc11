import type { DilemmaState } from './types.ts';

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

/** A learner's way through a dilemma. The path lives in the page only: stored are the scene and the ends (`stateOf`). */
export interface Walk {
  readonly scene: string;
  /** Steps that led here, oldest first; after a restore only those made since. */
  readonly path: readonly { readonly scene: string; readonly choice: string }[];
  /** False after a restore in the middle: what happened before is not stored. */
  readonly fromStart: boolean;
  readonly ends: readonly string[];
}

/** Begins at the first scene, or where the stored state stands; a scene that is gone means the first one. */
export function startWalk(plan: DilemmaPlan, state?: DilemmaState): Walk {
  const ends = (state?.ends ?? []).filter((id) => plan.scenes[id]?.end);
  const scene = state && plan.scenes[state.scene] ? state.scene : plan.start;
  return { scene, path: [], fromStart: scene === plan.start, ends };
}

/** Takes a choice of the current scene. Throws a RangeError for one that the scene does not offer. */
export function choose(plan: DilemmaPlan, walk: Walk, choice: string): Walk {
  const goto = plan.scenes[walk.scene]?.choices?.find(({ id }) => id === choice)?.goto;
  const target = goto === undefined ? undefined : plan.scenes[goto];
  if (goto === undefined || !target) throw new RangeError(`scene ${walk.scene} has no choice ${choice}`);
  const reached = target.end !== undefined && !walk.ends.includes(goto);
  return {
    ...walk,
    scene: goto,
    path: [...walk.path, { scene: walk.scene, choice }],
    ends: reached ? [...walk.ends, goto] : walk.ends,
  };
}

/** One step back along the known path; without one, the same walk. Ends once reached stay reached. */
export function goBack(walk: Walk): Walk {
  const last = walk.path[walk.path.length - 1];
  return last ? { ...walk, scene: last.scene, path: walk.path.slice(0, -1) } : walk;
}

export function restart(plan: DilemmaPlan, walk: Walk): Walk {
  return { scene: plan.start, path: [], fromStart: true, ends: walk.ends };
}

/** What the scenes entered on this walk add up to. It is the whole story only while `walk.fromStart`. */
export function sumEffects(plan: DilemmaPlan, walk: Walk): Effects {
  let sum: Effects = { trust: 0, safety: 0, fairness: 0 };
  for (const scene of [...walk.path.map((step) => step.scene), walk.scene]) {
    const own = plan.scenes[scene]?.effects;
    if (!own) continue;
    sum = {
      trust: sum.trust + own.trust,
      safety: sum.safety + own.safety,
      fairness: sum.fairness + own.fairness,
    };
  }
  return sum;
}

/** All that is stored of a walk. */
export function stateOf(walk: Walk): DilemmaState {
  return { scene: walk.scene, ends: walk.ends };
}

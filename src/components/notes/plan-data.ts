/** What `MyPlan.astro` writes into the page: the reflections of each module, in the order of its lessons. */
export interface PlanData {
  readonly modules: readonly {
    readonly id: string;
    readonly title: string;
    readonly notes: readonly PlanNote[];
  }[];
}

export interface PlanNote {
  readonly id: string;
  readonly plan: boolean;
  readonly prompt: string;
  readonly lesson: string;
  readonly href: string;
  /** Of prompt and lesson, where it is not the page's own. */
  readonly lang: string | null;
}

import type { Work } from './decisions.ts';

/** Keeps the work in this browser, as far as the browser lets it. */
export class Store {
  readonly #key: string;

  constructor(copy: string) {
    this.#key = `review:${copy}`;
  }

  read(): Work | undefined {
    try {
      const value: unknown = JSON.parse(localStorage.getItem(this.#key) ?? 'null');
      return isWork(value) ? value : undefined;
    } catch {
      return undefined;
    }
  }

  /** Says whether it is kept; some browsers refuse storage to files, or are full. */
  write(work: Work): boolean {
    try {
      localStorage.setItem(this.#key, JSON.stringify(work));
      return true;
    } catch {
      return false;
    }
  }
}

function isWork(value: unknown): value is Work {
  if (typeof value !== 'object' || value === null) return false;
  const work = value as Partial<Work>;
  return typeof work.by === 'string' && typeof work.decisions === 'object' && work.decisions !== null;
}

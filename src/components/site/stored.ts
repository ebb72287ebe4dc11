import { namesIn, type Store, storesOf } from './erase-stored.ts';

/** Of the stored form; beside the records stand the language, the name of the device, the search key's state and how one reads. */
const FORM = 'sog/1/';

export interface Stored {
  /** Entries of a learning record, by module. */
  readonly modules: ReadonlyMap<string, number>;
  readonly language: string | undefined;
  readonly device: string | undefined;
  /** "off" once the reader turned the key "/" off. */
  readonly searchKey: string | undefined;
  /** Choices of reading help, as stored. */
  readonly reading: string | undefined;
  /** Names that were typed for a record of completion; in a package, one for each learner. */
  readonly names: readonly string[];
  /** Whether a page has noted that it counts the time studied. */
  readonly studying: boolean;
  /** How many other entries there are. */
  readonly others: number;
}

const SINGLE = ['language', 'device', 'search-key', 'reading', 'studying'];

/** What this site has stored; undefined where the browser blocks it. */
export function stored(win: Window): Stored | undefined {
  try {
    return readStored(storesOf(win));
  } catch {
    return undefined;
  }
}

function readStored(stores: readonly Store[]): Stored {
  const modules = new Map<string, number>();
  const single = new Map<string, string>();
  const names: string[] = [];
  let others = 0;
  for (const store of stores) {
    for (const name of namesIn(store)) {
      const [module = '', ...rest] = name.startsWith(FORM) ? name.slice(FORM.length).split('/') : [];
      if (rest.length > 0) modules.set(module, (modules.get(module) ?? 0) + 1);
      else if (SINGLE.includes(module)) single.set(module, store.getItem(name) ?? '');
      else if (/^name(?:@|$)/.test(module)) names.push(store.getItem(name) ?? '');
      else others += 1;
    }
  }
  return {
    modules,
    language: single.get('language'),
    device: single.get('device'),
    searchKey: single.get('search-key'),
    reading: single.get('reading'),
    names,
    studying: single.has('studying'),
    others,
  };
}

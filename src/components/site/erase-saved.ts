import { tellWorker } from '../../offline/messages.ts';
import { letGoOfAll } from '../../offline/shelf.ts';
import { siteBase } from './base.ts';

const container = (): ServiceWorkerContainer | undefined =>
  'serviceWorker' in navigator ? navigator.serviceWorker : undefined;

/** Removes every saved module and takes the worker off. @returns false if the browser did not allow it. */
export async function eraseSaved(): Promise<boolean> {
  // A page opened from a disk has no worker and no caches: nothing can have been saved.
  if (location.protocol === 'file:') return true;
  const base = siteBase();
  try {
    const registration = await container()?.getRegistration(base);
    await registration?.unregister();
    return typeof caches === 'object' ? await letGoOfAll({ caches, base }) : true;
  } catch {
    return false;
  }
}

/** Leaves it to the worker, which goes on when this page is gone. */
export function eraseSavedBehind(): void {
  tellWorker('erase', siteBase(), container());
}

/** What pages tell the worker. `changed`: something was saved or let go of; `erase`: nothing may stay. */
export type Told = 'changed' | 'erase';

/** Tells the site's worker, if there is one; at once where it controls the page, which may be about to go. */
export function tellWorker(what: Told, base: string, container: ServiceWorkerContainer | undefined): void {
  if (container?.controller) container.controller.postMessage(what);
  else void container?.getRegistration(base).then((found) => found?.active?.postMessage(what));
}

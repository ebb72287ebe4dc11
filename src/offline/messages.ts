/** What pages tell the worker. `changed`: something was saved or let go of; `erase`: nothing may stay. */
export type Told = 'changed' | 'erase';

/** Tells the site's worker, if there is one. */
export function tellWorker(what: Told, base: string, container: ServiceWorkerContainer | undefined): void {
  void container?.getRegistration(base).then((registration) => registration?.active?.postMessage(what));
}

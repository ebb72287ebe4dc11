/** The part of the service worker's world that is used here; the compiler's own library for it excludes the DOM's. */
export interface WorkerScope {
  readonly caches: CacheStorage;
  readonly clients: {
    get(id: string): Promise<WorkerClient | undefined>;
    matchAll(options: {
      readonly type: 'window';
      readonly includeUncontrolled: boolean;
    }): Promise<readonly WorkerClient[]>;
    claim(): Promise<void>;
  };
  readonly registration: ServiceWorkerRegistration;
  readonly location: Location;
  skipWaiting(): Promise<void>;
  fetch(request: Request): Promise<Response>;
  addEventListener(type: 'install' | 'activate', listener: (event: WaitingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: AnsweringEvent) => void): void;
  addEventListener(type: 'message', listener: (event: ToldEvent) => void): void;
}

export interface WorkerClient {
  readonly id: string;
  readonly url: string;
}

export interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface AnsweringEvent extends WaitingEvent {
  readonly request: Request;
  /** Of the page that asks, and of the page that a navigation will make; empty where there is none. */
  readonly clientId: string;
  readonly resultingClientId: string;
  respondWith(answer: Promise<Response>): void;
}

export interface ToldEvent extends WaitingEvent {
  readonly data: unknown;
}

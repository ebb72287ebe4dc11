import type { StoredRecord } from '../protocol.ts';
import { recordUrl } from '../protocol.ts';

/**
 * Sends a record as Moodle does: a synchronous request, so that the SCO's call answers for it; where the browser
 * forbids that while a page goes away, a beacon, whose fate nobody learns.
 */
export function keepOnServer(file: string, learner: string, record: StoredRecord): boolean {
  const url = recordUrl(file, learner);
  const body = JSON.stringify(record);
  try {
    const request = new XMLHttpRequest();
    request.open('POST', url, false);
    request.setRequestHeader('content-type', 'application/json');
    request.send(body);
    return request.status === 200;
  } catch {
    return navigator.sendBeacon(url, body);
  }
}

export async function loadRecord(file: string, learner: string): Promise<StoredRecord | null> {
  const response = await fetch(recordUrl(file, learner), { cache: 'no-store' });
  return (await response.json()) as StoredRecord | null;
}

export async function eraseRecord(file: string, learner: string): Promise<void> {
  await fetch(recordUrl(file, learner), { method: 'DELETE' });
}

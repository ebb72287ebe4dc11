import { pageLang } from '../session/session-data.ts';
import { followChoices } from './apply.ts';
import { offerReading } from './button.ts';
import type { ReadingWords } from './words.ts';

/** On the site: the words come after the page; without them there is no button, and what was chosen holds. */
export async function startReading(): Promise<void> {
  followChoices();
  const place = document.querySelector<HTMLElement>('[data-reading-place]');
  if (!place) return;
  try {
    const answer = await fetch(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/${pageLang()}/reading.json`);
    if (answer.ok) offerReading(place, (await answer.json()) as ReadingWords);
  } catch {
    // No connection: the page reads as it is.
  }
}

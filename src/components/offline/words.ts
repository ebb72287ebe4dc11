import type { Lang } from '../../curriculum/schema/common.ts';
import { type MessageKey, messagesFor } from '../../i18n/t.ts';

/** The messages the controls speak; printed into pages that have controls. */
const SPOKEN = [
  'offline.save',
  'offline.continue',
  'offline.update',
  'offline.stop',
  'offline.remove',
  'offline.remove.question',
  'offline.remove.yes',
  'offline.remove.no',
  'offline.state.none',
  'offline.state.begun',
  'offline.state.saving',
  'offline.state.saved',
  'offline.state.update',
  'offline.state.unreachable',
  'offline.told.saved',
  'offline.told.removed',
  'offline.failed.stopped',
  'offline.failed.offline',
  'offline.failed.changed',
  'offline.failed.full',
  'offline.failed.blocked',
  'offline.failed.failed',
  'offline.unsupported',
] as const satisfies readonly MessageKey[];

export type OfflineKey = (typeof SPOKEN)[number];
export type OfflineWords = Readonly<Record<OfflineKey, string>>;

export const offlineWords = (lang: Lang) => messagesFor(lang, SPOKEN);

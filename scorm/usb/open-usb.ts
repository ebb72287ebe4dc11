import type { Opener } from '../../src/components/session/session.ts';
import { openBrowserRecord } from '../../src/record/open-browser.ts';
import { keeps } from './keeps.ts';

/**
 * The record of a module opened from a stick: in this browser. One that takes writes and forgets them is told from the
 * start like one that refuses; what it still holds from earlier is shown all the same.
 */
export const openUsbRecord: Opener = async ({ plan, renamed, table }) => {
  const names = renamed ?? table?.renamed;
  const opened = await openBrowserRecord({
    module: plan.module,
    win: window,
    ...(names && { renamed: names }),
  });
  const told = opened.notices.includes('storage-blocked');
  if (told || keeps(window)) return opened;
  return { ...opened, notices: [...opened.notices, 'storage-blocked'] };
};

import type { Opener } from '../../src/components/session/session.ts';
import { openBrowserRecord } from '../../src/record/open-browser.ts';
import { openScorm12Record } from '../../src/record/open-scorm12.ts';
import { openScorm2004Record } from '../../src/record/open-scorm2004.ts';

/**
 * Opens the record that `data-record` names: packages of different standards differ in this attribute alone, so that
 * no package ever has to guess which API is meant.
 */
export const openPackageRecord: Opener = ({ plan, table }) => {
  const options = { module: plan.module, win: window, ...(table && { table }) };
  switch (document.documentElement.dataset['record']) {
    case 'scorm12':
      return openScorm12Record(options);
    case 'scorm2004':
      return openScorm2004Record(options);
    default:
      return openBrowserRecord(options);
  }
};

import { startEarly } from './cmi/early.ts';

// First inline classic script in the head of a SCORM 2004 package.
startEarly(window, 'scorm2004', () => performance.now());

import { startEarly } from './cmi/early.ts';

// First inline classic script in the head of a SCORM 1.2 package.
startEarly(window, 'scorm12', () => performance.now());

import type { Allowed } from './browsers.ts';

/** Newer features that a script tests for in a way the check does not see. */
export const ALLOWED: readonly Allowed[] = [];

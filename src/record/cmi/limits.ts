/** SCORM 1.2 RTE 3.4.4: suspend_data is a CMIString4096, lesson_location a CMIString255. */
export const STATE_CHARS_12 = 4096;
export const LOCATION_CHARS_12 = 255;
/** SCORM 2004 4th Edition RTE 4.2: smallest permitted maximum of suspend_data and location. */
export const STATE_CHARS_2004 = 64_000;
export const LOCATION_CHARS_2004 = 1000;
/** Interactions' descriptions: 250 characters in every edition of SCORM 2004. */
export const DESCRIPTION_CHARS = 250;
/** Beyond this, answers are kept in the state only. */
export const INTERACTIONS_MAX = 200;
/** Calls for one checked answer, its commit included. */
export const CALLS_PER_ANSWER = 12;
/** The place is written this long after it stopped changing. */
export const PLACE_DELAY_MS = 1000;

/**
 * Encoded bytes of interactions in SCORM 2004. Moodle resends everything with every commit, and what is sent on
 * leaving shares 64 KiB (fetch specification, keepalive): 32 KiB for all, less the state and the rest.
 */
export const INTERACTION_BYTES_2004 = 27 * 1024;
/** The part of it that descriptions may take; they go first. Khmer takes nine encoded bytes a character. */
export const DESCRIPTION_BYTES_2004 = 8 * 1024;
/** What an interaction of an earlier session is taken to weigh. */
export const BYTES_PER_INTERACTION = 420;

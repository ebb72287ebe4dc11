/** Snapshot ⇄ suspend data: the encoded form of what a learner did (see codec-format.ts). */
export { type CodecProblem, type Decoded, decode } from './codec-read.ts';
export { encode } from './codec-write.ts';
export { type IdTable, idTable } from './id-table.ts';

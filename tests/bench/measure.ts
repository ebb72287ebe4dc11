import { readFileSync, writeFileSync } from 'node:fs';

/** Loaded before a measured process (`node --import`): on exit writes what it used to the file BENCH_REPORT names. */
export interface Used {
  readonly seconds: number;
  /** Of the process, its threads, and the helpers it started and waited for (on Linux). */
  readonly userSeconds: number;
  /** Largest resident size of the process itself, helpers apart. */
  readonly peakBytes: number;
}

const TICKS_PER_SECOND = 100;
/** `cutime` in proc(5), counted after the name in brackets, which may hold spaces. */
const CHILDREN_USER_TICKS = 13;

const report = process.env['BENCH_REPORT'];
if (report !== undefined) {
  // Programs it starts must not overwrite the report.
  delete process.env['BENCH_REPORT'];
  const started = performance.now();
  process.on('exit', () => {
    const { userCPUTime, maxRSS } = process.resourceUsage();
    const used: Used = {
      seconds: (performance.now() - started) / 1000,
      userSeconds: userCPUTime / 1e6 + childrenSeconds(),
      peakBytes: maxRSS * 1024,
    };
    writeFileSync(report, JSON.stringify(used));
  });
}

function childrenSeconds(): number {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[CHILDREN_USER_TICKS]) / TICKS_PER_SECOND;
  } catch {
    return 0; // Not Linux.
  }
}

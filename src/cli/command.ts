import { fileURLToPath } from 'node:url';
import { NotWritten } from '../exchange/files.ts';

/** A command was given something it cannot do; the message says what to give instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Whether a module is the program that was started, and not one that a test imports. */
export function isMain(url: string): boolean {
  return process.argv[1] === fileURLToPath(url);
}

/** Runs a command with the arguments of the program, and ends with its code. */
export function run(command: Command): void {
  allowShortReading();
  process.exitCode = codeOf(command, process.argv.slice(2));
}

/** `npm run review | head` closes the pipe when it has read enough: no fault of the command, and nothing to report. */
function allowShortReading(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

export type Command = (args: string[]) => number;

/** The code a command ends with; of a misuse it is 2, and its message is printed. */
export function codeOf(command: Command, args: string[]): number {
  try {
    return command(args);
  } catch (error) {
    return codeOfMisuse(error);
  }
}

/** The same for a command that has to wait for something. */
export async function runWaiting(command: (args: string[]) => Promise<number>): Promise<void> {
  allowShortReading();
  process.exitCode = await command(process.argv.slice(2)).catch(codeOfMisuse);
}

function codeOfMisuse(error: unknown): number {
  if (!isMisuse(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  return 2;
}

/** Also what `parseArgs` says of an option that it does not know. */
function isMisuse(error: unknown): error is Error {
  if (error instanceof UsageError || error instanceof NotWritten) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** Today where the command runs, as `2026-11-22`. */
export function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Rows of cells as a table whose columns line up, with a line under the first row. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  const line = (row: readonly string[]): string =>
    widths
      .map((width, i) => (row[i] ?? '').padEnd(width))
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = rows;
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)].join('\n');
}

/** One thing about the built site that breaks a promise: the file, what was measured or found, what is allowed. */
export interface BuiltFault {
  /** Path inside the built site, with `/`; `zip!path` for a file in a package. */
  readonly file: string;
  readonly found: string;
  readonly allowed: string;
}

export function faultLine({ file, found, allowed }: BuiltFault): string {
  return `${file}: ${found}; ${allowed}`;
}

/** Ends the build. @throws Error with one line a fault, if there are any. */
export function failOn(what: string, faults: readonly BuiltFault[]): void {
  if (faults.length === 0) return;
  throw new Error(`${what}\n${faults.map((fault) => `  ${faultLine(fault)}`).join('\n')}`);
}

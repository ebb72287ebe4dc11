import type { PackageView } from './view.ts';

export type Severity = 'error' | 'warning';

/** Where a rule is broken and what stands there. */
export interface Hit {
  readonly file: string;
  /** 1-based, where it is known. */
  readonly line?: number;
  readonly found: string;
}

/** A rule for packages. `message` says what is wrong, `hint` how to mend it. */
export interface Rule<View = PackageView> {
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  readonly check: (view: View) => Iterable<Hit>;
}

export interface Finding extends Hit {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
}

export function rule<View = PackageView>(
  id: string,
  message: string,
  hint: string,
  check: (view: View) => Iterable<Hit>,
  severity: Severity = 'error',
): Rule<View> {
  return { id, severity, message, hint, check };
}

export function* apply<View>(rules: readonly Rule<View>[], view: View): Generator<Finding> {
  for (const { id, severity, message, hint, check } of rules) {
    for (const hit of check(view)) yield { rule: id, severity, message, hint, ...hit };
  }
}

/** What a reviewer decided of one passage. Texts are kept while another decision is tried. */
export interface Decision {
  decision?: 'accept' | 'change' | 'comment' | undefined;
  km?: string | undefined;
  en?: string | undefined;
  comment?: string | undefined;
}

export interface Work {
  by: string;
  /** By the number of the passage. */
  decisions: Record<string, Decision>;
}

/** What the page hands to its script, as JSON; hashes and keys go back into the file it saves. */
export interface CopyHead {
  readonly format: string;
  readonly project: string;
  readonly part: string;
  readonly role: string;
  readonly copy: string;
  readonly made: string;
  readonly langs: readonly ('km' | 'en')[];
  readonly passages: readonly {
    readonly n: number;
    readonly key: string;
    readonly base: object;
    readonly judged: boolean;
  }[];
  readonly words: Readonly<Record<string, string>>;
}

/** The file that goes back: a passage a line, and only what belongs to the decision. */
export function feedbackText(head: CopyHead, work: Work, saved: string): string {
  const rows = head.passages.map((passage) => {
    const { decision, km, en, comment } = work.decisions[passage.n] ?? {};
    const change =
      decision === 'change'
        ? { ...(km === undefined ? {} : { km }), ...(en === undefined ? {} : { en }) }
        : {};
    const note = decision === undefined || decision === 'accept' || !comment ? {} : { comment };
    return JSON.stringify({
      ...passage,
      ...(decision === undefined ? {} : { decision }),
      ...change,
      ...note,
    });
  });
  const { format, project, part, role, copy, made } = head;
  const top = JSON.stringify({
    format,
    version: 1,
    project,
    part,
    role,
    copy,
    made,
    saved,
    by: work.by.trim(),
  });
  return `${top.slice(0, -1)},"passages":[\n${rows.join(',\n')}\n]}\n`;
}

/** The work that a saved file holds, if it is one of this copy. */
export function workFrom(head: CopyHead, text: string): Work | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isSaved(value) || value.copy !== head.copy) return undefined;
    const decisions: Record<string, Decision> = {};
    for (const { n, decision, km, en, comment } of value.passages)
      decisions[n] = { decision, km, en, comment };
    return { by: value.by, decisions };
  } catch {
    return undefined;
  }
}

interface Saved {
  readonly copy: string;
  readonly by: string;
  readonly passages: readonly (Decision & { readonly n: number })[];
}

function isSaved(value: unknown): value is Saved {
  if (typeof value !== 'object' || value === null) return false;
  const saved = value as Partial<Saved>;
  return typeof saved.copy === 'string' && typeof saved.by === 'string' && Array.isArray(saved.passages);
}

/** Today where the reviewer is, as `2026-11-22`. */
export function day(now: Date): string {
  const two = (n: number): string => `0${n}`.slice(-2);
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

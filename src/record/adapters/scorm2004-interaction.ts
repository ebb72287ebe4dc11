import type { InteractionFields } from '../cmi/dialect.ts';
import { DESCRIPTION_CHARS } from '../cmi/limits.ts';
import { singleLine } from '../cmi/text.ts';
import { duration, timestamp } from '../cmi/time.ts';
import type { ResponseReport } from '../port.ts';

/** A checked response as SCORM 2004 4th Edition RTE 4.1.6 and 4.2.9 have it. */
export function interaction(report: ResponseReport, now: number): InteractionFields {
  const { type, response, pattern } = tell(report);
  const at = timestamp(now);
  const description = singleLine(report.prompt, DESCRIPTION_CHARS);
  return {
    required: [
      ['id', report.question],
      ['type', type],
      // An empty response is refused as one without its identifiers.
      ...(response ? [['learner_response', response] as const] : []),
      ['result', resultOf(report)],
    ],
    optional: [
      ...(pattern ? [['correct_responses.0.pattern', pattern] as const] : []),
      ['latency', duration(report.latency)],
      ...(at ? [['timestamp', at] as const] : []),
    ],
    description,
  };
}

interface Told {
  readonly type: string;
  readonly response: string;
  readonly pattern: string;
}

function tell({ type, options, correctOptions, correct }: ResponseReport): Told {
  const all = [...options, ...correctOptions];
  switch (type) {
    case 'numeric':
      return numeric(options[0] ?? '', correctOptions);
    case 'fill-in':
      // Of several accepted spellings, the one that was typed.
      return { type, response: options[0] ?? '', pattern: (correct ? options[0] : correctOptions[0]) ?? '' };
    case 'matching':
    case 'categorise':
      return { type: 'matching', response: tokens(options), pattern: tokens(correctOptions) };
    case 'ordering':
      return { type: 'sequencing', response: tokens(options), pattern: tokens(correctOptions) };
    default:
      return type === 'true-false' && all.every(isBinary)
        ? { type, response: options[0] ?? '', pattern: correctOptions[0] ?? '' }
        : { type: 'choice', response: tokens(options), pattern: tokens(correctOptions) };
  }
}

/**
 * Moodle takes five digits before the point in a number (scorm_13.js, CMIDecimal); a larger one, such as a sum in riel,
 * is told as what was filled in.
 */
function numeric(response: string, range: readonly string[]): Told {
  if ([response, ...range].every((number) => /^-?\d{1,5}(\.\d{1,18})?$/.test(number)))
    return { type: 'numeric', response, pattern: range.join('[:]') };
  return { type: 'fill-in', response, pattern: range[0] === range[1] ? (range[0] ?? '') : '' };
}

function isBinary(option: string): boolean {
  return option === 'true' || option === 'false';
}

/** Moodle takes [A-Za-z0-9_.] in identifiers of parts; an id never has "_" or "." of its own. */
function tokens(options: readonly string[]): string {
  return options.map((token) => token.replace(/-/g, '_').replace('.', '[.]')).join('[,]');
}

function resultOf({ correct, credit }: ResponseReport): string {
  if (correct) return 'correct';
  return credit === undefined ? 'incorrect' : (credit / 100).toFixed(2);
}

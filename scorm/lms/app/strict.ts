import type { Standard } from '../../manifest/standard.ts';

/** Why a strict LMS refuses a value, with the error code it gives. */
export interface Refusal {
  readonly code: string;
  readonly reason: string;
}

interface Limit {
  readonly element: RegExp;
  readonly accepts: RegExp;
  readonly reason: string;
}

const limit = (element: RegExp, accepts: RegExp, reason: string): Limit => ({ element, accepts, reason });

const INTERACTION = 'cmi\\.interactions\\.\\d+\\.';
const on = (rest: string): RegExp => new RegExp(`^${INTERACTION}${rest}$`);

/**
 * Limits of SCORM 1.2 RTE §3.4 as the strictest of Moodle (scormstandard on) and the specification applies them;
 * scorm-again takes more. A fraction of one digit is taken by Moodle and added wrongly, so it is refused too.
 */
const SCORM12: readonly Limit[] = [
  limit(/^cmi\.suspend_data$/, /^[\x20-\x7e\t\r\n]{0,4096}$/, 'at most 4096 ASCII characters'),
  limit(/^cmi\.core\.lesson_location$/, /^[\s\S]{0,255}$/, 'at most 255 characters'),
  limit(
    /^cmi\.core\.lesson_status$/,
    /^(passed|completed|failed|incomplete|browsed)$/,
    'a status that a SCO may set',
  ),
  limit(/^cmi\.core\.exit$/, /^(|suspend|time-out|logout)$/, '"", suspend, time-out or logout'),
  limit(/^cmi\.core\.score\.(raw|min|max)$/, /^(|100(\.0+)?|\d{1,2}(\.\d+)?)$/, '0 to 100'),
  limit(/^cmi\.core\.session_time$/, /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{2})?$/, 'HHHH:MM:SS.SS'),
  limit(/^cmi\.comments$/, /^[\s\S]{0,4096}$/, 'at most 4096 characters'),
  limit(/^cmi\.objectives\.\d+\.id$/, /^[\x21-\x7e]{1,255}$/, '1 to 255 ASCII characters without spaces'),
  limit(on('id'), /^[\x21-\x7e]{1,255}$/, '1 to 255 ASCII characters without spaces'),
  limit(
    on('type'),
    /^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/,
    'a type of 1.2',
  ),
  limit(on('result'), /^(correct|wrong|unanticipated|neutral|-?\d+(\.\d+)?)$/, 'a result of 1.2'),
  limit(on('time'), /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/, 'HH:MM:SS'),
  limit(on('latency'), /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{2})?$/, 'HHHH:MM:SS.SS'),
  limit(on('weighting'), /^-?(100|\d{1,2})(\.\d+)?$/, '-100 to 100'),
  limit(on('student_response'), /^[\s\S]{0,255}$/, 'at most 255 characters'),
  limit(on('correct_responses\\.\\d+\\.pattern'), /^[\s\S]{0,255}$/, 'at most 255 characters'),
];

/** Limits of SCORM 2004 4th Ed. RTE §4 as the strictest of Moodle's expressions and the specification apply them. */
const SCORM2004: readonly Limit[] = [
  limit(/^cmi\.suspend_data$/, /^[\s\S]{0,64000}$/, 'at most 64000 characters'),
  limit(/^cmi\.location$/, /^[\s\S]{0,1000}$/, 'at most 1000 characters'),
  limit(
    /^cmi\.session_time$/,
    /^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/,
    'PT#H#M#S, at most 2 decimals',
  ),
  limit(/^cmi\.exit$/, /^(|suspend|normal|time-out)$/, '"", suspend, normal or time-out'),
  limit(/\.score\.(raw|min|max)$/, /^-?\d{1,5}(\.\d{1,18})?$/, 'a decimal with a digit before the point'),
  limit(/\.score\.scaled$/, /^(-?0?(0|\.\d)?\.?\d{0,18}|-?1(\.0+)?)$/, '-1 to 1'),
  limit(/\.score\.scaled$/, /^-?\d(\.\d{1,18})?$/, 'a decimal with a digit before the point'),
  limit(/^cmi\.progress_measure$/, /^(0(\.\d{1,18})?|1(\.0+)?)$/, '0 to 1'),
  limit(/^cmi\.(interactions|objectives)\.\d+\.id$/, /^\S{1,4000}$/, '1 to 4000 characters without spaces'),
  limit(
    on('timestamp'),
    /^(19[7-9]\d|20[0-3]\d)-\d\d-\d\dT\d\d:\d\d:\d\d$/,
    'YYYY-MM-DDTHH:MM:SS, without zone or fraction',
  ),
  limit(
    on('latency'),
    /^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/,
    'PT#H#M#S, at most 2 decimals',
  ),
  limit(on('description'), /^[^\n\r]{0,250}$/, 'at most 250 characters in one line'),
  limit(
    on('result'),
    /^(correct|incorrect|unanticipated|neutral|-?\d{1,5}(\.\d{1,18})?)$/,
    'a result of 2004',
  ),
];

const LIMITS: Readonly<Record<Standard, readonly Limit[]>> = { scorm12: SCORM12, scorm2004: SCORM2004 };

// Responses and patterns depend on the type of their interaction.
const RESPONSE =
  /^cmi\.interactions\.(\d+)\.(?:student_response|learner_response|correct_responses\.\d+\.pattern)$/;
const BY_TYPE: Readonly<Record<Standard, Readonly<Record<string, RegExp>>>> = {
  scorm12: {
    choice: /^\{?[0-9a-z](,[0-9a-z])*\}?$|^$/,
    'true-false': /^[01tf]$/,
    sequencing: /^[0-9a-z](,[0-9a-z])*$/,
    matching: /^[0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*$/,
    numeric: /^-?\d+(\.\d+)?$/,
  },
  scorm2004: {
    choice: /^([A-Za-z0-9_.]{1,250}(\[,\][A-Za-z0-9_.]{1,250})*)?$/,
    sequencing: /^[A-Za-z0-9_.]{1,250}(\[,\][A-Za-z0-9_.]{1,250})*$/,
    matching:
      /^[A-Za-z0-9_.]{1,250}\[\.\][A-Za-z0-9_.]{1,250}(\[,\][A-Za-z0-9_.]{1,250}\[\.\][A-Za-z0-9_.]{1,250})*$/,
    'true-false': /^(true|false)$/,
    // A pattern is a range, a response one number.
    numeric: /^-?\d{1,5}(\.\d{1,18})?(\[:\]-?\d{1,5}(\.\d{1,18})?)?$/,
    'fill-in': /^[^\r\n]{0,250}$/,
  },
};

/** Judges every SetValue of one session; remembers the types of interactions. */
export function strictModel(standard: Standard): (element: string, value: string) => Refusal | undefined {
  const types = new Map<string, string>();
  const code = standard === 'scorm12' ? '405' : '406';
  return (element, value) => {
    const broken = LIMITS[standard].find((l) => l.element.test(element) && !l.accepts.test(value));
    if (broken) return { code, reason: `${broken.reason} (${value.length} characters given)` };
    const typed = /^cmi\.interactions\.(\d+)\.type$/.exec(element);
    if (typed) types.set(typed[1] ?? '', value);
    const index = RESPONSE.exec(element)?.[1];
    const type = index === undefined ? undefined : types.get(index);
    const accepts = type === undefined ? undefined : BY_TYPE[standard][type];
    if (accepts && !accepts.test(value)) return { code, reason: `not a response of type ${type}` };
    return undefined;
  };
}

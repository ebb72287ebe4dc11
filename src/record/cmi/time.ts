const HOUR = 3_600_000;
const LONGEST = 9999 * HOUR + 59 * 60_000 + 59_990;

/**
 * CMITimespan of SCORM 1.2: HHHH:MM:SS.SS. Always two digits of fraction, since Moodle adds ".5" as five hundredths
 * (mod/scorm/datamodels/scorm_12.js, AddTime).
 */
export function timespan(milliseconds: number): string {
  const { hours, minutes, seconds } = split(milliseconds);
  return `${pad(hours, 4)}:${pad(minutes, 2)}:${seconds}`;
}

/** Duration of SCORM 2004 (ISO 8601, second,10,2): PT#H#M#S, no days because Moodle adds them wrongly. */
export function duration(milliseconds: number): string {
  const { hours, minutes, seconds } = split(milliseconds);
  return `PT${hours}H${minutes}M${seconds.replace(/^0/, '')}S`;
}

/** CMITime of SCORM 1.2, local: HH:MM:SS. */
export function timeOfDay(now: number): string {
  const date = new Date(now);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => pad(part, 2)).join(':');
}

/**
 * time(second,10,0) of SCORM 2004, local and without zone or fraction, the only form that the LMSs tried accept.
 * Undefined for a clock outside 1970..2037, which the format does not allow.
 */
export function timestamp(now: number): string | undefined {
  const date = new Date(now);
  const year = date.getFullYear();
  if (!(year >= 1970 && year <= 2037)) return undefined;
  return `${year}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}T${timeOfDay(now)}`;
}

/** Seconds keep two integer and two fraction digits: "07.50". */
function split(milliseconds: number): { hours: number; minutes: number; seconds: string } {
  const whole = Number.isFinite(milliseconds) ? Math.min(LONGEST, Math.max(0, milliseconds)) : 0;
  const hundredths = Math.round(whole / 10);
  const hours = Math.floor(hundredths / 360_000);
  const minutes = Math.floor(hundredths / 6000) % 60;
  const rest = hundredths % 6000;
  return { hours, minutes, seconds: `${pad(Math.floor(rest / 100), 2)}.${pad(rest % 100, 2)}` };
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

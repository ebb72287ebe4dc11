import { clusters } from '../khmer/clusters.ts';
import { highlights, type Pattern, type Range } from './matcher.ts';

/** A piece of text around the first matches, with the ranges in it to mark. */
export interface Excerpt {
  readonly text: string;
  readonly marks: readonly Range[];
}

const AROUND = 90;
const LENGTH = 220;
const ELLIPSIS = '…';

/** The start of the window that shows most matches; the first of equals. */
function bestStart(marks: readonly Range[]): number {
  let best = { start: 0, count: 0 };
  for (const { start } of marks) {
    const from = Math.max(0, start - AROUND);
    const count = marks.filter((mark) => mark.start >= from && mark.end <= from + LENGTH).length;
    if (count > best.count) best = { start: from, count };
  }
  return best.start;
}

/** The nearest place at or before `at` where no cluster is cut; a space a little further back is better still. */
function cleanStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.lastIndexOf(' ', at);
  if (space >= 0 && at - space < 30) return space + 1;
  let start = 0;
  for (const cluster of clusters(text)) {
    if (start + cluster.length > at) return start;
    start += cluster.length;
  }
  return start;
}

/** Cuts an excerpt of some 220 characters around what the patterns find; never inside a cluster or a match. */
export function excerpt(text: string, patterns: readonly Pattern[]): Excerpt {
  const marks = highlights(text, patterns);
  const start = cleanStart(text, bestStart(marks));
  const wanted = Math.min(text.length, start + LENGTH);
  const cut = marks.find((mark) => mark.start < wanted && mark.end > wanted);
  const end = cut?.end ?? (wanted === text.length ? wanted : Math.max(cleanStart(text, wanted), start + 1));
  const before = start > 0 ? ELLIPSIS : '';
  const shift = before.length - start;
  const inside = marks.filter((mark) => mark.start >= start && mark.end <= end);
  return {
    text: before + text.slice(start, end).trimEnd() + (end < text.length ? ELLIPSIS : ''),
    marks: inside.map((mark) => ({ start: mark.start + shift, end: mark.end + shift })),
  };
}

import { readFileSync } from 'node:fs';

/** Icons of the Lucide set (ISC) that pages use. */
export const ICONS = [
  'book-open',
  'check',
  'circle-check',
  'circle-dot',
  'circle-help',
  'circle-x',
  'clock',
  'house',
  'landmark',
  'languages',
  'library',
  'lightbulb',
  'list',
  'list-checks',
  'map-pin',
  'notebook-pen',
  'presentation',
  'scale',
  'split',
  'sprout',
  'store',
  'target',
  'users',
] as const;
export type IconName = (typeof ICONS)[number];

/** The shapes of an icon, for a view box of 24 by 24. */
export function iconShapes(name: IconName): string {
  const file = readFileSync(`node_modules/lucide-static/icons/${name}.svg`, 'utf8');
  return /<svg[^>]*>([\s\S]*)<\/svg>/.exec(file)?.[1]?.replace(/\s*\n\s*/g, '') ?? '';
}

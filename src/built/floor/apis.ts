import type { Finding } from './browsers.ts';

/** One name of a newer API: how a use looks in built code, and the first browsers that have it. */
interface Api {
  readonly feature: string;
  readonly use: RegExp;
  readonly since: string;
}

const method = (names: string, since: string): Api[] =>
  names.split(' ').map((name) => ({
    feature: `.${name}()`,
    use: new RegExp(`\\.${name}\\s*\\(`, 'g'),
    since,
  }));
const global = (names: string, since: string): Api[] =>
  names.split(' ').map((name) => ({
    feature: name,
    use: new RegExp(`(?<![\\w$.-])${name.replace('.', '\\.')}(?![\\w$-])`, 'g'),
    since,
  }));

/**
 * Newer than Chrome 87, Firefox 115 or Safari 15, by MDN's compatibility tables. Only what fails when it is missing;
 * options that an old browser ignores (`{ cause }`, `fetchpriority`) do no harm.
 */
export const NEWER_APIS: readonly Api[] = [
  ...method('at', 'Chrome 92, Safari 15.4'),
  ...method('findLast findLastIndex', 'Chrome 97, Safari 15.4'),
  ...method('toSorted toReversed toSpliced', 'Chrome 110, Safari 16'),
  ...method('isWellFormed toWellFormed', 'Chrome 111, Firefox 119, Safari 16.4'),
  ...method(
    'symmetricDifference isSubsetOf isSupersetOf isDisjointFrom',
    'Chrome 122, Firefox 127, Safari 17',
  ),
  ...method('throwIfAborted', 'Chrome 100, Safari 15.4'),
  ...method('checkVisibility', 'Chrome 105, Safari 17.4'),
  ...method('showModal', 'Safari 15.4'),
  ...method('showPopover hidePopover togglePopover', 'Chrome 114, Firefox 125, Safari 17'),
  ...method('startViewTransition', 'Chrome 111, Firefox 144, Safari 18'),
  ...method('attachInternals', 'Safari 16.4'),
  ...method('setHTMLUnsafe getHTML', 'Chrome 124, Firefox 128, Safari 17.4'),
  ...method('moveBefore', 'Chrome 133'),
  ...method('requestIdleCallback', 'no Safari'),
  ...global('requestIdleCallback', 'no Safari'),
  ...global('structuredClone', 'Chrome 98, Safari 15.4'),
  ...global('Object.hasOwn', 'Chrome 93, Safari 15.4'),
  ...global('Object.groupBy Map.groupBy', 'Chrome 117, Firefox 119, Safari 17.4'),
  ...global('Array.fromAsync', 'Chrome 121, Safari 16.4'),
  ...global('Promise.withResolvers Promise.try', 'Chrome 119, Firefox 121, Safari 17.4'),
  ...global('AbortSignal.timeout AbortSignal.any', 'Chrome 103, Safari 16'),
  ...global('URL.canParse URLPattern', 'Chrome 120, Safari 17'),
  ...global('Response.json', 'Chrome 105, Safari 17'),
  ...global('Intl.Segmenter', 'Firefox 125'),
  ...global('Intl.supportedValuesOf Intl.DurationFormat', 'Chrome 99, Safari 15.4'),
  ...global('Iterator.from', 'Chrome 122, Firefox 131, Safari 18.4'),
  ...global('BroadcastChannel', 'Safari 15.4'),
  ...global('CompressionStream DecompressionStream', 'Safari 16.4'),
  ...global('CSS.highlights Highlight', 'Chrome 105, Firefox 140, Safari 17.2'),
  ...global('CSS.registerProperty', 'Firefox 128, Safari 16.4'),
  ...global('scheduler.postTask scheduler.yield', 'Chrome 94, Firefox 142, no Safari'),
  ...global('cookieStore navigation.navigate', 'Chrome 87 to 102, no Firefox 115'),
  { feature: 'crypto.randomUUID', use: /\brandomUUID\b/g, since: 'Chrome 92, Safari 15.4' },
  {
    feature: 'new CSSStyleSheet()',
    use: /\bnew CSSStyleSheet\b|\.adoptedStyleSheets\b/g,
    since: 'Safari 16.4',
  },
  { feature: 'navigator.locks', use: /\bnavigator\.locks\b/g, since: 'Safari 15.4' },
  { feature: 'navigator.storage.persist', use: /\.storage\.persist/g, since: 'Safari 15.2' },
  { feature: 'navigator.connection', use: /\bnavigator\.connection\b/g, since: 'Chrome alone' },
  { feature: 'navigator.userAgentData', use: /\.userAgentData\b/g, since: 'Chrome 90 alone' },
  { feature: 'navigator.share', use: /\bnavigator\.(share|canShare)\b/g, since: 'Chrome 89, no Firefox' },
  { feature: 'import.meta.resolve', use: /\bimport\.meta\.resolve\b/g, since: 'Chrome 105, Safari 16.4' },
  { feature: 'regular expression (?i:…)', use: /\(\?[ims]+(?:-[ims]+)?:/g, since: 'Chrome 125' },
  { feature: 'regular expression lookbehind', use: /\(\?<[=!]/g, since: 'Safari 16.4' },
];

const AROUND = 40;
/** How far before a use its test may stand. */
const GUARD_REACH = 800;

/** Uses of newer APIs in one built script. Built code has no lines to speak of, so each shows what stands around it. */
export function newerApis(file: string, code: string): Finding[] {
  return NEWER_APIS.flatMap(({ feature, use, since }) =>
    [...code.matchAll(use)].map((match) => ({
      file,
      feature,
      since,
      where: around(code, match.index, match[0].length),
      kind: guarded(code, match.index, feature) ? ('enhancement' as const) : ('fault' as const),
    })),
  );
}

/** Whether the code asks for the feature first: `'x' in y` anywhere, `typeof X`, `y.x ?` or `y.x &&` shortly before. */
function guarded(code: string, index: number, feature: string): boolean {
  const name = feature.replace(/^new |^\.|\(.*\)$/g, '');
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (!/^[\w$]+$/.test(last)) return false;
  const before = code.slice(Math.max(0, index - GUARD_REACH), index + name.length + 4);
  return (
    new RegExp(`["'\`]${last}["'\`]\\s*in\\b`).test(code) ||
    new RegExp(`typeof\\s*\\(?\\s*[\\w$.]*\\b${last}\\b|\\.${last}\\s*(\\?[^.]|\\?\\.|&&)`).test(before)
  );
}

export function around(text: string, index: number, length: number): string {
  return text
    .slice(Math.max(0, index - AROUND), index + length + AROUND)
    .replace(/\s+/g, ' ')
    .trim();
}

import type { Finding } from './browsers.ts';
import { type CssBlock, cssBlocks, selectorsOf } from './css-rules.ts';

interface CssFeature {
  readonly feature: string;
  readonly use: RegExp;
  readonly since: string;
}
const feature = (name: string, use: RegExp, since: string): CssFeature => ({ feature: name, use, since });

/** A shorter way of writing old selectors: what it styles is meant for every browser. */
const SHORTHANDS: readonly CssFeature[] = [
  feature(':is()', /:is\(/, 'Chrome 88'),
  feature(':where()', /:where\(/, 'Chrome 88'),
  feature(':not(a, b)', /:not\([^()]*,/, 'Chrome 88'),
];

/** An unknown selector drops the whole list it stands in: others must not share a rule with it. */
const SELECTORS: readonly CssFeature[] = [
  feature(':has()', /:has\(/, 'Chrome 105, Firefox 121, Safari 15.4'),
  feature(':focus-visible', /:focus-visible/, 'Safari 15.4'),
  feature(':user-invalid', /:user-(in)?valid/, 'Chrome 119, Safari 16.5'),
  feature(':popover-open', /:popover-open/, 'Chrome 114, Firefox 125, Safari 17'),
  feature(':modal', /:modal/, 'Chrome 105, Safari 15.6'),
  feature(':open', /:open(?![\w-])/, 'Chrome 133'),
  feature(':dir()', /:dir\(/, 'Chrome 120, Safari 16.4'),
  feature(':nth-child(… of …)', /:nth-(last-)?child\([^)]*\sof\s/, 'Chrome 111'),
  feature('::highlight()', /::highlight\(/, 'Chrome 105, Firefox 140'),
  feature('::details-content', /::details-content/, 'Chrome 131'),
];
/** Their content would be lost. */
const NEEDED_AT_RULES: readonly CssFeature[] = [
  feature('@layer', /^@layer\b/, 'Chrome 99, Safari 15.4'),
  feature('@scope', /^@scope\b/, 'Chrome 118, Firefox 146'),
  feature('@media (width >= …)', /^@media[^{]*[<>]/, 'Chrome 104, Safari 16.4'),
  feature('scripting: none', /^@media[^{]*\(\s*scripting(?!\s*:\s*enabled)/, 'Chrome 120, Safari 17'),
];
const EXTRA_AT_RULES: readonly CssFeature[] = [
  feature('@container', /^@container\b/, 'Chrome 105, Safari 16'),
  feature('@property', /^@property\b/, 'Firefox 128, Safari 16.4'),
  feature('@starting-style', /^@starting-style\b/, 'Chrome 117, Firefox 129'),
  feature('@view-transition', /^@view-transition\b/, 'Chrome 126'),
  feature('forced-colors', /^@media[^{]*forced-colors/, 'Chrome 89'),
  feature('scripting: enabled', /^@media[^{]*\(\s*scripting\s*:\s*enabled/, 'Chrome 120, Safari 17'),
  feature('prefers-contrast', /^@media[^{]*prefers-contrast/, 'Chrome 96'),
];
/** Values an old browser drops the declaration for; an older value has to stand before it. */
const VALUES: readonly CssFeature[] = [
  feature('color-mix()', /\bcolor-mix\(/, 'Chrome 111, Safari 16.2'),
  feature('oklch(), lab() …', /\b(ok)?l(ch|ab)\(/, 'Chrome 111, Safari 15.4'),
  feature('color()', /(^|[\s,(])color\(/, 'Chrome 111'),
  feature('light-dark()', /\blight-dark\(/, 'Chrome 123, Firefox 120, Safari 17.5'),
  feature('dvh, svh, lvh', /\d[dsl]v(h|w|min|max|i|b)\b/, 'Chrome 108, Safari 15.4'),
  feature('lh, cap, rlh', /\d(r?lh|r?cap|ric)\b/, 'Chrome 109, Firefox 120, Safari 16.4'),
  feature('round(), sin() …', /(^|[\s,(])(round|mod|rem|sin|cos|tan|pow|sqrt)\(/, 'Chrome 111 to 125'),
  feature('subgrid', /\bsubgrid\b/, 'Chrome 117, Safari 16'),
  feature('overflow: clip', /^clip$/, 'Chrome 90, Safari 16'),
  feature('anchor()', /\banchor(-size)?\(/, 'Chrome 125'),
];
/** Nothing is lost without these. */
const EXTRA_PROPERTIES =
  /^(aspect-ratio|accent-color|text-wrap(-style)?|scrollbar-(gutter|color|width)|content-visibility|contain-intrinsic-.*|overflow-clip-margin|translate|rotate|scale|size-adjust|(ascent|descent|line-gap)-override|text-decoration-thickness|forced-color-adjust|container(-(type|name))?|view-transition-name|interpolate-size|field-sizing|animation-timeline|text-box(-.*)?|font-palette|hyphenate-.*|initial-letter|white-space-collapse|backdrop-filter|print-color-adjust|inset-area|anchor-name|offset-path|overscroll-.*|math-style|image-orientation)$/;

/** Newer CSS in one style sheet, with the rule it stands in. */
export function newerCss(file: string, css: string): Finding[] {
  return cssBlocks(css).flatMap((block) =>
    inSupports(block)
      ? []
      : [...atRule(block), ...selectors(block), ...declarations(block)].map(at(file, block)),
  );
}

type Found = Pick<Finding, 'feature' | 'since' | 'kind'>;

const at =
  (file: string, { prelude }: CssBlock) =>
  (found: Found): Finding => ({ ...found, file, where: prelude.slice(0, 100) });

const inSupports = ({ within, prelude }: CssBlock) =>
  [...within, prelude].some((outer) => outer.startsWith('@supports'));

function atRule({ prelude }: CssBlock): Found[] {
  const found = (features: readonly CssFeature[], kind: Finding['kind']) =>
    features.filter(({ use }) => use.test(prelude)).map(({ feature, since }) => ({ feature, since, kind }));
  return [...found(NEEDED_AT_RULES, 'fault'), ...found(EXTRA_AT_RULES, 'enhancement')];
}

function selectors({ prelude, within }: CssBlock): Found[] {
  if (prelude.startsWith('@')) return [];
  const nested = within.some((outer) => !outer.startsWith('@'));
  const list = selectorsOf(prelude);
  const known = list.filter((selector) => !SELECTORS.some(({ use }) => use.test(selector)));
  const kind = known.length === 0 ? ('enhancement' as const) : ('fault' as const);
  const short = SHORTHANDS.filter(({ use }) => use.test(prelude));
  const found = SELECTORS.filter(({ use }) => list.some((selector) => use.test(selector)));
  return [
    ...(nested ? [{ feature: 'nested rule', since: 'Chrome 112, Safari 16.5', kind: 'fault' as const }] : []),
    ...short.map(({ feature, since }) => ({ feature, since, kind: 'fault' as const })),
    ...found.map(({ feature, since }) => ({ feature, since, kind })),
  ];
}

function declarations({ declarations }: CssBlock): Found[] {
  return declarations.flatMap(({ property, value }, index) => {
    if (EXTRA_PROPERTIES.test(property)) {
      return [{ feature: property, since: 'some newer than the floor', kind: 'enhancement' as const }];
    }
    return VALUES.filter(({ use }) => use.test(value)).map(({ feature, since }) => {
      const before = declarations
        .slice(0, index)
        .some(
          (earlier) => earlier.property === property && !VALUES.some(({ use }) => use.test(earlier.value)),
        );
      // A custom property takes any text; the fault shows where it is used, and no fallback there can help.
      const safe = before && !property.startsWith('--');
      return { feature, since, kind: safe ? ('enhancement' as const) : ('fault' as const) };
    });
  });
}

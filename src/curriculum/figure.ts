import { optimize } from 'svgo';
import type { FigureWithSvg } from './model.ts';
import type { Lang } from './schema/common.ts';

const TEXT = /<text\b([^>]*?)\bdata-text="([^"]+)"([^>]*?)(?:\/>|>\s*<\/text>)/g;
const LINE_HEIGHT_EM = 1.5;

/** The figure's SVG with its texts in one language; each line of a text becomes a `<tspan>` below the one before. */
export function figureSvg(figure: FigureWithSvg, lang: Lang): string {
  return lighter(figure).replace(TEXT, (_, before: string, key: string, after: string) => {
    const attributes = `${before}${after}`.trim();
    const x = /\bx="([^"]+)"/.exec(attributes)?.[1] ?? '0';
    const lines = (figure.text[key]?.[lang] ?? '').split('\n').filter((line) => line.trim() !== '');
    const spans = lines.map(
      (line, i) => `<tspan x="${x}" dy="${i === 0 ? 0 : LINE_HEIGHT_EM}em">${escapeXml(line.trim())}</tspan>`,
    );
    return `<text ${attributes}>${spans.join('')}</text>`;
  });
}

/** Each drawing is made lighter once, and shown in both languages, on the site and in the package. */
const lightened = new WeakMap<FigureWithSvg, string>();

/** The same drawing in fewer bytes; the empty texts stay, since they are filled afterwards. */
function lighter(figure: FigureWithSvg): string {
  const known = lightened.get(figure);
  if (known !== undefined) return known;
  const { data } = optimize(figure.svg, {
    multipass: true,
    floatPrecision: 1,
    plugins: [{ name: 'preset-default', params: { overrides: { removeEmptyText: false } } }],
  });
  lightened.set(figure, data);
  return data;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

import { listed } from '../closest.ts';
import { fault } from '../located.ts';
import type { Fault } from '../model.ts';
import type { SvgElement, SvgFile } from '../svg-file.ts';
import { placeOf } from './rule.ts';

/** The colours of figures; the site gives them their values, in light and dark and on paper. */
export const FIGURE_COLOURS: readonly string[] = [
  ...['ink', 'quiet', 'paper', 'line'],
  ...['indigo', 'indigo-soft', 'gold', 'gold-soft', 'red', 'red-soft', 'leaf', 'leaf-soft'],
].map((name) => `--fig-${name}`);

const MAX_HEIGHT = 420;
const MIN_FONT = 13;

/** A drawing is one plain SVG for a 360-wide phone: no text, code, ids, foreign references or colours of its own. */
export function drawingIsSafe(file: string, svg: SvgFile): Fault[] {
  const [root] = svg.elements;
  if (root?.name !== 'svg') {
    return [
      fault(
        placeOf(file, 1),
        'figure/not-svg',
        'The file does not begin with <svg.',
        'Save the drawing as plain SVG.',
      ),
    ];
  }
  return [
    ...frame(file, root),
    ...svg.elements.flatMap((element) => oneElement(file, element)),
    ...svg.texts.map(({ text, line }) => {
      const mend = 'Write <text data-text="key" … /> and put the words, in both languages, into the .yaml.';
      return fault(
        placeOf(file, line),
        'figure/hard-coded-text',
        `The drawing contains the text "${text}".`,
        mend,
      );
    }),
  ];
}

function frame(file: string, { attributes, line }: SvgElement): Fault[] {
  const faults: Fault[] = [];
  const height = Number(/^0 0 360 (\d+(?:\.\d+)?)$/.exec(attributes['viewBox'] ?? '')?.[1] ?? Number.NaN);
  if (!(height <= MAX_HEIGHT)) {
    const found = `The viewBox is ${attributes['viewBox'] === undefined ? 'missing' : `"${attributes['viewBox']}"`}.`;
    const mend = `Draw for a phone: viewBox="0 0 360 H", with H at most ${MAX_HEIGHT}.`;
    faults.push(fault(placeOf(file, line), 'figure/view-box', found, mend));
  }
  if ('width' in attributes || 'height' in attributes) {
    const found = 'The <svg> has a width or a height of its own.';
    faults.push(
      fault(placeOf(file, line), 'figure/fixed-size', found, 'Remove both; the page gives it its size.'),
    );
  }
  return faults;
}

const FORBIDDEN = ['script', 'style', 'foreignObject', 'image', 'use', 'a', 'animate', 'set', 'iframe'];

function oneElement(file: string, element: SvgElement): Fault[] {
  const place = placeOf(file, element.line);
  const faults: Fault[] = [];
  if (FORBIDDEN.includes(element.name)) {
    const mend = 'Remove it: a drawing holds shapes and empty <text> only.';
    faults.push(fault(place, 'figure/forbidden-element', `The drawing contains <${element.name}>.`, mend));
  }
  if (element.unclosed) {
    faults.push(
      fault(
        place,
        'figure/not-closed',
        `<${element.name}> is never closed.`,
        'End it with "/>" or its end tag.',
      ),
    );
  }
  if (element.name === 'text' && element.attributes['data-text'] === undefined) {
    const found = 'A <text> has no data-text="…".';
    faults.push(fault(place, 'figure/text-without-key', found, 'Name the words it shows: data-text="key".'));
  }
  for (const [name, value] of Object.entries(element.attributes)) {
    const reason = attributeFault(name, value);
    if (reason !== undefined) faults.push(fault(place, reason.rule, reason.found, reason.mend));
  }
  return faults;
}

function attributeFault(
  name: string,
  value: string,
): { rule: string; found: string; mend: string } | undefined {
  if (name === 'id') {
    const mend = 'Remove it: two figures on one page must not share an id.';
    return { rule: 'figure/raw-id', found: `The drawing contains id="${value}".`, mend };
  }
  if (/^on/i.test(name)) {
    return { rule: 'figure/script', found: `The drawing contains code: ${name}="…".`, mend: 'Remove it.' };
  }
  if (name === 'href' || name === 'xlink:href' || name === 'src' || /url\(/i.test(value)) {
    const mend = 'Remove it: a drawing loads and refers to nothing outside itself.';
    return { rule: 'figure/reference', found: `The drawing refers to something: ${name}="${value}".`, mend };
  }
  if (name === 'style' || name === 'class') {
    const mend = 'Use attributes such as fill="var(--fig-ink)".';
    return { rule: 'figure/style', found: `The drawing contains ${name}="${value}".`, mend };
  }
  if ((name === 'fill' || name === 'stroke') && !isFigureColour(value)) {
    const mend = `Write "none" or var(…) with one of ${listed(FIGURE_COLOURS)}.`;
    return { rule: 'figure/colour', found: `${name}="${value}" is not one of the colours of figures.`, mend };
  }
  if (name === 'font-size' && !(Number(value) >= MIN_FONT)) {
    const mend = `Write a plain number of at least ${MIN_FONT}, so that it can be read on a phone.`;
    return { rule: 'figure/small-text', found: `font-size="${value}" is too small or not a number.`, mend };
  }
  return undefined;
}

function isFigureColour(value: string): boolean {
  if (['none', 'transparent', 'currentColor'].includes(value)) return true;
  const name = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  return name !== undefined && FIGURE_COLOURS.includes(name);
}

import { didYouMean, listed } from '../closest.ts';
import { fault, type Located } from '../located.ts';
import type { Fault } from '../model.ts';
import { filesIn, stemOf } from '../read/item.ts';
import type { Figure } from '../schema/figure.ts';
import { parseSvg, type SvgFile } from '../svg-file.ts';
import type { ModuleRule } from './rule.ts';
import { placeOf } from './rule.ts';
import { drawingIsSafe } from './svg-drawing.ts';

/** Each figure has its drawing and its words, and the two fit. */
export const figuresAreWhole: ModuleRule = (module, { tree }) => {
  const svgs = filesIn(tree, `${module.folder}/media`, '.svg');
  const withoutYaml = svgs.filter((file) => !module.figures.ids.has(stemOf(file)));
  return [
    ...withoutYaml.map((file) => {
      const mend = `Write ${file.replace(/svg$/, 'yaml')} with id, alt, caption and text.`;
      return fault(
        placeOf(file, 1),
        'figure/without-words',
        'This drawing has no words: no .yaml beside it.',
        mend,
      );
    }),
    ...svgs.flatMap((file) => drawingIsSafe(file, parseSvg(tree.get(file) ?? ''))),
    ...[...module.figures.items].flatMap(([id, figure]) => {
      const file = `${module.folder}/media/${id}.svg`;
      const source = tree.get(file);
      return source === undefined ? [withoutDrawing(file, figure)] : words(file, parseSvg(source), figure);
    }),
  ];
};

function withoutDrawing(file: string, figure: Located<Figure>): Fault {
  const found = `The figure "${figure.value.id}" has no drawing.`;
  return fault(figure.at('id'), 'figure/without-drawing', found, `Draw ${file}, or remove the figure.`);
}

function words(file: string, svg: SvgFile, figure: Located<Figure>): Fault[] {
  const keys = Object.keys(figure.value.text);
  const places = svg.elements.flatMap(({ attributes, line }) => {
    const key = attributes['data-text'];
    return key === undefined ? [] : [{ key, line }];
  });
  const used = new Set(places.map(({ key }) => key));
  return [
    ...places
      .filter(({ key }) => !keys.includes(key))
      .map(({ key, line }) => {
        const mend = `${didYouMean(key, keys)}Use a key under "text:" of the figure's .yaml, or add "${key}" there.`;
        return fault(
          placeOf(file, line),
          'figure/unknown-text',
          `data-text="${key}" has no words: there are ${listed(keys)}.`,
          mend,
        );
      }),
    ...keys
      .filter((key) => !used.has(key))
      .map((key) => {
        const mend = `Place it with <text data-text="${key}" … /> in ${file}, or remove it.`;
        return fault(
          figure.at('text', key),
          'figure/unused-text',
          `The words "${key}" stand nowhere in the drawing.`,
          mend,
        );
      }),
  ];
}

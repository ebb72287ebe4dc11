import { posix } from 'node:path';
import { fault } from '../located.ts';
import type { Fault } from '../model.ts';
import type { ContentTree } from '../tree.ts';
import { lessonFiles } from '../world.ts';
import { type ModuleRule, placeOf } from './rule.ts';

/** Every image of a lesson has a text alternative and a file of ours. */
export const imagesAreSound: ModuleRule = (module, { tree }) =>
  lessonFiles(module).flatMap(({ file, body }) =>
    (body?.images ?? []).flatMap((image) => [...alternative(file, image), ...target(file, image, tree)]),
  );

interface Image {
  readonly alt: string;
  readonly url: string;
  readonly line: number;
}

function alternative(file: string, { alt, url, line }: Image): Fault[] {
  if (alt.trim() !== '') return [];
  const mend = `Say in words what it shows: ![a woman at a counter](${url}).`;
  return [
    fault(placeOf(file, line), 'image/without-alt', `The image "${url}" has no text alternative.`, mend),
  ];
}

function target(file: string, { url, line }: Image, tree: ContentTree): Fault[] {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) {
    const mend = 'Put the picture into the media folder of the module; pages load nothing from other places.';
    return [
      fault(placeOf(file, line), 'image/from-elsewhere', `The image "${url}" is on another site.`, mend),
    ];
  }
  if (tree.has(posix.join(posix.dirname(file), decodeURI(url)))) return [];
  const mend = 'Put the picture into the media folder and write ../media/name.png.';
  return [
    fault(placeOf(file, line), 'image/missing-file', `There is no file "${url}" as seen from here.`, mend),
  ];
}

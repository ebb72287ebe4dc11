import { didYouMean, listed } from '../closest.ts';
import { fault, type Place } from '../located.ts';
import type { ComponentFound } from '../mdx-file.ts';
import type { Fault } from '../model.ts';
import {
  ACTIVITIES,
  COMPONENT_SPECS,
  COMPONENTS,
  type ComponentSpec,
  TRAINER_SIDE,
} from '../schema/components.ts';
import { lessonFiles } from '../world.ts';
import { type ModuleRule, placeOf } from './rule.ts';

/** Lessons use the known components, each with its attributes and content, and no code of their own. */
export const componentsAreWellFormed: ModuleRule = (module) =>
  lessonFiles(module).flatMap(({ file, body }) => [
    ...(body?.uses ?? []).flatMap((use) => oneUse(use, placeOf(file, use.line))),
    ...(body?.code ?? []).map(({ kind, text, line }) => codeFault(kind, text, placeOf(file, line))),
  ]);

function codeFault(kind: 'expression' | 'import', text: string, place: Place): Fault {
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return kind === 'import'
    ? fault(place, 'mdx/code', `A line begins with code: ${short}`, 'Remove it; components need no import.')
    : fault(
        place,
        'mdx/code',
        `Curly braces hold code: {${short}}`,
        'Write the text itself, without braces.',
      );
}

function oneUse(use: ComponentFound, place: Place): Fault[] {
  const spec = COMPONENT_SPECS[use.name];
  if (spec === undefined) return [unknownComponent(use, place)];
  return [...attributes(use, spec, place), ...content(use, spec, place)];
}

function unknownComponent(use: ComponentFound, place: Place): Fault {
  const known = `The components are ${listed(COMPONENTS)}.`;
  if (/^[a-z]/.test(use.name)) {
    const meant = didYouMean(use.name, COMPONENTS);
    const mend = `${meant}Write Markdown, or one of the components. ${known}`;
    return fault(place, 'component/raw-html', `<${use.name}> is raw HTML.`, mend);
  }
  const mend = `${didYouMean(use.name, COMPONENTS)}${known}`;
  return fault(place, 'component/unknown', `There is no component <${use.name}>.`, mend);
}

function attributes(use: ComponentFound, spec: ComponentSpec, place: Place): Fault[] {
  const given = [...Object.keys(use.attributes), ...use.oddAttributes];
  const missing = spec.attributes.filter(
    (name) => !given.includes(name) || use.attributes[name]?.trim() === '',
  );
  const flags = use.oddAttributes.filter((name) => spec.flags?.includes(name));
  const extra = given.filter((name) => !spec.attributes.includes(name) && !flags.includes(name));
  const odd = use.oddAttributes.filter((name) => spec.attributes.includes(name));
  const like = `Write it like ${spec.example}.`;
  return [
    ...missing.map((name) =>
      fault(place, 'component/missing-attribute', `<${use.name}> has no ${name}="…".`, like),
    ),
    ...odd.map((name) =>
      fault(
        place,
        'component/missing-attribute',
        `The ${name} of <${use.name}> is not a text in quotes.`,
        like,
      ),
    ),
    ...extra.map((name) => {
      const mend = `${didYouMean(name, missing)}Remove it. ${like}`;
      return fault(place, 'component/extra-attribute', `<${use.name}> takes no attribute "${name}".`, mend);
    }),
  ];
}

function content(use: ComponentFound, spec: ComponentSpec, place: Place): Fault[] {
  const faults: Fault[] = [];
  if (spec.content === 'text' && !use.hasContent) {
    faults.push(
      fault(place, 'component/empty', `<${use.name}> holds no text.`, `Write it like ${spec.example}.`),
    );
  }
  if (spec.content === 'none' && use.hasContent) {
    const found = `<${use.name}> stands around text.`;
    faults.push(fault(place, 'component/with-content', found, `Close it in itself, like ${spec.example}.`));
  }
  if (use.within !== undefined && TRAINER_SIDE.includes(use.within) && ACTIVITIES.includes(use.name)) {
    const found = `<${use.name}> stands inside <${use.within}>, which learners do not see.`;
    faults.push(fault(place, 'component/hidden-activity', found, `Move it out of <${use.within}>.`));
  }
  return faults;
}

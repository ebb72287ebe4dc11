import { canon } from '../../khmer/canon.ts';
import { todo } from './todo.ts';

export function moduleYaml(id: string, lesson: string, today: string): string {
  return `id: ${id}
version: 0.1.0
status: draft
updated: "${today}"
title: ${todo('the title', 'ចំណងជើង')}
summary: ${todo('what the module is about, in two sentences', 'ខ្លឹមសារម៉ូឌុល ពីរប្រយោគ')}
audiences: [national, one-window, ombudsman, commune]
passMark: 80
objectives:
  - id: ${lesson}-objective
    lesson: ${lesson}
    text: ${todo('begin with a verb: what people can do afterwards', 'ចាប់ផ្តើមដោយកិរិយាសព្ទ៖ អ្វីដែលអាចធ្វើបានក្រោយរៀន')}
lessons:
  - ${lesson}
`;
}

export function sessionPlanYaml(lesson: string): string {
  return `minutes: { room: 30 }
sessions:
  - lesson: ${lesson}
    minutes: 30
    steps:
      - minutes: 30
        method: plenary
        title: ${todo('the step', 'ជំហាន')}
        do: ${todo('what the trainer does and says', 'អ្វីដែលគ្រូធ្វើ និងនិយាយ')}
`;
}

const LESSON = {
  en: {
    title: 'TODO: the title',
    description: 'TODO: what the reader can do afterwards, in one sentence.',
    scene: 'TODO: a scene that an official will recognise.',
    idea: 'TODO: the idea',
    text: 'TODO: the text, with a source for every statement of a rule, a number or an institution.',
    slide: 'TODO: the slide',
    lines: ['TODO: a short line', 'TODO: another short line'],
    note: 'TODO: how to run this in a room, and how long it takes.',
    key: 'Key points',
    keys: 'TODO: what to remember.',
    reflection: 'TODO: one open question for the reader.',
  },
  km: {
    title: 'TODO៖ ចំណងជើង',
    description: 'TODO៖ អ្វីដែលអ្នកអានអាចធ្វើបាន មួយប្រយោគ។',
    scene: 'TODO៖ សាច់រឿងដែលមន្ត្រីស្គាល់។',
    idea: 'TODO៖ គំនិត',
    text: 'TODO៖ អត្ថបទ ដោយមានប្រភពសម្រាប់រាល់វិធាន តួលេខ និងស្ថាប័ន។',
    slide: 'TODO៖ ស្លាយ',
    lines: ['TODO៖ បន្ទាត់ខ្លីមួយ', 'TODO៖ បន្ទាត់ខ្លីមួយទៀត'],
    note: 'TODO៖ របៀបបង្រៀនក្នុងថ្នាក់ និងរយៈពេល។',
    key: 'ចំណុចសំខាន់',
    keys: 'TODO៖ អ្វីដែលត្រូវចងចាំ។',
    reflection: 'TODO៖ សំណួរបើកចំហមួយសម្រាប់អ្នកអាន។',
  },
} as const;

export function lessonMdx(lesson: string, lang: 'km' | 'en'): string {
  const t = LESSON[lang];
  return `---
title: "${t.title}"
description: "${t.description}"
minutes: { alone: 1 }
${lang === 'km' ? 'review: awaiting-native-review\n' : ''}---
${t.scene}

## ${t.idea}

${t.text}

<Slide title="${t.slide}">
${t.lines.map((line) => `- ${line}`).join('\n')}
</Slide>

<TrainerNote>
${t.note}
</TrainerNote>

## ${t.key}

<KeyPoint>

${t.keys}

</KeyPoint>

<Reflection id="${lesson}-reflection">
${t.reflection}
</Reflection>
`;
}

export function questionFile(pool: string, entries: readonly (readonly string[])[]): string {
  const lines = entries.flatMap((entry) => entry.map((line, i) => `  ${i === 0 ? '- ' : ''}${line}`));
  return `pool: ${pool}\nquestions:\n${lines.join('\n')}\n`;
}

export function dilemmaYaml(id: string, lesson: string): string {
  const end = (name: string, kind: string, trust: number): string => `  ${name}:
    tells: ${todo('what happens then', 'អ្វីកើតឡើងបន្ទាប់')}
    effects: { trust: ${trust}, safety: 0, fairness: ${trust} }
    end:
      kind: ${kind}
      title: ${todo('the end', 'ចុងបញ្ចប់')}
      lesson: ${todo('what each choice led to', 'លទ្ធផលនៃជម្រើសនីមួយៗ')}
`;
  const choice = (name: string, goto: string): string => `      - id: ${name}
        text: ${todo('a choice', 'ជម្រើស')}
        goto: ${goto}
        why:
          text: ${todo('the rule or value behind it', 'វិធាន ឬគុណតម្លៃដែលពាក់ព័ន្ធ')}
`;
  return `id: ${id}
lesson: ${lesson}
title: ${todo('the title', 'ចំណងជើង')}
intro: ${todo('who the reader is, and what happened before', 'អ្នកអានជានរណា ហើយមុននេះមានអ្វីកើតឡើង')}
characters:
  other: ${todo('a name', 'ឈ្មោះ')}
roles:
  other: ${todo('who this is', 'បុគ្គលនេះជានរណា')}
start: opening
scenes:
  opening:
    place: ${todo('where and when', 'នៅទីណា ពេលណា')}
    says:
      - who: other
        text: ${todo('what this person says', 'អ្វីដែលបុគ្គលនេះនិយាយ')}
    choices:
${choice('give-way', 'end-harm')}${choice('ask', 'second')}  second:
    tells: ${todo('what happens then', 'អ្វីកើតឡើងបន្ទាប់')}
    choices:
${choice('halfway', 'end-mixed')}${choice('openly', 'end-good')}${end('end-harm', 'harm', -2)}${end('end-mixed', 'mixed', 0)}${end('end-good', 'good', 2)}`;
}

export function figureYaml(id: string): string {
  return `id: ${id}
alt: ${todo('everything the figure shows, in words', 'អ្វីៗដែលរូបបង្ហាញ ជាពាក្យ')}
caption: ${todo('the caption', 'ចំណងជើងរូប')}
text:
  label: ${todo('words', 'ពាក្យ')}
`;
}

export const FIGURE_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 120">
  <rect x="20" y="20" width="320" height="80" rx="8" fill="var(--fig-paper)" stroke="var(--fig-line)"/>
  <text data-text="label" x="180" y="64" font-size="15" text-anchor="middle" fill="var(--fig-ink)"/>
</svg>
`;

/** A word that was given stands in quotes, so that YAML reads it as text whatever it is. */
export function termLines(id: string, en: string | undefined, km: string | undefined): string[] {
  const words = `{ en: ${quoted(en ?? 'TODO: the term')}, km: ${quoted(canon(km ?? 'TODO៖ ពាក្យ'))} }`;
  return [
    `id: ${id}`,
    `  term: ${words}`,
    `  definition: ${todo('what it means, in a sentence', 'អត្ថន័យ មួយប្រយោគ')}`,
    '  khmerFrom: unsourced',
  ];
}

export function sourceLines(id: string): string[] {
  return [
    `id: ${id}`,
    '  title: "TODO: the title as printed"',
    '  issuer: "TODO: who issued it"',
    '  date: undated',
    '  language: en',
    '  confidence: low',
  ];
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

import { describe, expect, it } from 'vitest';
import {
  choose,
  type DilemmaPlan,
  restart,
  startWalk,
  stateOf,
  type Walk,
} from '../../../src/learning/dilemma.ts';
import { decode } from '../../../src/record/codec.ts';
import type { LearningRecord } from '../../../src/record/port.ts';
import { launchPackage } from '../../support/lms/cmi-session.ts';
import { createStrictLms } from '../../support/lms/strict-lms.ts';
import { report, TABLE } from '../../support/record.ts';

const BROKER: DilemmaPlan = {
  start: 'counter',
  scenes: {
    counter: { choices: [{ id: 'take-the-envelope', goto: 'owed' }] },
    owed: {
      choices: [
        { id: 'tell-the-chief', goto: 'end-open' },
        { id: 'keep-quiet', goto: 'end-harm' },
      ],
    },
    'end-open': { end: { kind: 'good' } },
    'end-harm': { end: { kind: 'harm' } },
  },
};
const SECRET = 'ខ្ញុំធ្លាប់ទទួលលុយ';

/** What may be told to an employer's LMS, element by element. Nothing else may ever be set. */
const ALLOWED: Readonly<Record<string, RegExp>> = {
  'cmi.core.lesson_status': /^(incomplete|completed)$/,
  'cmi.completion_status': /^(incomplete|completed)$/,
  'cmi.success_status': /^(passed|failed)$/,
  'cmi.core.exit': /^suspend$/,
  'cmi.exit': /^suspend$/,
  'cmi.core.session_time': /^[\d:.]+$/,
  'cmi.session_time': /^PT[\dHM.]+S$/,
  'cmi.core.lesson_location': /^(first|second)-lesson(--[a-z-]+)?$/,
  'cmi.location': /^(first|second)-lesson(--[a-z-]+)?$/,
  'cmi.core.score.raw': /^\d+$/,
  'cmi.core.score.min': /^0$/,
  'cmi.core.score.max': /^100$/,
  'cmi.score.raw': /^\d+$/,
  'cmi.score.scaled': /^[01]\.\d\d$/,
  'cmi.score.min': /^0$/,
  'cmi.score.max': /^100$/,
  'cmi.suspend_data': /^1[A-Za-z0-9_-]+$/,
  'cmi.interactions.n.id': /^(first-move|gift-or-not|final-one)$/,
  'cmi.interactions.n.type': /^(choice|true-false)$/,
  'cmi.interactions.n.time': /^[\d:]+$/,
  'cmi.interactions.n.timestamp': /^[\d:T-]+$/,
  'cmi.interactions.n.latency': /^([\d:.]+|PT[\dHM.]+S)$/,
  'cmi.interactions.n.result': /^(correct|wrong|incorrect)$/,
  'cmi.interactions.n.student_response': /^([a-d](,[a-d])*|[tf])$/,
  'cmi.interactions.n.learner_response': /^(ask_why|say_no|wait|leave|\[,\])+$/,
  'cmi.interactions.n.correct_responses.0.pattern': /^(a|ask_why)$/,
  'cmi.interactions.n.description': /^បើមានអ្នកសុំឱ្យជួយ តើលោកអ្នកធ្វើអ្វីមុនគេ\?$/,
};

async function walkThrough(record: LearningRecord): Promise<Walk> {
  const save = (walk: Walk) =>
    record.put({ entries: [{ key: 'dilemma/the-broker', value: { ...stateOf(walk), ...hidden(walk) } }] });
  let walk = startWalk(BROKER);
  for (const choice of ['take-the-envelope', 'keep-quiet', '', 'take-the-envelope']) {
    walk = choice ? choose(BROKER, walk, choice) : restart(BROKER, walk);
    await save(walk);
  }
  return walk;
}

/** What a careless element might put beside a value. */
function hidden(walk: Walk): object {
  return { path: walk.path, note: SECRET };
}

async function study(record: LearningRecord): Promise<void> {
  const note = { note: SECRET };
  await record.put({
    entries: [{ key: 'place', value: { lesson: 'first-lesson', anchor: 'first-lesson--what-presses' } }],
  });
  for (const [question, options, correct] of [
    ['first-move', ['wait'], false],
    ['first-move', ['ask-why'], true],
    ['final-one', ['ask-why', 'leave'], false],
  ] as const) {
    await record.put({
      entries: [{ key: `answer/${question}`, value: { options, correct, tries: 1, ...note } }],
      responses: [{ ...report(question, options, correct), ...note }],
    });
  }
  await walkThrough(record);
  await record.put({
    entries: [
      { key: 'note/first-thought/dev0', value: { text: SECRET, on: '2026-11-22' } },
      { key: 'rating/first-move', value: { option: SECRET } },
      { key: 'path/the-broker', value: { choices: ['take-the-envelope', 'keep-quiet'] } },
      { key: 'seen/first-lesson', value: true },
      { key: 'test/post', value: { seed: 5, count: 1, open: false, best: 83, last: 83, ...note } },
    ],
    outcome: { completion: 'completed', success: 'passed', score: 83, ...note },
  });
  await record.flush({ again: true });
  await record.close();
}

describe.each(['scorm12', 'scorm2004'] as const)('what leaves the device for a %s LMS', (standard) => {
  async function everySetValue(): Promise<(readonly [element: string, value: string])[]> {
    const { record, calls, errors } = await launchPackage(standard, createStrictLms(standard));
    await study(record);
    expect(errors).toEqual([]);
    return calls.flatMap(([name, element = '', value = '']) =>
      name === 'SetValue' ? [[element, value] as const] : [],
    );
  }

  it('is on the list, in the form on the list', async () => {
    const sets = await everySetValue();
    expect(sets.length).toBeGreaterThan(40);
    for (const [element, value] of sets) {
      const allowed = ALLOWED[element.replace(/\.\d+\./, '.n.')];
      // Recovery from an outage says "passed" for "completed" for a moment (scorm12.ts, alternates).
      const recovering = standard === 'scorm12' && (value === 'passed' || value === '83.0');
      expect(recovering || allowed?.test(value) ? 'allowed' : `${element} = ${value}`).toBe('allowed');
    }
  });

  it('holds no free text and no step of a dilemma', async () => {
    const everything = JSON.stringify(await everySetValue());
    expect(everything).not.toContain(SECRET);
    for (const scene of Object.values(BROKER.scenes)) {
      for (const { id } of scene.choices ?? []) expect(everything).not.toContain(id);
    }
    for (const id of Object.keys(BROKER.scenes)) expect(everything).not.toContain(id);
  });

  it('holds of a dilemma the present scene and the ends, and of an answer the latest, once decoded', async () => {
    const states = (await everySetValue()).filter(([element]) => element === 'cmi.suspend_data');
    const shapes = new Set<string>();
    for (const [, text] of states) {
      for (const { key, value } of decode(text, TABLE).snapshot.values()) {
        shapes.add(`${key}: ${typeof value === 'object' ? Object.keys(value).sort().join() : value}`);
      }
    }
    expect(Array.from(shapes).sort()).toEqual([
      'answer/final-one: correct,options,tries',
      'answer/first-move: correct,options,tries',
      'dilemma/the-broker: ends,scene',
      'outcome: completion,score,success',
      'place: anchor,lesson',
      'seen/first-lesson: true',
      'test/post: best,count,last,open,seed',
    ]);
    const last = decode(states.pop()?.[1] ?? '', TABLE).snapshot;
    expect(last.get('dilemma/the-broker')?.value).toEqual({ scene: 'owed', ends: ['end-harm'] });
  });
});

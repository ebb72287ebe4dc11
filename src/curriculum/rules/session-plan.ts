import { fault, type Located } from '../located.ts';
import type { Fault } from '../model.ts';
import type { SessionPlan } from '../schema/session-plan.ts';
import type { ModuleParts } from '../world.ts';
import { type ModuleRule, unknownId } from './rule.ts';

/** The minutes of a session plan add up, and its materials are all there and all used. */
export const sessionPlanAddsUp: ModuleRule = (module, { tree }) => {
  const plan = module.sessionPlan;
  if (plan !== undefined)
    return [...minutes(plan), ...materialsExist(module, plan), ...materialsUsed(module, plan)];
  return tree.has(`${module.folder}/session-plan.yaml`) ? [] : materialsUsed(module, undefined);
};

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function minutes({ value, at }: Located<SessionPlan>): Fault[] {
  const faults = value.sessions.flatMap((session, i) => {
    const steps = sum(session.steps.map((step) => step.minutes));
    if (steps === session.minutes) return [];
    const found = `The session on "${session.lesson}" has ${session.minutes} minutes, but its steps make ${steps}.`;
    return [fault(at('sessions', i, 'minutes'), 'session/minutes', found, 'Correct the steps or the sum.')];
  });
  const sessions = sum(value.sessions.map((session) => session.minutes));
  if (sessions === value.minutes.room) return faults;
  const found = `"room" is ${value.minutes.room} minutes, but the sessions make ${sessions}.`;
  const mend = `Correct the sessions, or write "room: ${sessions}".`;
  return [...faults, fault(at('minutes', 'room'), 'session/minutes', found, mend)];
}

function materialsExist(module: ModuleParts, { value, at }: Located<SessionPlan>): Fault[] {
  return value.sessions.flatMap((session, i) =>
    session.steps.flatMap((step, j) =>
      step.materials.flatMap((id, k) => {
        const place = at('sessions', i, 'steps', j, 'materials', k);
        return unknownId(place, 'material', id, module.materials, `${module.folder}/materials/`);
      }),
    ),
  );
}

function materialsUsed(module: ModuleParts, plan: Located<SessionPlan> | undefined): Fault[] {
  const steps = plan?.value.sessions.flatMap((session) => session.steps) ?? [];
  const used = new Set(steps.flatMap((step) => step.materials));
  return [...module.materials.items].flatMap(([id, { at }]) => {
    if (used.has(id)) return [];
    const mend = `Name it under "materials:" of the step that hands it out, or remove the file.`;
    return [
      fault(at('id'), 'material/unused', `No step of the session plan uses the material "${id}".`, mend),
    ];
  });
}

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { listed } from '../curriculum/closest.ts';
import { count } from '../curriculum/friendly.ts';
import { type Role, RoleSchema } from '../workshop/ledger.ts';
import { type Awaiting, type ReviewList, reviewList } from '../workshop/review.ts';
import { isMain, run, UsageError } from './command.ts';
import { openWorkshop } from './open-workshop.ts';

/** `npm run review`: what awaits a native reader, and what awaits a lawyer. Ends with 1 when a file says "signed" wrongly. */
export function review(args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      root: { type: 'string', default: '.' },
      json: { type: 'boolean', default: false },
      module: { type: 'string' },
      role: { type: 'string' },
    },
  });
  const role = RoleSchema.optional().safeParse(values.role);
  if (!role.success)
    throw new UsageError(`There is no role "${values.role}". The roles are ${listed(RoleSchema.options)}.`);
  const { workshop } = openWorkshop(resolve(values.root));
  const modules = workshop.curriculum.modules.map(({ module }) => module.id);
  if (values.module !== undefined && !modules.includes(values.module)) {
    throw new UsageError(`There is no module "${values.module}". The modules are ${listed(modules)}.`);
  }
  const list = only(reviewList(workshop), role.data, values.module);
  process.stdout.write(values.json ? `${JSON.stringify(list, null, 2)}\n` : asText(list));
  return list.unfounded.length > 0 ? 1 : 0;
}

function only(list: ReviewList, role: Role | undefined, module: string | undefined): ReviewList {
  const wanted = (item: { unit: string; role: Role }): boolean =>
    (role === undefined || item.role === role) &&
    (module === undefined || item.unit.startsWith(`${module}/`));
  return { awaiting: list.awaiting.filter(wanted), unfounded: list.unfounded.filter(wanted) };
}

const WHO: Readonly<Record<Role, string>> = {
  native: 'a native reader',
  legal: 'a lawyer',
  author: 'the author',
};

function asText({ awaiting, unfounded }: ReviewList): string {
  const groups = RoleSchema.options.flatMap((role) => {
    const items = awaiting.filter((item) => item.role === role);
    if (items.length === 0) return [];
    return [`Awaiting ${WHO[role]}: ${count(items.length, 'unit', 'units')}`, ...items.map(line), ''];
  });
  const wrong = unfounded.map(
    ({ file, field, unit, role }) =>
      `${file}\n  says "${field}: signed", but no ${role} signature in the ledger holds for ${unit} as it stands`,
  );
  if (groups.length === 0 && wrong.length === 0) return 'Nothing awaits anybody.\n';
  return `${[...groups, ...(wrong.length > 0 ? ['Signed in a file, and by nobody in the ledger:', ...wrong, ''] : [])].join('\n')}`;
}

function line({ unit, langs, state, file, line: at }: Awaiting): string {
  const note = state === 'void' ? ', signed before the text changed' : '';
  return `  ${unit} (${langs.join(', ')}${note})  ${file}:${at}`;
}

if (isMain(import.meta.url)) run(review);

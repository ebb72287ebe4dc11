import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Dialect, LocalLinter } from 'harper.js';
import { binary } from 'harper.js/binary';
import { count, formatFaults } from '../curriculum/friendly.ts';
import { type EnglishChecker, lintEnglish } from '../workshop/english-lint/lint.ts';
import { isMain, runWaiting } from './command.ts';
import { openContent } from './open-content.ts';

/** `npm run lint:en`: repeated words, wrong articles, clumsy phrases; with `--advice` also what a person must judge. */
export async function lintEn(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { root: { type: 'string', default: '.' }, advice: { type: 'boolean', default: false } },
  });
  const { content } = openContent(resolve(values.root));
  const findings = await lintEnglish(content.units, await harper());
  const faults = findings.filter(({ weight }) => weight === 'fault');
  const shown = values.advice ? findings : faults;
  const others = findings.length - faults.length;
  const advice = `${count(others, 'piece of advice', 'pieces of advice')}${values.advice ? '' : ' (--advice shows them)'}`;
  process.stdout.write(
    `${shown.length === 0 ? '' : `${formatFaults(shown)}\n`}${count(faults.length, 'fault', 'faults')} in the English, and ${advice}.\n`,
  );
  return faults.length > 0 ? 1 : 0;
}

/** British English. A comma before "and" is no rule of this project, and names are cspell's business. */
async function harper(): Promise<EnglishChecker> {
  const linter = new LocalLinter({ binary, dialect: Dialect.British });
  await linter.setLintConfig({ ...(await linter.getLintConfig()), OxfordComma: false, SpellCheck: false });
  return async (text) => {
    const lints = await linter.lint(text, { language: 'markdown' });
    return lints.map((lint) => ({
      kind: lint.lint_kind(),
      message: lint.message(),
      at: lint.span().start,
      words: lint.get_problem_text(),
    }));
  };
}

if (isMain(import.meta.url)) await runWaiting(lintEn);

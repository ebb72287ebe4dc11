import type { Lang } from '../../curriculum/schema/common.ts';
import { translator } from '../../i18n/t.ts';
import { askedBy } from '../../learning/test-set.ts';
import type { TestSet } from '../../learning/types.ts';

/** What a learner should know before taking a test: how many questions, the pass mark, how often it may be taken. */
export function testFacts(set: TestSet, lang: Lang): string[] {
  const t = translator(lang);
  const { passMark, attempts, form } = set;
  return [
    t('module.activities', { questions: askedBy(set) }),
    ...(form === 'post' && passMark !== null ? [t('module.passMark', { n: passMark })] : []),
    attempts === 'unlimited'
      ? t('test.attempts.unlimited')
      : t(attempts === 1 ? 'test.attempts.once' : 'test.attempts', { n: attempts }),
  ];
}

import { answer } from '../../src/search/answer.ts';
import { parseQuery } from '../../src/search/query.ts';
import { scanCorpus } from '../../src/search/scan.ts';
import { readSearchWords } from '../../src/search/words-file.ts';
import { type Judged, judgedQueries, testDocuments } from './search-data.ts';
import type { Answers } from './search-measure.ts';

const words = readSearchWords('content/search.yaml');

/** Answers to every judged query by scanning, in this process. */
export async function scanAnswers(): Promise<Answers> {
  const answers = new Map<Judged, readonly string[]>();
  const corpora = { km: scanCorpus(testDocuments('km')), en: scanCorpus(testDocuments('en')) };
  for (const judged of judgedQueries()) {
    const hits = await answer(corpora[judged.lang], parseQuery(judged.lang, judged.q, words[judged.lang]));
    answers.set(
      judged,
      hits.map((hit) => hit.document.id),
    );
  }
  return answers;
}

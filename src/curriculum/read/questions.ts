import { z } from 'zod';
import { friendly } from '../friendly.ts';
import type { Collection, Located } from '../located.ts';
import type { Fault, PooledQuestion } from '../model.ts';
import { type Pool, type Question, QuestionFileSchema, questionSchemaFor } from '../schema/question.ts';
import type { ContentTree } from '../tree.ts';
import type { YamlFile } from '../yaml-file.ts';
import { Collecting, filesIn, idOf, openYaml, readItem } from './item.ts';

/** The file around its questions, which are checked one by one so that a faulty one does not hide the others. */
const EnvelopeSchema = QuestionFileSchema.extend({ questions: z.array(z.unknown()).min(1) });

export interface Questions {
  readonly questions: Collection<PooledQuestion>;
  readonly repeated: readonly Located<PooledQuestion>[];
}

/** All `questions/*.yaml` of a module, in one space of ids across the pools. */
export function readQuestions(tree: ContentTree, folder: string, faults: Fault[]): Questions {
  const questions = new Collecting<PooledQuestion>();
  const repeated: Located<PooledQuestion>[] = [];
  for (const file of filesIn(tree, `${folder}/questions`, '.yaml')) {
    const yaml = openYaml(tree, file, faults);
    if (yaml === undefined) continue;
    const pool = readEnvelope(yaml, faults);
    const entries = entriesOf(yaml.value);
    if (entries === undefined) questions.complete = false;
    entries?.forEach((input, i) => {
      const item = readItem(yaml, questionSchemaFor(input), faults, ['questions', i], input);
      const id = idOf(input);
      if (id === undefined) questions.complete = false;
      else addQuestion(questions, repeated, id, item && pool ? pooled(item, pool, file) : undefined);
    });
  }
  return { questions, repeated };
}

function addQuestion(
  questions: Collecting<PooledQuestion>,
  repeated: Located<PooledQuestion>[],
  id: string,
  item: Located<PooledQuestion> | undefined,
): void {
  if (item !== undefined) {
    if (questions.ids.has(id)) repeated.push(item);
    else questions.items.set(id, item);
  }
  questions.ids.add(id);
}

function pooled(item: Located<Question>, pool: Pool, file: string): Located<PooledQuestion> {
  return { value: { ...item.value, pool, file }, at: item.at };
}

function readEnvelope(yaml: YamlFile, faults: Fault[]): Pool | undefined {
  if (yaml.value === undefined) return undefined;
  const result = EnvelopeSchema.safeParse(yaml.value);
  if (result.success) return result.data.pool;
  const context = { file: yaml.file, schema: EnvelopeSchema, input: yaml.value, lineOf: yaml.lineOf };
  faults.push(...friendly(result.error, context));
  return undefined;
}

function entriesOf(value: unknown): readonly unknown[] | undefined {
  if (typeof value !== 'object' || value === null || !('questions' in value)) return undefined;
  return Array.isArray(value.questions) ? value.questions : undefined;
}

import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { Day } from '../facts/schema.js';
import { Problem } from '../problem.js';

/** What a run told about one question, as far as it is compared. */
const RecordedQuestion = z.object({
  question: z.string(),
  language: z.enum(['de', 'en']),
  status: z.enum(['answered', 'review', 'unanswered']),
  response: z.string().nullable(),
  facts: z.array(z.string()),
  answer: z.string().nullable(),
  evidence: z.array(z.object({ document: z.string(), title: z.string(), available: z.boolean() })),
  cell: z.object({ sheet: z.string(), question: z.string(), answer: z.string().nullable() }),
  section: z.string().nullable().default(null),
  /** What the question was read with, where that is not the section. */
  context: z.string().optional(),
});
export type RecordedQuestion = z.infer<typeof RecordedQuestion>;

const RecordedRunSchema = z.object({
  version: z.literal(1),
  questionnaire: z.string(),
  asOf: Day,
  facts: z.object({
    hash: z.string(),
    /** What the facts stated, by id; absent in files of older versions. */
    used: z.record(z.string(), z.unknown()).optional(),
  }),
  questions: z.array(RecordedQuestion),
});

/** The `answers.json` of an earlier run. */
export interface RecordedRun extends z.infer<typeof RecordedRunSchema> {
  readonly file: string;
  /** Line of each question in the file. */
  readonly lines: readonly number[];
}

const LARGEST = 100 * 2 ** 20;

/**
 * Reads the `answers.json` of an earlier run.
 * @throws Problem `drift/unreadable` with file and what is wrong
 */
export async function readRecordedRun(file: string): Promise<RecordedRun> {
  const text = await readText(file);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw unreadable(file, 'it is no JSON', cause);
  }
  const result = RecordedRunSchema.safeParse(data);
  if (!result.success) {
    const [issue] = result.error.issues;
    const where = issue?.path.join('.') || 'the file';
    throw unreadable(file, `${where} is not as answer writes it (${issue?.message ?? ''})`);
  }
  return { ...result.data, file, lines: linesOfQuestions(text, result.data.questions.length) };
}

async function readText(file: string): Promise<string> {
  try {
    const info = await stat(file);
    if (info.isDirectory()) throw unreadable(file, 'it is a folder');
    if (info.size > LARGEST) throw unreadable(file, 'it is larger than 100 MB');
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw unreadable(file, isMissing ? 'there is no such file' : 'it is no UTF-8 text', cause);
  }
}

function unreadable(file: string, why: string, cause?: unknown): Problem {
  const advice = 'give the answers.json of an earlier run';
  return new Problem('drift/unreadable', `${file} cannot be read: ${why}; ${advice}.`, { cause });
}

/** Lines on which the questions begin, as `answer` lays its JSON out; line 1 where it is laid out otherwise. */
function linesOfQuestions(text: string, count: number): number[] {
  const all = text.split('\n');
  const start = all.findIndex((line) => line.trimEnd() === '  "questions": [');
  const found = all.flatMap((line, index) =>
    start !== -1 && index > start && line.trimEnd() === '    {' ? [index + 1] : [],
  );
  return found.length === count ? found : Array.from({ length: count }, () => 1);
}

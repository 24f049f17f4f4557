import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { z } from 'zod';
import { Day, Due } from '../facts/schema.js';
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

/** Version of the format that is read. */
const VERSION = 1;

const RecordedRunSchema = z.object({
  version: z.literal(VERSION),
  questionnaire: z.string(),
  asOf: Day,
  facts: z.object({
    hash: z.string(),
    /** What the facts stated, by id; absent in files of older versions. */
    used: z.record(z.string(), z.looseObject({ status: z.string() })).optional(),
    /** When the documents could be had, by id; absent in files of older versions. */
    documents: z
      .record(
        z.string(),
        z.object({ available: z.union([z.literal('immediately'), Due]), valid_until: Day.optional() }),
      )
      .optional(),
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
 * @param shown the file as messages name it
 * @throws Problem `drift/unreadable` with file and what is wrong
 */
export async function readRecordedRun(file: string, shown = file): Promise<RecordedRun> {
  const text = await readText(file, shown);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw unreadable(shown, text.trim() === '' ? 'it is empty' : 'it is no JSON', cause);
  }
  const result = RecordedRunSchema.safeParse(data);
  if (!result.success) throw unreadable(shown, misfit(data, result.error));
  return { ...result.data, file, lines: linesOfQuestions(text, result.data.questions.length) };
}

/** What of the data is not as it must be, as a clause. */
function misfit(data: unknown, { issues: [issue] }: z.ZodError): string {
  const path = issue?.path ?? [];
  if (path[0] === 'version' && typeof data === 'object' && data !== null && 'version' in data) {
    return `it has version ${JSON.stringify(data.version)} of the format, and this version of the tool reads ${VERSION}`;
  }
  const where = path.length === 0 ? 'the file' : path.join('.');
  return `${where} is not as answer writes it (${issue?.message.replace(/^Invalid \w+: /, '') ?? ''})`;
}

const WORKBOOKS = ['.xlsx', '.xlsm', '.csv'];

async function readText(file: string, shown: string): Promise<string> {
  if (WORKBOOKS.includes(extname(file).toLowerCase())) {
    throw unreadable(shown, 'it is a questionnaire, and what was told stands in the answers.json beside it');
  }
  let bytes: Uint8Array;
  try {
    const info = await stat(file);
    if (info.isDirectory()) throw unreadable(shown, 'it is a folder');
    if (!info.isFile()) throw unreadable(shown, 'it is no regular file');
    if (info.size > LARGEST) throw unreadable(shown, 'it is larger than 100 MB');
    bytes = await readFile(file);
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
    const why = code === 'ENOENT' ? 'there is no such file' : `opening it fails (${code})`;
    throw new Problem('drift/unreadable', `${shown} cannot be read: ${why}; check its path and rights.`, {
      cause,
    });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw unreadable(shown, 'it is no UTF-8 text', cause);
  }
}

function unreadable(shown: string, why: string, cause?: unknown): Problem {
  const advice = 'give the answers.json of an earlier run as it was written';
  return new Problem('drift/unreadable', `${shown} cannot be read: ${why}; ${advice}.`, { cause });
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

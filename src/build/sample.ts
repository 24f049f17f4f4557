import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** `status [response fact ...]`: what the author of a question expects of an honest answer. */
const Expectation = z.string().transform((text) => {
  const [status = '', response, ...facts] = text.split(' ');
  return {
    status: z.enum(['answered', 'review', 'unanswered']).parse(status),
    response: response ?? null,
    facts,
  };
});

const SampleQuestion = z.strictObject({
  id: z.string(),
  text: z.string().min(1),
  expect: Expectation,
  /** Room for the answer, in lines, where the usual is not enough. */
  lines: z.int().positive().optional(),
});

const Columns = z.strictObject({
  id: z.string(),
  question: z.string(),
  answer: z.string().optional(),
  details: z.string().optional(),
  evidence: z.string().optional(),
});

const NotesSheet = z.strictObject({
  name: z.string(),
  kind: z.literal('notes'),
  title: z.string(),
  lines: z.array(z.string()),
  facts: z.array(z.tuple([z.string(), z.string()])),
});

const QuestionSheet = z.strictObject({
  name: z.string(),
  /** `text`: free text; `drop-down`: one cell with a list; `options`: a column per option, to be marked with an X. */
  kind: z.enum(['text', 'drop-down', 'options']),
  title: z.string(),
  note: z.string().optional(),
  columns: Columns,
  options: z.array(z.string()).default([]),
  /** Name of a hidden sheet that holds the options; without it they stand in the validation itself. */
  optionsFrom: z.string().optional(),
  sections: z.array(z.strictObject({ title: z.string(), questions: z.array(SampleQuestion) })),
});

/** The description of a sample questionnaire. */
export const Sample = z.strictObject({
  title: z.string(),
  sheets: z.array(z.discriminatedUnion('kind', [NotesSheet, QuestionSheet])),
});

export type Sample = z.infer<typeof Sample>;
export type NotesSheet = z.infer<typeof NotesSheet>;
export type QuestionSheet = z.infer<typeof QuestionSheet>;
export type SampleQuestion = z.infer<typeof SampleQuestion>;

/**
 * Reads the description of a sample questionnaire.
 * @throws ZodError when the description does not fit the schema
 */
export function readSample(path: string): Sample {
  return Sample.parse(parse(readFileSync(path, 'utf8')));
}

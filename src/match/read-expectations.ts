import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Complaint } from '../facts/complaint.js';
import { explainIssues, suggest } from '../facts/explain-issue.js';
import type { Position } from '../facts/fact-base.js';
import { readYaml, type YamlContent } from '../facts/read-yaml.js';
import { Day } from '../facts/schema.js';
import { shorten } from '../facts/shorten.js';
import { Problem } from '../problem.js';

const ExpectationSchema = z
  .strictObject({
    question: z.string().trim().min(1),
    /** Heading above the question, for stubs such as "Frequency". */
    section: z.string().min(1).optional(),
    /** Language that the question is in. */
    language: z.enum(['de', 'en']).optional(),
    status: z.enum(['answered', 'review', 'unanswered']).optional(),
    response: z.enum(['yes', 'no', 'partial', 'planned', 'value', 'list', 'document']).optional(),
    /** Every fact that the answer rests on, in any order. */
    facts: z.array(z.string().min(1)).optional(),
  })
  .refine(({ status, response, facts }) => (status ?? response ?? facts) !== undefined, {
    error: 'at least one of status, response, facts',
  });

/** The expectations file of a facts folder. */
export const ExpectationFile = z.strictObject({
  /** The day that the expectations are for; today, if absent. */
  as_of: Day.optional(),
  expectations: z.array(ExpectationSchema).min(1),
});

/** What the owner of the facts expects of a question; what is absent is not compared. */
export interface Expectation extends z.infer<typeof ExpectationSchema> {
  readonly position: Position;
}

/** The content of an expectations file. */
export interface Expectations {
  /** YYYY-MM-DD */
  readonly asOf?: string;
  readonly expectations: readonly Expectation[];
}

/** Name of the file within the facts folder. */
export const EXPECTATIONS_FILE = 'expectations.yaml';
/** No file written by people comes near this. */
const LARGEST_FILE = 2 * 1024 * 1024;

/**
 * Reads `expectations.yaml` of a facts folder; null where there is none.
 * @param factIds ids of the facts on file: an expectation of any other is a mistake
 * @throws Problem `expectations/invalid` with everything that is wrong, one `file:line:column: message` per line
 */
export async function readExpectations(
  dir: string,
  factIds: ReadonlySet<string>,
): Promise<Expectations | null> {
  const file = join(dir, EXPECTATIONS_FILE);
  const bytes = await readBytes(file);
  if (bytes === null) return null;
  const content = readYaml(await import('yaml'), file, bytes);
  if (Array.isArray(content)) throw invalid(content);
  const result = ExpectationFile.safeParse(content.data);
  if (!result.success) throw invalid(explainIssues(result.error.issues, ExpectationFile, content));
  const { as_of, expectations } = result.data;
  const unknown = expectations.flatMap((one, index) => unknownFacts(one, index, factIds, content));
  if (unknown.length > 0) throw invalid(unknown);
  return {
    ...(as_of === undefined ? {} : { asOf: as_of }),
    expectations: expectations.map((one, index) => ({
      ...one,
      position: content.locate(['expectations', index]),
    })),
  };
}

async function readBytes(file: string): Promise<Uint8Array | null> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    if (code === 'ENOENT') return null;
    throw new Problem('expectations/invalid', `${file} cannot be read (${code}): it must be a YAML file.`);
  }
  if (bytes.length <= LARGEST_FILE) return bytes;
  throw new Problem('expectations/invalid', `${file} is larger than 2 MB: too large for expectations.`);
}

function unknownFacts(
  { facts = [] }: z.infer<typeof ExpectationSchema>,
  index: number,
  known: ReadonlySet<string>,
  content: YamlContent,
): Complaint[] {
  return facts.flatMap((id, place) => {
    if (known.has(id)) return [];
    const hint = suggest(id, [...known]);
    const advice = hint.startsWith('did') ? hint : 'expected the id of a fact on file';
    return [
      {
        position: content.locate(['expectations', index, 'facts', place]),
        message: `unknown fact ${shorten(id)}, ${advice}`,
      },
    ];
  });
}

function invalid(complaints: readonly Complaint[]): Problem {
  const lines = complaints.map(
    ({ position, message }) => `${position.file}:${position.line}:${position.column}: ${message}`,
  );
  return new Problem('expectations/invalid', lines.join('\n'));
}

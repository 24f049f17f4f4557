import { z } from 'zod';
import { type Complaint, complaintsProblem } from '../facts/complaint.js';
import { explainIssues } from '../facts/explain-issue.js';
import { readYaml } from '../facts/read-yaml.js';
import { Problem } from '../problem.js';
import { columnNumber } from '../workbook/a1.js';
import type { ColumnOverrides } from './assign-roles.js';
import { COLUMN_ROLES, parseRows, type RowRange } from './parse-columns.js';

/** What is known of one sheet before it is looked at. */
export interface SheetLayout {
  readonly columns?: ColumnOverrides | undefined;
  readonly rows?: RowRange | undefined;
}

/** What is known of a questionnaire, by the name of its sheet: other sheets are not looked at. */
export type QuestionnaireLayout = ReadonlyMap<string, SheetLayout>;

const Letters = z
  .string()
  .refine((text) => columnNumber(text) > 0, { error: 'the letters of a column, such as B' });

const Columns = z
  .strictObject(Object.fromEntries(COLUMN_ROLES.map((role) => [role, Letters.optional()])))
  .refine((columns) => new Set(Object.values(columns).map(upper)).size === Object.keys(columns).length, {
    error: 'a column of its own for each role',
  });

const Rows = z.string().refine(isRows, { error: 'rows such as 5-80' });

/** A layout file: how to read the questionnaires of one customer. */
export const SavedLayout = z.strictObject({
  version: z.literal(1),
  sheets: z
    .array(z.strictObject({ name: z.string().min(1), columns: Columns.optional(), rows: Rows.optional() }))
    .min(1)
    .refine((sheets) => new Set(sheets.map(({ name }) => name)).size === sheets.length, {
      error: 'each sheet once',
    }),
});

function upper(letters: unknown): string {
  return String(letters).toUpperCase();
}

function isRows(text: string): boolean {
  try {
    parseRows(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads a layout file.
 *
 * @param file its name, for messages
 * @throws {Problem} `layout/invalid` with all that is wrong, one line each: `file:line:column: found ..., expected ...`
 */
export async function readSavedLayout(file: string, bytes: Uint8Array): Promise<QuestionnaireLayout> {
  const content = readYaml(await import('yaml'), file, bytes);
  if (Array.isArray(content)) throw invalid(content.map((complaint) => ofLayouts(complaint)));
  const result = SavedLayout.safeParse(content.data);
  if (!result.success) throw invalid(explainIssues(result.error.issues, SavedLayout, content));
  return new Map(
    result.data.sheets.map(({ name, columns, rows }) => [
      name,
      {
        columns: columns as ColumnOverrides | undefined,
        rows: rows === undefined ? undefined : parseRows(rows),
      },
    ]),
  );
}

function invalid(complaints: readonly Complaint[]): Problem {
  return new Problem('layout/invalid', complaintsProblem(complaints).message);
}

/** The reader of YAML speaks of facts, which most files hold. */
function ofLayouts({ position, message }: Complaint): Complaint {
  const isEmpty = message.startsWith('the file is empty');
  return { position, message: isEmpty ? 'the file is empty, expected version: 1 and sheets' : message };
}

/**
 * A layout as a file that {@link readSavedLayout} reads.
 *
 * @param questionnaire file name that it was made from, for its first line
 */
export async function renderSavedLayout(layout: QuestionnaireLayout, questionnaire: string): Promise<string> {
  const { stringify } = await import('yaml');
  const sheets = [...layout].map(([name, { columns, rows }]) => ({
    name,
    ...(columns === undefined ? {} : { columns }),
    ...(rows === undefined ? {} : { rows: `${rows.first}-${rows.last}` }),
  }));
  const from = JSON.stringify(questionnaire);
  return `# How to read questionnaires like ${from}: answer QUESTIONNAIRE --layout THIS_FILE\n${stringify({ version: 1, sheets })}`;
}

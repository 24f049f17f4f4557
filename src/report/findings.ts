import type { AnswerTarget, Questionnaire, QuestionTable } from '../questionnaire/questionnaire.js';
import { type Paint, printable } from './paint.js';

/** What the answer cells of a table accept, and how many of them do. */
export interface AcceptedKind {
  readonly kind: 'text' | 'list' | 'choice' | 'other' | 'none';
  readonly options: readonly string[];
  readonly questions: number;
}

export interface TableFindings extends Omit<QuestionTable, 'questions'> {
  readonly questions: number;
  readonly accepts: readonly AcceptedKind[];
}

/** What was found in a questionnaire, as `answer inspect --json` shows it. */
export interface Findings {
  readonly questionnaire: string;
  readonly questions: number;
  readonly sheets: readonly {
    readonly name: string;
    readonly state: string;
    readonly questions: number;
    /** Why the sheet has no questions. */
    readonly skipped?: string;
    readonly tables: readonly TableFindings[];
  }[];
}

/** Counts what was found, per sheet and table. */
export function describeFindings(name: string, questionnaire: Questionnaire): Findings {
  return {
    questionnaire: name,
    questions: questionnaire.questions.length,
    sheets: questionnaire.sheets.map((sheet) => ({
      name: sheet.name,
      state: sheet.state,
      questions: sheet.tables.reduce((sum, table) => sum + table.questions.length, 0),
      ...(sheet.skipped === undefined ? {} : { skipped: sheet.skipped }),
      tables: sheet.tables.map((table) => ({
        ...table,
        questions: table.questions.length,
        accepts: countKinds(table.questions.map(({ answer }) => answer)),
      })),
    })),
  };
}

function countKinds(targets: readonly AnswerTarget[]): AcceptedKind[] {
  const kinds = new Map<string, AcceptedKind>();
  for (const target of targets) {
    const kind = kindOf(target);
    const key = JSON.stringify(kind);
    kinds.set(key, { ...kind, questions: (kinds.get(key)?.questions ?? 0) + 1 });
  }
  return [...kinds.values()];
}

function kindOf(target: AnswerTarget): Omit<AcceptedKind, 'questions'> {
  switch (target.kind) {
    case 'none':
      return { kind: 'none', options: [] };
    case 'choice':
      return { kind: 'choice', options: target.options.map(({ label }) => label) };
    case 'cell':
      return {
        kind: target.accepts.kind,
        options: target.accepts.kind === 'list' ? target.accepts.options : [],
      };
  }
}

/** The findings for the terminal. */
export function renderFindings(findings: Findings, paint: Paint): string {
  const lines = [`${printable(findings.questionnaire)}: ${plural(findings.questions, 'question')}`];
  for (const sheet of findings.sheets) {
    const what = sheet.skipped ?? plural(sheet.questions, 'question');
    const state =
      sheet.state === 'visible' ? '' : ` (${sheet.state === 'hidden' ? 'hidden' : 'deeply hidden'})`;
    lines.push('', `${paint.bold(printable(sheet.name))}${state}: ${what}`);
    for (const table of sheet.tables) lines.push(...renderTable(table, paint));
  }
  return lines.join('\n');
}

function renderTable(table: TableFindings, paint: Paint): string[] {
  const header = table.headerRows.length === 0 ? 'no header' : `header in row ${table.headerRows.join(', ')}`;
  const lines = [
    `  rows ${table.firstRow} to ${table.lastRow}, ${header}, ${plural(table.questions, 'question')}`,
  ];
  for (const { column, role, header: title, why } of table.columns) {
    const name = title === '' ? '' : ` "${shorten(printable(title))}"`;
    lines.push(`  ${column.padEnd(3)} ${paint.cyan(role.padEnd(9))}${name} ${paint.dim(printable(why))}`);
  }
  for (const accepted of table.accepts) lines.push(`  answers: ${describeKind(accepted)}`);
  return lines;
}

function describeKind({ kind, options, questions }: AcceptedKind): string {
  const list = options.map((option) => shorten(printable(option))).join(' | ');
  const many = plural(questions, 'cell');
  switch (kind) {
    case 'text':
      return `free text (${many})`;
    case 'list':
      return `one of ${list} (${many})`;
    case 'choice':
      return `a mark under ${list} (${plural(questions, 'row')})`;
    case 'other':
      return `numbers or dates (${many})`;
    case 'none':
      return `no cell that can be filled (${plural(questions, 'question')})`;
  }
}

/** Longest piece of a header or option that is shown. */
const MAX_LENGTH = 40;

function shorten(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

import type { Question } from '../../../src/questionnaire/questionnaire.js';
import type { SheetPlan } from '../fake-sheet.js';

/** How a workbook looks, and what must be found in it. */
export interface Layout {
  readonly title: string;
  readonly sheets: readonly SheetPlan[];
  /**
   * One entry per question, in reading order: `B3 > C3` for question and answer cell, `B3 > C3 + D3` with the cell for
   * details, `B3 > C3 + D3 + E3` with evidence too, `B3 > C3 - + E3` without details, `B3 > C3|D3|E3` for an X matrix,
   * `B3 > none` when no cell takes the answer. Cells on other than the first sheet carry its name: `Two!B3 > C3`.
   */
  readonly finds: readonly string[];
  /** Sections by question cell. */
  readonly sections?: Readonly<Record<string, string | null>>;
  /** Ids by question cell. */
  readonly ids?: Readonly<Record<string, string | null>>;
  /** Texts of control columns by question cell. */
  readonly controls?: Readonly<Record<string, string | null>>;
}

/** Writes a question as {@link Layout.finds} does. */
export function showQuestion(question: Question, firstSheet: string): string {
  const { answer, details, evidence } = question;
  const sheet = question.sheet === firstSheet ? '' : `${question.sheet}!`;
  const cells =
    answer.kind === 'none'
      ? 'none'
      : answer.kind === 'cell'
        ? answer.cell
        : answer.options.map(({ cell }) => cell).join('|');
  const comment = details === undefined ? (evidence === undefined ? '' : ' -') : ` + ${details.cell}`;
  return `${sheet}${question.cell} > ${cells}${comment}${evidence === undefined ? '' : ` + ${evidence.cell}`}`;
}

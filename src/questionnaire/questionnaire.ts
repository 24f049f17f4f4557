import type { SheetState, ValidationType } from '../workbook/model.js';

/** What a column of a question table holds. */
export type ColumnRole =
  | 'id'
  | 'section'
  | 'control'
  | 'question'
  | 'answer'
  | 'choice'
  | 'details'
  | 'evidence'
  | 'ignore';

/** One column and the reason for its role. */
export interface ColumnDecision {
  /** Letters, such as `B`. */
  readonly column: string;
  readonly role: ColumnRole;
  /** Header text, all rows of the header joined with ` / `; '' when there is none. */
  readonly header: string;
  /** One English sentence without a full stop, for `answer inspect`. */
  readonly why: string;
}

/** What a cell takes. */
export type Accepts =
  | { readonly kind: 'text'; readonly minLength: number; readonly maxLength: number }
  | { readonly kind: 'list'; readonly options: readonly string[]; readonly isStrict: boolean }
  | { readonly kind: 'other'; readonly validation: ValidationType };

/** A cell that may be written, and what stands in the way. */
export interface TargetCell {
  /** A1 notation; the top left cell of a merged range. */
  readonly cell: string;
  readonly accepts: Accepts;
  /** What it holds now; '' when empty. */
  readonly content: string;
  /** True when the content is only an invitation such as "Please select". */
  readonly isPlaceholder: boolean;
  readonly isFormula: boolean;
  readonly isLocked: boolean;
  /** True when its row or column is hidden. */
  readonly isHidden: boolean;
}

/** One column of an X matrix (Yes | No | N/A), for one question. */
export interface ChoiceCell extends TargetCell {
  readonly label: string;
}

/** Where the answer goes. */
export type AnswerTarget =
  | ({ readonly kind: 'cell' } & TargetCell)
  | {
      readonly kind: 'choice';
      readonly options: readonly ChoiceCell[];
      /** The sign that this table uses for a chosen option, `X` unless the sheet already uses another. */
      readonly mark: string;
    }
  | { readonly kind: 'none'; readonly reason: string };

export interface Question {
  readonly sheet: string;
  readonly row: number;
  /** The question's own cell, such as `B7`. */
  readonly cell: string;
  /** The question as a reader sees it; the cached value for a formula. */
  readonly text: string;
  /** Heading that it stands under, or the text of its section column. */
  readonly section: string | null;
  readonly id: string | null;
  /** Text of a control or topic column that completes the question, such as "Encryption" before "In place?". */
  readonly control: string | null;
  readonly answer: AnswerTarget;
  readonly details?: TargetCell;
  readonly evidence?: TargetCell;
}

/** Why a row of a table is no question. */
export type SkipReason = 'heading' | 'example' | 'total' | 'note' | 'hidden' | 'particulars' | 'outside';

export interface SkippedRow {
  readonly row: number;
  readonly reason: SkipReason;
}

/** `table`: a row per question; `below`: answers stand below their questions; `form`: label and value side by side. */
export type TableStyle = 'table' | 'below' | 'form';

export interface QuestionTable {
  readonly style: TableStyle;
  /** Row numbers; empty when the table has no header. */
  readonly headerRows: readonly number[];
  readonly columns: readonly ColumnDecision[];
  readonly firstRow: number;
  readonly lastRow: number;
  readonly questions: readonly Question[];
  readonly skippedRows: readonly SkippedRow[];
}

export interface QuestionSheet {
  readonly name: string;
  readonly state: SheetState;
  readonly tables: readonly QuestionTable[];
  /** Why the sheet has no questions, as one English sentence without a full stop. */
  readonly skipped?: string;
}

export interface Questionnaire {
  readonly sheets: readonly QuestionSheet[];
  /** Of all sheets, in reading order. */
  readonly questions: readonly Question[];
}

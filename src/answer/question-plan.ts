import type { OptionLexicon } from '../questionnaire/option-words.js';
import type { Question, TargetCell } from '../questionnaire/questionnaire.js';
import type { CellEdit, Mark } from '../workbook/model.js';
import type { NoOptionReason } from './choose-option.js';

export interface PlanOptions {
  readonly lexicon: OptionLexicon;
  /** Replace what cells hold already; never formulas. */
  readonly overwrite: boolean;
  /** Highlight drafts and open questions. */
  readonly mark: boolean;
}

/** Why a cell was not written, or what is to be known about it. */
export type PlanNoteCode =
  | NoOptionReason
  | 'already_filled'
  | 'formula'
  | 'hidden'
  | 'locked'
  | 'too_long'
  | 'too_short'
  | 'validation_refuses_text'
  | 'no_answer_cell'
  | 'no_cell_for_text';

/** One remark on one cell, as data; the sentence is made by the report. */
export interface PlanNote {
  readonly code: PlanNoteCode;
  readonly sheet: string;
  readonly cell: string;
  /** The question's cell. */
  readonly question: string;
  /** Facts for the sentence, such as `length`, `limit`, `options`, `reason`. */
  readonly args: Readonly<Record<string, string>>;
}

/** Plans the cells of one question. */
export class QuestionPlan {
  readonly edits = new Map<string, CellEdit>();
  readonly notes: PlanNote[] = [];
  readonly #question: Question;
  readonly #options: PlanOptions;

  constructor(question: Question, options: PlanOptions) {
    this.#question = question;
    this.#options = options;
  }

  note(code: PlanNoteCode, cell: string, args: Readonly<Record<string, string>> = {}): void {
    this.notes.push({ code, sheet: this.#question.sheet, cell, question: this.#question.cell, args });
  }

  /** What keeps this cell from being written, whatever the text. */
  obstacle(target: TargetCell): 'formula' | 'hidden' | 'already_filled' | undefined {
    if (target.isFormula) return 'formula';
    if (target.isHidden) return 'hidden';
    const isFilled = target.content !== '' && !target.isPlaceholder;
    return isFilled && !this.#options.overwrite ? 'already_filled' : undefined;
  }

  mark(target: TargetCell, mark: Mark): void {
    if (!this.#options.mark || target.isHidden) return;
    const before = this.edits.get(target.cell) ?? { sheet: this.#question.sheet, cell: target.cell };
    this.edits.set(target.cell, { ...before, mark });
  }

  /** Writes what the cell takes as it is; the caller has checked that it may. */
  put(target: TargetCell, text: string): void {
    const before = this.edits.get(target.cell) ?? { sheet: this.#question.sheet, cell: target.cell };
    const overwrite = target.content === '' ? {} : { overwrite: true };
    this.edits.set(target.cell, { ...before, text, ...overwrite });
    if (target.isLocked) this.note('locked', target.cell);
  }

  /** Writes a text where the cell takes it, and notes where it does not. */
  write(target: TargetCell, text: string): boolean {
    const obstacle = this.obstacle(target);
    if (obstacle !== undefined) {
      this.note(obstacle, target.cell);
      return false;
    }
    const { accepts } = target;
    if (accepts.kind === 'other') {
      this.note('validation_refuses_text', target.cell, { validation: accepts.validation });
      return false;
    }
    if (accepts.kind === 'list') {
      if (!accepts.options.includes(text)) return false;
    } else if (text.length > accepts.maxLength || text.length < accepts.minLength) {
      const isLong = text.length > accepts.maxLength;
      const limit = String(isLong ? accepts.maxLength : accepts.minLength);
      this.note(isLong ? 'too_long' : 'too_short', target.cell, { length: String(text.length), limit });
      return false;
    }
    this.put(target, text);
    return true;
  }
}

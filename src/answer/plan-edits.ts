import type { AnswerStatus, Response } from '../match/decision.js';
import type { AnswerTarget, ChoiceCell, Question, TargetCell } from '../questionnaire/questionnaire.js';
import type { CellEdit } from '../workbook/model.js';
import { chooseOption } from './choose-option.js';
import { type PlanNote, type PlanOptions, QuestionPlan } from './question-plan.js';

export type { PlanNote, PlanNoteCode, PlanOptions } from './question-plan.js';

/** What an answer must tell for its cells to be planned. */
export interface PlannableAnswer {
  readonly status: AnswerStatus;
  readonly response: Response | null;
  /** The whole text for a single cell: "Yes. ... Evidence: ..."; null when the question stays open. */
  readonly answer: string | null;
  readonly wording: {
    /** "Yes", "Planned"; null when no word claims anything. */
    readonly lead: string | null;
    readonly details: string;
    /** Evidence without the word "Evidence". */
    readonly citation: string | null;
  };
}

export interface AnsweredQuestion {
  readonly question: Question;
  readonly answer: PlannableAnswer;
  /** The question can be answered with yes although the response is a value, a list or a document. */
  readonly isConfirmable?: boolean;
}

export interface EditPlan {
  /** At most one per cell. */
  readonly edits: readonly CellEdit[];
  readonly notes: readonly PlanNote[];
}

function answerCells(answer: AnswerTarget): readonly TargetCell[] {
  if (answer.kind === 'none') return [];
  return answer.kind === 'cell' ? [answer] : answer.options;
}

/** The text without its first word, for a cell beside the one that holds that word. */
function textBeside({ answer, wording }: PlannableAnswer): string {
  const start = wording.lead === null ? '' : `${wording.lead}. `;
  return answer?.startsWith(start) === true ? answer.slice(start.length) : wording.details;
}

function joinLead({ lead, details }: PlannableAnswer['wording']): string {
  return lead === null ? details : `${lead}. ${details}`.trim();
}

/** Text for the details cell: with the evidence unless that has a cell of its own. */
function detailsText(answer: PlannableAnswer, question: Question): string {
  return question.evidence === undefined ? textBeside(answer) : answer.wording.details;
}

/** The sign that an option's cell takes: the table's, or the one of its drop-down; undefined when it takes neither. */
function signFor({ accepts }: ChoiceCell, mark: string): string | undefined {
  if (accepts.kind === 'other') return undefined;
  if (accepts.kind === 'text') {
    const isFitting = mark.length >= accepts.minLength && mark.length <= accepts.maxLength;
    return isFitting ? mark : undefined;
  }
  const allowed = accepts.options.filter((option) => option.trim() !== '');
  const same = allowed.find((option) => option.toLowerCase() === mark.toLowerCase());
  return same ?? (allowed.length === 1 ? allowed[0] : undefined);
}

function putChoice(
  plan: QuestionPlan,
  chosen: ChoiceCell,
  options: readonly ChoiceCell[],
  sign: string,
): void {
  for (const other of options) {
    const isFilled = other.content !== '' && !other.isFormula;
    if (other.cell !== chosen.cell && isFilled) plan.put(other, '');
  }
  plan.put(chosen, sign);
}

/** Answers by one of the options; false, with a note, when none of them says it. */
function chooseAnswer(plan: QuestionPlan, answered: AnsweredQuestion, options: PlanOptions): boolean {
  const { question, answer } = answered;
  const target = question.answer;
  if (target.kind === 'none' || answer.response === null) return false;
  const labels =
    target.kind === 'choice'
      ? target.options.map(({ label }) => label)
      : target.accepts.kind === 'list'
        ? target.accepts.options
        : [];
  const context = { lexicon: options.lexicon, isConfirmable: answered.isConfirmable ?? false };
  const { option, reason } = chooseOption(answer.response, labels, context);
  const first = answerCells(target)[0]?.cell ?? question.cell;
  if (option === null) {
    plan.note(reason, first, { response: answer.response, options: labels.slice(0, 12).join(' | ') });
    return false;
  }
  if (target.kind === 'cell') return plan.write(target, option);
  const chosen = target.options.find(({ label }) => label === option);
  if (chosen === undefined) return false;
  const sign = signFor(chosen, target.mark);
  if (sign === undefined) {
    const validation = chosen.accepts.kind === 'other' ? chosen.accepts.validation : chosen.accepts.kind;
    plan.note('validation_refuses_text', chosen.cell, { validation });
    return false;
  }
  putChoice(plan, chosen, target.options, sign);
  return true;
}

/** Text of the answer cell and of the details cell, when the answer cell takes text. */
function splitText(
  answer: PlannableAnswer,
  question: Question,
): { readonly main: string; readonly beside: string | null } {
  const { wording } = answer;
  const hasEvidence = question.evidence !== undefined;
  const whole = hasEvidence ? joinLead(wording) : (answer.answer ?? joinLead(wording));
  if (question.details === undefined) return { main: whole, beside: null };
  if (wording.lead === null) return { main: whole, beside: null };
  return { main: wording.lead, beside: detailsText(answer, question) };
}

function planAnswered(plan: QuestionPlan, answered: AnsweredQuestion, options: PlanOptions): void {
  const { question, answer } = answered;
  const target = question.answer;
  const isText = target.kind === 'cell' && target.accepts.kind === 'text';
  const { main, beside } = isText
    ? splitText(answer, question)
    : { main: '', beside: detailsText(answer, question) };
  const isRefused = target.kind === 'cell' && target.accepts.kind === 'other';
  const isWritten =
    target.kind === 'cell' && (isText || isRefused)
      ? plan.write(target, main)
      : chooseAnswer(plan, answered, options);
  if (question.details !== undefined && beside !== null && beside !== '')
    plan.write(question.details, beside);
  else if (!isWritten && question.details === undefined)
    plan.note('no_cell_for_text', answerCells(target)[0]?.cell ?? question.cell);
  const { citation } = answer.wording;
  if (question.evidence !== undefined && citation !== null) plan.write(question.evidence, citation);
  if (!isWritten) for (const cell of answerCells(target)) plan.mark(cell, 'review');
}

/** A draft goes into a cell for text; no option is chosen. */
function planReview(plan: QuestionPlan, { question, answer }: AnsweredQuestion): void {
  const target = question.answer;
  const text = answer.answer ?? answer.wording.details;
  const isText = target.kind === 'cell' && target.accepts.kind === 'text';
  const draft = question.details ?? (isText ? target : undefined);
  if (draft === undefined) plan.note('no_cell_for_text', answerCells(target)[0]?.cell ?? question.cell);
  else if (text !== '' && plan.write(draft, text)) plan.mark(draft, 'review');
  for (const cell of answerCells(target)) plan.mark(cell, 'review');
}

function planQuestion(answered: AnsweredQuestion, options: PlanOptions): QuestionPlan {
  const { question, answer } = answered;
  const plan = new QuestionPlan(question, options);
  const cells = answerCells(question.answer);
  const [first] = cells;
  if (question.answer.kind === 'none' || first === undefined) {
    plan.note(
      'no_answer_cell',
      question.cell,
      question.answer.kind === 'none' ? { reason: question.answer.reason } : {},
    );
    return plan;
  }
  // A row that somebody has answered stays as it is: our details beside another's answer would contradict it.
  const blocked = cells.find((cell) => plan.obstacle(cell) !== undefined);
  const obstacle = blocked === undefined ? undefined : plan.obstacle(blocked);
  if (blocked !== undefined && obstacle !== undefined) {
    plan.note(obstacle, blocked.cell);
    return plan;
  }
  if (answer.status === 'answered') planAnswered(plan, answered, options);
  else if (answer.status === 'review') planReview(plan, answered);
  else for (const cell of cells) plan.mark(cell, 'unanswered');
  return plan;
}

/**
 * Plans the changes to the workbook: what is written where, what is highlighted, and why a cell is left as it is.
 *
 * @param answered questions with their answers, in reading order
 * @returns one edit per cell at most; a cell that two questions claim goes to the first
 */
export function planEdits(answered: readonly AnsweredQuestion[], options: PlanOptions): EditPlan {
  const edits = new Map<string, CellEdit>();
  const notes: PlanNote[] = [];
  for (const item of answered) {
    const plan = planQuestion(item, options);
    notes.push(...plan.notes);
    for (const edit of plan.edits.values()) {
      const key = JSON.stringify([edit.sheet, edit.cell]);
      if (edits.has(key)) continue;
      edits.set(key, edit);
    }
  }
  return { edits: [...edits.values()], notes };
}

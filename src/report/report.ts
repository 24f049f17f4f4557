import type { AnswerRecord } from '../answer/compose.js';
import type { Document } from '../facts/schema.js';
import type { FactStatement } from '../facts/statement.js';
import type { Receipt } from '../workbook/model.js';

/** Where a question stands and which cells take its answer, in A1 notation. */
export interface ReportedCell {
  readonly sheet: string;
  readonly question: string;
  /** Null when the questionnaire has no cell for the answer. */
  readonly answer: string | null;
  readonly details?: string;
  readonly evidence?: string;
}

/** One question of the questionnaire with its answer. */
export interface ReportedQuestion extends AnswerRecord {
  readonly cell: ReportedCell;
  readonly section: string | null;
  /** What the question was read with, where that is not the section: a control, a topic. */
  readonly context?: string;
  /** What went into the cells, by role; empty when nothing was written. */
  readonly written: Readonly<Partial<Record<'answer' | 'details' | 'evidence', string>>>;
  /** Why cells were left as they were, in sentences; empty when all went in. */
  readonly left: readonly string[];
}

export interface StatusCounts {
  readonly questions: number;
  readonly answered: number;
  readonly review: number;
  readonly unanswered: number;
}

export interface SheetSummary extends StatusCounts {
  readonly sheet: string;
}

/** A topic that customers asked about and that no fact covers. */
export interface MissingTopic {
  readonly topic: string;
  readonly label: string;
  /** Questions that ask about it. */
  readonly questions: number;
  /** Those of them that a fact on this topic alone would answer. */
  readonly wouldAnswer: number;
}

export interface ReportSummary extends StatusCounts {
  readonly sheets: readonly SheetSummary[];
  /** First those whose facts would answer most, then those most asked for. */
  readonly missingTopics: readonly MissingTopic[];
  /** Drafts and open questions that facts on all of these topics together would answer. */
  readonly answerable: number;
}

/** The result of a run as data: what `answers.json` holds and every report renders. */
export interface RunReport {
  /** Version of this format. */
  readonly version: 1;
  /** File name of the questionnaire. */
  readonly questionnaire: string;
  /** YYYY-MM-DD */
  readonly asOf: string;
  /** sha256 (hex) of the content of the facts. */
  readonly facts: {
    readonly hash: string;
    /** What the facts behind the answers stated on the day, by id. */
    readonly used?: Readonly<Record<string, FactStatement>>;
    /** When the documents that the answers name could be had, and until when, by id. */
    readonly documents?: Readonly<Record<string, Pick<Document, 'available' | 'valid_until'>>>;
  };
  readonly summary: ReportSummary;
  readonly receipt: Receipt;
  readonly questions: readonly ReportedQuestion[];
}

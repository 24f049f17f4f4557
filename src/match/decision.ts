/** Languages that questions are answered in. */
export type Language = 'de' | 'en';

/** How far the facts carry: the whole question, a part of it (a draft for a human), or nothing. */
export type AnswerStatus = 'answered' | 'review' | 'unanswered';

export type Response = 'yes' | 'no' | 'partial' | 'planned' | 'value' | 'list' | 'document';

/** How a bound in the question ("within 4 hours") compares with the fact's value. */
export type BoundOutcome = 'met' | 'not_met' | 'conditional' | 'not_comparable';

/** What one fact contributes to the answer, in the order asked. */
export interface Part {
  readonly fact: string;
  readonly response: Response;
  /** Present when the question names a limit that was compared with the fact's value. */
  readonly bound?: { readonly text: string; readonly outcome: BoundOutcome };
  /** For facts that list parties: the names of those the question is about; absent means all. */
  readonly parties?: readonly string[];
  /** The date has passed and nobody has confirmed: never more than a draft. */
  readonly isUnconfirmed: boolean;
}

/** Why a decision came out as it did: a stable code and the words that fill its sentence. */
export interface Reason {
  readonly code: string;
  readonly args: Readonly<Record<string, string>>;
}

/** The matcher's verdict on one question; no wording yet. */
export interface Decision {
  readonly question: string;
  readonly language: Language;
  readonly status: AnswerStatus;
  readonly response: Response | null;
  readonly parts: readonly Part[];
  /** Every topic found in the question, with or without a fact, in the order asked. */
  readonly topics: readonly string[];
  /** Topics asked about for which there is no fact. */
  readonly missing: readonly string[];
  /** Words of the question that nothing explains. */
  readonly uncovered: readonly string[];
  /** 0..1, for sorting drafts; the status is not derived from it. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
}

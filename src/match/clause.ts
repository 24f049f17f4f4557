import type { WordedAsk } from '../text/lexicon.js';
import type { Figure } from '../text/quantity.js';

/** A word of the question as the matcher sees it. */
export interface Word {
  /** Token position in the question. */
  readonly at: number;
  readonly surface: string;
  readonly roots: readonly string[];
  /** `content` words must be explained; `plain` ones demand nothing; `figure` ones belong to a limit. */
  readonly kind: 'content' | 'plain' | 'figure';
  /** Part of an illustration ("e.g. ..."): may name a topic, demands nothing. */
  readonly isSoft: boolean;
  readonly corrected?: string;
  /** Belongs to a point in the calendar: "by the end of 2026". */
  readonly isDate?: boolean;
}

/** A part of a question that asks for one thing. */
export interface Clause {
  readonly words: readonly Word[];
  readonly figures: readonly Figure[];
  readonly asks: ReadonlySet<WordedAsk>;
  /** Those that come before any word with content: what the clause is about, not one item of a list. */
  readonly leadingAsks: ReadonlySet<WordedAsk>;
  /** A yes or no (question or statement to confirm), a value, a description, or either (a keyword stub such as "MFA"). */
  readonly wants: 'confirm' | 'value' | 'describe' | 'either';
  /** Begins as a yes/no question does: "Is ...". */
  readonly isOpened: boolean;
  /** The second of two possibilities: "..., or does it run in a cloud?" */
  readonly isAlternative: boolean;
  /** Token positions of words that say that something is kept out: "blocked", "abgeschaltet". */
  readonly refusals: readonly number[];
  /** Speaks of the subject before it by a pronoun: "... and are they certified?" */
  readonly refersBack: boolean;
  /** Speaks of all: "every", "sämtliche". */
  readonly isAboutAll: boolean;
  /** Says that there is nothing else: "only weekly", "nur TLS 1.3". */
  readonly isExclusive: boolean;
  /** Speaks of the end of keeping: "deleted after 30 days". */
  readonly isAboutDeletion: boolean;
  /** Asks for what can be had on request or by contract. */
  readonly isByContract: boolean;
  /** Asks how bad it may get: "Can it take two days?" */
  readonly isWorstCase: boolean;
  /** Asks more about what came before: "If so, ...", "including ...". */
  readonly isFollowUp: boolean;
  readonly endsSentence: boolean;
  /** A statement about the customer ("Our policy requires ..."), which matters only where a question does not follow. */
  readonly isPreamble: boolean;
  /** Token positions of words that turn the meaning round. */
  readonly negators: readonly number[];
  /** Token positions of joining words and commas. */
  readonly joints: readonly number[];
}

export interface Analysis {
  readonly clauses: readonly Clause[];
  readonly isTooLong: boolean;
}

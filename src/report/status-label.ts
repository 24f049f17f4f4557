import type { AnswerStatus } from '../match/decision.js';

/** How reports name a status. */
export const STATUS_LABELS: Readonly<Record<AnswerStatus, string>> = {
  answered: 'Answered',
  review: 'Draft to review',
  unanswered: 'Open',
};

/** Statuses in the order of reports: what needs a person first. */
export const STATUS_ORDER: readonly AnswerStatus[] = ['unanswered', 'review', 'answered'];

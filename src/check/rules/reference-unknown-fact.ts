import { complaintRule } from '../rule.js';

/** A roadmap row for a fact that does not exist. */
export const referenceUnknownFact = complaintRule({
  id: 'reference/unknown-fact',
  severity: 'error',
  summary: 'a roadmap row for a fact that does not exist',
  hint: 'Correct the id, or write the fact.',
});

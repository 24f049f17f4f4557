import { complaintRule } from '../rule.js';

/** A source in a section that does not exist. */
export const referenceUnknownSection = complaintRule({
  id: 'reference/unknown-section',
  severity: 'error',
  summary: 'a source in a section that does not exist',
  hint: 'Correct the id, or describe the section in a file of its own.',
});

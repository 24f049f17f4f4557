import { complaintRule } from '../rule.js';

/** A reference to a document that is not described. */
export const referenceUnknownDocument = complaintRule({
  id: 'reference/unknown-document',
  severity: 'error',
  summary: 'a reference to a document that is not described',
  hint: 'Correct the id, or describe the document under "documents".',
});

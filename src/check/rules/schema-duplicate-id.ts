import { complaintRule } from '../rule.js';

/** Two entries with the same id. */
export const schemaDuplicateId = complaintRule({
  id: 'schema/duplicate-id',
  severity: 'error',
  summary: 'two entries with the same id',
  hint: 'Keep one of the two entries, or give the other an id of its own.',
});

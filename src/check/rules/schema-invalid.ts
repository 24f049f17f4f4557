import { complaintRule } from '../rule.js';

/** A value that does not fit the schema. */
export const schemaInvalid = complaintRule({
  id: 'schema/invalid',
  severity: 'error',
  summary: 'a value that does not fit the schema',
  hint: 'Write what the message expects; the JSON Schema in the first line of the file lets an editor suggest it.',
});

import { complaintRule } from '../rule.js';

/** A key that the schema does not know. */
export const schemaUnknownKey = complaintRule({
  id: 'schema/unknown-key',
  severity: 'error',
  summary: 'a key that the schema does not know',
  hint: 'Correct the key, or remove the line.',
});

import { complaintRule } from '../rule.js';

/** An amount whose unit is unknown, or written into the number. */
export const schemaWrongUnit = complaintRule({
  id: 'schema/wrong-unit',
  severity: 'error',
  summary: 'an amount whose unit is unknown, or written into the number',
  hint: 'Write the number alone, and its unit under "unit".',
});

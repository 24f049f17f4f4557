import { complaintRule } from '../rule.js';

/** A range of time whose lower end is not below its upper end. */
export const continuityRtoRange = complaintRule({
  id: 'continuity/rto-range',
  severity: 'error',
  summary: 'a range of time whose lower end is not below its upper end',
  hint: 'Swap min and max, or leave min out.',
});

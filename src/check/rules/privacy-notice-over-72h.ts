import { toSeconds } from '../../facts/compare.js';
import { describeAmount } from '../amount.js';
import { valueInForce } from '../in-force.js';
import type { Rule } from '../rule.js';

const LIMIT_HOURS = 72;

/** GDPR Art. 33(1): a breach is notified to the authority not later than 72 hours after having become aware of it. */
export const privacyNoticeOver72h: Rule = {
  id: 'privacy/notice-over-72h',
  severity: 'error',
  summary: 'a notice to the authority that takes more than 72 hours (GDPR Art. 33(1))',
  hint: 'Promise 72 hours or less; the law allows no longer.',
  *check({ base }) {
    const notice = valueInForce(base, 'incident.gdpr_notice', 'duration');
    if (notice === undefined || toSeconds(notice.max, notice.unit) <= toSeconds(LIMIT_HOURS, 'hours')) return;
    yield {
      at: { kind: 'fact', id: 'incident.gdpr_notice' },
      path: ['value', 'max'],
      message: `fact incident.gdpr_notice allows ${describeAmount(notice.max, notice.unit)}, but GDPR Art. 33(1) at most ${LIMIT_HOURS} hours`,
    };
  },
};

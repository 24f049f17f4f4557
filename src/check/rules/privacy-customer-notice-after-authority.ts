import { toSeconds } from '../../facts/compare.js';
import { describeAmount } from '../amount.js';
import { valueInForce } from '../in-force.js';
import type { Rule } from '../rule.js';

/** GDPR Art. 33(2): a processor notifies the controller without undue delay, so that the controller can meet 72 hours. */
export const privacyCustomerNoticeAfterAuthority: Rule = {
  id: 'privacy/customer-notice-after-authority',
  severity: 'error',
  summary: 'customers who learn of an incident later than the authority (GDPR Art. 33(2))',
  hint: 'Inform customers at least as early as the authority.',
  *check({ base }) {
    const customers = valueInForce(base, 'incident.customer_notice', 'duration');
    const authority = valueInForce(base, 'incident.gdpr_notice', 'duration');
    if (customers === undefined || authority === undefined) return;
    if (toSeconds(customers.max, customers.unit) <= toSeconds(authority.max, authority.unit)) return;
    yield {
      at: { kind: 'fact', id: 'incident.customer_notice' },
      path: ['value', 'max'],
      message: `customers are told within ${describeAmount(customers.max, customers.unit)}, later than the authority (${describeAmount(authority.max, authority.unit)}, fact incident.gdpr_notice)`,
    };
  },
};

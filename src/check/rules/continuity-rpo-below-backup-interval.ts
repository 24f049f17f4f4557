import { toSeconds } from '../../facts/compare.js';
import { describeAmount, describeInterval } from '../amount.js';
import { valueInForce } from '../in-force.js';
import type { Rule } from '../rule.js';

/** What is lost in the worst case is everything since the last backup: the RPO cannot be shorter than the interval. */
export const continuityRpoBelowBackupInterval: Rule = {
  id: 'continuity/rpo-below-backup-interval',
  severity: 'error',
  summary: 'an RPO that is shorter than the interval of the backups that carry it',
  hint: 'State the RPO that the backups carry, or the interval at which they really run.',
  *check({ base }) {
    const rpo = valueInForce(base, 'continuity.rpo', 'duration');
    const backup = valueInForce(base, 'backup.frequency', 'frequency');
    if (rpo === undefined || backup === undefined) return;
    if (toSeconds(rpo.max, rpo.unit) >= toSeconds(backup.every, backup.unit)) return;
    yield {
      at: { kind: 'fact', id: 'continuity.rpo' },
      path: ['value', 'max'],
      message: `fact continuity.rpo promises ${describeAmount(rpo.max, rpo.unit)}, but backups run ${describeInterval(backup.every, backup.unit)} (fact backup.frequency)`,
    };
  },
};

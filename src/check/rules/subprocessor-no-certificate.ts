import { isInForce } from '../in-force.js';
import { isNobody } from '../nobody.js';
import type { Rule } from '../rule.js';

/** Sub-processors must give sufficient guarantees (GDPR Art. 28(1) and (4)); customers ask for their certificates. */
export const subprocessorNoCertificate: Rule = {
  id: 'subprocessor/no-certificate',
  severity: 'warning',
  summary: 'a sub-processor without a certificate',
  hint: 'Ask the sub-processor for its certificates and list them, or accept the finding with the reason.',
  *check({ base }) {
    for (const fact of base.facts.values()) {
      if (fact.value.kind !== 'parties' || !isInForce(fact)) continue;
      for (const [index, { short, certificates }] of fact.value.parties.entries()) {
        if (certificates.some((name) => !isNobody(name))) continue;
        yield {
          at: { kind: 'fact', id: fact.id },
          path: ['value', 'parties', index],
          message: `sub-processor ${short} has no certificate`,
        };
      }
    }
  },
};

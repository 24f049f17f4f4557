import type { Fact } from '../facts/schema.js';
import type { TopicCard } from '../topics/compile.js';
import type { ValueKind } from '../topics/schema.js';

type Words = Fact['label'];

const ANY: Words = { de: 'angenommen', en: 'supposed' };

/** A value of each kind. Only the kind and the unit matter: whether a question's limit could be compared with it. */
const VALUES: { readonly [K in ValueKind]: Extract<Fact['value'], { kind: K }> } = {
  none: { kind: 'none' },
  percentage: { kind: 'percentage', percent: 99.9 },
  duration: { kind: 'duration', max: 24, unit: 'hours' },
  frequency: { kind: 'frequency', every: 1, unit: 'years' },
  retention: { kind: 'retention', standard: 90, unit: 'days' },
  algorithm: { kind: 'algorithm', name: 'AES', key_bits: 256 },
  versions: { kind: 'versions', protocol: 'TLS', accepted: ['1.2', '1.3'] },
  product: { kind: 'product', products: [ANY.en] },
  region: { kind: 'region', area: 'EU' },
  parties: { kind: 'parties', parties: [{ name: ANY.en, short: ANY.en, purpose: ANY, certificates: [] }] },
  document: { kind: 'document', document: 'supposed' },
  milestone: { kind: 'milestone' },
  text: { kind: 'text', text: ANY },
  separation: { kind: 'separation', text: ANY, layers: [{ layer: 'database', by: 'dedicated' }] },
};

/**
 * A fact that nobody has stated: what the company could say on a topic if it had something in place, with a value of the
 * kind that the topic expects. It tells whether a question would be decided by such a fact; it is never written anywhere.
 */
export function supposeFact({ id, value, label }: Pick<TopicCard, 'id' | 'value' | 'label'>): Fact {
  return {
    id,
    status: 'implemented',
    value: VALUES[value],
    label,
    display: ANY,
    evidence: [],
    source: { section: 'supposed', row: 1 },
    owner: 'nobody',
    recorded: '2000-01-01',
    accept: [],
  };
}

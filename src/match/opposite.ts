import type { Fact } from '../facts/schema.js';
import { fold } from '../text/normalise.js';
import type { Candidate } from './explain-clause.js';

/** Areas within the European Union or Economic Area, folded: what the catalogue's words about residency speak of. */
const EUROPEAN_AREAS = new Set([
  'eu',
  'eea',
  'ewr',
  'europe',
  'europa',
  'european union',
  'europaische union',
  'european economic area',
  'eu/eea',
  'eu/ewr',
  'germany',
  'deutschland',
  'austria',
  'osterreich',
  'france',
  'frankreich',
  'ireland',
  'irland',
  'netherlands',
  'niederlande',
]);

/**
 * Whether the value of a fact that is in force carries a yes or no to a clause. The words of a topic name a state that is
 * usual ("stored in the EU") and its opposite ("outside the EU"); a value may be another, or may leave the opposite open:
 * data in EU data centres *as well*, plain HTTP not mentioned, customers in one database that is parted by logic alone.
 */
export function isStated({ value, status }: Fact, chosen: Candidate): boolean {
  if (status !== 'implemented') return true;
  const isAdverse = chosen.hits.some((hit) => hit.isAdverse);
  switch (value.kind) {
    case 'region': {
      if (value.area !== undefined && !EUROPEAN_AREAS.has(fold(value.area))) return false;
      const rulesOut = value.exclusive ?? (value.multiple === true || value.area === undefined);
      return !isAdverse || rulesOut;
    }
    case 'versions':
      return !isAdverse || value.plain_http === 'refused';
    case 'separation':
      return !isAdverse || value.layers.every(({ layer, by }) => layer !== 'database' || by !== 'logical');
    case 'frequency':
      return !isAdverse || value.automated === true;
    default:
      return true;
  }
}

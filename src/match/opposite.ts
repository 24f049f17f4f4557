import type { Fact } from '../facts/schema.js';
import { fold } from '../text/normalise.js';
import type { Candidate } from './explain-clause.js';

/** Members of the European Economic Area (ISO 3166-1): the 27 of the Union, Iceland, Liechtenstein and Norway. */
const MEMBERS =
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO'.split(' ');

/** Names of the area as a whole, folded. */
const WHOLE = [
  'eu',
  'eea',
  'ewr',
  'eu/eea',
  'eu/ewr',
  'europe',
  'europa',
  'european union',
  'europaische union',
  'european economic area',
  'europaischer wirtschaftsraum',
];

let areas: ReadonlySet<string> | undefined;

/** Areas of which the catalogue's words about residency hold, folded: the EEA, its members by name or code. */
function europeanAreas(): ReadonlySet<string> {
  if (!areas) {
    const names = (['de', 'en'] as const).map(
      (language) => new Intl.DisplayNames(language, { type: 'region' }),
    );
    const members = MEMBERS.flatMap((code) => [code, ...names.map((of) => of.of(code) ?? code)]);
    areas = new Set([...WHOLE, ...members.map(fold)]);
  }
  return areas;
}

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
      if (value.area !== undefined && !europeanAreas().has(fold(value.area))) return false;
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

/** Member states of the European Union, in English and German and as ISO 3166 codes (as of 2020-02-01). */
const EU_MEMBERS =
  'austria österreich at belgium belgien be bulgaria bulgarien bg croatia kroatien hr cyprus zypern cy ' +
  'czechia tschechien cz denmark dänemark dk estonia estland ee finland finnland fi france frankreich fr ' +
  'germany deutschland de greece griechenland gr hungary ungarn hu ireland irland ie italy italien it ' +
  'latvia lettland lv lithuania litauen lt luxembourg luxemburg lu malta mt netherlands niederlande nl ' +
  'poland polen pl portugal pt romania rumänien ro slovakia slowakei sk slovenia slowenien si spain spanien es ' +
  'sweden schweden se';
/** The European Economic Area: the EU with Iceland, Liechtenstein and Norway. */
const EEA_REST = 'iceland island is liechtenstein li norway norwegen no';
/** Words that say nothing of a place. */
const FILLER: ReadonlySet<string> = new Set(
  'only nur within innerhalb the der und and region regions data centres'.split(' '),
);

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}]+/gu) ?? [];

const EU = new Set(['eu', 'european', 'union', 'europäische', 'europäischen', ...EU_MEMBERS.split(' ')]);
const EEA = new Set([...EU, 'eea', 'ewr', 'economic', 'area', ...EEA_REST.split(' ')]);
const GERMANY = new Set(['germany', 'deutschland', 'de', 'german', 'deutsch']);
const AREAS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['eu', EU],
  ['european union', EU],
  ['europäische union', EU],
  ['eea', EEA],
  ['ewr', EEA],
  ['eu/eea', EEA],
  ['eu/ewr', EEA],
  ['germany', GERMANY],
  ['deutschland', GERMANY],
]);

/**
 * True where a region lies within an area for certain: `Ireland` within `EU`. `EMEA`, `Global`, `Europe` and anything
 * unknown do not.
 */
export function isWithin(region: string, area: string): boolean {
  const known = AREAS.get(area.trim().toLowerCase()) ?? new Set(words(area));
  const named = words(region).filter((word) => !FILLER.has(word));
  return named.length > 0 && named.every((word) => known.has(word));
}

/** Regions as names of companies carry them. `AWS EMEA`; not `Americana Ltd`. */
const IN_NAME = /\b(?:EMEA|APAC|AMER|LATAM|USA|US|UK|Global|Worldwide)\b/;

/** The region that a company's name carries, or null. */
export function regionInName(name: string): string | null {
  return IN_NAME.exec(name)?.[0] ?? null;
}

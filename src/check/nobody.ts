/** Texts that stand where a name should. `TBD`, `?`, `N. N.`, `noch offen`; not `Security team`, `Noneberg GmbH`. */
const NOBODY =
  /^(?:[-–—_?.*\s]*|tb[dac]|todo|n\.? ?[an]\.?|n\/a|(?:none|nobody|unknown|unassigned|open|niemand|unbekannt|offen|kein\p{L}*)(?: (?:yet|bisher|bislang))?|(?:not|noch|nicht)(?: (?:yet|nicht|noch|offen|zu|known|unbekannt|assigned|benannt|bekannt|vergeben|benennen))+)$/iu;

/** True for a text that names nobody and nothing. */
export function isNobody(text: string): boolean {
  return NOBODY.test(text.trim());
}

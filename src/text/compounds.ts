import { type StemLanguage, stem } from './stem.js';

/** Shortest part of a compound, in letters. */
const SHORTEST_PART = 4;
/** Longest word that is split, in letters; longer ones are noise. */
const LONGEST_WORD = 60;
/** Letters that German puts between parts: `Verarbeitungs|verzeichnis`, `Daten|schutz` needs none. */
const LINKS = ['', 's', 'es', 'n', 'en'];
/** Prefixes that count as a part though they are short: `sub|processor`, `multi|factor`, `un|…` is not among them. */
const SHORT_PARTS = new Set([
  'sub',
  'web',
  'log',
  'key',
  'api',
  'sla',
  'waf',
  'mfa',
  'sso',
  'usb',
  'ki',
  'ai',
  'it',
  'db',
]);

/**
 * Splits a folded word into the roots of known words, or gives null when it is not made of them alone.
 * @param isKnown whether a root belongs to the vocabulary
 */
export function splitCompound(
  folded: string,
  language: StemLanguage,
  isKnown: (root: string) => boolean,
): string[] | null {
  if (folded.length < 2 * SHORTEST_PART - 1 || folded.length > LONGEST_WORD) return null;
  return splitFrom(folded, language, isKnown, 2);
}

function splitFrom(
  rest: string,
  language: StemLanguage,
  isKnown: (root: string) => boolean,
  depth: number,
): string[] | null {
  for (let at = rest.length - 2; at >= 2; at -= 1) {
    const head = partRoot(rest.slice(0, at), language, isKnown);
    if (!head) continue;
    for (const link of LINKS) {
      if (link && (language === 'en' || !rest.startsWith(link, at))) continue;
      const tail = rest.slice(at + link.length);
      const whole = partRoot(tail, language, isKnown);
      if (whole) return [head, whole];
      const parts = depth > 0 ? splitFrom(tail, language, isKnown, depth - 1) : null;
      if (parts) return [head, ...parts];
    }
  }
  return null;
}

function partRoot(part: string, language: StemLanguage, isKnown: (root: string) => boolean): string | null {
  if (SHORT_PARTS.has(part)) return stem(part, language);
  if (part.length < SHORTEST_PART) return null;
  const root = stem(part, language);
  return isKnown(root) ? root : null;
}

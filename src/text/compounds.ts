import type { StemLanguage } from './stem.js';

/** Shortest part of a compound, in letters. */
const SHORTEST_PART = 4;
/** Longest word that is split, in letters; longer ones are noise. */
const LONGEST_WORD = 60;
/** Most cuts in one word. */
const MOST_SPLITS = 3;
/** Letters that German puts between parts: `Verarbeitungs|verzeichnis`, `Daten|schutz` needs none. */
const LINKS = ['', 's', 'es', 'n', 'en'];
/** Endings of German case and number that the listed form of the last part may lack: `vorfall|s`, `konzept|es`. */
const ENDINGS = ['s', 'es', 'n', 'en', 'e', 'er', 'ern'];
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
 * Splits a folded word into known words, or gives null when it is not made of them alone. A part may lack or carry the
 * ending that its listed form has: `verschlusselung|s|konzept`, `daten|schutz`.
 * @param isKnown whether a folded word belongs to the vocabulary
 */
export function splitCompound(
  folded: string,
  language: StemLanguage,
  isKnown: (word: string) => boolean,
): string[] | null {
  if (folded.length < 2 * SHORTEST_PART - 1 || folded.length > LONGEST_WORD) return null;
  return splitFrom(folded, language, isKnown, MOST_SPLITS);
}

function splitFrom(
  rest: string,
  language: StemLanguage,
  isKnown: (word: string) => boolean,
  splits: number,
): string[] | null {
  for (let at = rest.length - 2; at >= 2; at -= 1) {
    const head = rest.slice(0, at);
    if (!isPart(head, isKnown)) continue;
    for (const link of LINKS) {
      if (link && (language === 'en' || !rest.startsWith(link, at))) continue;
      const tail = rest.slice(at + link.length);
      const last = lastPart(tail, language, isKnown);
      if (last) return [head, last];
      const parts = splits > 1 ? splitFrom(tail, language, isKnown, splits - 1) : null;
      if (parts) return [head, ...parts];
    }
  }
  return null;
}

/** The tail as it is listed, or null where it is not. */
function lastPart(tail: string, language: StemLanguage, isKnown: (word: string) => boolean): string | null {
  if (isPart(tail, isKnown)) return tail;
  if (language === 'en') return null;
  const forms = ENDINGS.filter((ending) => tail.endsWith(ending)).map((ending) =>
    tail.slice(0, -ending.length),
  );
  return forms.find((form) => isPart(form, isKnown)) ?? null;
}

function isPart(part: string, isKnown: (word: string) => boolean): boolean {
  if (SHORT_PARTS.has(part)) return true;
  return part.length >= SHORTEST_PART && isKnown(part);
}

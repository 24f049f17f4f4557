import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemGerman } from '@orama/stemmers/german';
import { fold } from './normalise.js';

export type StemLanguage = 'de' | 'en';

/** Shortest root that a further suffix may leave behind, in letters. */
const SHORTEST_ROOT = 4;

/** Words up to this length are acronyms or have no endings: `IDS` is not `ID`. */
const LONGEST_UNSTEMMED = 3;

/** `-test` is a word, though Snowball takes `-est` for an ending: `Restoretests`; not `getestet`. */
const GERMAN_TEST = /^(.*test)(?:s|e|en|es)?$/u;

/** German endings that Snowball leaves on and that only tell verb from noun: `prüfung`, `zertifiziert`, `speicher(n)`. */
const GERMAN_ENDINGS = ['ierung', 'ieren', 'iert', 'ier', 'ung', 'ig', 'et', 'en', 'er', 'el', 't', 'n', 'i'];

/** `-heit` and `-keit` make other words, not other forms: `Sicherheit` is not `Sicherung`. */
const GERMAN_ABSTRACT = /^(.{3,}?[hk]eit)(?:en|s)?$/u;

/** Participles with `ge-`: `gespeichert`, `geprüft`; not `gesetz`, which has no final t. */
const GERMAN_PARTICIPLE = /^ge(?=.{4,}t(?:e[nmrs]?)?$)/u;

/** English nouns on `-ption` and `-ction` whose verb ends in `-pt`, `-ct`: `encryption`, `protection`. */
const ENGLISH_NOUN = /(?<=.{3}[pc]t)ion(?=s?$)/u;

/**
 * The root of a word: what its verb, noun and inflected forms share. Not a dictionary form, only a key for comparing.
 * Snowball first, then the endings that it leaves.
 */
export function stem(word: string, language: StemLanguage): string {
  const folded = fold(word);
  if (folded.length <= LONGEST_UNSTEMMED) return folded;
  return language === 'de' ? germanRoot(folded) : englishRoot(folded);
}

function germanRoot(folded: string): string {
  const abstract = GERMAN_ABSTRACT.exec(folded);
  if (abstract?.[1]) return abstract[1];
  const test = GERMAN_TEST.exec(folded);
  if (test?.[1]) return test[1];
  let root = stemGerman(folded.replace(GERMAN_PARTICIPLE, ''));
  for (;;) {
    const ending = GERMAN_ENDINGS.find((e) => root.endsWith(e) && root.length - e.length >= SHORTEST_ROOT);
    if (!ending) return root;
    root = root.slice(0, -ending.length);
  }
}

function englishRoot(folded: string): string {
  const root = stemEnglish(folded.replace(ENGLISH_NOUN, ''));
  return root.length > SHORTEST_ROOT && root.endsWith('i') ? root.slice(0, -1) : root;
}

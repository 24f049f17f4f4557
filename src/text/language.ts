import { fold, normalise } from './normalise.js';
import type { StemLanguage } from './stem.js';
import { splitNormalised } from './tokenise.js';

/** Words of one language for telling languages apart, folded. */
export interface LanguageWords {
  readonly stop: ReadonlySet<string>;
  /** Whether the catalogue knows the word in this language. */
  isKnown(word: string): boolean;
}

/** Letters that German has and English has not. */
const GERMAN_LETTER = /[äöüß]/i;

/** Scripts in which no question is understood; `Привет` matches, `Grüße` does not. */
const FOREIGN_LETTER = /(?!\p{Script=Latin}|\p{Script=Common}|\p{Script=Greek})\p{L}/u;

/** Words up to this length tell little: English `it` is also IT. */
const SHORT = 2;

/** Weights of the signs: a function word, a letter of the alphabet, a word that only one catalogue knows. */
const WEIGHT = { stop: 2, letter: 3, known: 1 } as const;

/**
 * Language of a question: German, English, or `other` where function words of another language or another script prevail.
 * Only two languages are answered and questions are often two words long ("RPO (Stunden)"), so the catalogue's own
 * vocabulary tells more than letter statistics.
 * @param fallback what to assume where nothing tells (`RTO`)
 * @param others folded function words of languages that are not answered, a set each
 */
export function detectLanguage(
  text: string,
  words: Readonly<Record<StemLanguage, LanguageWords>>,
  fallback: StemLanguage,
  others: readonly ReadonlySet<string>[],
): StemLanguage | 'other' {
  const clean = normalise(text);
  // A letter alone is a mark of a form: "(j/n)".
  const surfaces = splitNormalised(clean).filter(
    (token) => token.kind === 'word' && token.surface.length > 1,
  );
  if (surfaces.length === 0) return fallback;
  const foreign = surfaces.filter((token) => FOREIGN_LETTER.test(token.surface)).length;
  if (foreign * 2 > surfaces.length) return 'other';
  const score = { de: 0, en: 0 };
  const otherScores = others.map(() => 0);
  for (const { surface } of surfaces.slice(0, 200)) {
    const folded = fold(surface);
    if (GERMAN_LETTER.test(surface)) score.de += WEIGHT.letter;
    const isStop = { de: words.de.stop.has(folded), en: words.en.stop.has(folded) };
    // `max` and `in` are words of English as well.
    if (isStop.de && words.en.isKnown(folded)) continue;
    if (isStop.de !== isStop.en)
      score[isStop.de ? 'de' : 'en'] += surface.length > SHORT ? WEIGHT.stop : WEIGHT.known;
    else if (!isStop.de) {
      const isKnown = { de: words.de.isKnown(folded), en: words.en.isKnown(folded) };
      if (isKnown.de !== isKnown.en) score[isKnown.de ? 'de' : 'en'] += WEIGHT.known;
    }
    for (const [index, stop] of others.entries()) {
      if (stop.has(folded)) otherScores[index] = (otherScores[index] ?? 0) + WEIGHT.stop;
    }
  }
  const best = Math.max(score.de, score.en);
  if (Math.max(0, ...otherScores) > best + WEIGHT.stop) return 'other';
  if (score.de === score.en) return fallback;
  return score.de > score.en ? 'de' : 'en';
}

import { splitCompound } from './compounds.js';
import type { Lexicon } from './lexicon.js';
import { fold } from './normalise.js';
import { createSpeller, type Speller } from './spelling.js';

/** The roots that a word stands for: one, or several for a compound. */
export interface WordRoots {
  readonly roots: readonly string[];
  /** False when no list, topic or compound knows the word. */
  readonly isKnown: boolean;
  /** The word that was understood instead of a mistyped one. */
  readonly corrected?: string;
}

/** `Patientendaten`, `Spenderdaten` are data; words that a topic knows, such as `Protokolldaten`, are looked up before. */
const KIND_OF_DATA = /^.{4,}(daten)$/u;

/** English words that are endings when they stand at the end of another. */
const NO_PARTS = new Set(['able', 'less', 'ness', 'ship', 'wise', 'like', 'over', 'under', 'ward']);

/** Words whose roots are remembered. */
const MOST_REMEMBERED = 50_000;

/** All words that the catalogue and the lexicon of a language use. */
export interface Vocabulary {
  /** Takes a word as written. */
  rootsOf(word: string): WordRoots;
  /** Whether a folded word is known as it stands, without correcting it. */
  isKnown(folded: string): boolean;
}

/**
 * @param words every folded word of the catalogue's phrases and of the lexicon
 */
export function createVocabulary(lexicon: Lexicon, words: ReadonlySet<string>): Vocabulary {
  const known = new Set<string>();
  for (const word of words) known.add(lexicon.root(word));
  for (const root of lexicon.atoms) known.add(root);
  const cache = new Map<string, WordRoots>();
  let speller: Speller | null = null;
  // English builds few compounds; `reportable` is not `report` + `able`.
  const isPlain = (part: string): boolean =>
    lexicon.stop.has(part) || (lexicon.language === 'en' && NO_PARTS.has(part));
  const isPart = (part: string): boolean => words.has(part) && !isPlain(part);

  const understood = new Map<string, WordRoots | null>();
  const understand = (folded: string): WordRoots | null => {
    const remembered = understood.get(folded);
    if (remembered !== undefined) return remembered;
    const found = look(folded);
    if (understood.size < MOST_REMEMBERED) understood.set(folded, found);
    return found;
  };

  const look = (folded: string): WordRoots | null => {
    const root = lexicon.root(folded);
    const isWhole = lexicon.irregular.has(folded) || lexicon.atoms.has(root) || lexicon.generic.has(root);
    if (isWhole || lexicon.stop.has(folded)) return { roots: [root], isKnown: true };
    const parts = splitCompound(folded, lexicon.language, isPart);
    if (parts) return { roots: parts.map((part) => lexicon.root(part)), isKnown: true };
    if (known.has(root)) return { roots: [root], isKnown: true };
    const kind = lexicon.language === 'de' ? KIND_OF_DATA.exec(folded)?.[1] : undefined;
    return kind ? { roots: [lexicon.root(kind)], isKnown: true } : null;
  };

  const rootsOf = (word: string): WordRoots => {
    const folded = fold(word);
    const remembered = cache.get(folded);
    if (remembered) return remembered;
    let found = understand(folded);
    if (!found) {
      speller ??= createSpeller(words);
      const corrected = speller(folded);
      const meant = corrected ? understand(corrected) : null;
      found =
        meant && corrected ? { ...meant, corrected } : { roots: [lexicon.root(folded)], isKnown: false };
    }
    if (cache.size < MOST_REMEMBERED) cache.set(folded, found);
    return found;
  };
  return { rootsOf, isKnown: (folded) => understand(folded) !== null };
}

import type { HeaderPhrase, HeaderRole, IgnoreGroup, LayoutLexicon } from './layout-words.js';
import { findPhrase, tokenMatches } from './match-phrase.js';
import { labelTokens, MAX_LABEL_LENGTH } from './normalise-label.js';
import type { OptionKind, OptionLexicon } from './option-words.js';
import { readOption } from './read-option.js';

/** What a header says about its column. */
export interface HeaderName {
  readonly role: HeaderRole | 'ignore';
  readonly group: IgnoreGroup | null;
  /** The header asks how something is done, as in `Description of implementation`. */
  readonly isMeasure: boolean;
  /** The phrase of the word lists that decided. */
  readonly phrase: string;
  /** Share of the header's words that known phrases explain, 0..1. */
  readonly coverage: number;
  /** Roles that the rest of the header names: `Answer / Evidence` also names evidence. */
  readonly also: readonly HeaderRole[];
}

interface Hit {
  readonly entry: HeaderPhrase;
  readonly start: number;
  readonly end: number;
}

/** A header with more words than this is a sentence. */
const MAX_HEADER_WORDS = 16;

/** `Response (Yes/No)`: what stands in brackets. Not an unclosed bracket. */
const BRACKETS = /\(([^()]*)\)|\[([^[\]]*)\]/g;

/** `Comments and evidence`, `Antwort / Nachweis`. Not the `und` within `Grundschutz`. */
const CONJUNCTION =
  /[/&+,;:\n|–—]|\s-\s|\s(?:and|or|und|oder|sowie|et|ou|y|o|e|en|of|inkl\.?|incl\.?|including)\s/iu;

/** `Yes/No`, `Ja, Nein oder teilweise`: what separates answers in a header. */
const CHOICE_SEPARATOR = /[/|,;\n]|\s(?:or|oder|ou|of|o)\s/iu;

/** Words whose patterns are remembered; a sheet of a million cells has more, and they come once. */
const MOST_WORDS = 50_000;
const patternsByWord = new WeakMap<LayoutLexicon, Map<string, readonly number[]>>();

/** Indexes of the patterns that may begin at a word. The same words come again and again, whole texts do not. */
function patternsAt(word: string, lexicon: LayoutLexicon): readonly number[] {
  const known = patternsByWord.get(lexicon) ?? new Map<string, readonly number[]>();
  patternsByWord.set(lexicon, known);
  const before = known.get(word);
  if (before !== undefined) return before;
  const found = lexicon.headerPatterns.flatMap(({ phrase }, index) => {
    const [first] = phrase.tokens;
    return first !== undefined && tokenMatches(first, word) ? index : [];
  });
  if (known.size >= MOST_WORDS) known.clear();
  known.set(word, found);
  return found;
}

/** True when some phrase begins with one of the words. */
function isKnown(words: readonly string[], lexicon: LayoutLexicon): boolean {
  return words.some((word) => lexicon.headersByWord.has(word) || patternsAt(word, lexicon).length > 0);
}

function findHits(words: readonly string[], lexicon: LayoutLexicon): Hit[] {
  const distinct = [...new Set(words)];
  const known = distinct.flatMap((word) => lexicon.headersByWord.get(word) ?? []);
  const indexes = new Set(distinct.flatMap((word) => patternsAt(word, lexicon)));
  const patterns = [...indexes].sort((a, b) => a - b).flatMap((index) => lexicon.headerPatterns[index] ?? []);
  const hits = [...known, ...patterns].flatMap((entry) =>
    findPhrase(entry.phrase, words).map(({ start, end }) => ({ entry, start, end })),
  );
  const isWithin = (a: Hit, b: Hit) =>
    b.entry.language === a.entry.language &&
    b.start <= a.start &&
    b.end >= a.end &&
    b.end - b.start > a.end - a.start;
  return hits.filter((hit) => !hits.some((other) => isWithin(hit, other)));
}

/** Better first: the head of the compound, then the longer phrase. */
function compareHits(a: Hit, b: Hit): number {
  const place = a.entry.head === 'last' ? b.end - a.end : a.start - b.start;
  return place || b.end - b.start - (a.end - a.start);
}

function coverageOf(hits: readonly Hit[], words: readonly string[]): number {
  const covered = new Set(
    hits.flatMap(({ start, end }) => words.slice(start, end).map((_, at) => start + at)),
  );
  return words.length === 0 ? 0 : covered.size / words.length;
}

/** The hit that names a part of a header, chosen within the language that explains most of its words. */
function bestHit(words: readonly string[], whole: readonly Hit[], lexicon: LayoutLexicon): Hit | undefined {
  if (whole.length < 2) return whole[0];
  const cut = words.findIndex((word, index) => index > 0 && lexicon.prepositions.has(word));
  const head = cut < 0 ? whole : whole.filter(({ start }) => start <= cut);
  const hits = head.length > 0 ? head : whole;
  const byLanguage = new Map<string, Hit[]>();
  for (const hit of hits) {
    byLanguage.set(hit.entry.language, [...(byLanguage.get(hit.entry.language) ?? []), hit]);
  }
  const groups = [...byLanguage.values()].map((group) => ({ group, coverage: coverageOf(group, words) }));
  groups.sort((a, b) => b.coverage - a.coverage);
  return groups[0]?.group.sort(compareHits)[0];
}

function bestOf(text: string, lexicon: LayoutLexicon): Hit | undefined {
  const words = labelTokens(text);
  return bestHit(words, findHits(words, lexicon), lexicon);
}

const ABOUT_THE_QUESTION: ReadonlySet<string> = new Set(['question', 'id', 'control', 'section']);

/**
 * Names the role of a column from its header.
 *
 * @param header text of the header cell
 * @returns undefined when no word of it is known, or when it is a sentence
 */
export function nameHeader(header: string, lexicon: LayoutLexicon): HeaderName | undefined {
  const outside = header.replace(BRACKETS, ' ');
  const words = labelTokens(outside.trim() === '' ? header : outside);
  if (words.length === 0) return undefined;
  if (words.length > MAX_HEADER_WORDS)
    return nameHeader((outside.split(/[\n:.]/)[0] ?? '').slice(0, 80), lexicon);
  // All that follows looks at these words, or at some of them.
  const all = header === outside ? words : labelTokens(header);
  if (header.length <= MAX_LABEL_LENGTH && !isKnown(all, lexicon)) return undefined;
  const parts = (outside.trim() === '' ? header : outside).split(CONJUNCTION);
  const hits = findHits(words, lexicon);
  const whole = bestHit(words, hits, lexicon);
  const found = whole === undefined ? [] : [whole];
  const partHits = parts.length === 1 ? found : parts.flatMap((part) => bestOf(part, lexicon) ?? []);
  const isExact = whole !== undefined && whole.end - whole.start === words.length;
  const chosen = isExact
    ? whole
    : (partHits.find(({ entry }) => entry.role === 'question') ?? partHits[0] ?? whole);
  const allHits = all === words ? hits : findHits(all, lexicon);
  const customers = allHits.find(({ entry }) => entry.group === 'customer');
  if (customers !== undefined && !ABOUT_THE_QUESTION.has(chosen?.entry.role ?? 'ignore')) {
    return nameFrom(customers, coverageOf(hits, words), []);
  }
  if (chosen !== undefined) return nameFrom(chosen, coverageOf(hits, words), partHits);
  const inBrackets = [...header.matchAll(BRACKETS)].map((match) => match[1] ?? match[2] ?? '').join(' ');
  return inBrackets === '' || outside.trim() === '' ? undefined : nameHeader(inBrackets, lexicon);
}

function nameFrom(hit: Hit, coverage: number, others: readonly Hit[]): HeaderName {
  const { role, group, isMeasure, phrase } = hit.entry;
  const also = others.map(({ entry }) => entry.role).filter((other) => other !== 'ignore' && other !== role);
  return {
    role,
    group,
    isMeasure,
    phrase: phrase.source.replace(/[=*]/g, ''),
    coverage,
    also: [...new Set(also)] as HeaderRole[],
  };
}

/**
 * The kind of answer that a column of an X matrix stands for: `Yes`, `Nein`, `N/A`, `Partially`.
 *
 * @returns undefined when the header is more than such a word
 */
export function choiceKind(header: string, options: OptionLexicon): OptionKind | undefined {
  if (header.length > 40) return undefined;
  const { kinds, isBare } = readOption(header.replace(BRACKETS, ' '), options);
  const [kind, second] = kinds;
  if (!isBare || second !== undefined || kind === 'placeholder') return undefined;
  return kind;
}

/** True when the header lists answers to choose from: `Yes/No`, `Response (Y/N/N.A.)`, `Erfüllt? Ja / Nein / teilweise`. */
export function listsChoices(header: string, options: OptionLexicon): boolean {
  const inBrackets = [...header.matchAll(BRACKETS)].map((match) => match[1] ?? match[2] ?? '');
  return [header.replace(BRACKETS, ' '), ...inBrackets].some((part) => {
    const choices = part.replace(/\bn\s*\/\s*a\b/gi, 'n.a.').split(CHOICE_SEPARATOR);
    if (choices.length < 2) return false;
    const kinds = choices.map((choice) =>
      choiceKind(choice.replace(/^.*\?/s, '').replace(/[?.]$/, ''), options),
    );
    return kinds.includes('yes') && (kinds.includes('no') || kinds.includes('partial'));
  });
}

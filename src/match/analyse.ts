import { createExpander, type Expander } from '../text/abbreviations.js';
import { WORDED_ASKS, type WordedAsk } from '../text/lexicon.js';
import { fold, MAX_QUESTION_LENGTH, normalise } from '../text/normalise.js';
import { createPhraseIndex, type PhraseIndex } from '../text/phrases.js';
import { createFigureReader, type Figure, type FigureReader } from '../text/quantity.js';
import { splitNormalised, type Token } from '../text/tokenise.js';
import type { LanguageCatalogue } from '../topics/catalogue.js';

/** A word of the question as the matcher sees it. */
export interface Word {
  /** Token position in the question. */
  readonly at: number;
  readonly surface: string;
  readonly roots: readonly string[];
  /** `content` words must be explained; `plain` ones demand nothing; `figure` ones belong to a limit. */
  readonly kind: 'content' | 'plain' | 'figure';
  /** Part of an illustration ("e.g. ..."): may name a topic, demands nothing. */
  readonly isSoft: boolean;
  readonly corrected?: string;
}

/** A part of a question that asks for one thing. */
export interface Clause {
  readonly words: readonly Word[];
  readonly figures: readonly Figure[];
  readonly asks: ReadonlySet<WordedAsk>;
  /** Those that come before any word with content: what the clause is about, not one item of a list. */
  readonly leadingAsks: ReadonlySet<WordedAsk>;
  /** A yes or no (question or statement to confirm), a value, a description, or either (a keyword stub such as "MFA"). */
  readonly wants: 'confirm' | 'value' | 'describe' | 'either';
  /** The second of two possibilities: "..., or does it run in a cloud?" */
  readonly isAlternative: boolean;
  /** Says that something is kept out: "blocked", "abgeschaltet". */
  readonly isRefusal: boolean;
  /** Speaks of the subject before it by a pronoun: "... and are they certified?" */
  readonly refersBack: boolean;
  /** Speaks of all: "every", "sämtliche". */
  readonly isAboutAll: boolean;
  /** Asks for what can be had on request or by contract. */
  readonly isByContract: boolean;
  /** Asks more about what came before: "If so, ...", "including ...". */
  readonly isFollowUp: boolean;
  /** A statement about the customer ("Our policy requires ..."), which matters only where a question does not follow. */
  readonly isPreamble: boolean;
  /** Token positions of words that turn the meaning round. */
  readonly negators: readonly number[];
  /** Token positions of joining words and commas. */
  readonly joints: readonly number[];
}

export interface Analysis {
  readonly clauses: readonly Clause[];
  readonly isTooLong: boolean;
}

/** Breaks questions of one language into clauses. */
export interface Analyser {
  analyse(text: string): Analysis;
}

interface Phrases {
  readonly asks: PhraseIndex<WordedAsk>;
  readonly valueAsks: PhraseIndex<true>;
  readonly describeAsks: PhraseIndex<true>;
  readonly alternativeJoints: PhraseIndex<true>;
  readonly confirmOpeners: PhraseIndex<true>;
  readonly clauseOpeners: PhraseIndex<true>;
  readonly illustrations: PhraseIndex<true>;
  readonly additions: PhraseIndex<true>;
  readonly coordination: PhraseIndex<true>;
  readonly followUps: PhraseIndex<true>;
  readonly circumstances: PhraseIndex<true>;
  readonly preambles: PhraseIndex<true>;
  readonly negators: PhraseIndex<true>;
  readonly answerHints: PhraseIndex<true>;
  readonly idioms: PhraseIndex<true>;
  readonly refusals: PhraseIndex<true>;
  readonly pronouns: PhraseIndex<true>;
  readonly quantifiers: PhraseIndex<true>;
  readonly byContract: PhraseIndex<true>;
}

/** Marks that end a clause; a full stop inside a number is part of its token. */
const SENTENCE_MARKS = new Set(['.', '?', '!', ';', '•']);
const CLOSING = new Set([')', ']', '}']);

export function createAnalyser(catalogue: LanguageCatalogue): Analyser {
  const expand = createExpander(catalogue.lexicon);
  const figures = createFigureReader(catalogue.lexicon);
  const phrases = indexPhrases(catalogue);
  return { analyse: (text) => analyse(text, catalogue, expand, figures, phrases) };
}

function indexPhrases({ lexicon }: LanguageCatalogue): Phrases {
  const { words } = lexicon;
  const flags = (list: readonly string[]): PhraseIndex<true> =>
    createPhraseIndex(list.map((phrase) => [phrase, true] as const));
  return {
    asks: createPhraseIndex(
      WORDED_ASKS.flatMap((ask) => words.asks[ask].map((phrase) => [phrase, ask] as const)),
    ),
    valueAsks: flags(words.value_asks),
    describeAsks: flags(words.describe_asks),
    alternativeJoints: flags(words.alternative_joints),
    confirmOpeners: flags(words.confirm_openers),
    clauseOpeners: flags(words.clause_openers),
    illustrations: flags(words.illustrations),
    additions: flags(words.additions),
    coordination: flags(words.coordination),
    followUps: flags(words.follow_ups),
    circumstances: flags(words.circumstances),
    preambles: flags(words.preambles),
    negators: flags(words.negators),
    answerHints: flags(words.answer_hints),
    idioms: flags(words.idioms),
    refusals: flags(words.refusals),
    pronouns: flags(words.pronouns),
    quantifiers: flags(words.quantifiers),
    byContract: flags(words.by_contract),
  };
}

function analyse(
  text: string,
  catalogue: LanguageCatalogue,
  expand: Expander,
  reader: FigureReader,
  phrases: Phrases,
): Analysis {
  const clean = normalise(text);
  if (clean.length > MAX_QUESTION_LENGTH) return { clauses: [], isTooLong: true };
  const tokens = withoutHints(splitNormalised(expand(clean)), phrases);
  const folded = tokens.map((token) => fold(token.surface));
  const figures = reader.read(tokens);
  const clauses = segment(folded, phrases).map((span) =>
    readClause(span, tokens, folded, figures, catalogue, phrases),
  );
  return { clauses: clauses.filter((clause) => clause.words.length > 0), isTooLong: false };
}

/** Leaves out hints at the form of the answer: "(yes/no)". */
function withoutHints(tokens: readonly Token[], phrases: Phrases): Token[] {
  const folded = tokens.map((token) => fold(token.surface));
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const hint = phrases.answerHints.findAt(folded, at);
    const token = tokens[at];
    if (hint) at = hint.end - 1;
    else if (token) kept.push(token);
  }
  return kept;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly isFollowUp: boolean;
  /** Token positions inside illustrations. */
  readonly soft: ReadonlySet<number>;
}

/** Cuts the tokens into clauses: at sentence marks, at "and is ...", at "if so", at "including ...". */
function segment(folded: readonly string[], phrases: Phrases): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let isFollowUp = false;
  let soft = new Set<number>();
  const cut = (end: number, next: number, nextIsFollowUp: boolean): void => {
    if (end > start) spans.push({ start, end, isFollowUp, soft });
    start = next;
    isFollowUp = nextIsFollowUp;
    soft = new Set();
  };
  for (let at = 0; at < folded.length; at += 1) {
    const word = folded[at] ?? '';
    const illustration = phrases.illustrations.findAt(folded, at);
    if (illustration) {
      at = skipIllustration(folded, at, soft, phrases) - 1;
      continue;
    }
    if (SENTENCE_MARKS.has(word)) {
      cut(at, at + 1, false);
      continue;
    }
    const followUp = phrases.followUps.findAt(folded, at);
    if (followUp) {
      cut(at, followUp.end, true);
      at = followUp.end - 1;
      continue;
    }
    const addition = phrases.additions.findAt(folded, at);
    if (addition && at > start) {
      cut(at, addition.end, true);
      at = addition.end - 1;
      continue;
    }
    const joint = word === ',' ? at + 1 : phrases.coordination.findAt(folded, at)?.end;
    const isCircumstance = word === ',' && phrases.circumstances.findAt(folded, start) !== null;
    if (joint !== undefined && at > start && !isCircumstance && opensClause(folded, joint, phrases))
      cut(at, joint, false);
  }
  cut(folded.length, folded.length, false);
  return spans;
}

function opensClause(folded: readonly string[], at: number, phrases: Phrases): boolean {
  const next = folded[at] === 'and' || folded[at] === 'und' ? at + 1 : at;
  return phrases.clauseOpeners.findAt(folded, next) !== null;
}

/** Marks the tokens of an illustration as soft, up to a closing bracket, a sentence mark or the next clause. */
function skipIllustration(
  folded: readonly string[],
  from: number,
  soft: Set<number>,
  phrases: Phrases,
): number {
  let at = from;
  while (at < folded.length) {
    const word = folded[at] ?? '';
    if (CLOSING.has(word) || SENTENCE_MARKS.has(word)) return at;
    if (
      at > from &&
      (word === ',' || phrases.coordination.findAt(folded, at)) &&
      opensClause(folded, at + 1, phrases)
    )
      return at;
    soft.add(at);
    at += 1;
  }
  return at;
}

/** Ask only at the start of a clause; inside a yes/no question they join ("encrypted when it is stored"). */
const ASKS_AT_START: readonly WordedAsk[] = ['when', 'where', 'who'];

function readClause(
  span: Span,
  tokens: readonly Token[],
  folded: readonly string[],
  allFigures: readonly Figure[],
  catalogue: LanguageCatalogue,
  phrases: Phrases,
): Clause {
  const figures = allFigures.filter((figure) => figure.start >= span.start && figure.end <= span.end);
  const inFigure = new Set(figures.flatMap((figure) => range(figure.start, figure.end)));
  const asks = new Set<WordedAsk>();
  const leadingAsks = new Set<WordedAsk>();
  /** Tokens that demand nothing here: words of an ask, and of idioms such as "without undue delay". */
  const idle = new Set<number>();
  const negators: number[] = [];
  const joints: number[] = [];
  let hasValueAsk = false;
  let isOpened = false;
  const words: Word[] = [];
  for (let at = span.start; at < span.end; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    const ask = phrases.asks.findAt(folded, at);
    if (ask && !span.soft.has(at)) {
      asks.add(ask.value);
      if (!words.some((word) => word.kind === 'content')) leadingAsks.add(ask.value);
      for (const i of range(at, ask.end)) idle.add(i);
    }
    if (phrases.valueAsks.findAt(folded, at)) hasValueAsk ||= !span.soft.has(at);
    if (phrases.confirmOpeners.findAt(folded, at) && words.length === 0) isOpened = true;
    const idiom = phrases.idioms.findAt(folded, at);
    if (idiom) for (const i of range(at, idiom.end)) idle.add(i);
    const isIdle = idle.has(at) || inFigure.has(at) || span.soft.has(at);
    if (!isIdle && phrases.negators.findAt(folded, at)) negators.push(at);
    if (
      token.surface === ',' ||
      token.surface === '/' ||
      token.surface === '+' ||
      phrases.coordination.findAt(folded, at)
    )
      joints.push(at);
    if (token.kind === 'mark') continue;
    words.push(
      readWord(token, at, folded[at] ?? '', catalogue, span.soft.has(at), inFigure.has(at), idle.has(at)),
    );
  }
  if (isOpened) for (const ask of ASKS_AT_START) asks.delete(ask);
  const has = (index: PhraseIndex<true>): boolean =>
    range(span.start, span.end).some((at) => index.findAt(folded, at) !== null);
  return {
    words,
    figures,
    asks,
    leadingAsks,
    wants: wantsOf(words, folded, isOpened, hasValueAsk || asks.size > 0, has(phrases.describeAsks), phrases),
    isAlternative: span.start > 0 && phrases.alternativeJoints.findAt(folded, span.start - 1) !== null,
    isRefusal: has(phrases.refusals),
    refersBack: has(phrases.pronouns),
    isAboutAll: has(phrases.quantifiers),
    isByContract: has(phrases.byContract),
    isFollowUp: span.isFollowUp,
    isPreamble: !isOpened && asks.size === 0 && phrases.preambles.findAt(folded, span.start) !== null,
    negators,
    joints,
  };
}

/** Most words of a keyword stub. */
const LONGEST_STUB = 8;

function wantsOf(
  words: readonly Word[],
  folded: readonly string[],
  isOpened: boolean,
  asksForValue: boolean,
  asksForDescription: boolean,
  phrases: Phrases,
): Clause['wants'] {
  if (isOpened) return 'confirm';
  if (asksForValue) return 'value';
  if (asksForDescription) return 'describe';
  const hasVerb = words.some((word) => word.kind === 'plain' && isVerb(folded[word.at] ?? '', phrases));
  return words.length <= LONGEST_STUB && !hasVerb ? 'either' : 'confirm';
}

function isVerb(folded: string, phrases: Phrases): boolean {
  return phrases.confirmOpeners.findAt([folded], 0) !== null;
}

function readWord(
  token: Token,
  at: number,
  folded: string,
  catalogue: LanguageCatalogue,
  isSoft: boolean,
  isFigure: boolean,
  isAsk: boolean,
): Word {
  const { lexicon, vocabulary } = catalogue;
  const base = { at, surface: token.surface, isSoft };
  if (token.kind === 'number') {
    const isListNumber = /^\d$/.test(folded) && at === 0;
    return {
      ...base,
      roots: [folded.replace(',', '.')],
      kind: isFigure ? 'figure' : isListNumber ? 'plain' : 'content',
    };
  }
  const { roots, corrected } = vocabulary.rootsOf(token.surface);
  const isPlain =
    isAsk ||
    lexicon.stop.has(folded) ||
    folded.length === 1 ||
    roots.every((root) => lexicon.generic.has(root));
  const kind = isFigure ? 'figure' : isPlain ? 'plain' : 'content';
  return { ...base, roots, kind, ...(corrected !== undefined && { corrected }) };
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}

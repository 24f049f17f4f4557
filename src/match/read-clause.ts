import type { WordedAsk } from '../text/lexicon.js';
import type { PhraseIndex } from '../text/phrases.js';
import type { Figure } from '../text/quantity.js';
import type { Token } from '../text/tokenise.js';
import type { LanguageCatalogue } from '../topics/catalogue.js';
import type { Clause, Word } from './clause.js';
import type { ClausePhrases } from './clause-phrases.js';
import type { Span } from './segment.js';

/** The tokens of a question and what was found in all of them. */
export interface ReadTokens {
  readonly tokens: readonly Token[];
  readonly folded: readonly string[];
  readonly figures: readonly Figure[];
  /** The question offers answers to choose from: "(yes/no)". */
  readonly isToTick: boolean;
}

/** Ask only at the start of a clause; inside a yes/no question they join ("encrypted when it is stored"). */
const ASKS_AT_START: readonly WordedAsk[] = ['when', 'where', 'who'];

/** Makes a reader of clauses for one language. */
export function createClauseReader(
  catalogue: LanguageCatalogue,
  phrases: ClausePhrases,
): (span: Span, read: ReadTokens) => Clause {
  return (span, read) => {
    const { folded } = read;
    const figures = read.figures.filter(
      (figure) => figure.start >= span.start && figure.end <= span.end && !span.aside.has(figure.start),
    );
    const signs = readSigns(span, folded, figures, phrases);
    const words = readWords(span, read, signs, catalogue);
    const firm = range(span.start, span.end).filter((at) => !span.soft.has(at) && !span.aside.has(at));
    const has = (index: PhraseIndex<true>): boolean =>
      range(span.start, span.end).some((at) => index.findAt(folded, at) !== null);
    const firstWord = words[0]?.at ?? span.start;
    const isOpened =
      phrases.confirmOpeners.findAt(folded, firstWord) !== null ||
      (catalogue.lexicon.language === 'de' &&
        !isCommand(folded, firstWord, phrases) &&
        isVerbFirst(folded, firstWord));
    const asks = asksOf(firm, folded, words, isOpened, phrases);
    const asksForValue =
      asks.all.size > 0 ||
      firm.some((at) => phrases.valueAsks.findAt(folded, at) !== null && !isRelative(folded, at));
    return {
      words,
      figures,
      asks: asks.all,
      leadingAsks: asks.leading,
      isOpened,
      wants: wantsOf(
        words,
        folded,
        {
          isOpened,
          asksForValue,
          asksForDescription: has(phrases.describeAsks),
          namesValue: has(phrases.valueNouns),
          isToTick: read.isToTick,
        },
        phrases,
      ),
      isAlternative: span.start > 0 && phrases.alternativeJoints.findAt(folded, span.start - 1) !== null,
      refusals: range(span.start, span.end).flatMap((at) =>
        range(at, phrases.refusals.findAt(folded, at)?.end ?? at),
      ),
      refersBack: has(phrases.pronouns),
      isAboutAll: has(phrases.quantifiers),
      isExclusive: has(phrases.exclusives),
      isAboutDeletion: has(phrases.deletions),
      isByContract: has(phrases.byContract),
      isWorstCase: isWorstCase(folded.slice(firstWord, span.end)),
      isFollowUp: span.isFollowUp,
      endsSentence: span.endsSentence,
      isPreamble: !isOpened && asks.all.size === 0 && phrases.preambles.findAt(folded, span.start) !== null,
      negators: signs.negators,
      joints: signs.joints,
    };
  };
}

/** Tokens of a clause that shape it rather than carry content. */
interface Signs {
  /** They demand nothing here: words of an ask, and of idioms such as "without undue delay". */
  readonly idle: ReadonlySet<number>;
  readonly inFigure: ReadonlySet<number>;
  readonly dates: ReadonlySet<number>;
  readonly negators: readonly number[];
  readonly joints: readonly number[];
}

/** Begin a reason; what it denies does not turn what stands before it. */
const REASONS = new Set(['because', 'weil']);

/** Marks that join two demands. */
const JOINING_MARKS = new Set([',', '/', '+']);

function readSigns(
  span: Span,
  folded: readonly string[],
  figures: readonly Figure[],
  phrases: ClausePhrases,
): Signs {
  const inFigure = new Set(figures.flatMap((figure) => range(figure.start, figure.end)));
  const idle = new Set<number>();
  const dates = findDates(span, folded, phrases);
  const negators: number[] = [];
  const joints: number[] = [];
  let isReason = false;
  for (let at = span.start; at < span.end; at += 1) {
    const ask = span.soft.has(at) ? null : phrases.asks.findAt(folded, at);
    const idiom = phrases.idioms.findAt(folded, at);
    for (const i of range(at, Math.max(ask?.end ?? at, idiom?.end ?? at))) idle.add(i);
    const isIdle = idle.has(at) || inFigure.has(at) || span.soft.has(at) || span.aside.has(at);
    isReason ||= REASONS.has(folded[at] ?? '');
    if (!isIdle && !isReason && phrases.negators.findAt(folded, at)) negators.push(at);
    if (JOINING_MARKS.has(folded[at] ?? '') || phrases.coordination.findAt(folded, at)) joints.push(at);
  }
  return { idle, inFigure, dates, negators, joints };
}

/** `2026`, `2027`; not `27001` or `1999`. */
const YEAR = /^20[2-4]\d$/u;

/** Before a year these look back, which a plan does not answer: "vor 2026". */
const BACKWARDS = new Set(['before', 'since', 'to', 'vor', 'seit']);

/** Token positions of points in the calendar. */
function findDates(span: Span, folded: readonly string[], phrases: ClausePhrases): Set<number> {
  const find = (index: PhraseIndex<true>): number[] =>
    range(span.start, span.end).flatMap((at) => range(at, index.findAt(folded, at)?.end ?? at));
  const years = range(span.start, span.end).filter(
    (at) => YEAR.test(folded[at] ?? '') && !BACKWARDS.has(folded[at - 1] ?? ''),
  );
  const names = [...years, ...find(phrases.dateNames)];
  return new Set(names.length > 0 ? [...names, ...find(phrases.dateParts)] : []);
}

function readWords(span: Span, read: ReadTokens, signs: Signs, catalogue: LanguageCatalogue): Word[] {
  return range(span.start, span.end).flatMap((at) => {
    const token = read.tokens[at];
    if (!token || span.aside.has(at)) return [];
    if (token.surface === '%')
      return [{ at, surface: '%', roots: ['%'], kind: 'plain', isSoft: span.soft.has(at) }];
    if (token.kind === 'mark') return [];
    return [readWord(token, at, read.folded[at] ?? '', catalogue, span.soft.has(at), signs)];
  });
}

/** What is asked for; `leading` asks stand before any word with content. */
function asksOf(
  firm: readonly number[],
  folded: readonly string[],
  words: readonly Word[],
  isOpened: boolean,
  phrases: ClausePhrases,
): { all: Set<WordedAsk>; leading: Set<WordedAsk> } {
  const opening = (words[0]?.at ?? 0) + LONGEST_OPENING;
  const firstContent = words.find((word) => word.kind === 'content')?.at ?? opening;
  const all = new Set<WordedAsk>();
  const leading = new Set<WordedAsk>();
  for (const at of firm) {
    const ask = phrases.asks.findAt(folded, at)?.value;
    if (!ask) continue;
    all.add(ask);
    // "... and since when?" asks one thing more.
    const isJoined = folded[at - 1] === 'and' || folded[at - 1] === 'und';
    if (at <= firstContent || isJoined) leading.add(ask);
  }
  const isStub = !isOpened && words.length <= LONGEST_STUB;
  for (const ask of ASKS_AT_START) if (!isStub && (isOpened || !leading.has(ask))) all.delete(ask);
  return { all, leading };
}

/** Words within which a clause without any content must ask what it asks. */
const LONGEST_OPENING = 3;

/** Most words of a keyword stub. */
const LONGEST_STUB = 8;

function wantsOf(
  words: readonly Word[],
  folded: readonly string[],
  signs: {
    readonly isOpened: boolean;
    readonly asksForValue: boolean;
    readonly asksForDescription: boolean;
    readonly namesValue: boolean;
    readonly isToTick: boolean;
  },
  phrases: ClausePhrases,
): Clause['wants'] {
  if (signs.isOpened) return 'confirm';
  if (signs.asksForValue) return 'value';
  if (signs.asksForDescription) return 'describe';
  if (signs.isToTick) return 'confirm';
  const hasVerb = words.some((word) => word.kind === 'plain' && isVerb(folded[word.at] ?? '', phrases));
  if (words.length > LONGEST_STUB || hasVerb) return 'confirm';
  return signs.namesValue ? 'value' : 'either';
}

/** German words right after the verb of a question: "Weisen sämtliche Partner ...", but not "Standort der Server". */
const AFTER_VERB = new Set([
  'sie',
  'ihre',
  'alle',
  'samtliche',
  'wir',
  'unsere',
  'die',
  'das',
  'es',
  'auch',
  'bereits',
]);

/** "Beschreiben Sie ...", "Nennen Sie ...". */
function isCommand(folded: readonly string[], at: number, phrases: ClausePhrases): boolean {
  return [phrases.describeAsks, phrases.valueAsks, phrases.asks].some(
    (index) => index.findAt(folded, at) !== null,
  );
}

/** Whether a German clause begins with its verb, as a yes/no question does: any verb, by its ending. */
function isVerbFirst(folded: readonly string[], at: number): boolean {
  return /^\p{L}{2,}(?:e?n|t)$/u.test(folded[at] ?? '') && AFTER_VERB.has(folded[at + 1] ?? '');
}

/** "Can it take two days?", "Können zwölf Stunden an Daten verloren gehen?": how bad it may get, not what is promised. */
const WORST_CASE =
  /^(?:can|could|might|may|would|kann|konnte|konnen|konnten|wurde) (?!you |sie |ihr |the supplier |der anbieter ).*\b(?:takes?|last|lose|lost|dauern|verlieren|verloren|ausfallen)\b/u;

function isWorstCase(folded: readonly string[]): boolean {
  return WORST_CASE.test(folded.join(' '));
}

/** "roles, over which rights are granted", "ein Rollenmodell, über welches ...": says more of what stands before. */
function isRelative(folded: readonly string[], at: number): boolean {
  const isPronoun = /^(?:welch|which$)/u.test(folded[at] ?? '');
  return isPronoun && (folded[at - 1] === ',' || folded[at - 2] === ',');
}

function isVerb(folded: string, phrases: ClausePhrases): boolean {
  return phrases.confirmOpeners.findAt([folded], 0) !== null;
}

function readWord(
  token: Token,
  at: number,
  folded: string,
  catalogue: LanguageCatalogue,
  isSoft: boolean,
  signs: Signs,
): Word {
  const { lexicon, vocabulary } = catalogue;
  const base = { at, surface: token.surface, isSoft, ...(signs.dates.has(at) && { isDate: true }) };
  const isFigure = signs.inFigure.has(at);
  if (token.kind === 'number') {
    const isListNumber = /^\d$/.test(folded) && at === 0;
    return {
      ...base,
      roots: [folded.replace(',', '.')],
      kind: isFigure ? 'figure' : isListNumber ? 'plain' : 'content',
    };
  }
  if (lexicon.stop.has(folded)) return { ...base, roots: [], kind: isFigure ? 'figure' : 'plain' };
  const { roots, corrected } = vocabulary.rootsOf(token.surface);
  const isPlain =
    signs.idle.has(at) ||
    signs.negators.includes(at) ||
    folded.length === 1 ||
    roots.every((root) => lexicon.generic.has(root));
  const kind = isFigure ? 'figure' : isPlain ? 'plain' : 'content';
  return { ...base, roots, kind, ...(corrected !== undefined && { corrected }) };
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}

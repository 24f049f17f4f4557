import type { PhraseIndex } from '../text/phrases.js';
import type { Figure } from '../text/quantity.js';
import type { Token } from '../text/tokenise.js';
import type { LanguageCatalogue } from '../topics/catalogue.js';
import type { Clause, Word } from './clause.js';
import { asksOf, isRelative, wantsOf } from './clause-asks.js';
import type { ClausePhrases } from './clause-phrases.js';
import { readSigns, type Signs } from './clause-signs.js';
import { range } from './range.js';
import type { Span } from './segment.js';
import { isCommand, isVerbFirst } from './verb-first.js';

/** The tokens of a question and what was found in all of them. */
export interface ReadTokens {
  readonly tokens: readonly Token[];
  readonly folded: readonly string[];
  readonly figures: readonly Figure[];
  /** The question offers answers to choose from: "(yes/no)". */
  readonly isToTick: boolean;
}

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

/** "Can it take two days?", "Können zwölf Stunden an Daten verloren gehen?": how bad it may get, not what is promised. */
const WORST_CASE =
  /^(?:can|could|might|may|would|kann|konnte|konnen|konnten|wurde) (?!you |sie |ihr |the supplier |der anbieter ).*\b(?:takes?|last|lose|lost|dauern|verlieren|verloren|ausfallen)\b/u;

function isWorstCase(folded: readonly string[]): boolean {
  return WORST_CASE.test(folded.join(' '));
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

import { relate } from './figure-limit.js';
import type { Lexicon, RELATIONS, UNITS, Unit } from './lexicon.js';
import { fold } from './normalise.js';
import { createPhraseIndex, type PhraseIndex } from './phrases.js';
import type { Token } from './tokenise.js';

export type FigureRelation = (typeof RELATIONS)[number] | 'exactly';

/** A figure with its unit, as a question names it: "within 4 hours". Token positions; `end` is exclusive. */
export interface Figure {
  readonly amount: number;
  /** Set for a range ("4 to 8 hours"): its upper end. */
  readonly to?: number;
  readonly unit: Unit;
  readonly relation: FigureRelation;
  /** As written, with the words of its limit: `within 4 hours`. */
  readonly text: string;
  /** Says how often, not how long: "annually", "every 12 months"; not "12 months". */
  readonly isInterval: boolean;
  readonly start: number;
  readonly end: number;
}

/** Finds figures in one language. */
export interface FigureReader {
  read(tokens: readonly Token[]): Figure[];
}

/** Articles count as 1: "for a year", "binnen einer Stunde". */
const ARTICLES = new Set(['a', 'an', 'ein', 'eine', 'einem', 'einer', 'eines', 'einen']);

/** Before an article these make it a rate: "once a year", "24 hours a day". */
const RATE_WORDS = new Set([
  'once',
  'twice',
  'times',
  'hours',
  'days',
  'minutes',
  'einmal',
  'zweimal',
  'mal',
  'stunden',
  'tage',
]);

/** Before a figure these make it an interval: "every 12 months". */
const EVERY = new Set(['every', 'each', 'per', 'alle', 'jede', 'jeden', 'jedes', 'pro']);

/** Between a number and its unit these add nothing: "a full year", "zwei volle Tage". */
const WHOLE = new Set([
  'whole',
  'full',
  'entire',
  'complete',
  'volle',
  'vollen',
  'voller',
  'volles',
  'ganze',
  'ganzen',
  'ganzer',
  'ganzes',
]);

/** Marks that join the ends of a range, besides words such as `to`. */
const RANGE_MARKS = new Set(['-', 'to', 'bis', 'und', 'and']);

/** Indexes the units, numbers and limits of a lexicon. */
export function createFigureReader(lexicon: Lexicon): FigureReader {
  const { words } = lexicon;
  const units = createPhraseIndex(
    Object.entries(words.units).flatMap(([unit, phrases]) =>
      phrases.map((p) => [p, unit as (typeof UNITS)[number]] as const),
    ),
  );
  const limits = createPhraseIndex(
    Object.entries(words.bounds).flatMap(([relation, phrases]) =>
      phrases.map((p) => [p, relation as (typeof RELATIONS)[number]] as const),
    ),
  );
  const numbers = new Map(Object.entries(words.numbers).map(([word, value]) => [fold(word), value]));
  const fixed = createPhraseIndex(
    Object.entries(words.fixed_figures).map(([phrase, figure]) => {
      const [amount, unit] = figure.split(' ');
      return [phrase, { amount: Number(amount), unit: unit as Unit }] as const;
    }),
  );
  // `stündliche` is found by the root of `stündlich`.
  const fixedRoots = new Map(
    Object.entries(words.fixed_figures)
      .filter(([phrase]) => !phrase.includes(' '))
      .map(([word, figure]) => {
        const [amount, unit] = figure.split(' ');
        return [lexicon.root(fold(word)), { amount: Number(amount), unit: unit as Unit }] as const;
      }),
  );
  const readFixed = (folded: readonly string[], at: number): BareFigure | null => {
    const phrase = fixed.findAt(folded, at);
    if (phrase) return { ...phrase.value, start: at, end: phrase.end };
    const figure = fixedRoots.get(lexicon.root(folded[at] ?? ''));
    return figure ? { ...figure, start: at, end: at + 1 } : null;
  };
  return {
    read(tokens) {
      const folded = tokens.map((token) => fold(token.surface));
      const figures: Figure[] = [];
      for (let at = 0; at < tokens.length; at += 1) {
        const counted = readFigure(tokens, folded, at, numbers, units);
        const figure = counted ?? readFixed(folded, at);
        if (!figure) continue;
        const isInterval = counted === null || EVERY.has(folded[at - 1] ?? '');
        const related = { ...figure, isInterval, ...relate(folded, figure.start, figure.end, limits) };
        if (ARTICLES.has(folded[at] ?? '') && isRate(tokens, folded, at)) continue;
        const text = tokens
          .slice(related.start, related.end)
          .map((token) => token.surface)
          .join(' ');
        figures.push({ ...related, text });
        at = figure.end - 1;
      }
      return figures;
    },
  };
}

function isRate(tokens: readonly Token[], folded: readonly string[], at: number): boolean {
  return tokens[at - 1]?.kind === 'number' || RATE_WORDS.has(folded[at - 1] ?? '');
}

type BareFigure = Pick<Figure, 'amount' | 'to' | 'unit' | 'start' | 'end'>;

function readFigure(
  tokens: readonly Token[],
  folded: readonly string[],
  at: number,
  numbers: ReadonlyMap<string, number>,
  units: PhraseIndex<Unit>,
): BareFigure | null {
  const glued = /^(\d+)(h|d|min|std|hrs?)$/.exec(folded[at] ?? '');
  if (glued?.[1] && glued[2]) {
    const unit = units.findAt([glued[2]], 0);
    return unit ? { amount: Number(glued[1]), unit: unit.value, start: at, end: at + 1 } : null;
  }
  const amount = numberAt(tokens[at], folded[at], numbers);
  if (amount === null) return null;
  let end = at + 1;
  let to: number | undefined;
  if (RANGE_MARKS.has(folded[end] ?? '')) {
    const second = numberAt(tokens[end + 1], folded[end + 1], numbers);
    if (second !== null && tokens[end + 1]?.kind === 'number') {
      to = second;
      end += 2;
    }
  }
  if (folded[end] === '-') end += 1;
  if (WHOLE.has(folded[end] ?? '')) end += 1;
  const unit = units.findAt(folded, end);
  return unit
    ? { amount, ...(to !== undefined && { to }), unit: unit.value, start: at, end: unit.end }
    : null;
}

function numberAt(
  token: Token | undefined,
  folded: string | undefined,
  numbers: ReadonlyMap<string, number>,
): number | null {
  if (!token || folded === undefined) return null;
  if (token.kind !== 'number') return numbers.get(folded) ?? null;
  const value = Number(folded.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

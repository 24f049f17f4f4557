import type { ClausePhrases } from './clause-phrases.js';

/** Marks that end a clause; a full stop inside a number is part of its token. */
const SENTENCE_MARKS = new Set(['.', '?', '!', ';', '•']);
/** End a clause where the next one opens behind them: "Roles - can they be assigned?" */
const PARTING_MARKS = new Set([':', '-']);
/** Verbs that resume the clause behind an illustration. */
const PREDICATES = new Set(
  'is are was were must shall may can will has have should ist sind war waren wird werden muss mussen darf durfen kann konnen soll sollen hat haben'.split(
    ' ',
  ),
);
const RELATIVE = new Set(['that', 'which']);
const CLOSING = new Set([')', ']', '}']);

/** The tokens of a clause; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly isFollowUp: boolean;
  /** A sentence ends with it, or the text does. */
  readonly endsSentence: boolean;
  /** Token positions inside illustrations. */
  readonly soft: ReadonlySet<number>;
  /** Token positions of what is named only to say that something else is meant: "rather than by hand". */
  readonly aside: ReadonlySet<number>;
}

/** Cuts the tokens into clauses: at sentence marks, at "and is ...", at "if so", at "including ...". */
export function segment(folded: readonly string[], phrases: ClausePhrases): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let isFollowUp = false;
  let soft = new Set<number>();
  let aside = new Set<number>();
  const cut = (end: number, next: number, nextIsFollowUp: boolean): void => {
    const endsSentence = end >= folded.length || SENTENCE_MARKS.has(folded[end] ?? '');
    if (end > start) spans.push({ start, end, isFollowUp, endsSentence, soft, aside });
    start = next;
    isFollowUp = nextIsFollowUp;
    soft = new Set();
    aside = new Set();
  };
  for (let at = 0; at < folded.length; at += 1) {
    const word = folded[at] ?? '';
    const parenthesis = phrases.illustrations.findAt(folded, at)
      ? soft
      : phrases.contrasts.findAt(folded, at)
        ? aside
        : null;
    if (parenthesis) {
      at = skipParenthesis(folded, at, parenthesis, phrases) - 1;
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
    if (PARTING_MARKS.has(word) && opensClause(folded, at + 1, phrases)) {
      cut(at, at + 1, false);
      continue;
    }
    // "... that has no certificate" says more about the noun before it.
    const isRelative = RELATIVE.has(word);
    const joint =
      word === ',' ? at + 1 : isRelative ? undefined : phrases.coordination.findAt(folded, at)?.end;
    // ", über welches ..." says more about the noun before it; "und über welches ..." asks.
    if (word === ',' && (openerLength(folded, at + 1, phrases) ?? 0) > 1) continue;
    // "Gibt es Server außerhalb der EU, wo Daten liegen?"
    const isWhere = word === ',' && folded[at + 1] === 'wo';
    if (isWhere && phrases.confirmOpeners.findAt(folded, start) !== null) continue;
    if (word === ',' && closesRelative(folded, start, at)) continue;
    const isCircumstance = word === ',' && phrases.circumstances.findAt(folded, start) !== null;
    if (joint !== undefined && at > start && !isCircumstance && opensClause(folded, joint, phrases))
      cut(at, joint, false);
  }
  cut(folded.length, folded.length, false);
  return spans;
}

/** Begin a relative clause behind a comma, at once or behind a preposition. */
const RELATIVE_PRONOUNS = new Set(
  'der die das dem den denen deren dessen welche welcher welches welchem welchen which who whose'.split(' '),
);
/** Most words of a relative clause. */
const WIDEST_RELATIVE = 12;

/** "Media, on which data is kept, must be encrypted": the second comma ends a relative clause, not the clause. */
function closesRelative(folded: readonly string[], start: number, at: number): boolean {
  const comma = folded.lastIndexOf(',', at - 1);
  if (comma <= start || at - comma > WIDEST_RELATIVE) return false;
  return [comma + 1, comma + 2].some((next) => next < at && RELATIVE_PRONOUNS.has(folded[next] ?? ''));
}

function opensClause(folded: readonly string[], at: number, phrases: ClausePhrases): boolean {
  const next = folded[at] === 'and' || folded[at] === 'und' ? at + 1 : at;
  return openerLength(folded, next, phrases) !== null;
}

/** Words of the phrase that opens a clause at a token: 1 for "which", 2 for "über welche"; null where none does. */
function openerLength(folded: readonly string[], at: number, phrases: ClausePhrases): number | null {
  const opener = phrases.clauseOpeners.findAt(folded, at);
  return opener && opener.end - at;
}

/** Collects the tokens of an illustration or a contrast, up to a closing bracket, a sentence mark or the next clause. */
function skipParenthesis(
  folded: readonly string[],
  from: number,
  into: Set<number>,
  phrases: ClausePhrases,
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
    // "Old versions such as TLS 1.0 are refused": the predicate belongs to the clause.
    if (at > from + 1 && PREDICATES.has(word)) return at;
    into.add(at);
    at += 1;
  }
  return at;
}

import type { Trace } from '../match/decide.js';
import type { Decision } from '../match/decision.js';
import type { Candidate } from '../match/explain-clause.js';
import { type Hit, tokenOf } from '../match/find-hits.js';
import type { ClauseTrace } from '../match/judge-question.js';

/** Turns what a decision is made of into words. */
export interface ExplanationWords {
  readonly topic: (topic: number) => { readonly id: string; readonly label: string };
  /** What a fact says, as on the fact sheet: "24 hrs"; empty where there is no such fact. */
  readonly fact: (id: string) => string;
  /** What an aspect demands, in words. */
  readonly aspect: (aspect: number) => string;
}

type Clause = ClauseTrace['clause'];

/** Runners-up that are named; more tell nothing. */
const MOST_RUNNERS_UP = 3;

const WANTS = {
  confirm: 'yes or no',
  value: 'a value',
  describe: 'a description',
  either: 'yes or no, or a value',
} as const satisfies Record<Clause['wants'], string>;

const VERDICTS = {
  full: 'full: the facts carry it',
  partial: 'partial: the facts carry some of it',
  none: 'none: the facts do not carry it',
  neutral: 'neutral: it asks for nothing of its own',
} as const satisfies Record<ClauseTrace['judgement']['verdict'], string>;

const OUTCOMES = {
  met: 'met',
  not_met: 'not met',
  conditional: 'met under conditions only',
  not_comparable: 'cannot be compared',
} as const;

/**
 * How a decision came about, line by line. For each part of the question: what it asks for, what turns it round, which
 * topics are named by which of its words, the runners-up, the scope and the words that nothing covers, the verdict. Then
 * each limit as compared, and the decision.
 */
export function explain(trace: Trace, words: ExplanationWords): string[] {
  const { decision, clauses } = trace;
  const lines = [`language: ${decision.language}`];
  clauses.forEach((clause, index) => {
    const isOnly = clauses.length === 1;
    if (!isOnly) lines.push(`part ${index + 1} of ${clauses.length}: ${textOf(clause.clause)}`);
    lines.push(...explainPart(clause, words).map((line) => (isOnly ? line : `  ${line}`)));
  });
  for (const { fact, bound } of decision.parts) {
    if (!bound) continue;
    lines.push(`limit: ${bound.text} against ${fact} (${words.fact(fact)}): ${OUTCOMES[bound.outcome]}`);
  }
  return [...lines, `decision: ${describeDecision(decision)}`];
}

function describeDecision({ status, response, parts, missing, confidence }: Decision): string {
  const facts = [...new Set(parts.map(({ fact }) => fact))].join(', ');
  return [
    status,
    ...(response === null ? [] : [`response ${response}`]),
    ...(facts === '' ? [] : [`from ${facts}`]),
    ...(missing.length === 0 ? [] : [`no fact on ${missing.join(', ')}`]),
    `confidence ${confidence}`,
  ].join('; ');
}

function explainPart({ clause, explanation, judgement }: ClauseTrace, words: ExplanationWords): string[] {
  const { chosen, runnersUp, uncovered, aspects } = explanation;
  const shown = runnersUp.slice(0, MOST_RUNNERS_UP);
  const more = runnersUp.length - shown.length;
  const read = clause.words.flatMap(({ surface, corrected }) =>
    corrected === undefined ? [] : [`read ${surface} as ${corrected}`],
  );
  return [
    ...read,
    `asks for: ${[WANTS[clause.wants], ...[...clause.asks].map((ask) => ask.replaceAll('_', ' '))].join(', ')}`,
    ...listed('turned round by', turners(clause, chosen)),
    ...listed(
      'figures',
      clause.figures.map(({ text }) => text),
    ),
    ...chosen.map((candidate) => `topic: ${describeTopic(candidate, clause, words)}`),
    ...shown.map((candidate) => `runner-up: ${describeTopic(candidate, clause, words)}`),
    ...(more > 0 ? [`runner-up: and ${more} more`] : []),
    ...listed('scope that nothing covers', aspects.map(words.aspect)),
    ...listed(
      'words that nothing covers',
      uncovered.map(({ surface }) => surface),
    ),
    `verdict: ${VERDICTS[judgement.verdict]}`,
  ];
}

/** Words that turn a yes into a no: "not", and phrases that name the opposite of a topic. */
function turners(clause: Clause, chosen: readonly Candidate[]): string[] {
  const adverse = chosen.flatMap(({ hits }) => hits.filter(({ isAdverse }) => isAdverse));
  const opposites = adverse.map((hit) => `"${phrase(clause, hit)}"`);
  return [...new Set([...surfacesAt(clause, new Set(clause.negators)), ...opposites])];
}

function describeTopic(candidate: Candidate, clause: Clause, words: ExplanationWords): string {
  const { id, label } = words.topic(candidate.topic);
  const said = candidate.hasFact ? words.fact(id) : '';
  const fact = candidate.hasFact ? `with a fact${said === '' ? '' : `: ${said}`}` : 'no fact';
  return `${id} (${label}), ${fact}; ${becauseOf(candidate, clause)}`;
}

function becauseOf({ hits, explained }: Candidate, clause: Clause): string {
  if (hits.length === 0) return 'taken over from the part before';
  const named = [...new Set(hits.map((hit) => phrase(clause, hit)))];
  const inHits = new Set(hits.flatMap((hit) => hit.places.map(tokenOf)));
  const others = surfacesAt(clause, new Set([...explained].filter((at) => !inHits.has(at))));
  const also = others.length === 0 ? '' : `, explains ${others.join(', ')}`;
  return `named by ${named.map((text) => `"${text}"`).join(', ')}${also}`;
}

function phrase(clause: Clause, hit: Hit): string {
  return surfacesAt(clause, new Set(hit.places.map(tokenOf))).join(' ');
}

function textOf(clause: Clause): string {
  return clause.words.map(({ surface }) => surface).join(' ');
}

function surfacesAt(clause: Clause, positions: ReadonlySet<number>): string[] {
  return clause.words.filter(({ at }) => positions.has(at)).map(({ surface }) => surface);
}

function listed(name: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${name}: ${items.join(', ')}`];
}

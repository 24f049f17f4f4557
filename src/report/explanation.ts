import type { ClauseTrace, Trace } from '../match/decide.js';
import type { Candidate } from '../match/explain-clause.js';

/** What the explanation needs to know of a topic. */
export type TopicName = (topic: number) => { readonly id: string; readonly label: string };

/**
 * How a decision came about, line by line: for each part of the question what it asks for, which topics explain which of
 * its words, the runners-up, what stays uncovered, and the verdict.
 */
export function explain(trace: Trace, nameOf: TopicName): string[] {
  const { decision, clauses } = trace;
  const lines = [`language: ${decision.language}`];
  clauses.forEach((clause, index) => {
    if (clauses.length > 1) lines.push(`part ${index + 1} of ${clauses.length}:`);
    const indent = clauses.length > 1 ? '  ' : '';
    lines.push(...explainClause(clause, nameOf).map((line) => `${indent}${line}`));
  });
  lines.push(`confidence: ${decision.confidence}`);
  return lines;
}

function explainClause({ clause, explanation, judgement }: ClauseTrace, nameOf: TopicName): string[] {
  const lines = [
    `words: ${clause.words.map(({ surface, kind }) => (kind === 'content' ? surface : `(${surface})`)).join(' ')}`,
  ];
  for (const { surface, corrected } of clause.words) {
    if (corrected !== undefined) lines.push(`read ${surface} as ${corrected}`);
  }
  lines.push(`asks for: ${[clause.wants, ...clause.asks].join(', ')}`);
  if (clause.negators.length > 0) {
    lines.push(`turned round by: ${surfacesAt(clause, new Set(clause.negators)).join(', ')}`);
  }
  if (clause.figures.length > 0) lines.push(`figures: ${clause.figures.map(({ text }) => text).join(', ')}`);
  const topic = (candidate: Candidate): string => describeTopic(candidate, clause, nameOf);
  lines.push(...explanation.chosen.map((candidate) => `topic: ${topic(candidate)}`));
  lines.push(...explanation.runnersUp.map((candidate) => `runner-up: ${topic(candidate)}`));
  if (explanation.uncovered.length > 0) {
    lines.push(`uncovered: ${explanation.uncovered.map(({ surface }) => surface).join(', ')}`);
  }
  lines.push(`verdict: ${judgement.verdict}`);
  return lines;
}

function describeTopic(candidate: Candidate, clause: ClauseTrace['clause'], nameOf: TopicName): string {
  const { id, label } = nameOf(candidate.topic);
  const words = surfacesAt(clause, candidate.explained);
  const because = words.length > 0 ? `explains ${words.join(', ')}` : 'taken over from the part before';
  return `${id} (${label}), ${candidate.hasFact ? 'with a fact' : 'no fact'}, ${because}`;
}

function surfacesAt(clause: ClauseTrace['clause'], positions: ReadonlySet<number>): string[] {
  return clause.words.filter(({ at }) => positions.has(at)).map(({ surface }) => surface);
}

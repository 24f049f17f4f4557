import type { FactBase } from '../facts/fact-base.js';
import type { Fact } from '../facts/schema.js';
import type { AnswerStatus, Decision, Language, Reason, Response } from '../match/decision.js';
import { citationText, type Evidence, evidenceFor } from './evidence.js';
import type { LanguagePhrases, PhraseBook } from './phrases.js';
import { type Names, renderReason, wordArgument } from './reason.js';
import { factStatement } from './statement.js';
import { renderTemplate } from './template.js';

/** One answer as JSON shows it. */
export interface AnswerRecord {
  readonly question: string;
  readonly language: Language;
  readonly status: AnswerStatus;
  readonly response: Response | null;
  readonly facts: readonly string[];
  readonly topics: readonly string[];
  /** The whole text for a single cell: "Yes. ... Evidence: ..."; null when the question stays open. */
  readonly answer: string | null;
  readonly evidence: readonly Evidence[];
  /** 0..1 */
  readonly confidence: number;
  readonly reasons: readonly string[];
}

/** The pieces of the text, for workbooks that have a column for each. */
export interface Wording {
  /** "Yes", "Nein", "Partly", "Geplant"; null for values, lists, documents and drafts, which claim nothing by a word. */
  readonly lead: string | null;
  /** The sentences; '' when the question stays open. */
  readonly details: string;
  /** Evidence without the word "Evidence", or null; announced documents are named as such. */
  readonly citation: string | null;
}

export interface Answer extends AnswerRecord {
  readonly wording: Wording;
}

/**
 * Words an answer from a decision: pure, for a day (`YYYY-MM-DD`). `topicLabel` names a topic in a language.
 * Throws Error when the decision speaks of a fact that the base does not hold.
 */
export function compose(
  decision: Decision,
  facts: FactBase,
  book: PhraseBook,
  day: string,
  topicLabel: (id: string, language: Language) => string = (id) => id,
): Answer {
  const { question, language, status, response, topics, confidence } = decision;
  const phrases = book.languages[language];
  const names: Names = {
    topic: (id) => topicLabel(id, language),
    fact: (id) => facts.facts.get(id)?.label[language] ?? id,
  };
  const reasons = [...new Set(decision.reasons.map((reason) => renderReason(reason, phrases, names)))];
  const shared = { question, language, status, response, topics, confidence, reasons };
  if (status === 'unanswered' || decision.parts.length === 0) {
    const wording: Wording = { lead: null, details: '', citation: null };
    return { ...shared, facts: [], answer: null, evidence: [], wording };
  }
  const used = unique(decision.parts.map(({ fact }) => known(facts, fact)));
  const statements = decision.parts.map((part) =>
    factStatement(known(facts, part.fact), book, { facts, language, phrases, day }, part.parties),
  );
  const evidence = evidenceFor(used, facts, language, day);
  const { cited, announced: news } = citationText(evidence, facts, phrases, day, documentsOf(used));
  const isDraft = status === 'review';
  const lead = isDraft ? null : leadWord(response, phrases);
  const details = unique([
    ...(isDraft ? [phrases.draft.start] : []),
    ...statements,
    ...(isDraft ? draftNotes(decision, phrases, names) : []),
  ]).join(' ');
  const sentence = cited === null ? [] : [renderTemplate(phrases.evidence.sentence, { documents: cited })];
  const citation = [...(cited === null ? [] : [cited]), ...news].join(phrases.evidence.separator);
  return {
    ...shared,
    facts: used.map(({ id }) => id),
    answer: [
      ...(lead === null ? [] : [`${lead}.`]),
      details,
      ...sentence,
      ...news.map((one) => `${one}.`),
    ].join(' '),
    evidence,
    wording: { lead, details, citation: citation === '' ? null : citation },
  };
}

/** The fields of JSON output, in their order, without the pieces of the text. */
export function answerRecord(answer: Answer): AnswerRecord {
  const { question, language, status, response, facts, topics, evidence, confidence, reasons } = answer;
  return {
    question,
    language,
    status,
    response,
    facts,
    topics,
    answer: answer.answer,
    evidence,
    confidence,
    reasons,
  };
}

function leadWord(response: Response | null, { lead }: LanguagePhrases): string | null {
  switch (response) {
    case 'yes':
    case 'no':
    case 'partial':
    case 'planned':
      return lead[response];
    default:
      return null;
  }
}

/** Documents that a statement speaks of; it says itself when they are still to come. */
function documentsOf(used: readonly Fact[]): string[] {
  return used.flatMap(({ value }) => (value.kind === 'document' ? [value.document] : []));
}

/** What a human must still see to: what is not covered, and reasons that no statement tells. */
function draftNotes(decision: Decision, phrases: LanguagePhrases, names: Names): string[] {
  const missing = decision.missing.map((id) => names.topic(id));
  const scopes = decision.reasons
    .filter(({ code }) => code === 'other_scope')
    .map(({ args }) => wordArgument('scope', args.scope ?? '', names, phrases));
  const open = unique([...missing, ...scopes, ...decision.uncovered]).filter((item) => item !== '');
  const notes = open.length === 0 ? [] : [renderTemplate(phrases.draft.open, { items: open.join(', ') })];
  const others = decision.reasons.filter((reason) => !isTold(reason));
  notes.push(...others.map((reason) => renderReason(reason, phrases, names)));
  const isDated = decision.parts.some(({ isUnconfirmed }) => isUnconfirmed);
  return notes.length === 0 && !isDated ? [phrases.draft.nothing] : notes;
}

const TOLD: ReadonlySet<string> = new Set([
  'uncovered_words',
  'part_without_fact',
  'topic_without_fact',
  'other_scope',
  'date_unconfirmed',
]);

function isTold({ code }: Reason): boolean {
  return TOLD.has(code);
}

function known(facts: FactBase, id: string): Fact {
  const fact = facts.facts.get(id);
  if (fact === undefined) throw new Error(`the decision speaks of an unknown fact: ${id}`);
  return fact;
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}

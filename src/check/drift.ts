import type { AnswerRecord } from '../answer/compose.js';
import type { FactBase } from '../facts/fact-base.js';
import { statementChanges, statementOf } from '../facts/statement.js';
import { availabilityOn, statusOn } from '../facts/status.js';
import type { Finding } from './finding.js';
import { readQuantities } from './quantities.js';
import type { RecordedQuestion, RecordedRun } from './recorded-run.js';

/** Facts as of a day. */
export interface FactsOnDay {
  readonly base: FactBase;
  /** YYYY-MM-DD */
  readonly day: string;
}

/** What was told, and everything that it is compared with. */
export interface Comparison {
  readonly told: RecordedQuestion;
  readonly run: RecordedRun;
  /** The same question, answered now. */
  readonly now: AnswerRecord;
  readonly today: FactsOnDay;
  /** With a base revision: the same question from its facts, and those facts. */
  readonly before?: { readonly answer: AnswerRecord; readonly base: FactBase };
}

/** Kinds of drift, as findings name them. */
export const driftRules = [
  {
    id: 'drift/no-longer-true',
    severity: 'error',
    summary: 'something that a customer was told is no longer true',
    hint: 'Tell the customer, or mend the facts.',
  },
  {
    id: 'drift/draft',
    severity: 'notice',
    summary: 'a draft would read differently; what was told is not known',
    hint: 'See what was made of the draft.',
  },
  {
    id: 'drift/now-answered',
    severity: 'notice',
    summary: 'a question that stayed open has an answer now',
    hint: 'Nothing was told by the tool; the answer can be sent later.',
  },
  {
    id: 'drift/wording',
    severity: 'notice',
    summary: 'an answer says the same in other words, or the question is read differently',
    hint: 'Nothing to do.',
  },
] as const;
type DriftRule = (typeof driftRules)[number];

/** What became of an answer, or null where it would read the same. Without position. */
export function compareAnswer(
  comparison: Comparison,
): Pick<Finding, 'rule' | 'severity' | 'message' | 'hint' | 'details'> | null {
  const { told, now, before } = comparison;
  if (reads(before?.answer ?? told) === reads(now)) return null;
  const causes = causesOf(comparison);
  const rule = ruleFor(told, causes);
  const why = causes.length > 0 ? causes : ['the facts behind it are the same: only its wording changed'];
  const details = [
    { label: 'told', text: told.answer ?? 'nothing' },
    ...(before ? [{ label: 'before', text: before.answer.answer ?? 'nothing' }] : []),
    { label: before ? 'after' : 'today', text: now.answer ?? 'nothing' },
    { label: 'why', text: why.join('; ') },
  ];
  const { id, severity, hint } = rule;
  return { rule: id, severity, message: messageFor(rule, told, now), hint, details };
}

/** Everything of an answer that a customer reads. */
function reads({
  status,
  response,
  answer,
}: Pick<AnswerRecord, 'status' | 'answer'> & { response: string | null }) {
  return JSON.stringify([status, response, answer]);
}

function ruleFor(told: RecordedQuestion, causes: readonly string[]): DriftRule {
  const [untrue, draft, answered, wording] = driftRules;
  if (told.status === 'unanswered') return answered;
  if (told.status === 'review') return draft;
  return causes.length > 0 ? untrue : wording;
}

function messageFor({ id, summary }: DriftRule, told: RecordedQuestion, now: AnswerRecord): string {
  const question = `"${told.question.replace(/\s+/g, ' ').trim()}"`;
  if (id !== 'drift/no-longer-true') return `${question}: ${summary}`;
  const change =
    told.response === now.response && now.status === 'answered'
      ? 'what was told is no longer true'
      : `told ${told.response ?? 'nothing'}, would be ${now.response ?? 'open'}${now.status === 'review' ? ' (draft)' : ''} today`;
  return `${question}: ${change}`;
}

/** Why the answer differs: facts, documents, dates. Empty where only words differ. */
function causesOf(comparison: Comparison): string[] {
  const { told, now, run, today, before } = comparison;
  const ids = [...new Set([...told.facts, ...now.facts, ...(before?.answer.facts ?? [])])].sort();
  const causes = [
    ...ids.flatMap((id) => factCauses(id, comparison)),
    ...told.evidence.flatMap((one) => evidenceCauses(one, today)),
  ];
  if (causes.length > 0 || before !== undefined || run.facts.used !== undefined) return unique(causes);
  // A file of an older version: without the facts of that day the texts have to tell.
  const isSame = run.facts.hash === today.base.hash || !saysOtherwise(told, now);
  return isSame ? [] : ['the facts have changed since'];
}

function factCauses(id: string, { run, told, now, today, before }: Comparison): string[] {
  const fact = today.base.facts.get(id);
  const known = before ? before.base.facts.get(id) : undefined;
  const was = before ? known && statementOf(known) : run.facts.used?.[id];
  const isRecorded = before !== undefined || run.facts.used !== undefined;
  if (fact === undefined) return [`fact ${id} was removed`];
  if (isRecorded && was === undefined) {
    if (before) return [`fact ${id} is new`];
    // The run did not use it: whether it is new is not known, only whether it turns the answer.
    const turns = told.response !== now.response && !told.facts.includes(id);
    return turns ? [`fact ${id} is part of the answer now`] : [];
  }
  const changes = isRecorded
    ? statementChanges(was, statementOf(fact)).map(
        ({ what, from, to }) => `fact ${id}: ${what} from ${from ?? 'nothing'} to ${to ?? 'nothing'}`,
      )
    : [];
  return [...changes, ...(before ? [] : timeCauses(id, run.asOf, today))];
}

/** What passed between the day of the run and today. */
function timeCauses(id: string, asOf: string, { base, day }: FactsOnDay): string[] {
  const fact = base.facts.get(id);
  if (fact === undefined || statusOn(fact, asOf).isUnconfirmed) return [];
  const { isUnconfirmed, lapsed, due } = statusOn(fact, day);
  if (!isUnconfirmed) return [];
  if (lapsed !== undefined) return [`fact ${id} was valid until ${lapsed}`];
  return [`the date of fact ${id} (${due?.quarter ?? ''}) has passed`];
}

/** A document that was cited as available and is so no more. */
function evidenceCauses(
  { document: id, available }: RecordedQuestion['evidence'][number],
  { base, day }: FactsOnDay,
): string[] {
  if (!available) return [];
  const document = base.documents.get(id);
  if (document === undefined) return [`document ${id} was removed`];
  if (availabilityOn(document, day).isAvailable) return [];
  const { valid_until: last } = document;
  return last !== undefined && day > last
    ? [`document ${id} expired on ${last}`]
    : [`document ${id} is only announced now`];
}

/** Whether two answers state different things, as far as that shows in their words. */
function saysOtherwise(told: RecordedQuestion, now: AnswerRecord): boolean {
  if (told.response !== now.response || told.status !== now.status) return true;
  if (JSON.stringify(told.facts) !== JSON.stringify(now.facts)) return true;
  const figures = (text: string | null): string =>
    JSON.stringify(Object.values(readQuantities(text ?? '', told.language)).map((set) => [...set].sort()));
  if (figures(told.answer) !== figures(now.answer)) return true;
  // Names are what a sentence of the same pattern can differ in: a word with a capital letter on one side only.
  const names = (text: string | null): Set<string> =>
    new Set((text ?? '').match(/\p{Lu}[\p{L}\d-]+/gu) ?? []);
  const [before, after] = [names(told.answer), names(now.answer)];
  return before.size !== after.size || [...before].some((name) => !after.has(name));
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)];
}

import type { AnswerRecord } from '../answer/compose.js';
import type { FactBase } from '../facts/fact-base.js';
import type { Response } from '../match/decision.js';
import { documentCauses } from './document-causes.js';
import { factCauses } from './fact-causes.js';
import type { Finding } from './finding.js';
import type { RecordedQuestion, RecordedRun } from './recorded-run.js';
import { saysOtherwise } from './says-otherwise.js';

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

const rules = {
  untrue: {
    id: 'drift/no-longer-true',
    severity: 'error',
    summary: 'something that a customer was told is no longer true',
    hint: 'Tell the customer, or mend the facts.',
  },
  draft: {
    id: 'drift/draft',
    severity: 'warning',
    summary: 'what a draft rests on has changed; what the customer was told in the end is not known here',
    hint: 'See what was made of the draft, and tell the customer if that is no longer true.',
  },
  otherwise: {
    id: 'drift/read-differently',
    severity: 'warning',
    summary: 'the same facts give another answer: the question is read differently now',
    hint: 'See which of the two answers is right, and tell the customer if it is the new one.',
  },
  answered: {
    id: 'drift/now-answered',
    severity: 'notice',
    summary: 'a question that stayed open has an answer now',
    hint: 'The tool told nothing; the answer can be sent later.',
  },
  again: {
    id: 'drift/true-again',
    severity: 'notice',
    summary: 'what a customer was told is true again',
    hint: 'Nothing to do.',
  },
  wording: {
    id: 'drift/wording',
    severity: 'notice',
    summary: 'an answer says the same in other words',
    hint: 'Nothing to do.',
  },
} as const;
type DriftRule = (typeof rules)[keyof typeof rules];

/** Kinds of drift, as findings name them. */
export const driftRules: readonly DriftRule[] = Object.values(rules);

/** What became of an answer, or null where it would read the same. Without position. */
export function compareAnswer(
  comparison: Comparison,
): Pick<Finding, 'rule' | 'severity' | 'message' | 'hint' | 'details'> | null {
  const { told, now, before } = comparison;
  if (reads(before?.answer ?? told) === reads(now)) return null;
  // Nothing was told and nothing would be; what somebody wrote into the file by hand is not known to the facts.
  if (told.status === 'unanswered' && now.status === 'unanswered') return null;
  const causes = causesOf(comparison);
  const rule = ruleFor(comparison, causes);
  const why = causes.length > 0 ? causes : ['the facts behind it state the same'];
  const earlier = before?.answer.answer ?? null;
  const details = [
    { label: 'told', text: told.answer ?? 'nothing' },
    ...(before && earlier !== told.answer ? [{ label: 'before', text: earlier ?? 'nothing' }] : []),
    { label: before ? 'after' : 'today', text: now.answer ?? ['nothing.', ...now.reasons].join(' ') },
    { label: 'why', text: why.join('; ') },
  ];
  const { id, severity, hint } = rule;
  return { rule: id, severity, message: messageFor(rule, comparison), hint, details };
}

type Read = Pick<AnswerRecord, 'status' | 'answer'> & { readonly response: string | null };

/** Everything of an answer that a customer reads. */
function reads({ status, response, answer }: Read): string {
  return JSON.stringify([status, response, answer]);
}

function ruleFor({ told, now, before }: Comparison, causes: readonly string[]): DriftRule {
  if (before && reads(told) === reads(now)) return rules.again;
  if (told.status === 'unanswered') return rules.answered;
  if (causes.length > 0) return told.status === 'review' ? rules.draft : rules.untrue;
  const isSame = told.response === now.response && (now.status === 'answered' || now.status === told.status);
  return isSame ? rules.wording : rules.otherwise;
}

/** Responses as a clause names them. */
const RESPONSES: Readonly<Record<Response, string>> = {
  yes: 'yes',
  no: 'no',
  partial: 'partly',
  planned: 'planned',
  value: 'a value',
  list: 'a list',
  document: 'a document',
};

function messageFor(rule: DriftRule, { told, now, before }: Comparison): string {
  const question = `"${told.question.replace(/\s+/g, ' ').trim()}"`;
  const when = before ? 'with this change' : 'today';
  const said = told.status === 'review' ? 'a draft' : name(told.response);
  if (rule === rules.answered && now.status === 'review') {
    return `${question}: a question that stayed open has a draft now`;
  }
  if (rule !== rules.untrue && rule !== rules.otherwise) return `${question}: ${rule.summary}`;
  if (now.status === 'unanswered') return `${question}: told ${said}, would be left open ${when}`;
  if (now.status === 'review') return `${question}: told ${said}, would be no more than a draft ${when}`;
  if (told.response !== now.response) {
    return `${question}: told ${said}, would be ${name(now.response)} ${when}`;
  }
  return `${question}: what was told is no longer true`;
}

function name(response: string | null): string {
  if (response === null) return 'nothing';
  return RESPONSES[response as Response] ?? response;
}

/** Why the answer differs: facts, documents, dates. Empty where only words or the reading of the question differ. */
function causesOf(comparison: Comparison): string[] {
  const { told, now, run, today, before } = comparison;
  const causes = [...new Set([...factCauses(comparison), ...documentCauses(comparison)])];
  if (causes.length > 0 || before !== undefined || run.facts.used !== undefined) return causes;
  // A file of an older version: without the facts of that day the texts have to tell.
  const isSame = run.facts.hash === today.base.hash || !saysOtherwise(told, now);
  return isSame ? [] : ['the facts have changed since'];
}

import type { Complaint } from '../facts/complaint.js';
import type { FactBase } from '../facts/fact-base.js';
import { type Finding, type FindingReport, reportFindings, sortFindings } from './finding.js';
import type { Locator } from './locate.js';
import type { CheckedFacts, CheckLimits, Observation, PlacedObservation, Rule, Tie } from './rule.js';

/** What to do with the findings of a rule, instead of its own level. */
export type RuleLevel = 'off' | 'warning' | 'error';

/** Limits unless the command line sets others. */
export const DEFAULT_LIMITS: CheckLimits = { dueWithinDays: 45, staleAfterMonths: 12 };

/** Everything that a check needs. */
export interface CheckInput {
  /** Null where the facts could not be loaded: then only complaints are reported. */
  readonly base: FactBase | null;
  readonly complaints: readonly Complaint[];
  readonly locator: Locator;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly limits?: CheckLimits;
  readonly topics: ReadonlySet<string>;
  readonly ties: readonly Tie[];
  readonly levels?: ReadonlyMap<string, RuleLevel>;
}

const NOTHING: FactBase = {
  dir: '',
  facts: new Map(),
  documents: new Map(),
  roadmap: [],
  sections: [],
  hash: '',
  positions: new Map(),
};

/**
 * Runs rules over facts. Findings that the facts accept until the day or later are left out and counted. Pure: same
 * input, same report.
 */
export function runCheck(rules: readonly Rule[], input: CheckInput): FindingReport {
  const { complaints, locator, day, topics, ties, levels } = input;
  const base = input.base ?? NOTHING;
  const ruleIds = new Set(rules.map(({ id }) => id));
  const limits = input.limits ?? DEFAULT_LIMITS;
  const facts: CheckedFacts = { base, complaints, day, limits, topics, ties, ruleIds };
  const findings: Finding[] = [];
  let accepted = 0;
  for (const rule of rules) {
    const severity = levels?.get(rule.id) ?? rule.severity;
    if (severity === 'off') continue;
    for (const observation of rule.check(facts)) {
      if (isAccepted(rule.id, observation, base, day)) {
        accepted += 1;
        continue;
      }
      const position = positionOf(observation, locator);
      const { id, hint } = rule;
      const { message } = observation;
      findings.push({
        rule: id,
        severity,
        message,
        hint,
        ...position,
        source: locator.lineAt(position),
      });
    }
  }
  return reportFindings(sortFindings(findings), day, accepted);
}

function positionOf(observation: Observation | PlacedObservation, locator: Locator) {
  return 'position' in observation ? observation.position : locator.locate(observation.at, observation.path);
}

/** A roadmap row is accepted with its fact. */
function isAccepted(
  rule: string,
  observation: Observation | PlacedObservation,
  base: FactBase,
  day: string,
): boolean {
  if ('position' in observation) return false;
  const { at } = observation;
  if (at.kind === 'section') return false;
  const entry =
    at.kind === 'document'
      ? base.documents.get(at.id)
      : base.facts.get(at.kind === 'roadmap' ? at.fact : at.id);
  return entry?.accept.some((one) => one.rule === rule && day <= one.until) ?? false;
}

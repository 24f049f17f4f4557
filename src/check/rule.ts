import type { Complaint, ComplaintRule } from '../facts/complaint.js';
import type { FactBase, Position } from '../facts/fact-base.js';
import type { Path } from '../facts/read-yaml.js';

/** The entry that an observation is about. */
export type Subject =
  | { readonly kind: 'fact' | 'document' | 'section'; readonly id: string }
  | { readonly kind: 'roadmap'; readonly fact: string; readonly row: number };

/** What a rule noticed; the engine adds id, severity, hint and position. */
export interface Observation {
  readonly at: Subject;
  /** Way from the entry to the value that is meant, such as `['due', 'quarter']`. */
  readonly path: Path;
  /** What is wrong, as a clause without a full stop. */
  readonly message: string;
}

/** Something wrong at a place that is known already, since it keeps the facts from loading. */
export interface PlacedObservation {
  readonly position: Position;
  readonly message: string;
}

/** A question that two facts answer equally well. */
export interface Tie {
  readonly facts: readonly [string, string];
  readonly question: string;
}

/** Everything that rules look at. */
export interface CheckedFacts {
  /** Empty where the facts could not be loaded. */
  readonly base: FactBase;
  /** What reading found wrong. */
  readonly complaints: readonly Complaint[];
  /** Day for which the facts must be true, YYYY-MM-DD. */
  readonly day: string;
  readonly limits: CheckLimits;
  /** Ids of the topics that customers ask about; empty where they are not known. */
  readonly topics: ReadonlySet<string>;
  /** Questions of the company's own topics that more than one fact answers. */
  readonly ties: readonly Tie[];
  /** Ids of all rules. */
  readonly ruleIds: ReadonlySet<string>;
}

export interface CheckLimits {
  /** A date counts as due soon so many days before. */
  readonly dueWithinDays: number;
  /** An entry that nobody has confirmed for so many months is stale. */
  readonly staleAfterMonths: number;
}

/** One thing that must hold of the facts. Pure: same facts and day, same observations. */
export interface Rule {
  /** `group/name`; the file is called `group-name.ts`. */
  readonly id: string;
  /** Level unless `--rule` says otherwise. */
  readonly severity: 'error' | 'warning';
  /** What is reported, as a clause for the list of rules. */
  readonly summary: string;
  /** What to do about a finding, as a sentence. */
  readonly hint: string;
  check(facts: CheckedFacts): Iterable<Observation | PlacedObservation>;
}

/** A rule that reading the facts decides: it passes on the complaints that fall under it. */
export function complaintRule(
  rule: Omit<Rule, 'check' | 'id'> & {
    readonly id: ComplaintRule;
    readonly check?: (facts: CheckedFacts) => Iterable<Observation>;
  },
): Rule {
  return {
    ...rule,
    *check(facts) {
      for (const { position, message, rule: id = 'schema/invalid' } of facts.complaints) {
        if (id === rule.id) yield { position, message };
      }
      if (rule.check) yield* rule.check(facts);
    },
  };
}

import { columnLetters } from '../workbook/a1.js';
import type { ColumnFacts } from './column-facts.js';
import type { ColumnDecision, ColumnRole } from './questionnaire.js';

/** Share of rows from which a column counts as written beforehand. */
export const PREFILLED_SHARE = 0.7;
/** The same for a column of remarks while the answers are still empty: what stands in it is the customer's. */
const CUSTOMERS_SHARE = 0.3;
/** Phrases of scoring headers that make a table a maturity assessment even without a list. */
const MATURITY = /maturity|reifegrad|score|punkt|volwassenheid|madurez|maturité|maturità/iu;

/** Collects decisions; the first one about a column stands. */
export class Roles {
  readonly #decisions = new Map<number, ColumnDecision>();
  readonly #facts: ReadonlyMap<number, ColumnFacts>;

  constructor(facts: readonly ColumnFacts[]) {
    this.#facts = new Map(facts.map((fact) => [fact.column, fact]));
  }

  set(column: number, role: ColumnRole, why: string): void {
    if (column === 0 || this.#decisions.has(column)) return;
    const header = this.#facts.get(column)?.header?.texts.join(' / ') ?? '';
    this.#decisions.set(column, { column: columnLetters(column), role, header, why });
  }

  isFree(column: number): boolean {
    return !this.#decisions.has(column);
  }

  list(): ColumnDecision[] {
    return [...this.#decisions].sort(([a], [b]) => a - b).map(([, decision]) => decision);
  }
}

function named(role: string, { header }: ColumnFacts): string {
  return `the header says "${header?.name?.phrase ?? ''}" (${role})`;
}

/** True for columns that take a score, and not from the customer. */
export function takesScores({ header, shape }: ColumnFacts): boolean {
  if (header?.name?.group === 'customer') return false;
  if (shape.lists.scores > 0.3) return true;
  if (header?.name?.group !== 'scoring') return false;
  const isNumeric = shape.lists.number > 0.3 || (shape.filled > 0 && shape.numberShare > 0.5);
  return isNumeric || MATURITY.test(header.texts.join(' '));
}

/** Filled by the customer before we came: text in nearly every row, and it is not an answer. */
function isPrefilled({ shape }: ColumnFacts, share = PREFILLED_SHARE): boolean {
  return shape.filledShare > share && shape.optionShare < 0.5 && shape.filled > 1;
}

/** The column of numbers or codes, 0 when there is none. */
export function pickId(facts: readonly ColumnFacts[], question: number, roles: Roles): number {
  const byHeader = facts.filter((fact) => fact.header?.name?.role === 'id' && roles.isFree(fact.column));
  const left = byHeader.filter(({ column }) => column < question);
  const first = left.find(({ shape }) => shape.codeShare > 0.5) ?? left[0] ?? byHeader[0];
  if (first !== undefined) {
    roles.set(first.column, 'id', named('numbers', first));
    return first.column;
  }
  const byShape = facts.find(
    ({ column, shape, header }) =>
      column < question &&
      roles.isFree(column) &&
      header?.name?.role !== 'section' &&
      shape.codeShare > 0.8 &&
      shape.filled > 1,
  );
  if (byShape !== undefined) roles.set(byShape.column, 'id', 'its cells are numbers or codes');
  return byShape?.column ?? 0;
}

/** The columns that say what a question is about. */
export function pickContext(facts: readonly ColumnFacts[], question: number, roles: Roles) {
  const sections: number[] = [];
  const controls: number[] = [];
  for (const fact of facts) {
    const { column, header, shape } = fact;
    if (!roles.isFree(column)) continue;
    const role = header?.name?.role;
    if (role === 'section') {
      roles.set(column, 'section', named('sections', fact));
      sections.push(column);
    } else if (column < question && (role === 'control' || role === 'question')) {
      roles.set(
        column,
        'control',
        `${named('what the question is about', fact)}, and the question stands to its right`,
      );
      controls.push(column);
    } else if (column < question && role === undefined && shape.filled > 0 && shape.codeShare < 0.5) {
      const isSection = shape.distinctShare < 0.6 || shape.filledShare < 0.6;
      roles.set(column, isSection ? 'section' : 'control', 'it holds text to the left of the question');
      (isSection ? sections : controls).push(column);
    }
  }
  return { sections, controls };
}

/** The column for remarks or for evidence, 0 when there is none. */
export function pickText(
  role: 'details' | 'evidence',
  facts: readonly ColumnFacts[],
  answer: number,
  roles: Roles,
  isAnswered: boolean,
): number {
  const names: readonly (string | undefined)[] =
    role === 'details' ? ['details', 'answer', 'control'] : ['evidence', 'reference'];
  const candidates = facts.filter((fact) => {
    const name = fact.header?.name?.role;
    return (
      roles.isFree(fact.column) &&
      names.includes(name) &&
      // An empty "Description" to the right of the answer is for ours.
      (name !== 'control' || (fact.shape.filled === 0 && fact.column > answer)) &&
      fact.shape.lists.answers + fact.shape.lists.other < 0.5 &&
      (isAnswered || !isPrefilled(fact, CUSTOMERS_SHARE))
    );
  });
  const inOrder = [...candidates].sort((a, b) => {
    const rank = (fact: ColumnFacts) =>
      names.indexOf(fact.header?.name?.role) * 2 + (fact.column > answer ? 0 : 1);
    return rank(a) - rank(b) || a.column - b.column;
  });
  const [chosen] = inOrder;
  if (chosen === undefined) return 0;
  roles.set(chosen.column, role, named(role === 'details' ? 'comments' : 'evidence', chosen));
  return chosen.column;
}

const IGNORED: Readonly<Record<string, string>> = {
  customer: 'it is for the customer to fill',
  scoring: 'it is for scores',
  ownership: 'it names who is responsible',
  guidance: 'it explains how to answer',
  other: 'it holds other particulars',
};

/** Gives a reason to every column that is left alone. */
export function ignoreRest(facts: readonly ColumnFacts[], roles: Roles): void {
  for (const fact of facts) {
    const { column, header, shape } = fact;
    if (header === undefined && shape.filled === 0) continue;
    const group = header?.name?.group;
    if (group !== null && group !== undefined) {
      roles.set(column, 'ignore', `${named('not ours', fact)}: ${IGNORED[group] ?? ''}`);
    } else if (isPrefilled(fact)) {
      roles.set(column, 'ignore', 'it already holds text in nearly every row');
    } else {
      roles.set(
        column,
        'ignore',
        header?.name === undefined
          ? 'nothing says that it is ours to fill'
          : 'another column has this role already',
      );
    }
  }
}

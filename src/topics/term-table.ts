import type { AspectTerm, Term } from './compile.js';

/** Terms by their rarest root, each list as one string: read fast, and taken apart only where a question has the root. */
export type TermTable = Readonly<Record<string, string>>;

/** A term with the number of what it names: a topic or an aspect. */
interface Numbered {
  readonly roots: readonly string[];
}

const ENTRY = '\n';

function toTable<T extends Numbered>(terms: readonly T[], head: (term: T) => string): TermTable {
  const lists = new Map<string, string[]>();
  for (const term of terms) {
    const [first, ...others] = term.roots;
    if (first === undefined) continue;
    const list = lists.get(first) ?? [];
    list.push([head(term), ...others].join(' '));
    lists.set(first, list);
  }
  return Object.fromEntries([...lists].map(([root, list]) => [root, list.join(ENTRY)]));
}

/** Looks up the terms of a root. */
export interface TermLookup<T> {
  get(root: string): readonly T[] | undefined;
}

function lookUpIn<T>(table: TermTable, read: (head: string, roots: readonly string[]) => T): TermLookup<T> {
  const found = new Map<string, readonly T[]>();
  return {
    get(root) {
      const known = found.get(root);
      if (known || !Object.hasOwn(table, root)) return known;
      const terms = (table[root] ?? '').split(ENTRY).map((entry) => {
        const [head, ...others] = entry.split(' ');
        return read(head ?? '', [root, ...others]);
      });
      found.set(root, terms);
      return terms;
    },
  };
}

/** Terms of topics; their rarest root comes first. A topic's number with `!` is its opposite. */
export function tableOfTerms(terms: readonly Term[]): TermTable {
  return toTable(terms, ({ topic, isAdverse }) => `${topic}${isAdverse ? '!' : ''}`);
}

/** Reads a table that `tableOfTerms` wrote. */
export function lookUpTerms(table: TermTable): TermLookup<Term> {
  return lookUpIn(table, (head, roots) => ({
    topic: Number.parseInt(head, 10),
    isAdverse: head.endsWith('!'),
    roots,
  }));
}

/** Terms of aspects; their rarest root comes first. */
export function tableOfAspectTerms(terms: readonly AspectTerm[]): TermTable {
  return toTable(terms, ({ aspect }) => String(aspect));
}

/** Reads a table that `tableOfAspectTerms` wrote. */
export function lookUpAspectTerms(table: TermTable): TermLookup<AspectTerm> {
  return lookUpIn(table, (head, roots) => ({ aspect: Number(head), roots }));
}

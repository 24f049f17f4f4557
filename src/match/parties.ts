import type { Party } from '../facts/value.js';
import { fold } from '../text/normalise.js';
import { tokenise } from '../text/tokenise.js';
import type { LanguageCatalogue } from '../topics/catalogue.js';
import { phraseRoots } from '../topics/compile.js';
import type { Clause } from './clause.js';
import type { Response } from './decision.js';

/** The parties that a question is about. */
export interface FoundParties {
  readonly parties: readonly Party[];
  /** True when the question narrows the list by name or purpose. */
  readonly isSelection: boolean;
  /** Certificates that the question names, as the parties' entries write them. */
  readonly certificates: readonly string[];
}

/** Publishers of standards: "27001" names ISO 27001, "C5" names BSI C5. */
const PUBLISHERS = new Set(['iso', 'iec', 'bsi', 'din', 'en']);

/** Shortest first word of a name that can name a party: "AWS", "Mistral"; not "IT". */
const SHORTEST_NAME = 3;

/** Finds the parties that the clause names or whose purpose it names; all of them when it names none. */
export function findParties(
  all: readonly Party[],
  clause: Clause,
  catalogue: LanguageCatalogue,
): FoundParties {
  const folded = new Set(clause.words.map((word) => fold(word.surface)));
  const certificates = unique(all.flatMap((party) => party.certificates)).filter((name) =>
    words(name)
      .filter((word) => !PUBLISHERS.has(word))
      .every((word) => folded.has(word)),
  );
  const named = all.filter((party) => isNamed(party, folded, catalogue));
  if (named.length > 0) return { parties: named, isSelection: named.length < all.length, certificates };
  const roots = new Set(clause.words.flatMap((word) => word.roots));
  const purposes = purposesIn(roots, catalogue);
  const chosen = all.filter((party) => {
    const purpose = phraseRoots(
      party.purpose[catalogue.lexicon.language],
      catalogue.lexicon,
      catalogue.vocabulary,
    );
    return purposesIn(new Set(purpose), catalogue).some((row) => purposes.includes(row));
  });
  const isSelection = chosen.length > 0 && chosen.length < all.length;
  return { parties: isSelection ? chosen : all, isSelection, certificates };
}

function words(text: string): string[] {
  return tokenise(text).map((token) => fold(token.surface));
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** By a word of its name that is nobody else's: "Azure", "Google"; not "Cloud". */
function isNamed(party: Party, folded: ReadonlySet<string>, { lexicon }: LanguageCatalogue): boolean {
  return words(party.short).some(
    (word) => word.length >= SHORTEST_NAME && !lexicon.generic.has(lexicon.root(word)) && folded.has(word),
  );
}

/** Rows of purposes with a phrase whose roots all occur. */
function purposesIn(roots: ReadonlySet<string>, { lexicon, vocabulary }: LanguageCatalogue): string[] {
  return Object.entries(lexicon.words.purposes)
    .filter(([, phrases]) =>
      phrases.some((phrase) => phraseRoots(phrase, lexicon, vocabulary).every((root) => roots.has(root))),
    )
    .map(([row]) => row);
}

/** `yes` or `no` to "are they certified", else the list, or the one party as a value. */
export function partiesResponse(clause: Clause, found: FoundParties): Response {
  const { certificates } = found;
  const isWhether =
    clause.wants === 'confirm' ||
    (clause.wants === 'either' && (clause.isAboutAll || clause.negators.length > 0));
  if (isWhether && certificates.length > 0) {
    const holding = found.parties.filter((party) =>
      certificates.every((name) => party.certificates.includes(name)),
    );
    if (clause.negators.length % 2 === 1) return holding.length === found.parties.length ? 'no' : 'yes';
    if (holding.length === 0) return 'no';
    if (holding.length === found.parties.length) return 'yes';
    return clause.isAboutAll ? 'no' : 'partial';
  }
  const isDenied = clause.negators.length % 2 === 1;
  if (clause.wants === 'confirm' && clause.asks.size === 0) return isDenied ? 'no' : 'yes';
  if (clause.wants === 'either' && isDenied) return 'no';
  return found.isSelection ? 'value' : 'list';
}

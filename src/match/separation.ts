import type { Separation } from '../facts/value.js';
import { LAYERS, SEPARATIONS } from '../text/lexicon.js';
import type { LanguageCatalogue } from '../topics/catalogue.js';
import { phraseRoots } from '../topics/compile.js';
import type { Clause } from './clause.js';
import type { Response } from './decision.js';

type Manner = (typeof SEPARATIONS)[number];

/** How strictly each way keeps customers apart; a stricter way includes the looser ones. */
const STRICTNESS: Readonly<Record<Manner, number>> = { logical: 1, dedicated: 2, physical: 3 };

/**
 * Whether customers are kept apart as the clause asks: in the way it names ("physically"), on the layers it names ("file
 * storage"), else on all that are known. Null when that does not decide: no way named, several named to choose from, a
 * layer that nothing is known of, or a dedicated instance where physical separation is asked.
 */
export function compareSeparation(
  clause: Clause,
  known: readonly Separation[],
  catalogue: LanguageCatalogue,
): Response | null {
  const roots = new Set(clause.words.flatMap((word) => word.roots));
  const { layers, separations } = catalogue.lexicon.words;
  const names = (phrases: readonly string[]): boolean =>
    phrases.some((phrase) =>
      phraseRoots(phrase, catalogue.lexicon, catalogue.vocabulary).every((root) => roots.has(root)),
    );
  const manners = SEPARATIONS.filter((manner) => names(separations[manner]));
  const [asked] = manners;
  if (!asked || manners.length > 1) return null;
  const namedLayers = LAYERS.filter((layer) => names(layers[layer]));
  const concerned = namedLayers.length > 0 ? known.filter(({ layer }) => namedLayers.includes(layer)) : known;
  if (concerned.length === 0) return null;
  const strict = concerned.filter(({ by }) => STRICTNESS[by] >= STRICTNESS[asked]);
  if (strict.length === concerned.length) return 'yes';
  if (strict.length > 0) return 'partial';
  return concerned.every(({ by }) => by === 'logical')
    ? 'no'
    : asked === 'physical' && namedLayers.length === 0
      ? 'partial'
      : null;
}

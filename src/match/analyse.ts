import { createExpander } from '../text/abbreviations.js';
import { fold, MAX_QUESTION_LENGTH, normalise } from '../text/normalise.js';
import { withoutNumbering } from '../text/numbering.js';
import { createFigureReader } from '../text/quantity.js';
import { splitNormalised } from '../text/tokenise.js';
import type { LanguageCatalogue } from '../topics/catalogue.js';
import { withoutHints } from './answer-hints.js';
import type { Analysis } from './clause.js';
import { indexClausePhrases } from './clause-phrases.js';
import { createClauseReader } from './read-clause.js';
import { segment } from './segment.js';

/** Breaks questions of one language into clauses. */
export interface Analyser {
  analyse(text: string): Analysis;
}

/** Prepares the analysis of questions in the language of the catalogue. */
export function createAnalyser(catalogue: LanguageCatalogue): Analyser {
  const expand = createExpander(catalogue.abbreviations);
  const reader = createFigureReader(catalogue.lexicon);
  const phrases = indexClausePhrases(catalogue);
  const readClause = createClauseReader(catalogue, phrases);
  return {
    analyse(text) {
      const clean = normalise(text);
      if (clean.length > MAX_QUESTION_LENGTH) return { clauses: [], isTooLong: true };
      const written = expand(splitNormalised(withoutNumbering(clean)));
      const { tokens, isToTick } = withoutHints(written, phrases);
      const folded = tokens.map((token) => fold(token.surface));
      const read = { tokens, folded, figures: reader.read(tokens), isToTick };
      const clauses = segment(folded, phrases).map((span) => readClause(span, read));
      return { clauses: clauses.filter((clause) => clause.words.length > 0), isTooLong: false };
    },
  };
}

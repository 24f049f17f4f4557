import type { FactBase } from '../facts/fact-base.js';
import type { Catalogue, LanguageCatalogue } from '../topics/catalogue.js';
import type { Analyser } from './analyse.js';
import type { Language } from './decision.js';

/** What deciding needs besides the question. */
export interface Surroundings {
  readonly catalogue: Catalogue;
  readonly languageCatalogue: LanguageCatalogue;
  readonly analyser: Analyser;
  readonly facts: FactBase;
  readonly day: string;
  readonly language: Language;
}

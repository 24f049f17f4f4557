import type { Fact } from '../facts/schema.js';
import { statusOn } from '../facts/status.js';
import { factValues, type WordingContext } from './fact-values.js';
import type { PhraseBook, StatementKey, Statements } from './phrases.js';
import { MissingValue, renderTemplate, type Values } from './template.js';

/**
 * The sentence that says what the fact says, on the day and in the language of the context, whatever the polarity of
 * the question. Where the sentence of the topic needs a value that this fact does not have, the sentence for its kind of
 * value is taken, and in the end label and display.
 * `parties`: names of those to speak of; absent means all.
 */
export function factStatement(
  fact: Fact,
  book: PhraseBook,
  context: WordingContext,
  parties?: readonly string[],
): string {
  const { status, isUnconfirmed, lapsed } = statusOn(fact, context.day);
  const isOverdue = isUnconfirmed && lapsed === undefined;
  const isInForce = status === 'implemented' || status === 'partial';
  const key: StatementKey = isOverdue ? 'unconfirmed' : isInForce && parties ? 'selected' : status;
  const values = factValues(fact, context, parties);
  const sentence = firstThatRenders(sources(fact, book), key, context.language, values);
  if (lapsed === undefined) return sentence;
  return `${sentence} ${renderTemplate(context.phrases.draft.lapsed, { valid_until: lapsed })}`;
}

function sources(fact: Fact, { statements, defaults }: PhraseBook): Statements[] {
  const ofTopic = Object.hasOwn(statements, fact.id) ? statements[fact.id] : undefined;
  return [ofTopic, defaults[fact.value.kind], defaults.any].filter((one) => one !== undefined);
}

function firstThatRenders(
  candidates: readonly Statements[],
  key: StatementKey,
  language: 'de' | 'en',
  values: Values,
): string {
  for (const candidate of candidates) {
    const template = candidate[key]?.[language];
    if (template === undefined) continue;
    try {
      return oneFullStop(renderTemplate(template, values));
    } catch (error) {
      if (!(error instanceof MissingValue)) throw error;
    }
  }
  throw new Error(`no statement for status ${key}`);
}

/** A display that ends in an abbreviation ("24 Std.") brings its own full stop. */
function oneFullStop(sentence: string): string {
  return sentence.replace(/\.{2}$/, '.');
}

import type { Reason } from '../match/decision.js';
import type { LanguagePhrases } from './phrases.js';
import { MissingValue, renderTemplate } from './template.js';

/** Turns ids into words that people know; an id without words stays as it is. */
export interface Names {
  readonly topic: (id: string) => string;
  readonly fact: (id: string) => string;
}

/**
 * The sentence for a reason. Ids of topics, facts, aspects and kinds of asking among its arguments (several are separated by commas) become words. A
 * code without a sentence, or a sentence that lacks an argument, is shown as code and arguments: a reason is never lost.
 */
export function renderReason(reason: Reason, phrases: LanguagePhrases, names: Names): string {
  const values = Object.fromEntries(
    Object.entries(reason.args).map(([key, value]) => [key, wordArgument(key, value, names, phrases)]),
  );
  const template = Object.hasOwn(phrases.reasons, reason.code) ? phrases.reasons[reason.code] : undefined;
  try {
    if (template !== undefined) return renderTemplate(template, values);
  } catch (error) {
    if (!(error instanceof MissingValue)) throw error;
  }
  const args = Object.values(values).join(', ');
  return args === '' ? reason.code : `${reason.code}: ${args}`;
}

/** Words for an argument of a reason; what has none stays as it is. */
export function wordArgument(key: string, value: string, names: Names, phrases: LanguagePhrases): string {
  const word = wordsFor(key, names, phrases);
  return word === null
    ? value
    : value
        .split(',')
        .map((id) => word(id.trim()))
        .join(', ');
}

function wordsFor(key: string, names: Names, phrases: LanguagePhrases): ((id: string) => string) | null {
  switch (key) {
    case 'topic':
    case 'topics':
      return names.topic;
    case 'fact':
      return names.fact;
    case 'asked':
      return (id) => lookUp(phrases.asks, id);
    case 'scope':
      return (id) => lookUp(phrases.scopes, id);
    default:
      return null;
  }
}

function lookUp(words: Readonly<Record<string, string>>, id: string): string {
  return (Object.hasOwn(words, id) ? words[id] : undefined) ?? id;
}

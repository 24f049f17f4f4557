import type { Reason } from '../match/decision.js';
import type { LanguagePhrases } from './phrases.js';
import { MissingValue, renderTemplate } from './template.js';

/** Turns ids into words that people know; an id without words stays as it is. */
export interface Names {
  topic(id: string): string;
  fact(id: string): string;
}

/**
 * The sentence for a reason. Ids of topics, facts and kinds of asking among its arguments (several are separated by commas) become words. A
 * code without a sentence, or a sentence that lacks an argument, is shown as code and arguments: a reason is never lost.
 */
export function renderReason(reason: Reason, phrases: LanguagePhrases, names: Names): string {
  const values = Object.fromEntries(
    Object.entries(reason.args).map(([key, value]) => [key, worded(key, value, names, phrases)]),
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

function worded(key: string, value: string, names: Names, { asks }: LanguagePhrases): string {
  const each = WORDED[key];
  if (each === undefined) return value;
  return value
    .split(',')
    .map((part) => part.trim())
    .map((id) => (each === 'ask' ? (Object.hasOwn(asks, id) && asks[id]) || id : names[each](id)))
    .join(', ');
}

const WORDED: Readonly<Partial<Record<string, keyof Names | 'ask'>>> = {
  topic: 'topic',
  topics: 'topic',
  fact: 'fact',
  asked: 'ask',
};

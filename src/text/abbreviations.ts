import type { Lexicon } from './lexicon.js';

/** Replaces abbreviations (`z. B.`, `mgmt`) in normalised text by the word they stand for. */
export type Expander = (text: string) => string;

/** Builds one expression from the lexicon's abbreviations; longer ones first. */
export function createExpander(lexicon: Lexicon): Expander {
  const entries = Object.entries(lexicon.words.abbreviations).sort(([a], [b]) => b.length - a.length);
  const words = new Map(entries);
  const choices = entries.map(([short]) => {
    const escaped = short.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    return /[\p{L}\d]$/u.test(short) ? `${escaped}(?![\\p{L}\\d])` : escaped;
  });
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${choices.join('|')})`, 'giu');
  return (text) => text.replace(pattern, (short) => ` ${words.get(short.toLowerCase()) ?? short} `);
}

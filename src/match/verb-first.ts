import type { ClausePhrases } from './clause-phrases.js';

/** German words right after the verb of a question: "Weisen sämtliche Partner ...", but not "Standort der Server". */
const AFTER_VERB = new Set([
  'sie',
  'ihre',
  'alle',
  'samtliche',
  'wir',
  'unsere',
  'die',
  'das',
  'es',
  'auch',
  'bereits',
]);

/** "Beschreiben Sie ...", "Nennen Sie ...". */
export function isCommand(folded: readonly string[], at: number, phrases: ClausePhrases): boolean {
  return [phrases.describeAsks, phrases.valueAsks, phrases.asks].some(
    (index) => index.findAt(folded, at) !== null,
  );
}

/** Whether a German clause begins with its verb, as a yes/no question does: any verb, by its ending. */
export function isVerbFirst(folded: readonly string[], at: number): boolean {
  return /^\p{L}{2,}(?:e?n|t)$/u.test(folded[at] ?? '') && AFTER_VERB.has(folded[at + 1] ?? '');
}

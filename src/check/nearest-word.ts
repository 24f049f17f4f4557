import { typingErrors } from '../text/spelling.js';

/** The known word with the fewest typing errors, if at most a third of the letters are wrong; else null. */
export function nearestWord(word: string, known: Iterable<string>): string | null {
  const most = Math.max(1, Math.floor(word.length / 3));
  let nearest: { readonly word: string; readonly errors: number } | null = null;
  for (const candidate of known) {
    const errors = typingErrors(word, candidate, most);
    if (errors <= most && errors < (nearest?.errors ?? Number.POSITIVE_INFINITY)) {
      nearest = { word: candidate, errors };
    }
  }
  return nearest?.word ?? null;
}

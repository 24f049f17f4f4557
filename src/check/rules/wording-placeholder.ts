import { ownWords } from '../own-words.js';
import type { Rule } from '../rule.js';

/** What stands where words are still to be written. `___`, `TODO: ask`; not `to do`, `snake_case`. */
const PLACEHOLDER = /_{3,}|\b(?:TODO|TBD|FIXME|XXX)\b/;

/** Words that nobody has written yet would reach a customer as they stand. */
export const wordingPlaceholder: Rule = {
  id: 'wording/placeholder',
  severity: 'error',
  summary: 'a text that still has to be written (`___`, TODO)',
  hint: 'Write the text, or take the fact out until you know it.',
  *check({ base }) {
    for (const { at, path, words } of ownWords(base)) {
      for (const language of ['de', 'en'] as const) {
        const found = PLACEHOLDER.exec(words[language]);
        if (found === null) continue;
        yield { at, path: [...path, language], message: `the text still has "${found[0]}" in it` };
      }
    }
  },
};

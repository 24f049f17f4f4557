import { ownWords } from '../own-words.js';
import { complaintRule } from '../rule.js';

/** `Verschlüsselung`, `groß`: letters that English does not have; not `Azure`. */
const GERMAN_LETTERS = /[äöüß]/iu;

/** Customers are answered in their language; a text in one language only leaves the other without words. */
export const wordingMissingLanguage = complaintRule({
  id: 'wording/missing-language',
  severity: 'error',
  summary: 'a text that is missing in German or English, or the same German text in both',
  hint: 'Write the text in both languages.',
  *check({ base }) {
    for (const { at, path, words } of ownWords(base)) {
      for (const language of ['de', 'en'] as const) {
        if (words[language].trim() !== '') continue;
        yield {
          at,
          path: [...path, language],
          message: `the text is blank, expected words in "${language}"`,
        };
      }
      if (words.de === words.en && GERMAN_LETTERS.test(words.en)) {
        yield { at, path: [...path, 'en'], message: 'the English text is the German one, not translated' };
      }
    }
  },
});

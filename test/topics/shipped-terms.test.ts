import { describe, expect, test } from 'vitest';
import { fold } from '../../src/text/normalise.js';
import { countPhrases, expandPhrase } from '../../src/text/phrase-groups.js';
import { tokenise } from '../../src/text/tokenise.js';
import { phraseRoots, topicsOf } from '../../src/topics/compile.js';
import { catalogue, source } from '../match/catalogue.js';

const rootsOf = (phrase: string, language: 'de' | 'en'): string => {
  const { lexicon, vocabulary } = catalogue.language(language);
  return [...new Set(phraseRoots(phrase, lexicon, vocabulary))].sort().join(' ');
};
const wordsIn = (phrase: string): number =>
  tokenise(phrase).filter((token) => token.kind !== 'mark' || token.surface === '%').length;

/** Set phrases are few words with few choices; a product of many groups would take the start-up time. */
const MOST_SET_PHRASES = 1000;

describe.each(['en', 'de'] as const)('shipped terms (%s)', (language) => {
  test('a set phrase stands for few', () =>
    expect(
      Object.keys(source.lexicons[language].abbreviations).filter((p) => countPhrases(p) > MOST_SET_PHRASES),
    ).toEqual([]));

  // Function words name nothing: "our us sites" would name every site.
  test('a phrase that shrinks to one word stands beside that word', () => {
    const shrunk = topicsOf(source).flatMap((topic) => {
      const phrases = (['terms', 'adverse'] as const).flatMap((list) =>
        topic[list][language].flatMap(expandPhrase).map((phrase) => ({ list, phrase })),
      );
      const single = new Set(
        phrases
          .filter(({ phrase }) => wordsIn(phrase) === 1)
          .map(({ list, phrase }) => `${list} ${rootsOf(phrase, language)}`),
      );
      return phrases
        .filter(({ phrase }) => wordsIn(phrase) > 1 && !/^[\p{L}-]+$/u.test(phrase))
        .filter(({ list, phrase }) => {
          const roots = rootsOf(phrase, language);
          return !roots.includes(' ') && !single.has(`${list} ${roots}`);
        })
        .map(({ list, phrase }) => `${topic.id} ${list}: ${phrase} -> ${rootsOf(phrase, language)}`);
    });
    expect(shrunk).toEqual([]);
  });

  test('no phrase names both the subject and its opposite', () => {
    const both = topicsOf(source).flatMap((topic) => {
      const terms = new Set(topic.terms[language].flatMap(expandPhrase).map((p) => rootsOf(p, language)));
      return topic.adverse[language]
        .flatMap(expandPhrase)
        .filter((phrase) => terms.has(rootsOf(phrase, language)))
        .map((phrase) => `${topic.id}: ${phrase}`);
    });
    expect(both).toEqual([]);
  });

  test('no phrase is made of function words alone', () => {
    const empty = topicsOf(source).flatMap((topic) =>
      (['terms', 'adverse'] as const)
        .flatMap((list) => topic[list][language].flatMap(expandPhrase))
        .filter((phrase) => rootsOf(phrase, language) === '' && fold(phrase) !== '')
        .map((phrase) => `${topic.id}: ${phrase}`),
    );
    expect(empty).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { type CountedQuestion, summarise } from '../../src/report/summarise.js';

function question(
  sheet: string,
  status: CountedQuestion['status'],
  missing: readonly string[] = [],
  alone: readonly string[] = [],
  isEnough = alone.length > 0,
): CountedQuestion {
  return { cell: { sheet }, status, missing, lacking: { alone, isEnough } };
}

const labelOf = (topic: string) => topic.toUpperCase();

describe('the summary of a run', () => {
  it('counts by status, in all and per sheet in order of appearance', () => {
    const summary = summarise(
      [question('b', 'answered'), question('a', 'review'), question('b', 'unanswered')],
      labelOf,
    );
    expect(summary).toMatchObject({ questions: 3, answered: 1, review: 1, unanswered: 1 });
    expect(summary.sheets).toEqual([
      { sheet: 'b', questions: 2, answered: 1, review: 0, unanswered: 1 },
      { sheet: 'a', questions: 1, answered: 0, review: 1, unanswered: 0 },
    ]);
  });

  it('tells what facts would answer: most first, then most asked for, then by id', () => {
    const { missingTopics, answerable } = summarise(
      [
        question('s', 'unanswered', ['often']),
        question('s', 'unanswered', ['often']),
        question('s', 'unanswered', ['useful'], ['useful']),
        question('s', 'unanswered', ['b', 'a'], [], true),
        question('s', 'review', ['a', 'b']),
      ],
      labelOf,
    );
    expect(missingTopics).toEqual([
      { topic: 'useful', label: 'USEFUL', questions: 1, wouldAnswer: 1 },
      { topic: 'a', label: 'A', questions: 2, wouldAnswer: 0 },
      { topic: 'b', label: 'B', questions: 2, wouldAnswer: 0 },
      { topic: 'often', label: 'OFTEN', questions: 2, wouldAnswer: 0 },
    ]);
    expect(answerable).toBe(2);
  });

  it('counts a topic once per question', () => {
    const { missingTopics } = summarise([question('s', 'unanswered', ['a', 'a'], ['a'])], labelOf);
    expect(missingTopics).toEqual([{ topic: 'a', label: 'A', questions: 1, wouldAnswer: 1 }]);
  });

  it('of nothing is empty', () => {
    expect(summarise([], labelOf)).toEqual({
      questions: 0,
      answered: 0,
      review: 0,
      unanswered: 0,
      sheets: [],
      missingTopics: [],
      answerable: 0,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { renderReason } from '../../src/answer/reason.js';
import { shippedPhrases } from './shipped-phrases.js';

const names = {
  topic: (id: string) => ({ siem: 'Log monitoring', hsm: 'Key storage' })[id] ?? id,
  fact: (id: string) => ({ 'roadmap.training': 'Training' })[id] ?? id,
};

describe('renderReason', () => {
  it.each<[string, Record<string, string>, string]>([
    ['no_topic', {}, 'No known topic was recognised in the question.'],
    ['no_question', {}, 'This does not read as a question.'],
    ['too_long', {}, 'The question is too long to be read reliably.'],
    ['unsupported_language', {}, 'The question is neither in German nor in English.'],
    ['topic_without_fact', { topic: 'siem' }, 'There is no fact on this topic: Log monitoring.'],
    ['part_without_fact', { topic: 'hsm' }, 'A part of the question has no fact: Key storage.'],
    [
      'uncovered_words',
      { words: 'cipher, suites' },
      'Words of the question that no fact covers: cipher, suites.',
    ],
    [
      'other_scope',
      { scope: 'laptops' },
      'The question is about something that the facts do not speak of: laptops.',
    ],
    ['wrong_ask', { asked: 'how_often' }, 'The facts do not give what the question asks for: how often.'],
    ['ambiguous', { topics: 'siem, hsm' }, 'Several topics fit equally well: Log monitoring, Key storage.'],
    [
      'date_unconfirmed',
      { fact: 'roadmap.training', due: 'Q2 2026' },
      'Training: the planned date (Q2 2026) has passed and has not been confirmed.',
    ],
    [
      'validity_ended',
      { fact: 'roadmap.training' },
      'Training: the statement is past its last day of validity and has not been confirmed.',
    ],
    [
      'bound_not_comparable',
      { bound: '2 working days' },
      'The facts do not decide the limit in the question: 2 working days.',
    ],
    [
      'opposite_not_stated',
      { fact: 'roadmap.training' },
      'The facts do not say whether the opposite is ruled out (Training).',
    ],
    ['topic_without_fact', { topic: 'unknown_id' }, 'There is no fact on this topic: unknown_id.'],
    ['topic_without_fact', {}, 'topic_without_fact'],
    ['brand_new', { a: 'x', b: 'y' }, 'brand_new: x, y'],
    ['constructor', {}, 'constructor'],
  ])('words %s %o', async (code, args, text) => {
    const { en, de } = (await shippedPhrases()).languages;
    expect(renderReason({ code, args }, en, names)).toBe(text);
    expect(renderReason({ code, args }, de, names)).not.toContain('{');
  });

  it('quotes words of the question as they are', async () => {
    const { en } = (await shippedPhrases()).languages;
    expect(renderReason({ code: 'uncovered_words', args: { words: '{topic} [x] \\' } }, en, names)).toContain(
      '{topic} [x] \\.',
    );
  });
});

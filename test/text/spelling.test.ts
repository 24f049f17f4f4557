import { describe, expect, test } from 'vitest';
import { createSpeller, typingErrors } from '../../src/text/spelling.js';

const speller = createSpeller([
  'encrypted',
  'retention',
  'subprocessor',
  'verschlusselung',
  'availability',
  'policy',
]);

describe('createSpeller', () => {
  test.each([
    ['encypted', 'encrypted'],
    ['retension', 'retention'],
    ['subprocesor', 'subprocessor'],
    ['verschlusslung', 'verschlusselung'],
    ['availabilty', 'availability'],
  ])('%s is understood as %s', (typed, meant) => expect(speller(typed)).toBe(meant));

  test.each([
    ['another first letter', 'unencrypted'],
    ['too short', 'polic'],
    ['another word', 'detention'],
    ['digits', 'encrypted1'],
    ['too far', 'encapsulated'],
  ])('%s: %s is left alone', (_, word) => expect(speller(word)).toBeNull());
});

describe('typingErrors', () => {
  test.each([
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['abc', 'ab', 1],
    ['abc', 'xyz', 3],
  ])('%s, %s: %i', (a, b, errors) => expect(typingErrors(a, b, 3)).toBe(errors));

  test('stops above the limit', () => expect(typingErrors('abcdef', 'a', 2)).toBe(3));
});

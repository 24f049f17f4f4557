import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenise } from '../../src/text/tokenise.js';

const surfaces = (text: string) => tokenise(text).map((token) => token.surface);

describe('tokenise', () => {
  test.each([
    ["user's data", ['user', 'data']],
    ['99,9 % p.a.', ['99,9', '%', 'p.a', '.']],
    ['TLS 1.2/1.3', ['TLS', '1.2', '/', '1.3']],
    ['AES-256', ['AES', '-', '256']],
    ['2FA (OAuth2)', ['2FA', '(', 'OAuth2', ')']],
    ['NIST 800-88', ['NIST', '800', '-', '88']],
    ['', []],
  ])('%s', (text, expected) => expect(surfaces(text)).toEqual(expected));

  test('gives positions in order and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const starts = tokenise(text).map((token) => token.start);
        expect([...starts].sort((a, b) => a - b)).toEqual(starts);
      }),
    );
  });
});

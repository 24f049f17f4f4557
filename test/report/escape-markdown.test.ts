import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../src/report/escape-markdown.js';

describe('escapeMarkdown', () => {
  it.each([
    ['plain text, 99.5%', 'plain text, 99.5%'],
    ['a | b\nc', 'a \\| b c'],
    ['<img src=x>', '&lt;img src=x\\>'],
    ['&amp;', '&amp;amp;'],
    ['[x](http://e)', '\\[x\\]\\(http\\://e\\)'],
    // People and issues, which GitHub finds after it has rendered.
    ['ask @octocat', 'ask \\@&#8203;octocat'],
    ['(@octocat)', '\\(\\@&#8203;octocat\\)'],
    ['see #12', 'see \\#&#8203;12'],
    ['mail a@b.org', 'mail a\\@b.org'],
    ['# of users @ 5', '\\# of users \\@ 5'],
    ['www.example.org', 'www\\.example.org'],
    ['awww.', 'awww.'],
  ])('%s', (text, expected) => expect(escapeMarkdown(text)).toBe(expected));

  it('gives one line without a bare sign of markup, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeMarkdown(text)).not.toMatch(/[\r\n<]|(?<!\\)(?:\\\\)*[|`[\]!]/);
      }),
    );
  });
});

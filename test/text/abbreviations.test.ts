import { describe, expect, test } from 'vitest';
import { createExpander, tableOfAbbreviations } from '../../src/text/abbreviations.js';
import { tokenise } from '../../src/text/tokenise.js';

const expand = createExpander(
  tableOfAbbreviations({
    mgmt: 'management',
    'z. b.': 'zb',
    'the supplier': 'you',
    '(the |)supplier (shall|must)': 'you $2',
    'just checking': '',
    constructor: 'builder',
  }),
);

describe('abbreviations and set phrases', () => {
  test.each([
    ['key mgmt', 'key management'],
    ['Z. B. Backups', 'zb Backups'],
    ['The supplier shall encrypt', 'you shall encrypt'],
    ['Supplier must encrypt', 'you must encrypt'],
    ['the supplier encrypts', 'you encrypts'],
    ['Just checking: WAF?', ': WAF ?'],
    ['the constructor', 'the builder'],
    ['toString hasOwnProperty', 'toString hasOwnProperty'],
    ['the', 'the'],
    ['', ''],
  ])('%s', (text, expected) =>
    expect(
      expand(tokenise(text))
        .map((token) => token.surface)
        .join(' '),
    ).toBe(expected),
  );
});

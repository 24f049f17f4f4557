import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  lookUpAspectTerms,
  lookUpTerms,
  tableOfAspectTerms,
  tableOfTerms,
} from '../../src/topics/term-table.js';

const root = fc.stringMatching(/^[a-z%0-9]{1,8}$/).map((text) => text || 'x');
const roots = fc.uniqueArray(fc.oneof(root, fc.constantFrom('__proto__', 'constructor')), {
  minLength: 1,
  maxLength: 4,
});

describe('term tables', () => {
  test('give back every term of a topic under its first root, in order', () => {
    const term = fc.record({ topic: fc.nat(900), isAdverse: fc.boolean(), roots });
    fc.assert(
      fc.property(fc.array(term), (terms) => {
        const found = lookUpTerms(JSON.parse(JSON.stringify(tableOfTerms(terms))));
        for (const { roots: own } of terms) {
          const first = own[0] ?? '';
          expect(found.get(first)).toEqual(terms.filter((t) => t.roots[0] === first));
        }
      }),
    );
  });

  test('the same for aspects', () => {
    const terms = [
      { aspect: 0, roots: ['test'] },
      { aspect: 12, roots: ['test', 'annual'] },
    ];
    expect(lookUpAspectTerms(tableOfAspectTerms(terms)).get('test')).toEqual(terms);
  });

  test.each(['toString', 'constructor', '', 'unknown'])('nothing under %s', (word) =>
    expect(lookUpTerms(tableOfTerms([])).get(word)).toBeUndefined(),
  );
});

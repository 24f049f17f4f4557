import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMN_ROLES, parseColumns, parseRows } from '../../src/questionnaire/parse-columns.js';

describe('parseColumns', () => {
  it.each([
    ['question=B,answer=C', { question: 'B', answer: 'C' }],
    [' Question = b , ANSWER:aa ', { question: 'B', answer: 'AA' }],
    ['details=XFD', { details: 'XFD' }],
  ])('%s', (text, columns) => {
    expect(parseColumns(text)).toEqual(columns);
  });

  it.each([
    ['question=B7', '"question=B7" is no column'],
    ['question', '"question" is no column'],
    ['', '"" is no column'],
    ['query=B', '"query=B" is no column'],
    ['answer=XFE', '"answer=XFE" is no column'],
    ['answer=B,answer=C', 'the role answer twice'],
    ['answer=B,question=B', 'column B twice'],
  ])('refuses %s', (text, message) => {
    expect(() => parseColumns(text)).toThrow(message);
  });

  it('reads back what it is given', () => {
    const roles = fc.uniqueArray(fc.constantFrom(...COLUMN_ROLES), { minLength: 1 });
    const letters = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'Z', 'AA', 'AZ', 'XFD', 'D'), {
      minLength: 7,
    });
    fc.assert(
      fc.property(roles, letters, (names, columns) => {
        const wanted = Object.fromEntries(names.map((name, at) => [name, columns[at]]));
        const text = Object.entries(wanted).map(([name, column]) => `${name}=${column}`);
        expect(parseColumns(text.join(','))).toEqual(wanted);
      }),
    );
  });
});

describe('parseRows', () => {
  it.each([
    ['5-80', { first: 5, last: 80 }],
    ['5:80', { first: 5, last: 80 }],
    [' 12 ', { first: 12, last: 12 }],
  ])('%s', (text, rows) => {
    expect(parseRows(text)).toEqual(rows);
  });
  it.each(['80-', 'a', '0-5', '9-3', '', '-3'])('refuses "%s"', (text) => {
    expect(() => parseRows(text)).toThrow('is no range of rows');
  });
});

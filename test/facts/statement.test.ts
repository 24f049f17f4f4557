import { describe, expect, it } from 'vitest';
import { statementChanges, statementOf } from '../../src/facts/statement.js';
import { otherFact, shippedFact } from './shipped-facts.js';

describe('statementOf', () => {
  it('holds what an answer can rest on, and no words', async () => {
    expect(statementOf(await shippedFact('access.mfa'))).toEqual({
      status: 'planned',
      value: { kind: 'milestone' },
      due: { quarter: 'Q4 2026', edge: 'by' },
      extent: { de: 'für alle Nutzer', en: 'for all users' },
    });
  });
});

describe('statementChanges', () => {
  const rto = otherFact({ value: { kind: 'duration', min: 4, max: 8, unit: 'hours' } });

  it.each<[string, object, readonly (readonly [string, string | null, string | null])[]]>([
    ['nothing', {}, []],
    ['words', { label: { de: 'A', en: 'B' } }, []],
    ['the status', { status: 'partial' }, [['status', 'implemented', 'partial']]],
    ['a number', { value: { kind: 'duration', min: 4, max: 9, unit: 'hours' } }, [['value.max', '8', '9']]],
    ['a bound less', { value: { kind: 'duration', max: 8, unit: 'hours' } }, [['value.min', '4', null]]],
    [
      'a date',
      { due: { quarter: 'Q1 2027', edge: 'by' } },
      [['due', null, '{ quarter: "Q1 2027", edge: by }']],
    ],
    [
      'words per language',
      { extent: { de: 'für alle', en: 'all' } },
      [
        ['extent.de', null, '"für alle"'],
        ['extent.en', null, 'all'],
      ],
    ],
  ])('tells %s', (_, fields, expected) => {
    const changed = { ...rto, ...fields } as typeof rto;
    const changes = statementChanges(statementOf(rto), statementOf(changed));
    expect(changes.map(({ what, from, to }) => [what, from, to])).toEqual(expected);
  });

  it.each<[string, unknown, unknown, readonly (readonly [string, string | null, string | null])[]]>([
    ['the order of keys', { a: [{ b: 1, c: 2 }] }, { a: [{ c: 2, b: 1 }] }, []],
    ['the order of a list', { a: ['x', 'y'] }, { a: ['y', 'x'] }, []],
    ['a list', { a: ['x'] }, { a: ['x', 'y z'] }, [['a', '[x]', '[x, "y z"]']]],
    [
      'an entry more',
      { a: [{ name: 'X' }] },
      { a: [{ name: 'Y', n: 1 }, { name: 'X' }] },
      [['a["Y"]', null, '{ name: Y, n: 1 }']],
    ],
    [
      'an entry less',
      { a: [{ name: 'X' }, { name: 'Y' }] },
      { a: [{ name: 'X' }] },
      [['a["Y"]', '{ name: Y }', null]],
    ],
    ['an entry', { a: [{ name: 'X', n: 1 }] }, { a: [{ name: 'X', n: 2 }] }, [['a["X"].n', '1', '2']]],
    [
      'a layer',
      { a: [{ layer: 'l', by: 'b' }] },
      { a: [{ layer: 'l', by: 'c' }] },
      [['a["l"].by', 'b', 'c']],
    ],
    [
      'entries of one name, whole',
      { a: [{ name: 'X' }] },
      { a: [{ name: 'X' }, { name: 'X' }, {}] },
      [['a', '[{ name: X }]', '[{ name: X }, { name: X }, {}]']],
    ],
    ['no key of the prototype', {}, { constructor: 1 }, [['constructor', null, '1']]],
  ])('compares %s', (_, from, to, expected) => {
    const changes = statementChanges(from, to);
    expect(changes.map(({ what, from: was, to: is }) => [what, was, is])).toEqual(expected);
  });
});

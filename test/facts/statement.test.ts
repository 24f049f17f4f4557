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
    ['the status', { status: 'partial' }, [['status', '"implemented"', '"partial"']]],
    ['a number', { value: { kind: 'duration', min: 4, max: 9, unit: 'hours' } }, [['value.max', '8', '9']]],
    ['a bound less', { value: { kind: 'duration', max: 8, unit: 'hours' } }, [['value.min', '4', null]]],
    [
      'a date',
      { due: { quarter: 'Q1 2027', edge: 'by' } },
      [['due', null, '{"edge":"by","quarter":"Q1 2027"}']],
    ],
  ])('tells %s', (_, fields, expected) => {
    const changed = { ...rto, ...fields } as typeof rto;
    const changes = statementChanges(statementOf(rto), statementOf(changed));
    expect(changes.map(({ what, from, to }) => [what, from, to])).toEqual(expected);
  });

  it('does not mind the order of keys, and lists count whole', () => {
    expect(statementChanges({ a: [{ b: 1, c: 2 }] }, { a: [{ c: 2, b: 1 }] })).toEqual([]);
    expect(statementChanges({ a: ['x'] }, { a: ['x', 'y'] })).toEqual([
      { what: 'a', from: '["x"]', to: '["x","y"]' },
    ]);
  });
});

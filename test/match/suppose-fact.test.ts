import { describe, expect, it } from 'vitest';
import { FactSchema } from '../../src/facts/schema.js';
import { supposeFact } from '../../src/match/suppose-fact.js';
import { ValueKind } from '../../src/topics/schema.js';

const label = { de: 'Thema', en: 'Topic' };

describe('a supposed fact', () => {
  it.each(ValueKind.options)('of the kind %s is one that a file could hold', (value) => {
    const fact = supposeFact({ id: 'a.topic', label, value });
    expect(FactSchema.parse(fact)).toEqual(fact);
    expect(fact).toMatchObject({ id: 'a.topic', status: 'implemented', value: { kind: value } });
  });
});

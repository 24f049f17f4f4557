import { describe, expect, it } from 'vitest';
import { isNobody } from '../../src/check/nobody.js';

describe('isNobody', () => {
  it.each([
    '',
    ' ',
    '-',
    '?',
    'TBD',
    'n/a',
    'N.N.',
    'N. N.',
    'none',
    'Nobody yet',
    'noch offen',
    'noch nicht benannt',
    'keine',
  ])('%j names nobody', (text) => expect(isNobody(text)).toBe(true));

  it.each(['Security team', 'Noneberg GmbH', 'Offenbach IT', 'Nina N.', 'ISO 27001', 'not my team, Ops'])(
    '%j names somebody',
    (text) => expect(isNobody(text)).toBe(false),
  );
});

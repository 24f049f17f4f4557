import { describe, expect, it } from 'vitest';
import { textAfter, textBefore } from '../../src/check/surroundings.js';

describe('the text around a place', () => {
  it('is whole where it is short', () => {
    expect([textBefore('not fully', 4), textAfter('not fully', 4)]).toEqual(['not ', 'fully']);
  });

  it('is cut where it is long', () => {
    const text = 'x'.repeat(1000);
    expect([textBefore(text, 500).length, textAfter(text, 500).length]).toEqual([120, 120]);
  });
});

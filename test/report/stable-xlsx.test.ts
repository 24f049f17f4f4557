import { describe, expect, it } from 'vitest';
import { rowHeight } from '../../src/report/row-height.js';
import { freezeZipTimes } from '../../src/report/stable-xlsx.js';
import { zip } from '../commands/hostile.js';

describe('freezeZipTimes', () => {
  it('sets the time of every entry, in both places', () => {
    const bytes = zip([
      { name: 'a', content: 'a' },
      { name: 'b', content: 'b' },
    ]);
    const frozen = Buffer.from(bytes);
    const dirty = Buffer.from(bytes);
    const entry = dirty.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    dirty.writeUInt32LE(0x5a5a_5a5a, 10);
    dirty.writeUInt32LE(0x5a5a_5a5a, entry + 12);
    expect(dirty.equals(frozen)).toBe(false);
    freezeZipTimes(dirty);
    expect(dirty.equals(frozen)).toBe(true);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['no archive', Buffer.alloc(100)],
  ])('refuses %s', (_, bytes) => {
    expect(() => freezeZipTimes(bytes)).toThrow('ZIP');
  });
});

describe('rowHeight', () => {
  it.each([
    [['short'], [40], 1, 15],
    [['short'], [40], 3, 45],
    [['x'.repeat(100)], [40], 1, 45],
    [['a\nb\nc', 'x'], [40, 40], 1, 45],
    [['x'.repeat(10_000)], [40], 1, 409],
  ])('%j in columns of %j with room for %i lines: %i points', (texts, widths, lines, height) => {
    expect(rowHeight(texts, widths, lines)).toBe(height);
  });
});

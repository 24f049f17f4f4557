import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { editTag, splice, spliceText } from '../../src/workbook/tag-edit.js';

describe('editTag', () => {
  it.each([
    ['<c r="A1"/>', { s: '5' }, '<c r="A1" s="5"/>'],
    ['<c r="A1">', { s: '5', t: 'str' }, '<c r="A1" s="5" t="str">'],
    ["<c s='1' r='A1' />", { s: '5' }, "<c s='5' r='A1' />"],
    ['<c r="A1" t="s" s="1"/>', { t: null }, '<c r="A1" s="1"/>'],
    ['<c\n\tt = "s"\n>', { t: null }, '<c\n\n>'],
    ['<x:c y:t="1" t="2">', { t: '3' }, '<x:c y:t="1" t="3">'],
    ['<c v="s=1"/>', { s: '2' }, '<c v="s=1" s="2"/>'],
    ['<c/>', { t: null }, '<c/>'],
    ['<c a="ä"/>', { b: '<"&' }, '<c a="ä" b="&lt;&quot;&amp;"/>'],
    ['<xf a="1"><b a="2"/></xf>', { a: '3' }, '<xf a="3"><b a="2"/></xf>'],
  ])('%s with %o', (tag, changes, edited) => {
    expect(editTag(tag, changes)).toBe(edited);
  });
});

describe('splice and spliceText', () => {
  it('take places in any order, and insert before what is replaced at the same place', () => {
    const splices = [
      { start: 4, end: 5, text: 'X' },
      { start: 1, end: 3, text: '' },
      { start: 4, end: 4, text: '+' },
      { start: 0, end: 0, text: '1' },
      { start: 0, end: 0, text: '2' },
    ];
    expect(spliceText('abcdef', splices)).toBe('12ad+Xf');
    expect(splice(Buffer.from('abcdef'), splices).toString()).toBe('12ad+Xf');
  });

  it.each([
    [
      [
        { start: 0, end: 2, text: '' },
        { start: 1, end: 3, text: '' },
      ],
    ],
    [[{ start: 5, end: 9, text: '' }]],
    [[{ start: 2, end: 1, text: '' }]],
  ])('refuse places that overlap or are not there: %o', (splices) => {
    expect(() => spliceText('abcdef', splices)).toThrow(RangeError);
    expect(() => splice(Buffer.from('abcdef'), splices)).toThrow(RangeError);
  });
});

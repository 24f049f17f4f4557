import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MissingValue, placeholdersOf, renderTemplate } from '../../src/answer/template.js';

describe('renderTemplate', () => {
  it.each<[string, Record<string, string>, string]>([
    ['plain', {}, 'plain'],
    ['{a} and {b_c}', { a: '1', b_c: '2' }, '1 and 2'],
    ['x[ ({a})] y', { a: '1' }, 'x (1) y'],
    ['x[ ({a})] y', {}, 'x y'],
    ['x[ {a} {b}] y', { a: '1' }, 'x y'],
    ['\\{a\\} \\[b\\] \\\\', { a: '1' }, '{a} [b] \\'],
    ['{a}', { a: '{b} [c] \\d $& $1' }, '{b} [c] \\d $& $1'],
    ['[{a}][{b}]', { b: '2' }, '2'],
  ])('%j with %o gives %j', (template, values, text) => {
    expect(renderTemplate(template, values)).toBe(text);
  });

  it.each(['{a}', 'x {a}', '[{b}]{a}'])('%j lacks a', (template) => {
    expect(() => renderTemplate(template, {})).toThrow(MissingValue);
    expect(() => renderTemplate(template, { a: '' })).toThrow('no value for {a}');
  });

  it('takes no value from the prototype', () => {
    expect(() => renderTemplate('{constructor}', {})).toThrow(MissingValue);
  });

  it.each(['{', '}', '{}', '{A}', '{a', '{a b}', '[', ']', '[a[b]]', '[{a}', 'end\\'])(
    '%j is malformed',
    (template) => {
      expect(() => renderTemplate(template, { a: '1', b: '2' })).toThrow(SyntaxError);
    },
  );

  it('gives back any text whose special characters are escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '\\', 'a', 'ß', ' ') }), (text) => {
        const escaped = text.replace(/[{}[\]\\]/g, '\\$&');
        expect(renderTemplate(escaped, {})).toBe(text);
        expect(renderTemplate('<{a}>', { a: `${text}.` })).toBe(`<${text}.>`);
      }),
    );
  });
});

describe('placeholdersOf', () => {
  it('lists placeholders in and out of brackets', () => {
    expect(placeholdersOf('{a}[ {b}] \\{c\\} {a}')).toEqual(['a', 'b', 'a']);
  });
});

import { describe, expect, it } from 'vitest';
import { childNamed, descendants, isTrue, parseXml } from '../../src/workbook/xml-tree.js';

describe('parseXml', () => {
  it.each(['', '\ufeff'])('knows where elements are in the text (after "%s")', (mark) => {
    const xml = `${mark}<?xml version="1.0"?>\r\n<!-- ü --><a x='1'>😀<b:c xmlns:b="u" b:d="2" e="&lt;"/>&amp;<f><![CDATA[<g>]]></f></a>`;
    const root = parseXml(xml, 'part.xml');
    expect(xml.slice(root.start, root.openEnd)).toBe("<a x='1'>");
    expect(xml.slice(root.start)).toBe(xml.slice(root.start, root.end));
    const [c, f] = root.children;
    expect(c && xml.slice(c.start, c.end)).toBe('<b:c xmlns:b="u" b:d="2" e="&lt;"/>');
    expect(c).toMatchObject({ name: 'c', prefix: 'b', namespace: 'u', selfClosing: true });
    expect([c?.attributes.get('b:d'), c?.attributes.get('e'), c?.qualified.get('{u}d')]).toEqual([
      '2',
      '<',
      '2',
    ]);
    expect([f?.text, root.text, f && xml.slice(f.start, f.end)]).toEqual([
      '<g>',
      '😀&',
      '<f><![CDATA[<g>]]></f>',
    ]);
  });

  it('leaves out the children of the root that are not wanted', () => {
    const root = parseXml('<a>1<b>2<c/></b><c>3<b/></c></a>', 'part.xml', new Set(['c']));
    expect(root.children.map(({ name, text, children }) => [name, text, children.length])).toEqual([
      ['c', '3', 1],
    ]);
    expect(root.text).toBe('1');
  });

  it.each([
    '',
    '   ',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a b="1" b="2"/>',
    '<x:a/>',
    '<a>&unknown;</a>',
    '<a>\u0001</a>',
    'text',
  ])('refuses "%s"', (xml) => {
    expect(() => parseXml(xml, 'xl/part.xml')).toThrow(
      expect.objectContaining({ code: 'workbook/damaged', message: expect.stringContaining('xl/part.xml') }),
    );
  });

  it('refuses a document type declaration, also in what is left out', () => {
    expect(() => parseXml('<!DOCTYPE a><a/>', 'part.xml')).toThrow(
      expect.objectContaining({ code: 'workbook/unsafe-xml' }),
    );
    expect(() => parseXml('<a><b><!DOCTYPE a></b></a>', 'part.xml', new Set())).toThrow(/part\.xml/);
  });

  it('refuses deep nesting and too many elements', () => {
    expect(() => parseXml('<a>'.repeat(300) + '</a>'.repeat(300), 'part.xml')).toThrow(/well-formed/);
    expect(() => parseXml(`<a>${'<b/>'.repeat(600_001)}</a>`, 'part.xml')).toThrow(
      expect.objectContaining({ code: 'workbook/too-large' }),
    );
  });
});

describe('descendants and childNamed', () => {
  const root = parseXml('<a><b i="1"><b i="2"/></b><c><b i="3"/></c></a>', 'part.xml');
  it('find elements by name', () => {
    expect([...descendants(root, 'b')].map((element) => element.attributes.get('i'))).toEqual([
      '1',
      '2',
      '3',
    ]);
    expect(childNamed(root, 'c')?.children).toHaveLength(1);
    expect(childNamed(root, 'd')).toBeUndefined();
  });
});

describe('isTrue', () => {
  it.each([
    ['1', true],
    [' true ', true],
    ['TRUE', true],
    ['on', true],
    ['0', false],
    ['false', false],
    ['', false],
    [undefined, false],
  ])('%s: %s', (value, is) => {
    expect(isTrue(value)).toBe(is);
  });

  it('takes the default when absent', () => {
    expect([isTrue(undefined, true), isTrue('0', true)]).toEqual([true, false]);
  });
});

import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { XmlScanner } from '../../src/workbook/xml-scanner.js';

/** Tags with their attributes, as the scanner sees them. */
function scan(xml: string): string[] {
  const scanner = new XmlScanner(Buffer.from(xml), 'part.xml');
  const found: string[] = [];
  while (scanner.next()) {
    const name = scanner.bytes.toString('utf8', scanner.nameStart, scanner.nameEnd);
    if (scanner.kind === 'close') found.push(`/${name}`);
    else {
      found.push(`${name} ${scanner.attribute('a')} ${scanner.attribute('r')}`);
      if (scanner.kind === 'empty') found.push(`/${name}`);
    }
  }
  return found;
}

/** The same by the SAX parser. */
function parse(xml: string): string[] {
  const parser = new SaxesParser();
  const found: string[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    found.push(`${name} ${attributes.a} ${attributes.r}`);
  });
  parser.on('closetag', ({ name }) => {
    found.push(`/${name}`);
  });
  parser.write(xml).close();
  return found;
}

const name = fc.constantFrom('a', 'c', 'x:c', 'row', 'is');
const value = fc.constantFrom('', '1', 'B7', 'ä → 😀', '&lt;&amp;&#65;', '>', '/', '= x');
const space = fc.constantFrom('', ' ', '\n\t');
const quoted = fc.tuple(value, fc.constantFrom('"', "'")).map(([text, quote]) => quote + text + quote);
const attributes = fc
  .tuple(fc.option(quoted), fc.option(quoted), space, space)
  .map(([a, r, s, t]) => (a === null ? '' : ` ${t}a${s}=${t}${a}`) + (r === null ? '' : `\n r=${r}`));
const noise = fc.constantFrom(
  '',
  'text',
  '<!-- <c a="1"> -->',
  '<![CDATA[</a><b>]]>',
  '<?pi <x> ?>',
  '&amp;',
  'ü>',
);
const element: fc.Memo<string> = fc.memo((depth) =>
  fc
    .tuple(
      name,
      attributes,
      space,
      depth > 1 ? fc.array(fc.oneof(noise, element()), { maxLength: 4 }) : fc.constant([]),
    )
    .map(([tag, attribute, gap, children]) =>
      children.length === 0
        ? `<${tag}${attribute}${gap}/>`
        : `<${tag}${attribute}${gap}>${children.join('')}</${tag}${gap}>`,
    ),
);

describe('XmlScanner', () => {
  it('sees what the SAX parser sees', () => {
    fc.assert(
      fc.property(element(4), (xml) => {
        expect(scan(xml)).toEqual(parse(xml));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '<a><b></a></b>',
    '<a>',
    '</a>',
    '<a b=c/>',
    '<a b="1"c="2"/>',
    '<a b="<"/>',
    '<a b="1/>',
    '<a/ >',
    '<a b/>',
    '<>',
    '< a/>',
    '<a><!-- </a>',
    '<a><![CDATA[</a>',
    '<a><?pi </a>',
    '<a',
    '<a b="1"',
    '<a><!ELEMENT a></a>',
    '<a><b</a>',
  ])('refuses %s', (xml) => {
    expect(() => scan(xml)).toThrow(expect.objectContaining({ code: 'workbook/damaged' }));
    expect(() => parse(xml)).toThrow();
  });

  it.each(['<!DOCTYPE a><a/>', '<!doctype a [<!ENTITY b "c">]><a>&b;</a>'])('refuses %s', (xml) => {
    expect(() => scan(xml)).toThrow(expect.objectContaining({ code: 'workbook/unsafe-xml' }));
  });

  it('stops at its limit', () => {
    const bytes = Buffer.from('<a/><b/>');
    const scanner = new XmlScanner(bytes, 'part.xml', 0, 4);
    expect([scanner.next(), scanner.isNamed('a'), scanner.next()]).toEqual([true, true, false]);
    expect(() => new XmlScanner(bytes, 'part.xml', 4, 7).next()).toThrow(/well-formed/);
  });

  it('finds far tags', () => {
    expect(scan(`<a>${'x'.repeat(100)}<b/></a>`)).toEqual(parse('<a><b/></a>'));
  });
});

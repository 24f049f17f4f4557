import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { ItemBudget } from '../../src/workbook/limits.js';
import { readSharedStrings } from '../../src/workbook/shared-strings.js';
import { readStringItem, readText } from '../../src/workbook/string-item.js';

const item = (xml: string): string => readStringItem(Buffer.from(xml), 'part.xml', 0, Buffer.byteLength(xml));

describe('readStringItem', () => {
  it.each([
    ['<t>plain</t>', 'plain'],
    ['<t/>', ''],
    ['<t xml:space="preserve"> a  b </t>', ' a  b '],
    ['<r><rPr><b/></rPr><t>bold</t></r><r><t> and not</t></r>', 'bold and not'],
    ['<t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/>', '課'],
    ['<rPh sb="0" eb="1"><t>カ</t></rPh><r><t>課</t></r>', '課'],
    ['<x:r><x:t>prefixed</x:t></x:r>', 'prefixed'],
    ['<t>a_x000D_\r\nb_x005F_x0041_</t>', 'a\r\nb_x0041_'],
    ['<r><t>_x00</t></r><r><t>41_</t></r>', '_x0041_'],
    ['<t>&lt;b&gt; &#xFC;</t>', '<b> ü'],
  ])('reads %s', (xml, text) => {
    expect(item(xml)).toBe(text);
  });
});

describe('readText', () => {
  it.each([
    ['a<!-- not <b> -->b', 'ab'],
    ['a<![CDATA[<&amp;]]>b', 'a<&amp;b'],
    ['<![CDATA[<!--]]>&amp;<![CDATA[-->]]>', '<!--&-->'],
    ['a<?pi x?>b', 'ab'],
    ['a\r\nb\rc', 'a\nb\nc'],
  ])('reads %s', (xml, text) => {
    expect(readText(Buffer.from(xml), 0, Buffer.byteLength(xml))).toBe(text);
  });
});

describe('readSharedStrings', () => {
  it('reads items in any dress', () => {
    const xml =
      '\ufeff<?xml version="1.0"?><x:sst xmlns:x="u" count="9"><x:si><x:t>a</x:t></x:si><x:si/>\n<x:si><x:r><x:t>b</x:t></x:r></x:si><x:extLst><x:si>no</x:si></x:extLst></x:sst>';
    expect(readSharedStrings(Buffer.from(xml), 'part.xml', new ItemBudget(3))).toEqual(['a', '', 'b']);
  });

  it('refuses more strings than there is room for', () => {
    const xml = '<sst><si/><si/><si/><si/></sst>';
    expect(() => readSharedStrings(Buffer.from(xml), 'part.xml', new ItemBudget(3))).toThrow(/millions/);
  });

  it('refuses a part that is not well formed', () => {
    expect(() => readSharedStrings(Buffer.from('<sst><si></sst>'), 'part.xml', new ItemBudget(3))).toThrow(
      /well-formed/,
    );
  });
});

import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { formatCell, parseCell } from '../../src/workbook/a1.js';
import { readValue } from '../../src/workbook/cell-value.js';
import { scanSheet } from '../../src/workbook/sheet-scan.js';
import { type PlannedCell, spliceSheet } from '../../src/workbook/sheet-splice.js';
import { cellText } from '../../src/workbook/xml-text.js';

const NO_STYLES = {
  marked: (style: number): number => style + 100,
  isWrapped: (style: number): boolean => style === 5,
};

const plan = (ref: string, text?: string, more: Partial<PlannedCell> = {}): PlannedCell => {
  const { row, column } = parseCell(ref) ?? { row: 0, column: 0 };
  return { row, column, wrappedHeight: 0, columnStyle: 0, ...(text === undefined ? {} : { text }), ...more };
};

const spliced = (xml: string, ...cells: PlannedCell[]): string =>
  spliceSheet(Buffer.from(xml), 'xl/sheet.xml', cells, NO_STYLES).toString();

/** Splices into rows, and gives the rows. */
const rows = (data: string, ...cells: PlannedCell[]): string =>
  spliced(`<worksheet><sheetData>${data}</sheetData></worksheet>`, ...cells).slice(22, -24);

const X = '<is><t>x</t></is>';

describe('spliceSheet', () => {
  it.each([
    [
      'a stored blank cell',
      '<row r="1"><c r="A1" s="3"/></row>',
      plan('A1', 'x'),
      `<row r="1"><c r="A1" s="3" t="inlineStr">${X}</c></row>`,
    ],
    [
      'other attributes',
      "<row r='1'><c  s='3'\tr='A1' ph='1' /></row>",
      plan('A1', 'x'),
      `<row r='1'><c  s='3'\tr='A1' ph='1'  t="inlineStr">${X}</c></row>`,
    ],
    [
      'a value',
      '<row r="1"><c r="A1" t="s" s="3"><v>7</v></c></row>',
      plan('A1', 'x'),
      `<row r="1"><c r="A1" t="inlineStr" s="3">${X}</c></row>`,
    ],
    [
      'an empty element pair',
      '<row r="1"><c r="A1"></c></row>',
      plan('A1', 'x'),
      `<row r="1"><c r="A1" t="inlineStr">${X}</c></row>`,
    ],
    [
      'metadata of the value',
      '<row r="1"><c r="A1" vm="1" cm="2"><v>7</v></c></row>',
      plan('A1', 'x'),
      `<row r="1"><c r="A1" t="inlineStr">${X}</c></row>`,
    ],
    [
      'an extension of the cell',
      '<row r="1"><c r="A1"><v>7</v><extLst><ext><v/></ext></extLst></c></row>',
      plan('A1', 'x'),
      `<row r="1"><c r="A1" t="inlineStr">${X}<extLst><ext><v/></ext></extLst></c></row>`,
    ],
    [
      'a cell before others',
      '<row r="1"><c r="C1"/></row>',
      plan('B1', 'x'),
      `<row r="1"><c r="B1" t="inlineStr">${X}</c><c r="C1"/></row>`,
    ],
    [
      'a cell between others',
      '<row r="1"><c r="A1"/> <c r="C1"/></row>',
      plan('B1', 'x'),
      `<row r="1"><c r="A1"/> <c r="B1" t="inlineStr">${X}</c><c r="C1"/></row>`,
    ],
    [
      'a cell after others',
      '<row r="1"><c/></row>',
      plan('B1', 'x'),
      `<row r="1"><c/><c r="B1" t="inlineStr">${X}</c></row>`,
    ],
    [
      'a cell without a reference',
      '<row><c/><c s="1"/></row>',
      plan('B1', 'x'),
      `<row><c/><c s="1" t="inlineStr">${X}</c></row>`,
    ],
    [
      'an empty row',
      '<row r="1" ht="9" />',
      plan('B1', 'x'),
      `<row r="1" ht="9"><c r="B1" t="inlineStr">${X}</c></row>`,
    ],
    [
      'the style of a row',
      '<row r="1" s="4" customFormat="1"/>',
      plan('B1', 'x'),
      `<row r="1" s="4" customFormat="1"><c r="B1" s="4" t="inlineStr">${X}</c></row>`,
    ],
    [
      'the style of a column',
      '<row r="1"/>',
      plan('B1', 'x', { columnStyle: 6 }),
      `<row r="1"><c r="B1" s="6" t="inlineStr">${X}</c></row>`,
    ],
    [
      'a row before others',
      '<row r="2"/>',
      plan('B1', 'x'),
      `<row r="1"><c r="B1" t="inlineStr">${X}</c></row><row r="2"/>`,
    ],
    [
      'a row after others',
      '<row/>\n',
      plan('B3', 'x'),
      `<row/>\n<row r="3"><c r="B3" t="inlineStr">${X}</c></row>`,
    ],
    [
      'a row between others',
      '<row r="1"/><row r="5"/>',
      plan('B3', 'x'),
      `<row r="1"/><row r="3"><c r="B3" t="inlineStr">${X}</c></row><row r="5"/>`,
    ],
    [
      'spans that are too narrow',
      '<row r="1" spans="2:3"/>',
      plan('E1', 'x'),
      `<row r="1" spans="2:5"><c r="E1" t="inlineStr">${X}</c></row>`,
    ],
    [
      'spans that are wide enough',
      '<row r="1" spans=\'1:9\'/>',
      plan('E1', 'x'),
      `<row r="1" spans='1:9'><c r="E1" t="inlineStr">${X}</c></row>`,
    ],
    [
      'text to be escaped',
      '<row r="1"/>',
      plan('A1', '<&>" _x0041_'),
      '<row r="1"><c r="A1" t="inlineStr"><is><t>&lt;&amp;&gt;&quot; _x005F_x0041_</t></is></c></row>',
    ],
    [
      'text with blanks',
      '<row r="1"/>',
      plan('A1', ' a\nb'),
      '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> a\nb</t></is></c></row>',
    ],
    [
      'a formula that is text',
      '<row r="1"/>',
      plan('A1', '=1+1'),
      '<row r="1"><c r="A1" t="inlineStr"><is><t>=1+1</t></is></c></row>',
    ],
    [
      'an emptied cell',
      '<row r="1"><c r="A1" s="3" t="s"><v>7</v></c></row>',
      plan('A1', ''),
      '<row r="1"><c r="A1" s="3"/></row>',
    ],
    [
      'a mark on a formula',
      '<row r="1"><c r="A1"><f>B1</f><v>7</v></c></row>',
      plan('A1', undefined, { mark: 'review' }),
      '<row r="1"><c r="A1" s="100"><f>B1</f><v>7</v></c></row>',
    ],
    [
      'a mark on nothing',
      '',
      plan('A1', undefined, { mark: 'review' }),
      '<row r="1"><c r="A1" s="100"/></row>',
    ],
    [
      'a mark and a text',
      '<row r="1"><c s="7" r="A1"/></row>',
      plan('A1', 'x', { mark: 'review' }),
      `<row r="1"><c s="107" r="A1" t="inlineStr">${X}</c></row>`,
    ],
  ])('%s', (_, before, cell, after) => {
    expect(rows(before, cell)).toBe(after);
  });

  it.each([
    ['grows', 'ht="15"', 5, 30, ''],
    ['fits', 'ht="45"', 5, 30, ' ht="45"'],
    ['does not wrap', 'ht="15"', 0, 30, ' ht="15"'],
    ['has a height of its own', 'ht="15" customHeight="1"', 5, 30, ' ht="15" customHeight="1"'],
  ])('keeps the height of a row unless its text grows: %s', (_, attributes, style, wrappedHeight, kept) => {
    expect(
      rows(`<row r="1" ${attributes}><c r="A1" s="${style}"/></row>`, plan('A1', 'x', { wrappedHeight })),
    ).toContain(`<row r="1"${kept}>`);
  });

  it('keeps several cells of one row in order', () => {
    const cells = [plan('D1', 'x'), plan('A1', 'x'), plan('B1', 'x')];
    expect(rows('<row r="1"><c r="C1"/></row>', ...cells).match(/[A-D]1/g)).toEqual(['A1', 'B1', 'C1', 'D1']);
  });

  it.each([
    ['<sheetData/>', '<sheetData><row'],
    ['<sheetData />', '<sheetData><row'],
    ['<sheetData x="1"></sheetData>', '<sheetData x="1"><row'],
  ])('fills %s', (data, start) => {
    expect(spliced(`<worksheet>${data}<a/></worksheet>`, plan('A1', 'x'))).toBe(
      `<worksheet>${start} r="1"><c r="A1" t="inlineStr">${X}</c></row></sheetData><a/></worksheet>`,
    );
  });

  it('uses the prefix of the sheet', () => {
    const xml = '<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1"/></x:row></x:sheetData></x:worksheet>';
    expect(spliced(xml, plan('A1', 'x'), plan('A2', 'x'))).toBe(
      '<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>x</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t>x</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    );
  });

  it.each([
    ['A1:B2', 'C5', 'A1:C5'],
    ['B2', 'C5', 'B2:C5'],
    ['A1:Z99', 'C5', 'A1:Z99'],
    ['oops', 'C5', 'oops'],
  ])('widens the dimension %s for %s to %s', (before, cell, after) => {
    const sheet = (ref: string): string => `<worksheet><dimension ref='${ref}'/><sheetData/></worksheet>`;
    expect(spliced(sheet(before), plan(cell, 'x'))).toContain(`<dimension ref='${after}'/>`);
  });

  it('refuses a part without sheet data', () => {
    expect(() => spliced('<chartsheet/>', plan('A1', 'x'))).toThrow(
      expect.objectContaining({ code: 'workbook/no-cells' }),
    );
  });
});

// Sheets in all dresses: prefixes, quotes, gaps, missing references, empty elements, comments.
const style = fc.record({
  prefix: fc.constantFrom('', 'x:'),
  quote: fc.constantFrom('"', "'"),
  gap: fc.constantFrom(' ', '\n  '),
  references: fc.boolean(),
  between: fc.constantFrom('', '\n', '<!-- <c r="A1"/> -->'),
});
const content = fc.constantFrom(
  '',
  '<v>1</v>',
  '<f>A1</f><v>2</v>',
  '<v><![CDATA[3]]></v>',
  '<extLst><ext/></extLst>',
);
const grid = fc.array(
  fc.tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), content), { maxLength: 4 }),
  ),
  { maxLength: 4 },
);
const edits = fc.uniqueArray(
  fc.record({
    row: fc.integer({ min: 1, max: 14 }),
    column: fc.integer({ min: 1, max: 14 }),
    text: fc.string({ unit: 'binary' }).map(cellText),
  }),
  { selector: ({ row, column }) => `${row}:${column}`, maxLength: 8 },
);

function sheetOf(
  {
    prefix,
    quote,
    gap,
    references,
    between,
  }: { prefix: string; quote: string; gap: string; references: boolean; between: string },
  data: readonly (readonly [number, readonly (readonly [number, string])[]])[],
): string {
  const tag = (xml: string): string => xml.replaceAll(/<(\/?)(?=[a-z])/g, `<$1${prefix}`);
  let row = 0;
  const body = data.map(([down, cells]) => {
    // Without references, every row and cell is the next one.
    row += references ? down : 1;
    let column = 0;
    const inside = cells.map(([right, xml]) => {
      column += references ? right : 1;
      const r = references ? `${gap}r=${quote}${formatCell(row, column)}${quote}` : '';
      return xml === '' ? `<c${r}${gap}s=${quote}${column}${quote}/>` : `<c${r}>${xml}</c>`;
    });
    const r = references ? `${gap}r=${quote}${row}${quote}` : '';
    return inside.length === 0 ? `<row${r}/>` : `<row${r}>${inside.join(between)}</row>`;
  });
  const data2 = body.length === 0 ? '<sheetData/>' : `<sheetData>${body.join(between)}</sheetData>`;
  return tag(`<worksheet>${data2}<pageMargins left=${quote}1${quote}/></worksheet>`).replace(
    'worksheet',
    'worksheet xmlns:x="u"',
  );
}

/** Raw XML and read value of every cell. */
function cellsOf(xml: string): Map<string, { raw: string; text: string }> {
  const bytes = Buffer.from(xml);
  const cells = new Map<string, { raw: string; text: string }>();
  scanSheet(bytes, 'xl/sheet.xml', {
    cell: (cell) => {
      const { text } = readValue(cell, { bytes, part: '', styles: [], sharedStrings: () => [] });
      cells.set(formatCell(cell.row, cell.column), {
        raw: bytes.toString('utf8', cell.start, cell.end),
        text,
      });
    },
  });
  return cells;
}

/** By a parser that is not ours. */
function checkWellFormed(xml: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

describe('spliceSheet on any sheet', () => {
  it('writes the planned cells, leaves the bytes of others alone, and keeps the order', () => {
    fc.assert(
      fc.property(style, grid, edits, (dress, data, changes) => {
        const before = sheetOf(dress, data);
        const after = spliced(
          before,
          ...changes.map(({ row, column, text }) => plan(formatCell(row, column), text)),
        );
        checkWellFormed(after);
        const planned = new Map(changes.map(({ row, column, text }) => [formatCell(row, column), text]));
        const [old, now] = [cellsOf(before), cellsOf(after)];
        for (const [ref, cell] of now) {
          if (planned.has(ref)) expect(cell.text).toBe(planned.get(ref));
          else expect(cell.raw).toBe(old.get(ref)?.raw);
        }
        expect(new Set(now.keys())).toEqual(new Set([...old.keys(), ...planned.keys()]));
        const places = [...now.keys()]
          .map((ref) => parseCell(ref))
          .map((cell) => (cell?.row ?? 0) * 20_000 + (cell?.column ?? 0));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
      { numRuns: 1000 },
    );
  });

  it('changes nothing without a plan', () => {
    fc.assert(
      fc.property(style, grid, (dress, data) => {
        const before = sheetOf(dress, data);
        expect(spliced(before)).toBe(before);
      }),
    );
  });
});

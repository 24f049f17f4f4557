import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEPARATORS, splitCsv } from '../../src/workbook/csv-fields.js';

const values = (text: string, prefersTab = false): string[][] =>
  splitCsv(text, prefersTab).records.map((record) => record.map(({ value }) => value));

describe('splitCsv', () => {
  it.each([
    ['nothing', '', []],
    ['one line end', '\r\n', [['']]],
    [
      'commas',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'semicolons, with commas in texts',
      'No;Question\n1;Is it a, b or c?\n2;Is it, or not?',
      [
        ['No', 'Question'],
        ['1', 'Is it a, b or c?'],
        ['2', 'Is it, or not?'],
      ],
    ],
    [
      'tabs',
      'a\tb;c\nd\te',
      [
        ['a', 'b;c'],
        ['d', 'e'],
      ],
    ],
    [
      'bars',
      'a|b\nc|d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'quoted separators, marks and line ends',
      'a,"b,""c""\r\nd"\r\ne,f',
      [
        ['a', 'b,"c"\r\nd'],
        ['e', 'f'],
      ],
    ],
    [
      'a mark within a field',
      'a;5" disk\nb;c',
      [
        ['a', '5" disk'],
        ['b', 'c'],
      ],
    ],
    [
      'text after a closing mark',
      'a;"b"c\nd;e',
      [
        ['a', 'bc'],
        ['d', 'e'],
      ],
    ],
    [
      'old line ends',
      'a;b\rc;d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a byte order mark',
      '\ufeffa;b\nc;d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'the hint of Excel',
      'sep=|\r\na|b;c\r\nd|e;f',
      [
        ['a', 'b;c'],
        ['d', 'e;f'],
      ],
    ],
    [
      'a question that begins like the hint',
      'sep=x;b\nc;d',
      [
        ['sep=x', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'records of different length',
      'Title\na;b;c\nd;e;f\n\ng;h;i',
      [['Title'], ['a', 'b', 'c'], ['d', 'e', 'f'], [''], ['g', 'h', 'i']],
    ],
  ])('reads %s', (_, text, wanted) => {
    expect(values(text)).toEqual(wanted);
  });

  it('takes tabs in a .tsv file that has more semicolons', () => {
    expect(values('a;b;c\td;e\nf;g;h\ti;j', true)).toEqual([
      ['a;b;c', 'd;e'],
      ['f;g;h', 'i;j'],
    ]);
  });

  it.each(['a;"b\nc;d', '"', 'a,"b""'])('says that a mark is never closed: %j', (text) => {
    expect(splitCsv(text, false).isUnclosed).toBe(true);
  });

  it('gives offsets that cover the text but for separators, line ends, hint and mark', () => {
    const piece = fc.constantFrom('a', '"', ';', ',', '\t', '|', '\r', '\n', 'ä', '=', ' ');
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          const { records, separator } = splitCsv(text, false);
          const fields = records.flat();
          let at = 0;
          for (const { start, end } of fields) {
            expect(text.slice(at, start)).toMatch(/^(?:[,;\t|]|\r\n|\r|\n|)$/);
            expect(end).toBeGreaterThanOrEqual(start);
            at = end;
          }
          expect(text.slice(at)).toMatch(/^(?:\r\n|\r|\n|)$/);
          expect(SEPARATORS).toContain(separator);
        },
      ),
    );
  });

  it('reads back what any writer that quotes everything has written', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        fc.constantFrom(...SEPARATORS),
        (rows, separator) => {
          const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
          const text = rows.map((row) => row.map(quoted).join(separator)).join('\r\n');
          const table = splitCsv(`sep=${separator}\r\n${text}`, false);
          expect(table.records.map((record) => record.map(({ value }) => value))).toEqual(rows);
        },
      ),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { MarkStyles } from '../../src/workbook/mark-styles.js';
import { compareStyles } from '../../src/workbook/verify-styles.js';
import { STYLES } from './build-package.js';

const SMALL =
  "<s:styleSheet xmlns:s='u'><s:fills count='1'><s:fill/></s:fills><s:cellXfs count='2'><s:xf fillId='0'/><s:xf numFmtId='9'><s:alignment wrapText='1'/></s:xf></s:cellXfs><s:dxfs/></s:styleSheet>";

describe('MarkStyles', () => {
  it('adds a fill, and a twin that differs in its fill only', () => {
    const styles = new MarkStyles(SMALL, 'xl/styles.xml');
    expect(styles.markedTwin(1, 'review')).toBe(2);
    expect(styles.result).toBe(
      "<s:styleSheet xmlns:s='u'><s:fills count='2'><s:fill/><s:fill><s:patternFill patternType=\"solid\"><s:fgColor rgb=\"FFFFF2CC\"/><s:bgColor indexed=\"64\"/></s:patternFill></s:fill></s:fills><s:cellXfs count='3'><s:xf fillId='0'/><s:xf numFmtId='9'><s:alignment wrapText='1'/></s:xf><s:xf numFmtId='9' fillId=\"1\" applyFill=\"1\"><s:alignment wrapText='1'/></s:xf></s:cellXfs><s:dxfs/></s:styleSheet>",
    );
  });

  it('uses twins and fills again, also those of an earlier run', () => {
    const first = new MarkStyles(STYLES, 'xl/styles.xml');
    const wanted = (
      [
        [0, 'review'],
        [0, 'unanswered'],
        [5, 'review'],
        [0, 'review'],
        [99, 'review'],
      ] as const
    ).map(([style, mark]) => first.markedTwin(style, mark));
    expect(wanted).toEqual([7, 8, 9, 7, 7]);
    const second = new MarkStyles(first.result, 'xl/styles.xml');
    expect(second.markedTwin(5, 'review')).toBe(9);
    expect(second.result).toBeUndefined();
  });

  it.each([undefined, '<styleSheet/>', '<styleSheet><fills/><cellXfs><xf/></cellXfs></styleSheet>'])(
    'cannot mark without styles: %s',
    (text) => {
      const styles = new MarkStyles(text, 'xl/styles.xml');
      expect(styles.markedTwin(0, 'review')).toBeUndefined();
      expect(styles.result).toBeUndefined();
    },
  );
});

describe('compareStyles', () => {
  const marked = (): string => {
    const styles = new MarkStyles(STYLES, 'xl/styles.xml');
    styles.markedTwin(5, 'review');
    return styles.result ?? '';
  };

  it('accepts what MarkStyles does, and knows twins', () => {
    const compared = compareStyles(STYLES, marked(), 'xl/styles.xml');
    expect([5, 4].map((style) => compared?.isMarkedTwin(style, 7))).toEqual([true, false]);
  });

  it.each([
    ['a style', (text: string) => text.replace('<xf numFmtId="14"/>', '<xf numFmtId="15"/>')],
    [
      'the order of styles',
      (text: string) =>
        text.replace('<xf numFmtId="14"/><xf numFmtId="10"/>', '<xf numFmtId="10"/><xf numFmtId="14"/>'),
    ],
    ['a fill', (text: string) => text.replace('gray125', 'solid')],
    ['a format', (text: string) => text.replace('formatCode="', 'formatCode="0')],
    ['the number of fonts', (text: string) => text.replace('<fonts count="1">', '<fonts count="2">')],
  ])('refuses when %s changed', (_, change) => {
    expect(compareStyles(STYLES, change(marked()), 'xl/styles.xml')).toBeUndefined();
  });
});

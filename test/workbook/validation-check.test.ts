import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../src/workbook/open.js';
import { buildWorkbook, sheetXml } from './build-package.js';

/** Tries to write a text into a cell under a validation; gives the refusal. */
async function write(attributes: string, formulas: readonly string[], text: string): Promise<string> {
  const inner = formulas.map((formula, i) => `<formula${i + 1}>${formula}</formula${i + 1}>`).join('');
  const after = `<dataValidations count="1"><dataValidation sqref="B1:B9" ${attributes}>${inner}</dataValidation></dataValidations>`;
  const bytes = buildWorkbook({ sheets: [{ name: 'S', xml: sheetXml('', after) }] });
  const book = await openWorkbook(bytes);
  try {
    const { receipt } = book.edit([{ sheet: 'S', cell: 'B2', text }]);
    expect(receipt).toMatchObject({ cellsWritten: 1, validationsKept: 1 });
    return 'written';
  } catch (error) {
    expect(error).toMatchObject({ code: 'workbook/validation' });
    return String(error);
  }
}

const STRICT = 'showErrorMessage="1"';

describe('a text under a validation', () => {
  it.each([
    ['type="list"', ['"Yes,No"'], 'Yes', 'written'],
    ['type="list"', ['"Yes,No"'], 'yes', /takes only the options/],
    ['type="list"', ['"Yes,No"'], 'Maybe', /takes only the options/],
    ['type="list"', ['OFFSET($A$1,0,0)'], 'Yes', /list that cannot be read/],
    ['type="whole"', ['1', '5'], '3', /\(whole\)/],
    ['type="decimal"', ['1', '5'], '3', /\(decimal\)/],
    ['type="date"', ['1', '5'], 'Q4 2026', /\(date\)/],
    ['type="time"', ['0', '1'], '4 h', /\(time\)/],
    ['type="custom"', ['ISTEXT(B1)'], 'Yes', /\(custom\)/],
    ['type="none"', [], 'Yes', 'written'],
    ['type="textLength"', ['2', '4'], 'Yes', 'written'],
    ['type="textLength"', ['2', '4'], 'Y', /another length than 1/],
    ['type="textLength"', ['2', '4'], 'Fully', /another length than 5/],
    ['type="textLength" operator="notBetween"', ['2', '4'], 'Fully', 'written'],
    ['type="textLength" operator="notBetween"', ['2', '4'], 'Yes', /another length/],
    ['type="textLength" operator="equal"', ['3'], 'Yes', 'written'],
    ['type="textLength" operator="equal"', ['4'], 'Yes', /another length/],
    ['type="textLength" operator="notEqual"', ['4'], 'Yes', 'written'],
    ['type="textLength" operator="notEqual"', ['3'], 'Yes', /another length/],
    ['type="textLength" operator="lessThan"', ['3'], 'Yes', /another length/],
    ['type="textLength" operator="lessThanOrEqual"', ['3'], 'Yes', 'written'],
    ['type="textLength" operator="greaterThan"', ['3'], 'Yes', /another length/],
    ['type="textLength" operator="greaterThanOrEqual"', ['=3'], 'Yes', 'written'],
    ['type="textLength" operator="lessThanOrEqual"', ['$A$1'], 'Yes', /another length/],
    ['type="textLength" operator="lessThanOrEqual"', ['3'], '😀😀', /another length than 4/],
  ])('%s %j takes %j: %s', async (attributes, formulas, text, wanted) => {
    const got = await write(`${attributes} ${STRICT}`, formulas, text);
    if (typeof wanted === 'string') expect(got).toBe(wanted);
    else expect(got).toMatch(wanted);
  });

  it.each(['', 'showErrorMessage="1" errorStyle="warning"', 'showErrorMessage="1" errorStyle="information"'])(
    'that only hints (%j) is written',
    async (attributes) => {
      expect(await write(`type="whole" ${attributes}`, ['1', '5'], 'Yes')).toBe('written');
    },
  );
});

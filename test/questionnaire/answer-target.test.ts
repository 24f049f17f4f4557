import { describe, expect, it } from 'vitest';
import { acceptedBy, targetAt } from '../../src/questionnaire/answer-target.js';
import type { Validation } from '../../src/workbook/model.js';
import { fakeSheet } from './fake-sheet.js';
import { vocabulary } from './words.js';

const BASE: Validation = {
  type: 'textLength',
  ranges: [],
  options: null,
  source: '',
  operator: 'between',
  formula1: '10',
  formula2: '500',
  allowBlank: true,
  isStrict: true,
  origin: 'classic',
};
const text = (minLength: number, maxLength: number) => ({ kind: 'text', minLength, maxLength });

describe('acceptedBy', () => {
  it.each<[string, Partial<Validation> | undefined, unknown]>([
    ['no validation', undefined, text(0, 32_767)],
    ['any value', { type: 'none' }, text(0, 32_767)],
    ['between', {}, text(10, 500)],
    ['at most', { operator: 'lessThanOrEqual', formula1: '=200' }, text(0, 200)],
    ['less than', { operator: 'lessThan', formula1: '200' }, text(0, 199)],
    ['at least', { operator: 'greaterThanOrEqual', formula1: '3' }, text(3, 32_767)],
    ['more than', { operator: 'greaterThan', formula1: '3' }, text(4, 32_767)],
    ['exactly', { operator: 'equal', formula1: '3' }, text(3, 3)],
    ['a limit that is a formula', { formula1: '$A$1' }, { kind: 'other', validation: 'textLength' }],
    [
      'a limit that is a function',
      { operator: 'lessThan', formula1: 'LEN(B2)' },
      { kind: 'other', validation: 'textLength' },
    ],
    ['not between', { operator: 'notBetween' }, { kind: 'other', validation: 'textLength' }],
    ['only a hint', { isStrict: false }, text(0, 32_767)],
    ['a list', { type: 'list', options: ['Yes'] }, { kind: 'list', options: ['Yes'], isStrict: true }],
    ['a list that cannot be read', { type: 'list' }, { kind: 'other', validation: 'list' }],
    ['a date', { type: 'date' }, { kind: 'other', validation: 'date' }],
    ['a custom rule', { type: 'custom' }, { kind: 'other', validation: 'custom' }],
  ])('%s', (_, change, wanted) => {
    expect(acceptedBy(change && { ...BASE, ...change })).toEqual(wanted);
  });
});

describe('targetAt', () => {
  const sheet = fakeSheet({
    rows: [
      ['a', 'Yes'],
      ['b', 'Please select'],
    ],
    merges: ['C1:D2'],
    formulas: ['B1'],
    hiddenRows: [2],
    unlocked: 'B2',
  });

  it('takes the top left cell of a merged range', () => {
    expect(targetAt(sheet, 2, 4, vocabulary)).toMatchObject({
      cell: 'C1',
      content: '',
      isLocked: true,
      isHidden: false,
    });
  });
  it('tells what is in the way', () => {
    expect(targetAt(sheet, 1, 2, vocabulary)).toMatchObject({
      cell: 'B1',
      content: 'Yes',
      isFormula: true,
      isPlaceholder: false,
    });
    expect(targetAt(sheet, 2, 2, vocabulary)).toMatchObject({
      isPlaceholder: true,
      isHidden: true,
      isLocked: false,
    });
  });
  it('knows of formulas whose value is blank', () => {
    const blank = { ...sheet, isFormulaAt: () => true };
    expect(targetAt(blank, 5, 5, vocabulary).isFormula).toBe(true);
  });
});

import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { readSavedLayout, renderSavedLayout } from '../../src/questionnaire/saved-layout.js';

const read = (text: string) => readSavedLayout('l.yaml', Buffer.from(text));

describe('readSavedLayout', () => {
  it('reads what renderSavedLayout writes', async () => {
    const layout = new Map([
      ['2 Security', { columns: { question: 'B', answer: 'AB' }, rows: { first: 5, last: 80 } }],
      ['Fragen: "A" # 1', { columns: undefined, rows: undefined }],
    ]);
    const text = await renderSavedLayout(layout, 'customer\n.xlsx');
    expect(text).toMatch(/^# How to read questionnaires like "customer\\n\.xlsx".*--layout/);
    expect(await read(text)).toEqual(layout);
  });

  it.each([
    ['version: 1\nsheets:\n  - name: A\n    rows: "7"', { rows: { first: 7, last: 7 }, columns: undefined }],
    [
      'version: 1\nsheets:\n  - name: A\n    columns: { question: b }',
      { columns: { question: 'b' }, rows: undefined },
    ],
  ])('%j', async (text, sheet) => {
    expect((await read(text)).get('A')).toEqual(sheet);
  });

  it.each([
    ['', /^l\.yaml:1:1: the file is empty, expected version: 1 and sheets$/],
    ['version: 2\nsheets: [{ name: A }]', /^l\.yaml:1:10: version: found 2, expected 1$/],
    ['version: 1', /^l\.yaml:1:1: sheets: found nothing, expected a list$/],
    ['version: 1\nsheets: []', /^l\.yaml:2:9: sheets: .*at least one entry$/],
    ['version: 1\nsheets: [{ name: A }, { name: A }]', /^l\.yaml:2:9: sheets: .*expected each sheet once$/],
    ['version: 1\nsheets:\n  - nam: A', /l\.yaml:3:5: .*unknown key "nam", did you mean "name"\?/],
    ['version: 1\nsheets:\n  - name: A\n    columns: { quest: B }', /l\.yaml:4:16: .*unknown key "quest"/],
    [
      'version: 1\nsheets:\n  - name: A\n    columns: { answer: B7 }',
      /l\.yaml:4:24: .*found "B7", expected the letters of a column/,
    ],
    [
      'version: 1\nsheets:\n  - name: A\n    columns: { answer: B, question: b }',
      /l\.yaml:4:14: .*a column of its own for each role/,
    ],
    [
      'version: 1\nsheets:\n  - name: A\n    rows: 80-5',
      /l\.yaml:4:11: .*found "80-5", expected rows such as 5-80/,
    ],
    ['version: 1\nsheets: [', /^l\.yaml:2:/],
    ['version: &a 1', /anchor/],
  ])('says what is wrong with %j', async (text, message) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'layout/invalid',
      message: expect.stringMatching(message),
    });
  });
});

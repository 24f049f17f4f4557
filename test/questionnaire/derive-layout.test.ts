import { describe, expect, it } from 'vitest';
import { deriveLayout } from '../../src/questionnaire/derive-layout.js';
import { type FindOptions, findQuestions } from '../../src/questionnaire/find-questions.js';
import { fakeWorkbook, type SheetPlan } from './fake-sheet.js';
import { ENGLISH } from './layouts/english.js';
import { FORMS } from './layouts/forms.js';
import { GERMAN } from './layouts/german.js';
import { showQuestion } from './layouts/layout.js';
import { MIXED } from './layouts/mixed.js';
import { RARE } from './layouts/rare.js';
import { SEEN_OFTEN } from './layouts/seen-often.js';
import { layoutWords, optionWords } from './words.js';

function find(sheets: readonly SheetPlan[], more: Partial<FindOptions> = {}) {
  const workbook = fakeWorkbook(sheets);
  const options = { layoutWords, optionWords, ...more };
  const questionnaire = findQuestions(workbook, options);
  const shown = questionnaire.questions.map((question) =>
    showQuestion(question, workbook.sheets[0]?.name ?? ''),
  );
  return { shown, layout: deriveLayout(workbook, questionnaire, options) };
}

const ALL = [...ENGLISH, ...GERMAN, ...FORMS, ...RARE, ...SEEN_OFTEN, ...MIXED];

describe('deriveLayout', () => {
  it.each(ALL.map((layout) => [layout.title, layout] as const))(
    'finds the same cells again: %s',
    (_, { sheets }) => {
      const { shown, layout } = find(sheets);
      expect(find(sheets, { layout }).shown).toEqual(shown);
    },
  );

  it('keeps columns of most tables', () => {
    const kept = ALL.flatMap(({ sheets }) => [...find(sheets).layout.values()]);
    expect(kept.filter(({ columns }) => columns !== undefined).length / kept.length).toBeGreaterThan(0.5);
  });

  const sheets: readonly SheetPlan[] = [
    {
      name: 'Q',
      rows: [
        ['No.', 'Question', 'Answer', 'Reply'],
        ['1', 'Is data encrypted at rest?', '', ''],
        ['2', 'Is data encrypted in transit?', '', ''],
        ['3', 'Are backups encrypted?', '', ''],
      ],
    },
    {
      name: 'Other',
      rows: [
        ['Question', 'Answer'],
        ['Is there a policy?', ''],
      ],
    },
  ];

  it('keeps what was set by hand, for the next file of the same kind', () => {
    const columns = { question: 'B', answer: 'D' };
    const rows = { first: 2, last: 3 };
    const { shown, layout } = find(sheets, { sheets: ['Q'], columns, rows });
    expect(shown).toEqual(['B2 > D2 + C2', 'B3 > D3 + C3']);
    expect([...layout.keys()]).toEqual(['Q']);
    expect(layout.get('Q')).toMatchObject({ columns, rows });
    expect(find(sheets, { layout }).shown).toEqual(shown);
  });

  it('goes behind what is given with it', () => {
    const { layout } = find(sheets, { sheets: ['Q'], columns: { question: 'B', answer: 'D' } });
    expect(find(sheets, { layout, columns: { answer: 'C' } }).shown[0]).toMatch(/^B2 > C2/);
    expect(find(sheets, { layout, rows: { first: 4, last: 4 } }).shown).toEqual(['B4 > D4 + C4']);
    expect(find(sheets, { layout, sheets: ['Other'] }).shown).toEqual(['Other!A2 > B2']);
  });

  it('says so when a sheet that it names is not there', () => {
    expect(() => find(sheets, { layout: new Map([['Old', {}]]) })).toThrow(/no sheet "Old"/);
  });
});

import { describe, expect, it } from 'vitest';
import { findQuestions } from '../../src/questionnaire/find-questions.js';
import { fakeWorkbook } from './fake-sheet.js';
import { ENGLISH } from './layouts/english.js';
import { FORMS } from './layouts/forms.js';
import { GERMAN } from './layouts/german.js';
import { type Layout, showQuestion } from './layouts/layout.js';
import { MIXED } from './layouts/mixed.js';
import { RARE } from './layouts/rare.js';
import { SEEN_OFTEN } from './layouts/seen-often.js';
import { layoutWords, optionWords } from './words.js';

const GROUPS: Readonly<Record<string, readonly Layout[]>> = {
  English: ENGLISH,
  German: GERMAN,
  forms: FORMS,
  rare: RARE,
  'seen often': SEEN_OFTEN,
  mixed: MIXED,
};

describe.each(Object.entries(GROUPS))('layouts: %s', (_, layouts) => {
  it.each(layouts.map((layout) => [layout.title, layout] as const))('%s', (_title, layout) => {
    const workbook = fakeWorkbook(layout.sheets);
    const { questions } = findQuestions(workbook, { layoutWords, optionWords });
    const first = workbook.sheets[0]?.name ?? '';
    expect(questions.map((question) => showQuestion(question, first))).toEqual(layout.finds);
    const pick = (key: 'section' | 'id' | 'control', wanted: Readonly<Record<string, string | null>> = {}) =>
      Object.fromEntries(
        questions.filter(({ cell }) => cell in wanted).map((question) => [question.cell, question[key]]),
      );
    expect(pick('section', layout.sections)).toEqual(layout.sections ?? {});
    expect(pick('id', layout.ids)).toEqual(layout.ids ?? {});
    expect(pick('control', layout.controls)).toEqual(layout.controls ?? {});
  });
});

it('has at least forty layouts', () => {
  expect(Object.values(GROUPS).flat().length).toBeGreaterThanOrEqual(40);
});

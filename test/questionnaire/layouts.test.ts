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

/** Question cell and the rest of a line such as `B3 > C3 + D3`. */
const split = (line: string): readonly [string, string] => {
  const [question = '', answer = ''] = line.split(' > ');
  return [question, answer.split(' + ')[0]?.replace(/ -$/, '') ?? ''];
};

describe('all layouts together', () => {
  const layouts = Object.values(GROUPS).flat();
  const counts = layouts.map((layout) => {
    const workbook = fakeWorkbook(layout.sheets);
    const { questions } = findQuestions(workbook, { layoutWords, optionWords });
    const first = workbook.sheets[0]?.name ?? '';
    const found = new Map(questions.map((question) => split(showQuestion(question, first))));
    const wanted = layout.finds.map(split);
    const right = wanted.filter(([question]) => found.has(question));
    return {
      wanted: wanted.length,
      found: right.length,
      invented: found.size - right.length,
      answers: right.filter(([question, answer]) => found.get(question) === answer).length,
    };
  });
  const sum = (key: 'wanted' | 'found' | 'invented' | 'answers') =>
    counts.reduce((total, count) => total + count[key], 0);

  it('are at least forty, half of them German', () => {
    expect(layouts.length).toBeGreaterThanOrEqual(40);
    const texts = layouts.map(({ sheets }) => JSON.stringify(sheets));
    const german = texts.filter((text) =>
      /\b(?:Frage|Antwort|Anforderung|Bemerkung|Werden|Wird|Ist|Haben|Gibt|Ja|Nein)\b/.test(text),
    );
    expect(german.length).toBeGreaterThanOrEqual(15);
  });

  it('give 98 % of the questions, nothing else, and every answer cell', () => {
    expect(sum('wanted')).toBeGreaterThan(200);
    expect(sum('found') / sum('wanted')).toBeGreaterThanOrEqual(0.98);
    expect(sum('invented')).toBe(0);
    expect(sum('answers')).toBe(sum('found'));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnsweredQuestion, type PlannableAnswer, planEdits } from '../../src/answer/plan-edits.js';
import type { Accepts, AnswerTarget, Question, TargetCell } from '../../src/questionnaire/questionnaire.js';
import { vocabulary } from '../questionnaire/words.js';

const TEXT: Accepts = { kind: 'text', minLength: 0, maxLength: 32_767 };
const YES_NO: Accepts = { kind: 'list', options: ['Please select', 'Yes', 'No', 'N/A'], isStrict: true };

function target(cell: string, change: Partial<TargetCell> = {}): TargetCell {
  const state = { content: '', isPlaceholder: false, isFormula: false, isLocked: false, isHidden: false };
  return { cell, accepts: TEXT, ...state, ...change };
}

const answerCell = (change: Partial<TargetCell> = {}): AnswerTarget => ({
  kind: 'cell',
  ...target('C2', change),
});
const drop = (change: Partial<TargetCell> = {}) => answerCell({ accepts: YES_NO, ...change });
const matrix = (...contents: string[]): AnswerTarget => ({
  kind: 'choice',
  mark: 'X',
  options: ['Yes', 'No', 'N/A'].map((label, at) => ({
    label,
    ...target(`${'CDE'[at] ?? ''}2`, { content: contents[at] ?? '' }),
  })),
});

function question(answer: AnswerTarget, change: Partial<Question> = {}): Question {
  const context = { section: null, id: null, control: null };
  return { sheet: 'S', row: 2, cell: 'B2', text: 'Is data encrypted?', ...context, answer, ...change };
}

const YES: PlannableAnswer = {
  status: 'answered',
  response: 'yes',
  answer: 'Yes. Data is encrypted. Evidence: Fact sheet.',
  wording: { lead: 'Yes', details: 'Data is encrypted.', citation: 'Fact sheet' },
};
const PARTIAL: PlannableAnswer = {
  ...YES,
  response: 'partial',
  answer: 'Partly. Data is encrypted. Evidence: Fact sheet.',
  wording: { ...YES.wording, lead: 'Partly' },
};
const VALUE: PlannableAnswer = {
  status: 'answered',
  response: 'value',
  answer: 'In Germany. Evidence: Fact sheet.',
  wording: { lead: null, details: 'In Germany.', citation: 'Fact sheet' },
};
const DRAFT: PlannableAnswer = {
  status: 'review',
  response: 'yes',
  answer: 'Draft: Data is encrypted.',
  wording: { lead: null, details: 'Draft: Data is encrypted.', citation: null },
};
const OPEN: PlannableAnswer = {
  status: 'unanswered',
  response: null,
  answer: null,
  wording: { lead: null, details: '', citation: null },
};

const details = target('D2');
const evidence = target('E2');

function plan(answered: AnsweredQuestion, change: { overwrite?: boolean; mark?: boolean } = {}) {
  const { edits, notes } = planEdits([answered], {
    lexicon: vocabulary.options,
    overwrite: false,
    mark: true,
    ...change,
  });
  const cells = edits.map(({ cell, text, mark, overwrite }) =>
    [
      cell,
      text === undefined ? '' : `=${text}`,
      mark === undefined ? '' : ` !${mark}`,
      overwrite ? ' *' : '',
    ].join(''),
  );
  return { cells, notes: notes.map(({ code, cell }) => `${code} ${cell}`) };
}

describe('planEdits', () => {
  it.each<[string, Question, PlannableAnswer, string[], string[]]>([
    ['one cell takes everything', question(answerCell()), YES, [`C2=${YES.answer}`], []],
    [
      'details take the evidence too',
      question(answerCell(), { details }),
      YES,
      ['C2=Yes', 'D2=Data is encrypted. Evidence: Fact sheet.'],
      [],
    ],
    [
      'three cells',
      question(answerCell(), { details, evidence }),
      YES,
      ['C2=Yes', 'D2=Data is encrypted.', 'E2=Fact sheet'],
      [],
    ],
    [
      'no details, but evidence',
      question(answerCell(), { evidence }),
      YES,
      ['C2=Yes. Data is encrypted.', 'E2=Fact sheet'],
      [],
    ],
    [
      'a value goes into the answer cell',
      question(answerCell(), { details }),
      VALUE,
      [`C2=${VALUE.answer}`],
      [],
    ],
    [
      'a drop-down takes its option',
      question(drop(), { details }),
      YES,
      ['C2=Yes', 'D2=Data is encrypted. Evidence: Fact sheet.'],
      [],
    ],
    ['a drop-down without details takes only its option', question(drop()), YES, ['C2=Yes'], []],
    [
      'no option says it: details only, marked',
      question(drop(), { details }),
      PARTIAL,
      ['D2=Data is encrypted. Evidence: Fact sheet.', 'C2 !review'],
      ['no_matching_option C2'],
    ],
    [
      'no option says it, nowhere to write',
      question(drop()),
      PARTIAL,
      ['C2 !review'],
      ['no_matching_option C2', 'no_cell_for_text C2'],
    ],
    [
      'a value and a yes/no list',
      question(drop(), { details }),
      VALUE,
      [`D2=${VALUE.answer}`, 'C2 !review'],
      ['not_a_yes_no_answer C2'],
    ],
    [
      'a placeholder is replaced',
      question(drop({ content: 'Please select', isPlaceholder: true })),
      YES,
      ['C2=Yes *'],
      [],
    ],
    [
      'matrix',
      question(matrix(), { details }),
      YES,
      ['C2=X', 'D2=Data is encrypted. Evidence: Fact sheet.'],
      [],
    ],
    ['matrix that is filled', question(matrix('', 'x')), YES, [], ['already_filled D2']],
    [
      'filled answer: the row is left alone',
      question(answerCell({ content: 'No' }), { details }),
      YES,
      [],
      ['already_filled C2'],
    ],
    [
      'filled details: only the answer',
      question(drop(), { details: target('D2', { content: 'see above' }) }),
      YES,
      ['C2=Yes'],
      ['already_filled D2'],
    ],
    ['formula', question(answerCell({ isFormula: true }), { details }), YES, [], ['formula C2']],
    ['hidden', question(answerCell({ isHidden: true })), YES, [], ['hidden C2']],
    [
      'locked cells are filled and noted',
      question(answerCell({ isLocked: true })),
      YES,
      [`C2=${YES.answer}`],
      ['locked C2'],
    ],
    [
      'too long',
      question(answerCell({ accepts: { kind: 'text', minLength: 0, maxLength: 10 } })),
      YES,
      ['C2 !review'],
      ['too_long C2', 'no_cell_for_text C2'],
    ],
    [
      'details too long',
      question(drop(), { details: target('D2', { accepts: { kind: 'text', minLength: 0, maxLength: 10 } }) }),
      YES,
      ['C2=Yes'],
      ['too_long D2'],
    ],
    [
      'a cell for dates',
      question(answerCell({ accepts: { kind: 'other', validation: 'date' } }), { details }),
      YES,
      ['D2=Data is encrypted. Evidence: Fact sheet.', 'C2 !review'],
      ['validation_refuses_text C2'],
    ],
    [
      'a draft goes into the details',
      question(drop(), { details }),
      DRAFT,
      [`D2=${DRAFT.answer} !review`, 'C2 !review'],
      [],
    ],
    ['a draft goes into a free text', question(answerCell()), DRAFT, [`C2=${DRAFT.answer} !review`], []],
    ['a draft and a lone drop-down', question(drop()), DRAFT, ['C2 !review'], ['no_cell_for_text C2']],
    [
      'a draft and a matrix',
      question(matrix()),
      DRAFT,
      ['C2 !review', 'D2 !review', 'E2 !review'],
      ['no_cell_for_text C2'],
    ],
    ['open', question(answerCell(), { details }), OPEN, ['C2 !unanswered'], []],
    ['open, filled already', question(answerCell({ content: 'Yes' })), OPEN, [], ['already_filled C2']],
    ['open matrix', question(matrix()), OPEN, ['C2 !unanswered', 'D2 !unanswered', 'E2 !unanswered'], []],
    ['no answer cell', question({ kind: 'none', reason: 'shared' }), YES, [], ['no_answer_cell B2']],
  ])('%s', (_, asked, answer, cells, notes) => {
    expect(plan({ question: asked, answer })).toEqual({ cells, notes });
  });

  it('overwrites on request, but never formulas', () => {
    const filled = question(answerCell({ content: 'No' }));
    expect(plan({ question: filled, answer: YES }, { overwrite: true }).cells).toEqual([
      `C2=${YES.answer} *`,
    ]);
    const formula = question(answerCell({ content: 'No', isFormula: true }));
    expect(plan({ question: formula, answer: YES }, { overwrite: true }).notes).toEqual(['formula C2']);
    const crossed = question(matrix('', 'x'));
    expect(plan({ question: crossed, answer: YES }, { overwrite: true }).cells).toEqual(['D2= *', 'C2=X']);
  });

  it('marks nothing on request', () => {
    expect(plan({ question: question(answerCell()), answer: OPEN }, { mark: false }).cells).toEqual([]);
    expect(plan({ question: question(answerCell()), answer: DRAFT }, { mark: false }).cells).toEqual([
      `C2=${DRAFT.answer}`,
    ]);
  });

  it('confirms a value where the question can be confirmed', () => {
    const answered = { question: question(drop(), { details }), answer: VALUE, isConfirmable: true };
    expect(plan(answered).cells).toEqual(['C2=Yes', `D2=${VALUE.answer}`]);
  });

  it('edits a cell once, and never a formula, a hidden or a filled one', () => {
    const cell = fc.record({
      content: fc.constantFrom('', 'No'),
      isFormula: fc.boolean(),
      isLocked: fc.boolean(),
      isHidden: fc.boolean(),
      accepts: fc.constantFrom<Accepts>(TEXT, YES_NO, { kind: 'other', validation: 'whole' }),
    });
    const asked = fc
      .record({ row: fc.integer({ min: 1, max: 4 }), answer: cell, details: cell, hasDetails: fc.boolean() })
      .map(({ row, answer, details: beside, hasDetails }) =>
        question(
          { kind: 'cell', ...target(`C${row}`, answer) },
          { row, ...(hasDetails ? { details: target(`D${row}`, beside) } : {}) },
        ),
      );
    const answer = fc.constantFrom(YES, PARTIAL, VALUE, DRAFT, OPEN);
    const item = fc.record({ question: asked, answer });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 6 }), (answered) => {
        const { edits } = planEdits(answered, { lexicon: vocabulary.options, overwrite: false, mark: true });
        expect(new Set(edits.map(({ cell: ref }) => ref)).size).toBe(edits.length);
        const targets = answered.flatMap(({ question: { answer: main, details: beside } }) =>
          [main.kind === 'cell' ? main : undefined, beside].flatMap((one) => one ?? []),
        );
        for (const edit of edits) {
          const owners = targets.filter((one) => one.cell === edit.cell);
          expect(
            owners.some(
              (one) => !one.isHidden && (edit.text === undefined || (!one.isFormula && one.content === '')),
            ),
          ).toBe(true);
        }
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/problem.js';
import { type FindOptions, findQuestions } from '../../src/questionnaire/find-questions.js';
import { parseColumns } from '../../src/questionnaire/parse-columns.js';
import { parseCell } from '../../src/workbook/a1.js';
import { fakeWorkbook, type SheetPlan } from './fake-sheet.js';
import { showQuestion } from './layouts/layout.js';
import { layoutWords, optionWords } from './words.js';

const MFA = 'Do you enforce multi-factor authentication for all users?';
const REST = 'Is customer data encrypted at rest?';
const SCORES = ['0', '1', '2', '3', '4', '5'];

const find = (sheets: readonly SheetPlan[], options: Partial<FindOptions> = {}) =>
  findQuestions(fakeWorkbook(sheets), { layoutWords, optionWords, ...options });

function finds(sheets: readonly SheetPlan[], options: Partial<FindOptions> = {}): string[] {
  return find(sheets, options).questions.map((question) =>
    showQuestion(question, sheets[0]?.name ?? 'Sheet1'),
  );
}

function problem(sheets: readonly SheetPlan[], options: Partial<FindOptions> = {}): Problem {
  try {
    find(sheets, options);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('no problem');
}

const QUESTIONS: SheetPlan = { name: 'Main', rows: [['Question', 'Answer'], [MFA], [REST]] };

describe('findQuestions: problems', () => {
  it.each<[string, string, SheetPlan[]]>([
    ['an empty workbook', 'questionnaire/no-questions', [{ rows: [] }]],
    [
      'a list of names',
      'questionnaire/no-questions',
      [
        {
          rows: [
            ['Name', 'Role', 'Email'],
            ['Ann', 'CISO'],
            ['Bob', 'CTO'],
          ],
        },
      ],
    ],
    [
      'a risk register',
      'questionnaire/no-questions',
      [
        {
          rows: [
            ['Risk', 'Likelihood', 'Impact', 'Owner', 'Comments'],
            ['Ransomware', '3', '4'],
            ['Theft', '1', '2'],
          ],
        },
      ],
    ],
    [
      'an inventory',
      'questionnaire/no-questions',
      [
        {
          rows: [
            ['Asset', 'Description', 'Owner', 'Comments'],
            ['Server 1', 'Hosts the database of the product'],
            ['Server 2', 'Hosts the web frontend of it'],
          ],
        },
      ],
    ],
    [
      'prose',
      'questionnaire/no-questions',
      [
        {
          rows: [
            ['About this document'],
            ['It describes how we assess suppliers and what we expect of them.'],
            ['Do you have questions? Write to us.'],
          ],
        },
      ],
    ],
    [
      'only particulars',
      'questionnaire/no-questions',
      [{ rows: [['Company name:'], ['Address:'], ['Date:'], ['Signature:']] }],
    ],
    ['only a hidden sheet has questions', 'questionnaire/no-questions', [{ ...QUESTIONS, state: 'hidden' }]],
    [
      'scores and remarks',
      'questionnaire/maturity-assessment',
      [
        {
          rows: [
            ['ID', 'Control', 'Maturity (0-5)', 'Comment'],
            ['1', 'Backups are taken'],
            ['2', 'Data is encrypted'],
          ],
          lists: { 'C2:C3': SCORES },
        },
      ],
    ],
    [
      'an answer column that takes scores',
      'questionnaire/maturity-assessment',
      [{ rows: [['Question', 'Answer', 'Comment'], [MFA], [REST]], lists: { 'B2:B3': SCORES } }],
    ],
    [
      'answers that are formulas',
      'questionnaire/maturity-assessment',
      [
        {
          rows: [
            ['Question', 'Answer'],
            [MFA, 'Yes'],
            [REST, 'No'],
          ],
          formulas: ['B2', 'B3'],
        },
      ],
    ],
    [
      'Reifegrad',
      'questionnaire/maturity-assessment',
      [
        {
          rows: [
            ['Nr.', 'Anforderung', 'Reifegrad', 'Bemerkung'],
            ['1', 'Sicherungen werden täglich erstellt'],
            ['2', 'Daten sind verschlüsselt'],
          ],
        },
      ],
    ],
  ])('%s: %s', (_, code, sheets) => {
    expect(problem(sheets).code).toBe(code);
  });

  it('names the sheets that exist', () => {
    expect(problem([QUESTIONS, { name: 'Other', rows: [] }], { sheets: ['Sheet9'] }).message).toBe(
      'The workbook has no sheet "Sheet9": its sheets are "Main", "Other".',
    );
  });
});

describe('findQuestions: what was set by hand', () => {
  const odd: SheetPlan = {
    rows: [
      ['Alpha', 'Beta', 'Gamma', 'Delta'],
      ['1', 'Backups', 'in the cloud', ''],
      ['2', 'Logging', 'centrally', ''],
    ],
  };

  it('takes columns', () => {
    expect(finds([odd], { columns: parseColumns('question=B,answer=D') })).toEqual([
      'B1 > D1',
      'B2 > D2',
      'B3 > D3',
    ]);
    const columns = parseColumns('id=A,question=B,answer=D,details=E,evidence=F');
    expect(finds([odd], { columns, rows: { first: 2, last: 3 } })).toEqual([
      'B2 > D2 + E2 + F2',
      'B3 > D3 + E3 + F3',
    ]);
  });

  it('lets columns set by hand win over what the header says', () => {
    const sheet: SheetPlan = { rows: [['Question', 'Answer', 'Comment', 'Other'], [MFA], [REST]] };
    expect(finds([sheet], { columns: parseColumns('answer=D') })).toEqual(['A2 > D2 + C2', 'A3 > D3 + C3']);
    expect(find([sheet], { columns: parseColumns('answer=D') }).sheets[0]?.tables[0]?.columns).toContainEqual(
      {
        column: 'D',
        role: 'answer',
        header: 'Other',
        why: 'set by hand',
      },
    );
  });

  it('takes rows', () => {
    const sheet: SheetPlan = { rows: [['Question', 'Answer'], [MFA], [REST], ['Are backups tested?']] };
    expect(finds([sheet], { rows: { first: 3, last: 3 } })).toEqual(['A3 > B3']);
  });

  it('takes sheets, hidden ones too when they are named', () => {
    const second: SheetPlan = { ...QUESTIONS, name: 'Second', state: 'hidden' };
    expect(find([QUESTIONS, second]).sheets[1]).toEqual({
      name: 'Second',
      state: 'hidden',
      tables: [],
      skipped: 'the sheet is hidden',
    });
    expect(find([QUESTIONS, second], { sheets: ['Second'] }).questions.map(({ sheet }) => sheet)).toEqual([
      'Second',
      'Second',
    ]);
  });
});

describe('findQuestions: what it tells', () => {
  it('gives a reason for every column', () => {
    const { tables } = find([
      {
        rows: [
          ['No', 'Question', 'Answer', 'Owner', 'Risk rating'],
          ['1', MFA, '', 'IT', ''],
          ['2', REST, '', 'IT', ''],
        ],
        lists: { 'C2:C3': ['Yes', 'No'] },
      },
    ]).sheets[0] ?? { tables: [] };
    expect(tables[0]?.columns.map(({ column, role, why }) => `${column} ${role}: ${why}`)).toEqual([
      'A id: the header says "no" (numbers)',
      'B question: the header says "question", 100 % of its texts ask something',
      'C answer: the header says "answer", drop-down Yes | No',
      'D ignore: the header says "owner" (not ours): it names who is responsible',
      'E ignore: the header says "risk rating" (not ours): it is for scores',
    ]);
  });

  it('tells what a cell takes and what stands in the way', () => {
    const { questions } = find([
      {
        rows: [
          ['Question', 'Answer', 'Comment'],
          [MFA, 'Please select'],
          [REST, 'Yes', 'see policy'],
        ],
        lists: { 'B2:B3': ['Please select', 'Yes', 'No'] },
        validations: { 'C2:C3': { type: 'textLength', operator: 'lessThanOrEqual', formula1: '500' } },
        unlocked: 'B2:B3',
      },
    ]);
    expect(questions[0]?.answer).toMatchObject({
      isPlaceholder: true,
      isLocked: false,
      accepts: { kind: 'list', isStrict: true },
    });
    expect(questions[1]?.answer).toMatchObject({ isPlaceholder: false, content: 'Yes' });
    expect(questions[1]?.details).toMatchObject({
      content: 'see policy',
      isLocked: true,
      accepts: { kind: 'text', minLength: 0, maxLength: 500 },
    });
  });

  it('keeps sheets of scores apart from sheets of questions', () => {
    const scores: SheetPlan = {
      name: 'Maturity',
      rows: [['Control', 'Score', 'Comment'], ['Backups are taken'], ['Data is encrypted']],
      lists: { 'B2:B3': SCORES },
    };
    const { sheets, questions } = find([QUESTIONS, scores]);
    expect(questions).toHaveLength(2);
    expect(sheets[1]?.skipped).toBe('its answer cells take scores or maturity levels');
  });

  it('uses the mark that a matrix already uses', () => {
    const { questions } = find([{ rows: [['Question', 'Yes', 'No'], [MFA, 'x'], [REST]] }]);
    expect(questions[1]?.answer).toMatchObject({ kind: 'choice', mark: 'x' });
  });

  it('tells which rows were left out', () => {
    const sheet: SheetPlan = {
      rows: [
        ['No', 'Question', 'Answer'],
        ['1', 'Access control'],
        ['1.1', MFA],
        ['1.2', REST],
        ['', 'Note: all answers are binding.'],
      ],
    };
    expect(find([sheet]).sheets[0]?.tables[0]?.skippedRows).toEqual([
      { row: 2, reason: 'heading' },
      { row: 5, reason: 'note' },
    ]);
  });
});

describe('findQuestions: anything else', () => {
  it('finds questions or says that there are none, and gives every cell to one question', () => {
    const words = [
      'Question',
      'Answer',
      'Yes',
      'No',
      'N/A',
      'Comment',
      'Evidence',
      'No.',
      '1',
      '1.1',
      'Section 1',
      MFA,
      REST,
      'Backup',
      'Total',
      'Example:',
      '',
      '',
      '',
      'Score',
      'Company:',
      'x',
    ];
    const row = fc.array(fc.constantFrom(...words), { maxLength: 7 });
    const corner = fc.tuple(
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 2 }),
    );
    const letter = (column: number) => String.fromCharCode(64 + column);
    const merges = fc.array(
      corner.map(
        ([left, top, width, height]) => `${letter(left)}${top}:${letter(left + width)}${top + height}`,
      ),
      { maxLength: 1 },
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), merges, (rows, merged) => {
        try {
          const { questions } = find([{ rows, merges: merged }]);
          const answers = questions.flatMap(({ answer }) =>
            answer.kind === 'none'
              ? []
              : answer.kind === 'cell'
                ? [answer.cell]
                : answer.options.map(({ cell }) => cell),
          );
          expect(new Set(answers).size).toBe(answers.length);
          for (const question of questions) {
            expect(question.text).not.toBe('');
            expect(parseCell(question.cell)?.row).toBe(question.row);
            expect(answers).not.toContain(question.cell);
            for (const text of [question.details, question.evidence])
              expect(answers).not.toContain(text?.cell);
          }
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each<[string, (at: number) => string[]]>([
    ['headers', () => ['No', 'Question', 'Answer', 'Comment']],
    ['questions', (at) => [String(at), `Is control ${at} in place?`, '', '']],
    ['labels', (at) => [`Label ${at}:`, '']],
    ['long words', (at) => ['a'.repeat(300), `${'?'.repeat(100)} ${at}`, `(${'('.repeat(200)}`]],
  ])('is done with 6,000 rows of %s in 5 s', (_, make) => {
    const rows = Array.from({ length: 6000 }, (_row, at) => make(at));
    const start = performance.now();
    try {
      find([{ rows }]);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

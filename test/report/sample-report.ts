import type { ReportedQuestion, RunReport } from '../../src/report/report.js';

/** Text that means something in HTML, Markdown, spreadsheets and terminals. */
export const HOSTILE = '<script>alert("1")</script> | [x](javascript:1) *b* `c`\n=1+1\u001b[31m\u202e';

const open: ReportedQuestion = {
  question: HOSTILE,
  language: 'en',
  status: 'unanswered',
  response: null,
  facts: [],
  topics: ['crypto.key_management'],
  answer: null,
  evidence: [],
  confidence: 0,
  reasons: ['There is no fact on this topic: Key management.'],
  cell: { sheet: 'Security & more', question: 'B3', answer: 'C3' },
  section: HOSTILE,
  written: {},
  left: [],
};

const answered: ReportedQuestion = {
  ...open,
  question: 'Are backups encrypted?',
  status: 'answered',
  response: 'yes',
  facts: ['backup.encryption'],
  topics: ['backup.encryption'],
  answer: 'Yes. Backups are encrypted with AES-256.',
  evidence: [{ document: 'factsheet', title: 'Security fact sheet', available: true }],
  confidence: 1,
  reasons: [],
  cell: { sheet: 'Security & more', question: 'B2', answer: 'C2', details: 'D2' },
  written: { answer: 'Yes' },
  left: [],
};

/** A result with one answered and one open question, both with texts that need escaping. */
export const REPORT: RunReport = {
  version: 1,
  questionnaire: '<q>.xlsx',
  asOf: '2026-11-23',
  facts: { hash: 'a'.repeat(64) },
  summary: {
    questions: 2,
    answered: 1,
    review: 0,
    unanswered: 1,
    sheets: [{ sheet: 'Security & more', questions: 2, answered: 1, review: 0, unanswered: 1 }],
    missingTopics: [
      { topic: 'crypto.key_management', label: 'Key management', questions: 1, wouldAnswer: 1 },
    ],
    answerable: 1,
  },
  receipt: {
    cellsWritten: 1,
    cellsMarked: 1,
    partsUntouched: 8,
    partsChanged: ['xl/worksheets/sheet1.xml'],
    validationsKept: 2,
    recalculates: false,
    warnings: [],
  },
  questions: [answered, open],
};

export const CONTEXT = { toolVersion: '0.0.0', output: 'q.answered.xlsx' };

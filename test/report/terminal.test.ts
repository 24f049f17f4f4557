import { describe, expect, it } from 'vitest';
import { renderAnswer } from '../../src/report/answer-text.js';
import { renderDryRun } from '../../src/report/dry-run.js';
import { noteSentence } from '../../src/report/note-sentence.js';
import { createPaint, printable } from '../../src/report/paint.js';
import { renderRunSummary } from '../../src/report/run-summary.js';
import { REPORT } from './sample-report.js';

const plain = createPaint({}, {});
const outputs = { workbook: 'q.answered.xlsx', answers: 'q.answers.json', report: 'r.html' };
const context = { paint: plain, facts: 'facts', outputs, isDryRun: false, notes: [] };

describe('colours', () => {
  it.each([
    ['a terminal', { isTTY: true }, {}, true],
    ['a pipe', {}, {}, false],
    ['NO_COLOR', { isTTY: true }, { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR', { isTTY: true }, { NO_COLOR: '' }, true],
    ['a dumb terminal', { isTTY: true }, { TERM: 'dumb' }, false],
    ['FORCE_COLOR', {}, { FORCE_COLOR: '1' }, true],
    ['NO_COLOR against FORCE_COLOR', {}, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('with %s', (_, stream, env, isColoured) => {
    expect(createPaint(stream, env).red('x') !== 'x').toBe(isColoured);
  });
});

describe('printable', () => {
  it.each([
    ['a\nb\tc', 'a b c'],
    ['\u001b[31mred', '?[31mred'],
    ['\u202eabc', '?abc'],
    ['Grüße – 4 %', 'Grüße – 4 %'],
  ])('%j is shown as %j', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });
});

describe('the summary of a run', () => {
  it('names counts, topics, receipt and files', () => {
    const text = renderRunSummary(REPORT, context);
    for (const line of [
      /^<q>\.xlsx -> q\.answered\.xlsx$/m,
      /^Security & more +2 +1 +0 +1$/m,
      /^ +1 of 1 +crypto\.key_management {2}Key management$/m,
      /^Facts on all of these would answer 1 of the 1 drafts and open questions\.$/m,
      /^Wrote 1 cell, highlighted 1\.$/m,
      /^Checked: 8 of 9 parts .* 2 validations kept\.$/m,
      /r\.html: the report/,
    ]) {
      expect(text).toMatch(line);
    }
  });

  it('says what a dry run would do', () => {
    const text = renderRunSummary(REPORT, { ...context, isDryRun: true });
    expect(text).toMatch(/nothing written/);
    expect(text).toMatch(/Would write 1 cell/);
  });

  it('counts cells that were left, by reason', () => {
    const note = { code: 'already_filled', sheet: 's', cell: 'C2', question: 'B2', args: {} } as const;
    const text = renderRunSummary(REPORT, {
      ...context,
      notes: [note, { ...note, cell: 'C3' }, { ...note, code: 'locked' }],
    });
    expect(text).toMatch(/Left as they were: 2 cells \(filled already \(--overwrite replaces that\)\)\./);
    expect(noteSentence(note)).toBe('C2 is filled already (--overwrite replaces it).');
  });

  it('keeps control characters of a customer off the terminal', () => {
    const lines = REPORT.questions.flatMap((question) => renderAnswer(question, plain));
    for (const char of ['\u001b', '\u202e']) expect(lines.join('')).not.toContain(char);
    const edits = [{ sheet: 'a\u001b', cell: 'B2', text: 'x\u001b[2J' }];
    expect(renderDryRun(edits, plain)).toBe('a?!B2  x?[2J\n');
  });
});

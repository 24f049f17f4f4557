import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { renderSample } from '../../src/build/render-sample.js';
import { readSample } from '../../src/build/sample.js';
import { answerQuestionnaire } from '../../src/commands/answer-questionnaire.js';
import { DAY, PROJECT, temporaryFolder } from './command-line.js';
import { readWithExceljs } from './workbooks.js';

const FOLDER = join(PROJECT, 'templates/questionnaires');

function intended(language: string) {
  const { sheets } = readSample(join(FOLDER, `sample.${language}.yaml`));
  return sheets.flatMap((sheet) => {
    if (sheet.kind === 'notes') return [];
    return sheet.sections.flatMap(({ questions }) => questions.map((one) => ({ ...one, sheet: sheet.name })));
  });
}

const run = (language: string) =>
  answerQuestionnaire({
    questionnaire: join(FOLDER, `sample.${language}.xlsx`),
    factsDir: join(PROJECT, 'facts'),
    asOf: DAY,
  });

describe.each(['en', 'de'])('sample.%s.xlsx', async (language) => {
  const expected = intended(language);
  const { report, workbook, plan } = await run(language);

  it('is what its description makes', async () => {
    const made = await renderSample(readSample(join(FOLDER, `sample.${language}.yaml`)));
    const kept = readFileSync(join(FOLDER, `sample.${language}.xlsx`));
    expect(Buffer.from(made).equals(kept), 'run `npm run samples`').toBe(true);
  });

  it('has some fifty questions, about half of them answerable', () => {
    const answerable = expected.filter(({ expect: { status } }) => status === 'answered');
    expect(expected.length).toBeGreaterThan(45);
    expect(answerable.length / expected.length).toBeGreaterThan(0.45);
    expect(answerable.length / expected.length).toBeLessThan(0.75);
  });

  it('has every question found, and nothing else', () => {
    expect(report.questions.map(({ cell, question }) => `${cell.sheet}: ${question}`)).toEqual(
      expected.map(({ sheet, text }) => `${sheet}: ${text}`),
    );
  });

  it.each(expected)('$id $text', ({ sheet, text, expect: { status, response, facts } }) => {
    const got = report.questions.find(({ cell, question }) => cell.sheet === sheet && question === text);
    expect(got?.status).toBe(status);
    if (status === 'answered') expect(got?.response).toBe(response);
    if (facts.length > 0) expect(facts.filter((fact) => got?.facts.includes(fact))).not.toEqual([]);
  });

  it('reads back in another library as it was planned', async () => {
    const path = join(await temporaryFolder(), 'out.xlsx');
    await workbook.save(path);
    const cells = await readWithExceljs(path);
    const texts = plan.edits.filter(({ text }) => text !== undefined);
    expect(texts.length).toBeGreaterThan(50);
    for (const { sheet, cell, text } of texts) expect(cells.get(`${sheet}!${cell}`)).toBe(text);
  });

  it('opens in LibreOffice with the texts in place', { timeout: 180_000 }, async ({ skip }) => {
    const soffice = promisify(execFile);
    const found = await soffice('soffice', ['--version']).catch(() => undefined);
    if (found === undefined) return skip('LibreOffice (soffice) is not installed');
    const folder = await temporaryFolder();
    await workbook.save(join(folder, 'out.xlsx'));
    // -1: every sheet to a file of its own; 76: UTF-8; a profile of its own, so that runs do not wait for each other.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const where = ['--outdir', folder, join(folder, 'out.xlsx')];
    await soffice('soffice', [profile, '--headless', '--convert-to', filter, ...where]);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.csv'));
    const sheets = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    const all = sheets.join('\n').replaceAll('""', '"');
    const texts = plan.edits.flatMap(({ text }) => (text === undefined ? [] : [text]));
    expect(texts.filter((text) => !all.includes(text))).toEqual([]);
  });
});

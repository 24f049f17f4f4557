import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { FactBase } from '../../src/facts/fact-base.js';
import { describeFactsheet, type Factsheet } from '../../src/report/factsheet.js';
import { factsheetFormats } from '../../src/report/factsheet-formats.js';
import { renderFactsheetHtml } from '../../src/report/factsheet-html.js';
import { renderFactsheetMarkdown } from '../../src/report/factsheet-markdown.js';
import { fillWords, loadFactsheetWords } from '../../src/report/factsheet-words.js';
import { renderFactsheetXlsx } from '../../src/report/factsheet-xlsx.js';
import { openWorkbook } from '../../src/workbook/open.js';
import { DAY } from '../commands/command-line.js';
import { SHEET, TITLES } from '../facts/fact-sheet.js';
import { otherFact, shippedFacts } from '../facts/shipped-facts.js';

async function sheet(language: 'de' | 'en', day = DAY): Promise<Factsheet> {
  return describeFactsheet(await shippedFacts(), language, day, await loadFactsheetWords(language));
}

/** Sections and rows of a Markdown text, cells as they read. */
function readTables(markdown: string): { readonly title: string; readonly rows: readonly string[][] }[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.split('\n');
      const rows = lines
        .filter((line) => line.startsWith('| '))
        .map((line) => line.slice(2, -2).split(' | '));
      return { title, rows: rows.slice(2) };
    });
}

describe('the German fact sheet as Markdown', () => {
  it('is the original one, section by section, row by row, word for word', async () => {
    const tables = readTables(renderFactsheetMarkdown(await sheet('de', '2026-01-01')));
    expect(tables.map(({ title }) => title)).toEqual(TITLES);
    expect(tables.flatMap(({ rows }) => rows)).toEqual(SHEET.map(([, , cells]) => cells));
  });

  it('keeps it, and marks what is overdue, on the day', async () => {
    const tables = readTables(renderFactsheetMarkdown(await sheet('de')));
    const rows = tables.flatMap((table) => table.rows);
    expect(rows.map((cells, index) => cells.slice(0, SHEET[index]?.[2].length))).toEqual(
      SHEET.map(([, , cells]) => cells),
    );
    const mark = '⚠ Termin verstrichen, nicht bestätigt (Stand 2026-11-23)';
    const marked = rows.filter((cells) => cells.includes(mark)).map(([label]) => label);
    expect(marked).toEqual(['Formales Schwachstellenmanagement', 'Mitarbeiter-Security-Schulungen']);
  });

  it('marks every row of what is overdue, documents too', async () => {
    const { sections } = await sheet('de', '2027-01-01');
    const marked = sections.map(({ id, rows }) => [id, rows.filter(({ note }) => note !== null).length]);
    expect(Object.fromEntries(marked)).toEqual({
      hosting: 0,
      security: 1,
      compliance: 1,
      'backup-incident': 0,
      subprocessors: 0,
      documents: 3,
      roadmap: 6,
    });
  });
});

describe('the English fact sheet', () => {
  it('has the same sections and rows', async () => {
    const shape = ({ sections }: Factsheet) =>
      sections.map(({ id, rows }) => [id, rows.map(({ cells }) => cells.length)]);
    expect(shape(await sheet('en'))).toEqual(shape(await sheet('de')));
    const text = renderFactsheetMarkdown(await sheet('en'));
    expect(text).toContain('| Encryption at rest | AES-256 (Azure SSE) |');
    expect(text).not.toMatch(/[äöüß]/);
  });
});

const NASTY = '<img src=x onerror="alert(1)"> & \'x\' | a *b* `c` [d](http://e) \\';

async function nastySheet(): Promise<Factsheet> {
  const fact = otherFact({
    label: { de: NASTY, en: NASTY },
    display: { de: `=${NASTY}`, en: `=${NASTY}` },
    valid_until: '2026-01-01',
  });
  const base: FactBase = {
    ...(await shippedFacts()),
    facts: new Map([[fact.id, fact]]),
    documents: new Map(),
    roadmap: [],
    sections: [{ id: 'other', order: 1, title: { de: NASTY, en: NASTY } }],
  };
  return describeFactsheet(base, 'en', DAY, await loadFactsheetWords('en'));
}

describe('texts of the facts', () => {
  it('stay text in HTML', async () => {
    const html = renderFactsheetHtml(await nastySheet());
    expect(html).not.toContain('<img');
    expect(html.match(/<\/?[a-z0-9]+/g)?.length).toBeGreaterThan(20);
    expect(html).not.toMatch(/(?:src|href)=(?!x)/);
    expect(html).not.toContain('<script');
  });

  it('stay text in Markdown, a cell each', async () => {
    const rows = renderFactsheetMarkdown(await nastySheet())
      .split('\n')
      .filter((line) => line.startsWith('| '));
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(4);
    expect(rows.at(-1)).toContain('\\<img src=x');
    expect(rows.at(-1)).toContain('\\[d\\]');
  });

  it('stay text in a workbook', async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await renderFactsheetXlsx(await nastySheet())).buffer as ArrayBuffer);
    expect(workbook.worksheets[0]?.getCell('B6').value).toBe(`=${NASTY}`);
  });

  it('become what each format can hold', async () => {
    const nasty = 'a\u0001b\ufffe _x0041_ c';
    const plain = await nastySheet();
    const sheet: Factsheet = {
      ...plain,
      sections: plain.sections.map((section) => ({
        ...section,
        rows: [{ cells: ['x', nasty], note: null }],
      })),
    };
    expect(renderFactsheetHtml(sheet)).toContain('<td>ab _x0041_ c</td>');
    expect(renderFactsheetMarkdown(sheet)).not.toContain('\u0001');
    const opened = await openWorkbook(await renderFactsheetXlsx(sheet));
    expect(opened.sheet(sheet.title).cell(6, 2)?.text).toBe('ab _x0041_ c');
  });

  it('are marked when they lapsed', async () => {
    const [section] = (await nastySheet()).sections;
    expect(section?.rows[0]?.note).toBe('⚠ valid until 2026-01-01 only, not confirmed (as of 2026-11-23)');
  });
});

describe('formats', () => {
  it.each(factsheetFormats)('$name gives the same for the same facts', async ({ load }) => {
    const render = await load();
    const [one, two] = [await render(await sheet('de')), await render(await sheet('de'))];
    expect(Buffer.from(one as string).equals(Buffer.from(two as string))).toBe(true);
    expect(one.length).toBeGreaterThan(1000);
  });

  it('html is one page with every value', async () => {
    const html = renderFactsheetHtml(await sheet('de'));
    const inHtml = (text: string): string => text.replaceAll('&', '&amp;');
    for (const [, , cells] of SHEET)
      for (const cell of cells) expect(html).toContain(`<td>${inHtml(cell)}</td>`);
    expect(html).toContain('<html lang="de">');
    expect(html).toContain('@media print');
    expect(html).not.toMatch(/https?:|url\(|@import/);
  });

  it('xlsx names the font of every cell, and prints as wide as an upright page', async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await renderFactsheetXlsx(await sheet('de'))).buffer as ArrayBuffer);
    const [target] = workbook.worksheets;
    expect(target?.pageSetup).toMatchObject({ orientation: 'portrait', fitToWidth: 1, fitToHeight: 0 });
    const fonts = new Set<string | undefined>();
    target?.eachRow((row) => row.eachCell((cell) => void fonts.add(cell.font?.name)));
    expect([...fonts]).toEqual(['Calibri']);
  });

  it('xlsx holds every value', async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await renderFactsheetXlsx(await sheet('de'))).buffer as ArrayBuffer);
    const texts = new Set<unknown>();
    workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => void texts.add(cell.value)));
    for (const [, , cells] of SHEET) for (const cell of cells) expect(texts).toContain(cell);
  });
});

describe('fillWords', () => {
  it.each([
    ['As of {day}', 'As of 2026-11-23'],
    ['{other} {Day}', '{other} {Day}'],
  ])('%s', (text, expected) => expect(fillWords(text, { day: DAY })).toBe(expected));
});

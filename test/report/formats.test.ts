import exceljs from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../src/report/escape-html.js';
import { escapeMarkdown } from '../../src/report/escape-markdown.js';
import { renderHtml } from '../../src/report/html.js';
import { renderJson } from '../../src/report/json.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { reportFormatFor } from '../../src/report/registry.js';
import { renderXlsx } from '../../src/report/xlsx.js';
import { CONTEXT, HOSTILE, REPORT } from './sample-report.js';

describe('the format of a report', () => {
  it.each([
    ['a.html', '.html'],
    ['A.HTML', '.html'],
    ['a.b.json', '.json'],
    ['dir.html/a.md', '.md'],
    ['a.xlsx', '.xlsx'],
    ['a.pdf', undefined],
    ['html', undefined],
  ])('of %s is %s', (path, ending) => {
    expect(reportFormatFor(path)?.ending).toBe(ending);
  });
});

describe('HTML', () => {
  const html = renderHtml(REPORT, CONTEXT);

  it('shows questions, answers, facts and topics without a fact', () => {
    for (const text of [
      'Are backups encrypted?',
      'AES-256',
      'backup.encryption',
      'Key management',
      'q.answered.xlsx',
    ]) {
      expect(html).toContain(text);
    }
  });

  it('runs nothing and loads nothing', () => {
    expect(html).not.toMatch(/<script|<img|<link|src=|https?:/i);
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toContain('\u001b');
  });

  it('escapes every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/);
      }),
    );
  });
});

describe('Markdown', () => {
  const markdown = renderMarkdown(REPORT, CONTEXT);

  it('lists open questions before answers', () => {
    expect(markdown.indexOf('## Open')).toBeGreaterThan(0);
    expect(markdown.indexOf('## Open')).toBeLessThan(markdown.indexOf('## Answered'));
  });

  it('keeps every row on one line with the cells of its header', () => {
    const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
    const cells = rows.map((row) => row.replaceAll('\\|', '').split('|').length - 2);
    expect(rows).toHaveLength(4 + 3 + 3);
    expect(new Set(cells)).toEqual(new Set([5]));
  });

  it('escapes every text', () => {
    expect(escapeMarkdown('a|b *c* <d>\n[e](f)')).toBe('a\\|b \\*c\\* &lt;d\\> \\[e\\]\\(f\\)');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeMarkdown(text)).not.toMatch(/(?<!\\)(?:\\\\)*[|`*_[\]]|<|\n/);
      }),
    );
  });
});

describe('JSON', () => {
  it('is the result', () => {
    expect(JSON.parse(renderJson(REPORT))).toEqual(REPORT);
  });
});

describe('XLSX', () => {
  it('holds the summary and every question, texts as texts, and the same bytes each time', async () => {
    const bytes = await renderXlsx(REPORT, CONTEXT);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(Buffer.from(bytes) as never);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Summary', 'Questions']);
    const questions = workbook.getWorksheet('Questions');
    expect(questions?.actualRowCount).toBe(3);
    expect(questions?.getCell('D2').value).toBe('Are backups encrypted?');
    const hostile = questions?.getCell('D3');
    expect(hostile?.type).toBe(exceljs.ValueType.String);
    expect(hostile?.text).toContain('=1+1');
    expect(HOSTILE).toContain('=1+1');
    expect(await renderXlsx(REPORT, CONTEXT)).toEqual(bytes);
  });
});

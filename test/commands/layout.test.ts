import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DAY, filesIn, runInProcess, temporaryFolder } from './command-line.js';
import { writeWorkbook } from './workbooks.js';

const ROWS = [
  ['No.', 'Question', 'Answer', 'Reply'],
  ['1', 'Is customer data encrypted at rest?', '', ''],
  ['2', 'Are backups encrypted?', '', ''],
];

async function folderWith(...names: string[]): Promise<string> {
  const folder = await temporaryFolder();
  for (const name of names) await writeWorkbook(join(folder, name), ROWS, []);
  return folder;
}

describe('--rows', () => {
  it('limits inspect and fill', async () => {
    const folder = await folderWith('q.xlsx');
    const inspected = await runInProcess(['inspect', 'q.xlsx', '--rows', '3'], folder);
    expect(inspected.stdout).toMatch(/^q\.xlsx: 1 question\n/);
    const { code } = await runInProcess(['q.xlsx', '--rows', '3-9', '--as-of', DAY], folder);
    expect(code).toBe(0);
    const { questions } = JSON.parse(await readFile(join(folder, 'q.answers.json'), 'utf8'));
    expect(questions.map(({ cell }: { cell: { question: string } }) => cell.question)).toEqual(['B3']);
  });

  it('says what it takes', async () => {
    const { code, stderr } = await runInProcess(['q.xlsx', '--rows', '9-3'], await folderWith('q.xlsx'));
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: '"9-3" is no range of rows: write for example 5-80.\n',
    });
  });
});

describe('inspect --save and --layout', () => {
  it('keep a correction for the next file', async () => {
    const folder = await folderWith('first.xlsx', 'second.xlsx');
    const argv = ['inspect', 'first.xlsx', '--columns', 'question=B,answer=D', '--save', 'customer.yaml'];
    const saved = await runInProcess(argv, folder);
    expect(saved).toMatchObject({ code: 0, stderr: '' });
    expect(saved.stdout).toMatch(/\n\nKept in customer\.yaml: use it with --layout customer\.yaml\.\n$/);
    expect(await readFile(join(folder, 'customer.yaml'), 'utf8')).toContain('answer: D');
    const inspected = await runInProcess(['inspect', 'second.xlsx', '--layout', 'customer.yaml'], folder);
    expect(inspected.stdout).toMatch(/D +answer/);
    const { code } = await runInProcess(['second.xlsx', '--layout', 'customer.yaml', '--as-of', DAY], folder);
    expect(code).toBe(0);
    const { questions } = JSON.parse(await readFile(join(folder, 'second.answers.json'), 'utf8'));
    expect(questions.map(({ cell }: { cell: { answer: string } }) => cell.answer)).toEqual(['D2', 'D3']);
  });

  it('replace a file only when told to, and never the questionnaire', async () => {
    const folder = await folderWith('q.xlsx');
    await writeFile(join(folder, 'l.yaml'), 'mine');
    const save = (target: string, ...more: string[]) =>
      runInProcess(['inspect', 'q.xlsx', '--save', target, ...more], folder);
    expect(await save('l.yaml')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/exists/),
    });
    expect(await readFile(join(folder, 'l.yaml'), 'utf8')).toBe('mine');
    expect(await save('q.xlsx', '--force')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/never changed/),
    });
    const { code, stdout } = await save('l.yaml', '--force', '--json');
    expect({ code, questions: JSON.parse(stdout).questions }).toEqual({ code: 0, questions: 2 });
    expect(await readFile(join(folder, 'l.yaml'), 'utf8')).toContain('version: 1');
  });

  it.each([
    ['a missing file', undefined, /^There is no layout file l\.yaml.*inspect.*--save l\.yaml\.\n$/],
    [
      'a mistake',
      'version: 1\nsheets: [{ name: Security, row: 3 }]',
      /^l\.yaml:2:\d+: .*unknown key "row", did you mean "rows"\?\n$/,
    ],
    [
      'another sheet',
      'version: 1\nsheets: [{ name: Old }]',
      /^The workbook has no sheet "Old": its sheets are "Security"\.\n$/,
    ],
  ])('say what is wrong with %s', async (_, content, message) => {
    const folder = await folderWith('q.xlsx');
    if (content !== undefined) await writeFile(join(folder, 'l.yaml'), content);
    for (const command of [['inspect', 'q.xlsx'], ['q.xlsx']]) {
      const { code, stderr } = await runInProcess([...command, '--layout', 'l.yaml'], folder);
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(message) });
    }
    expect((await filesIn(folder)).filter((name) => name.includes('answer'))).toEqual([]);
  });
});

describe('a CSV questionnaire', () => {
  const CSV =
    'Nr;Frage;Antwort;Kommentar\r\n1;Werden Kundendaten im Ruhezustand verschl\xfcsselt?;;\r\n2;"Gibt es einen SOC-2-Bericht?";"";\r\n';

  it('comes back as CSV: same encoding, quotes and line ends', async () => {
    const folder = await temporaryFolder();
    const input = Buffer.from(CSV, 'latin1');
    await writeFile(join(folder, 'q.csv'), input);
    const { code, stdout, stderr } = await runInProcess(['q.csv', '--as-of', DAY], folder);
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/q\.csv -> q\.answered\.csv/);
    expect(stdout).toMatch(/all \d+ other cells are character for character the same/);
    expect(await filesIn(folder)).toEqual(['q.answered.csv', 'q.answers.json', 'q.csv']);
    const output = await readFile(join(folder, 'q.answered.csv'), 'latin1');
    const [head, first, second, end] = output.split('\r\n');
    expect([head, second, end]).toEqual([
      'Nr;Frage;Antwort;Kommentar',
      '2;"Gibt es einen SOC-2-Bericht?";"";',
      '',
    ]);
    expect(first).toMatch(
      /^1;Werden Kundendaten im Ruhezustand verschl\xfcsselt\?;Ja;.*AES-256.*verschl\xfcsselt/,
    );
    expect((await readFile(join(folder, 'q.csv'))).equals(input)).toBe(true);
  });

  it('and TSV as TSV, which another name must keep', async () => {
    const folder = await temporaryFolder();
    await writeFile(
      join(folder, 'q.tsv'),
      'Question\tAnswer\nIs customer data encrypted at rest?\t\nAre backups encrypted?\t\n',
    );
    expect((await runInProcess(['q.tsv', '--as-of', DAY, '-o', 'o.csv'], folder)).stderr).toMatch(
      /must end in \.tsv/,
    );
    expect((await runInProcess(['q.tsv', '--as-of', DAY], folder)).code).toBe(0);
    expect(await readFile(join(folder, 'q.answered.tsv'), 'utf8')).toMatch(
      /^Question\tAnswer\nIs customer data encrypted at rest\?\tYes\. /,
    );
  });
});

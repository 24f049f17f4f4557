import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SHIPPED } from '../facts/shipped-facts.js';
import { junitErrors, sarifErrors } from '../report/validate-report.js';
import { DAY, type Outcome, type Runner, runInProcess, runSpawned, temporaryFolder } from './command-line.js';

/** A folder of facts whose name every format has to escape. */
const FOLDER = 'fäcts, 100% [a] :b';
const NASTY =
  '100 % <b>]]>\\"x\\" & y</b> ::error::a,b | `c` \\u001b[31m \\r\\n::warning::z \\u0007 \\ud83d\\ude00';

/** Changes to the shipped facts, by file. */
type Changes = Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>;

/** A folder whose facts are the shipped ones with changes. */
async function project(changes: Changes): Promise<string> {
  const cwd = await temporaryFolder();
  const dir = join(cwd, FOLDER);
  await cp(SHIPPED, dir, { recursive: true });
  for (const [file, pairs] of Object.entries(changes)) {
    let text = await readFile(join(dir, file), 'utf8');
    for (const [from, to] of pairs) {
      expect(text).toContain(from);
      text = text.replace(from, () => to);
    }
    await writeFile(join(dir, file), text);
  }
  return cwd;
}

const MANY_RULES: Changes = {
  'security.yaml': [
    ['accepted: ["1.2", "1.3"]', 'accepted: ["1.0", "1.3"]'],
    ['label: { de: RBAC, en: RBAC }', `label: { de: sso, en: "${NASTY}" }`],
    ['{ de: ✓ Verfügbar, en: ✓ Available }', `{ de: "___ ${NASTY}", en: "Yes 5 % ${NASTY}" }`],
    ['id: access.rbac', 'id: access.rabc'],
  ],
  'hosting.yaml': [
    ['max: 24, unit: hours', 'max: 1, unit: hours'],
    ['percent: 99.5', 'percent: 99.99'],
  ],
  'backup-incident.yaml': [
    ['max: 72, unit: hours', 'max: 96, unit: hours'],
    ['recorded: 2026-11-23', 'recorded: 2020-01-01'],
    ['evidence: [factsheet]', 'evidence: []'],
  ],
  'subprocessors.yaml': [
    ['short: Google Cloud', `short: "${NASTY}"`],
    ['certificates: [ISO 27001]', 'certificates: []'],
  ],
};
const UNLOADABLE: Changes = {
  'security.yaml': [
    ['status: partial', `status: "${NASTY}"`],
    ['id: access.rbac', `"${NASTY}": 1\n    id: access.sso`],
  ],
  'roadmap.yaml': [['fact: access.mfa', 'fact: access.mfaa']],
};
const STATES: readonly (readonly [
  name: string,
  changes: Changes,
  status: number,
  more: readonly string[],
])[] = [
  ['the shipped facts', {}, 0, []],
  ['findings of many rules', MANY_RULES, 1, []],
  ['findings of many rules, all failing', MANY_RULES, 1, ['--fail-on', 'warning']],
  ['facts that do not load', UNLOADABLE, 1, []],
  [
    'nothing found',
    {},
    0,
    ['--due-within', '0', '--rule', 'roadmap/overdue=off', 'residency/subprocessor-region=off'],
  ],
];

const FORMATS = ['text', 'json', 'github', 'sarif', 'junit', 'markdown'] as const;

/** What a run does in each format. */
async function reports(run: Runner, cwd: string, more: readonly string[] = []) {
  const outcomes: [string, Outcome][] = [];
  for (const format of FORMATS) {
    const argv = ['check', '--facts', FOLDER, '--as-of', DAY, '--format', format, ...more];
    outcomes.push([format, await run(argv, cwd)]);
  }
  return outcomes;
}

describe('reports of answer check', () => {
  it.each(STATES)('on %s are valid', async (_, changes, status, more) => {
    const outcomes = await reports(runInProcess, await project(changes), more);
    for (const [format, { code, stderr }] of outcomes) {
      expect({ code, stderr }, format).toEqual({ code: status, stderr: '' });
    }
    const out = Object.fromEntries(outcomes.map(([format, { stdout }]) => [format, stdout]));
    const { sarif = '', junit = '', github = '', markdown = '', text = '', json = '' } = out;
    const { findings } = JSON.parse(json);
    expect(sarifErrors(sarif)).toEqual([]);
    expect(JSON.parse(sarif).runs[0].results).toHaveLength(findings.length);
    expect(await junitErrors(junit)).toEqual([]);
    expect(junit.match(/<(?:failure|skipped)[ >]/g) ?? []).toHaveLength(findings.length);
    const annotations = github.split(/\r\n|\r|\n/).slice(0, -1);
    expect(annotations).toHaveLength(findings.length);
    for (const line of annotations) {
      expect(line).toMatch(/^::(?:error|warning) file=[^:,]+,line=\d+,col=\d+,title=[^:,]+::.+$/u);
    }
    const rows = markdown.split('\n').filter((line) => /^\| \d/.test(line));
    expect(rows).toHaveLength(findings.length);
    for (const row of rows) expect(row.match(/(?<!\\)(?:\\\\)*\|/g), row).toHaveLength(5);
    for (const shown of [github, markdown, text]) expect(shown.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  it('are the same from a process of its own', async () => {
    const cwd = await project(MANY_RULES);
    expect(await reports(runSpawned, cwd)).toEqual(await reports(runInProcess, cwd));
  });

  it('on facts that cannot be read are none: only a message', async () => {
    const cwd = await project({});
    await writeFile(join(cwd, FOLDER, 'bad.yaml'), '\t- x');
    for (const [format, { code, stdout, stderr }] of await reports(runInProcess, cwd)) {
      expect({ code, stdout }, format).toEqual({ code: 2, stdout: '' });
      expect(stderr, format).toMatch(/bad\.yaml:1:\d+: .+\n$/);
    }
  });
});

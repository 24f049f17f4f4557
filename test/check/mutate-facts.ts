import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { checkFacts } from '../../src/check/check-facts.js';
import type { Finding, FindingReport } from '../../src/check/finding.js';
import { SHIPPED } from '../facts/shipped-facts.js';

/** One change: in a file, a text that occurs once becomes another. `¦` in the new text marks where a finding must be. */
export type Change = readonly [file: string, from: string, to: string];

/** A copy of the shipped facts with changes, removed after the test, and the places marked as `file:line:column`. */
export async function mutateFacts(
  changes: readonly Change[],
): Promise<{ readonly dir: string; readonly marks: readonly string[] }> {
  const root = await mkdtemp(join(tmpdir(), 'check-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const dir = join(root, 'facts');
  await cp(SHIPPED, dir, { recursive: true });
  const marked = new Map<string, string>();
  for (const [file, from, to] of changes) {
    const text = marked.get(file) ?? (await readFile(join(dir, file), 'utf8').catch(() => ''));
    if (from !== '' && text.split(from).length !== 2) {
      throw new Error(`${file}: "${from}" occurs ${text.split(from).length - 1} times`);
    }
    marked.set(file, from === '' ? `${text}${to}` : text.replace(from, () => to));
  }
  const marks: string[] = [];
  for (const [file, text] of marked) {
    for (const [index, line] of text.split('\n').entries()) {
      const pieces = line.split('¦').slice(0, -1);
      for (const [bar] of pieces.entries()) {
        marks.push(`${file}:${index + 1}:${pieces.slice(0, bar + 1).join('').length + 1}`);
      }
    }
    await mkdir(dirname(join(dir, file)), { recursive: true });
    await writeFile(join(dir, file), text.replaceAll('¦', ''));
  }
  return { dir, marks };
}

/** Findings of a folder as `rule file:line:column`, without the folder. */
export function places(findings: readonly Finding[], dir: string): string[] {
  return findings.map(
    ({ rule, file, line, column }) => `${rule} ${file.slice(dir.length + 1)}:${line}:${column}`,
  );
}

let shipped: Promise<FindingReport> | undefined;

/** What changed facts add to the findings of the shipped ones; lines of a changed file may move, so rules count. */
export async function addedFindings(dir: string, day: string): Promise<Finding[]> {
  shipped ??= checkFacts({ factsDir: SHIPPED, asOf: day });
  const known = new Set((await shipped).findings.map(keyOf));
  const { findings } = await checkFacts({ factsDir: dir, asOf: day });
  return findings.filter((finding) => !known.has(keyOf(finding)));
}

function keyOf({ rule, message }: Finding): string {
  return `${rule} ${message}`;
}

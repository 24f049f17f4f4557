import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { main } from '../../src/main.js';

/** The day that the samples and all expectations are for. */
export const DAY = '2026-11-23';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** What a command line did. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type Runner = (argv: readonly string[], cwd: string) => Promise<Outcome>;

/** Runs a command line within this process. */
export const runInProcess: Runner = async (argv, cwd) => {
  const written = { stdout: '', stderr: '' };
  const collect = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
  });
  const params = { argv, cwd, stdout: collect('stdout'), stderr: collect('stderr'), env: {}, today: DAY };
  const code = await main(params);
  return { code, ...written };
};

/** Runs the built command in a process of its own. */
export const runSpawned: Runner = (argv, cwd) =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(PROJECT, 'bin/answer.js'), ...argv], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const written = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      written.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      written.stderr += text;
    });
    child.on('error', fail);
    child.on('close', (code) => done({ code, ...written }));
  });

export const runners: readonly (readonly [name: string, run: Runner])[] = [
  ['in process', runInProcess],
  ['spawned', runSpawned],
];

/** A new empty folder, removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'answer-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Every file below a folder, with forward slashes, sorted. */
export async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.map((name) => name.replaceAll('\\', '/')).sort();
}

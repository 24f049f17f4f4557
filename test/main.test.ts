import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildProgram } from '../src/commands/build-program.js';
import { commands } from '../src/commands/registry.js';
import { PROJECT, runInProcess, runSpawned, temporaryFolder } from './commands/command-line.js';

afterEach(() => {
  vi.doUnmock('../src/commands/answerer.js');
});

describe('main', () => {
  it('reports a fault of its own in one sentence, with the stack only on request', async () => {
    vi.doMock('../src/commands/answerer.js', () => ({
      createAnswerer: () => Promise.reject(new TypeError('x is\nnot a function')),
    }));
    const folder = await temporaryFolder();
    const short = await runInProcess(['ask', 'MFA?'], folder);
    expect(short).toMatchObject({ code: 2, stdout: '' });
    expect(short.stderr).toMatch(/^Unexpected error: x is not a function\. .*please report it.*\n$/);
    const long = await runInProcess(['ask', 'MFA?', '--verbose'], folder);
    expect(long.stderr).toMatch(/please report it[\s\S]*\n\s+at /);
  });

  it('ends quietly when the reader of its output goes away', async () => {
    const folder = await temporaryFolder();
    const child = spawn(process.execPath, [join(PROJECT, 'bin/answer.js'), 'fill', '--help'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const code = await new Promise((done) => child.on('close', done));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('passes an output longer than the buffer of a pipe (64 KB) whole', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'lines.txt'), 'RPO (hours)\n'.repeat(300));
    const { code, stdout } = await runSpawned(['ask', '--file', 'lines.txt', '--json'], folder);
    expect(code).toBe(0);
    expect(stdout.length).toBeGreaterThan(2 * 65_536);
    expect(JSON.parse(stdout)).toHaveLength(300);
  });
});

describe('help', () => {
  const context = { cwd: '.', stdout: { write() {} }, stderr: { write() {} }, env: {}, today: '2026-11-23' };
  const program = buildProgram(commands, '0.0.0', context, () => {});

  it.each(program.commands.map((command) => [command.name(), command] as const))(
    'of %s tells every option',
    (name, command) => {
      const help = command.helpInformation();
      const known = commands.find((one) => one.name === name);
      for (const { flags } of Object.values(known?.options ?? {})) expect(help).toContain(flags);
    },
  );
});

import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../commands/command-line.js';

const ASK = [join(PROJECT, 'bin/answer.js'), 'ask', 'Is data encrypted at rest?'];

describe('the output of the command', () => {
  it.skipIf(!existsSync('/dev/full'))('tells where it cannot be written', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, ASK, { stdio: ['ignore', full, 'pipe'] });
    closeSync(full);
    expect(stderr.toString()).toBe('The output could not be written: the disk is full; make room.\n');
    expect(status).toBe(2);
  });

  it('may end early', async () => {
    const child = spawn(process.execPath, ASK, { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (data) => {
      stderr += String(data);
    });
    const code = await new Promise((done) => child.on('close', done));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { isAbandoned, temporaryName } from '../../src/workbook/temporary-file.js';

/** The process id of a process that has ended. */
const DEAD = String(spawnSync(process.execPath, ['-e', '']).pid);
const own = temporaryName();
const of = (pid: string): string => own.replace(`-${process.pid}-`, `-${pid}-`);

describe('isAbandoned', () => {
  it.each([
    ['one of this process', own, false],
    ['one of a process that runs', of(String(process.ppid)), false],
    ['one of a process that has ended', of(DEAD), true],
    ['one of another computer', of(DEAD).replace(/^\.answer-[0-9a-f]{8}/, '.answer-00000000'), false],
    ['another file', '.answer-notes.tmp', false],
    ['a longer name', `x${of(DEAD)}`, false],
    ['another ending', `${of(DEAD)}.xlsx`, false],
  ])('%s', (_, name, wanted) => {
    expect(isAbandoned(name)).toBe(wanted);
  });

  it('gives a new name each time', () => {
    expect(temporaryName()).not.toBe(own);
  });
});

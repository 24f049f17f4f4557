import { CommanderError } from 'commander';
import { buildProgram } from './commands/build-program.js';
import type { CommandContext } from './commands/command.js';
import { describeUsageError } from './commands/describe-usage-error.js';
import { ExitCode } from './commands/exit-code.js';
import { readVersion } from './commands/read-version.js';
import { commands } from './commands/registry.js';
import { Problem } from './problem.js';

/** Everything the command line needs of the world; `argv` without the interpreter and the script. */
export interface MainParams extends CommandContext {
  readonly argv: readonly string[];
}

/**
 * Runs one command line and gives its exit status: 0 fine, 1 findings, 2 could not run. Results go to `stdout`,
 * messages to `stderr`. Never throws and never ends the process.
 */
export async function main(params: MainParams): Promise<ExitCode> {
  let code: ExitCode = ExitCode.ok;
  const program = buildProgram(commands, readVersion(), params, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...params.argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return ExitCode.ok;
    params.stderr.write(`${describeError(error, params.argv)}\n`);
    return ExitCode.failed;
  }
}

function describeError(error: unknown, argv: readonly string[]): string {
  if (error instanceof CommanderError) return describeUsageError(error);
  const isVerbose = argv.includes('--verbose');
  const stack = isVerbose && error instanceof Error ? `\n${error.stack ?? ''}` : '';
  if (error instanceof Problem) return `${error.message}${stack}`;
  const message = error instanceof Error ? error.message : String(error);
  const advice = isVerbose ? '' : ' (--verbose shows where it happened)';
  return `Unexpected error: ${message.replaceAll(/\s+/g, ' ')}. This is a fault of the tool: please report it${advice}.${stack}`;
}

import { Command as Program } from 'commander';
import type { Command, CommandContext } from './command.js';
import type { ExitCode } from './exit-code.js';

/**
 * The commander program for a list of commands. It never ends the process: errors and help arrive as exceptions
 * (CommanderError), and text goes to the context's streams.
 * @param onDone receives the exit status of the command that ran
 */
export function buildProgram(
  commands: readonly Command[],
  version: string,
  context: CommandContext,
  onDone: (code: ExitCode) => void,
): Program {
  const program = new Program('answer')
    .description(
      "Fills a customer's Excel security questionnaire from your facts and flags every open question.",
    )
    .usage('<questionnaire.xlsx> [options]\n       answer <command> [options]')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help; `answer <command> --help` for one command');
  prepare(program, context);
  for (const command of commands) {
    const sub = program.command(command.name, { isDefault: command.isDefault });
    sub.summary(command.summary).description(command.summary).helpOption('-h, --help', 'print this help');
    if (command.argument) sub.argument(command.argument.flags, command.argument.description);
    prepare(sub, context);
    for (const option of Object.values(command.options)) sub.option(option.flags, option.description);
    sub.addHelpText('after', renderExamples(command));
    sub.action(async () => onDone(await command.run(sub.args, sub.opts(), context)));
  }
  return program;
}

function prepare(program: Program, context: CommandContext): void {
  program.exitOverride();
  program.configureOutput({
    writeOut: (text) => void context.stdout.write(text),
    // Errors are reported once, by main, in one sentence.
    writeErr: () => {},
    getOutHasColors: () => false,
    getErrHasColors: () => false,
    getOutHelpWidth: () => 100,
  });
}

function renderExamples(command: Command): string {
  const lines = command.examples.map(([line, what]) => `  ${line}\n      ${what}`);
  return lines.length > 0 ? `\nExamples:\n${lines.join('\n')}` : '';
}

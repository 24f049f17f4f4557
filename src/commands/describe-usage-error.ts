import type { CommanderError } from 'commander';

/**
 * One sentence for a command line that could not be read: what is wrong and, where commander knows one, the option that
 * was probably meant.
 */
export function describeUsageError(error: CommanderError): string {
  const nearest = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(error.message)?.[1];
  const wrong = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const advice = nearest === undefined ? 'answer --help lists what there is' : `did you mean ${nearest}?`;
  switch (error.code) {
    case 'commander.unknownOption':
      return end(`Unknown option ${wrong}: ${advice}`);
    case 'commander.unknownCommand':
      return end(`Unknown command ${wrong}: ${advice}`);
    case 'commander.missingArgument':
      return 'Name the file first: answer questionnaire.xlsx [options] (answer --help shows all commands).';
    case 'commander.optionMissingArgument':
      return `The option ${wrong} needs a value.`;
    case 'commander.excessArguments':
      return 'Too many arguments: put quotes around names with spaces, and name one questionnaire at a time.';
    default:
      return end(error.message.replace(/^error: /, '').replaceAll(/\s+/g, ' '));
  }
}

function end(sentence: string): string {
  const capital = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  return /[.?!]$/.test(capital) ? capital : `${capital}.`;
}

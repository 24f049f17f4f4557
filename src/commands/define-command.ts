import { z } from 'zod';
import { Problem } from '../problem.js';
import type { Command, CommandDefinition, OptionSpecs, OptionValues } from './command.js';

/**
 * Turns a command's definition into the shape that the registry holds: its option values are checked against their
 * schemas before it runs.
 * @throws Problem (when run) with the schema's sentence for the first wrong option of each kind, one per line
 */
export function defineCommand<S extends OptionSpecs>(definition: CommandDefinition<S>): Command {
  return {
    ...definition,
    run: (args, values, context) => definition.run(args, readOptions(definition.options, values), context),
  };
}

function readOptions<S extends OptionSpecs>(
  specs: S,
  values: Readonly<Record<string, unknown>>,
): OptionValues<S> {
  const shape = Object.fromEntries(Object.entries(specs).map(([key, spec]) => [key, spec.schema]));
  const result = z.object(shape).safeParse(values);
  if (!result.success) {
    const sentences = new Set(result.error.issues.map((issue) => issue.message));
    throw new Problem('option/value', [...sentences].join('\n'));
  }
  return result.data as OptionValues<S>;
}

import type { z } from 'zod';
import type { ExitCode } from './exit-code.js';

/** Where text goes: the part of a stream that commands use. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
}

/** The world outside, handed in so that commands run the same in a test as in a shell. */
export interface CommandContext {
  readonly cwd: string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The day of the run, YYYY-MM-DD, used when `--as-of` is not given. */
  readonly today: string;
}

/** One option: what commander is told, and the schema that checks the value before any work starts. */
export interface OptionSpec {
  /** As commander reads it: `-o, --output <file>`. */
  readonly flags: string;
  readonly description: string;
  readonly schema: z.ZodType;
}

/** Keyed by the name under which commander hands over the value (`asOf` for `--as-of`, `mark` for `--no-mark`). */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

export type OptionValues<S extends OptionSpecs> = { readonly [K in keyof S]: z.infer<S[K]['schema']> };

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Runs when the first word on the command line names no command. */
  readonly isDefault: boolean;
  /** What stands beside the options; null where nothing may. */
  readonly argument: { readonly flags: string; readonly description: string } | null;
  readonly options: OptionSpecs;
  /** Command lines that the help shows, each with what it does. */
  readonly examples: readonly (readonly [command: string, what: string])[];
  /**
   * @param args what stands on the command line beside the options
   * @param values option values as commander read them, not yet checked
   * @throws Problem for anything that the user can mend
   */
  run(
    args: readonly string[],
    values: Readonly<Record<string, unknown>>,
    context: CommandContext,
  ): Promise<ExitCode>;
}

/** A command as its file writes it: `run` receives checked, typed option values. */
export interface CommandDefinition<S extends OptionSpecs> extends Omit<Command, 'run' | 'options'> {
  readonly options: S;
  run(args: readonly string[], options: OptionValues<S>, context: CommandContext): Promise<ExitCode>;
}

import type { ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Config } from '../config.ts'
import type { Clock } from '../lib/clock.ts'
import type { Json } from '../lib/json.ts'
import type { Logger } from '../lib/logger.ts'

/** One command of the command line. Its file exports it as `command`; `commands.ts` has the table. */
export interface Command<O extends ParseArgsOptionsConfig = ParseArgsOptionsConfig> {
  /** The words after the command, for the usage line: `FILE.xlsx [--for CODE…]`. */
  readonly usage: string
  /** What `--help` prints below: one line per option, then what is good to know. */
  readonly help: string
  /** How many words without dashes it takes. */
  readonly words: { readonly min: number; readonly max: number }
  readonly options: O
  /** Resolves with the exit code: 0 done, 1 the answer is no. Wrong use is thrown as `UsageProblem`. */
  run(context: CommandContext<O>): Promise<0 | 1>
}

export interface CommandContext<O extends ParseArgsOptionsConfig = ParseArgsOptionsConfig> {
  readonly options: OptionValues<O>
  readonly words: readonly string[]
  /** `--json` was given. */
  readonly json: boolean
  readonly clock: Clock
  readonly stdin: NodeJS.ReadableStream
  /** A result: the value as one line of JSON with `--json`, else the text. */
  print(result: Json, text: string): void
  /** Everything that is no result, to standard error. */
  note(text: string): void
  /** The command reads about people: that it was run is written into the audit under this name. */
  readonly trace?: string
  /** Read on first use: commands without settings run even where a setting is wrong. */
  config(): Promise<Config>
  logger(): Promise<Logger>
}

export type OptionValues<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>
>['values']

/** Lets `run` know the types of its options; the table of commands need not. */
export function defineCommand<const O extends ParseArgsOptionsConfig>(command: Command<O>): Command {
  return command as unknown as Command
}

import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Config } from '../config.ts'
import { WHOLE_PROGRAMME } from '../domain/regions.ts'
import { type Actor, can } from '../domain/rights.ts'
import { didYouMean } from '../flows/suggest.ts'
import { type Clock, systemClock } from '../lib/clock.ts'
import { messageOf, Problem, UsageProblem } from '../lib/problem.ts'
import type { Command, CommandContext } from './command.ts'
import { commandRights, readsPeople } from './command-rights.ts'
import { type CommandEntry, type CommandName, commands } from './commands.ts'

export type ExitCode = 0 | 1 | 2

/** Where a command writes; streams, so that tests can look at what was written. */
export interface Streams {
  readonly stdin: NodeJS.ReadableStream
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
}

/**
 * Whoever may open a shell on the machine has the rights of an admin of the whole programme, as at the first sign-in: not
 * those of the officers who read complaints.
 */
const terminal: Actor = { seats: [{ position: 'admin', regionCode: WHOLE_PROGRAMME }] }

/** What a command finds where it is not called from a shell: the demo's clock and database. */
export interface Surroundings {
  readonly clock?: Clock
  readonly config?: Config
}

const common = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const

/**
 * Finds and runs the command that the arguments name. Results go to `stdout`, all else to `stderr`. Exit codes: 0 done,
 * 1 the answer is no, 2 wrong use or bad input, with one sentence. A fault of ours is not caught here.
 */
export async function dispatch(
  argv: readonly string[],
  streams: Streams,
  around: Surroundings = {},
): Promise<ExitCode> {
  const note = (text: string) => void streams.stderr.write(`${text}\n`)
  try {
    const [first, second] = argv
    if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
      streams.stdout.write(overview(''))
      return first === undefined ? 2 : 0
    }
    const found = find(first, second)
    if (found === 'group') {
      if (second === '--help' || second === '-h') {
        streams.stdout.write(overview(first))
        return 0
      }
      const known = namesIn(first).map((name) => name.slice(first.length + 1))
      throw new UsageProblem(
        second === undefined
          ? `"kentongan ${first}" needs one of: ${known.join(', ')}.`
          : `There is no command "${first} ${second}": ${first} has ${known.join(', ')}.${didYouMean(second, known)}`,
      )
    }
    if (found === undefined)
      throw new UsageProblem(
        `There is no command "${first}".${didYouMean(first, topNames())} "kentongan --help" lists them.`,
      )
    const { command } = await found.entry.load()
    return await runCommand(found.name, command, found.entry, argv.slice(found.name.split(' ').length), streams, around)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    note(error.message)
    return 2
  }
}

async function runCommand(
  name: string,
  command: Command,
  entry: CommandEntry,
  args: readonly string[],
  streams: Streams,
  around: Surroundings,
): Promise<ExitCode> {
  const options: ParseArgsOptionsConfig = { ...command.options, ...common }
  const { values, positionals } = parse(args, name, options)
  if (values.help === true) {
    streams.stdout.write(helpOf(name, command, entry))
    return 0
  }
  const { min, max } = command.words
  if (positionals.length < min || positionals.length > max)
    throw new UsageProblem(
      `"kentongan ${name}" is used as: ${usageOf(name, command)}${positionals.length > max ? ` ("${positionals[max]}" is too much)` : ''}.`,
    )

  const right = commandRights[name as CommandName]
  if (right !== 'machine' && !can(terminal, right, { regionCode: WHOLE_PROGRAMME }))
    throw new Problem('forbidden', `"kentongan ${name}" takes a right that whoever sits at the terminal does not have.`)

  let config = around.config && Promise.resolve(around.config)
  const context: CommandContext = {
    options: values,
    words: positionals,
    json: values.json === true,
    clock: around.clock ?? systemClock,
    ...(readsPeople.has(right) && { trace: name }),
    stdin: streams.stdin,
    print: (result, text) => void streams.stdout.write(`${values.json === true ? JSON.stringify(result) : text}\n`),
    note: (text) => void streams.stderr.write(`${text}\n`),
    config: () => (config ??= import('../config.ts').then((m) => m.loadConfig())),
    logger: async () => {
      const { createLogger } = await import('../lib/logger.ts')
      return createLogger((await context.config()).log)
    },
  }
  return command.run(context)
}

function parse(args: readonly string[], name: string, options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ args: withoutSigns(args, options), options, allowPositionals: true, strict: true })
  } catch (error) {
    const unknown = /^Unknown option '--?([^']+)'/.exec(messageOf(error))?.[1]
    throw new UsageProblem(
      unknown === undefined
        ? `${messageOf(error)}.`
        : `"kentongan ${name}" has no option "${unknown}".${didYouMean(unknown, Object.keys(options))} "kentongan ${name} --help" lists them.`,
    )
  }
}

/**
 * A word such as `-1 + 2` is an expression and no option: it is moved behind `--`, where nothing is taken for one.
 * What begins with a letter after its dash stays where it is.
 */
function withoutSigns(args: readonly string[], options: ParseArgsOptionsConfig): string[] {
  const end = args.indexOf('--')
  const before = end === -1 ? args : args.slice(0, end)
  const isValue = (i: number) => {
    const option = before[i - 1]
    return option?.startsWith('--') === true && options[option.slice(2)]?.type === 'string'
  }
  const signed = before.filter((word, i) => /^-[^-a-z]/i.test(word) && !isValue(i))
  if (signed.length === 0) return [...args]
  const rest = before.filter((word) => !signed.includes(word))
  return [...rest, '--', ...signed, ...(end === -1 ? [] : args.slice(end + 1))]
}

type Found = { readonly name: string; readonly entry: CommandEntry }

function find(first: string, second: string | undefined): Found | 'group' | undefined {
  const two = `${first} ${second ?? ''}`
  const name = Object.hasOwn(commands, two) ? two : first
  if (Object.hasOwn(commands, name)) return { name, entry: commands[name]! }
  return namesIn(first).length > 0 ? 'group' : undefined
}

const namesIn = (group: string) => Object.keys(commands).filter((name) => name.startsWith(`${group} `))
const topNames = () => new Set(Object.keys(commands).map((name) => name.split(' ')[0]!))

function overview(group: string): string {
  const shown = group === '' ? Object.keys(commands) : namesIn(group)
  const width = Math.max(...shown.map((name) => name.length))
  const lines = shown.map((name) => `  ${name.padEnd(width)}  ${commands[name]!.summary}`)
  return `Usage: kentongan COMMAND [OPTIONS]\n\n${lines.join('\n')}\n\nEvery command has --help and takes --json. Exit codes: 0 done, 1 the answer is no, 2 wrong use or bad input.\n`
}

const usageOf = (name: string, command: Command) =>
  `kentongan ${name}${command.usage === '' ? '' : ` ${command.usage}`}`

function helpOf(name: string, command: Command, entry: CommandEntry): string {
  const help = command.help.trim()
  return `Usage: ${usageOf(name, command)}\n\n${entry.summary[0]!.toUpperCase()}${entry.summary.slice(1)}.\n${help === '' ? '' : `\n${help}\n`}\n  --json  results as JSON, one value a line\n`
}

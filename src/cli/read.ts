import type { ChoiceOption, ReadContext, Reading } from '../bahasa/index.ts'
import * as bahasa from '../bahasa/index.ts'
import { didYouMean } from '../flows/suggest.ts'
import type { Json } from '../lib/json.ts'
import { isDate, localDate } from '../lib/local-time.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { linesOf, readInput } from './input.ts'

type Reader = (text: string, context: ReadContext) => Reading<unknown>

/** Kinds that need nothing but the reply. */
const plainReaders: Readonly<Record<string, Reader>> = {
  yesno: bahasa.readYesno,
  integer: bahasa.readInteger,
  decimal: bahasa.readDecimal,
  money_idr: bahasa.readMoneyIdr,
  percent: bahasa.readPercent,
  count_by_sex: bahasa.readCountBySex,
  time: bahasa.readTime,
  month: bahasa.readMonth,
  phone: bahasa.readPhone,
  quantity_unit: bahasa.readQuantityUnit,
  person: bahasa.readPerson,
  text: bahasa.readText,
}
const kinds = [...Object.keys(plainReaders), 'date', 'region', 'choice', 'choices']

export const command = defineCommand({
  usage: 'KIND [OPTIONS]',
  help: `
  KIND                 ${kinds.join(', ')}
  --ref DATE           the person's own local date, such as 2024-08-14; default: today in WITA
  --want SIDE          past, future or month: where a date without a year goes, or that a month is asked
  --choices FILE.json  for choice and choices: [{"code", "label", "synonyms"?}]
  --within CODE        for region: places inside this kabupaten or kecamatan

Reads replies from standard input, one a line ("\\n" within a line is a line break), and prints one JSON object a line:
{"value": …}, {"value": …, "approximate": true} or {"ask": "reason", "question": "…"}.`,
  words: { min: 1, max: 1 },
  options: {
    ref: { type: 'string' },
    want: { type: 'string' },
    choices: { type: 'string' },
    within: { type: 'string' },
  },
  async run(context) {
    const { options } = context
    const kind = context.words[0]!
    const referenceOn = options.ref ?? localDate(context.clock.now(), 'Asia/Makassar')
    if (!isDate(referenceOn)) throw new UsageProblem(`--ref takes a date such as 2024-08-14, not "${referenceOn}".`)
    const want = wantOf(options.want)
    const read = await readerOf(kind, want, options)
    const readContext: ReadContext = { referenceOn, ...(want !== undefined && { want }) }
    for await (const line of linesOf(context.stdin)) {
      const reading = read(line.replaceAll('\\n', '\n'), readContext)
      // options of a question are for buttons; here a line is what a person would be asked
      const result = 'ask' in reading ? { ask: reading.ask, question: reading.question } : reading
      context.print(result as Json, JSON.stringify(result))
    }
    return 0
  },
})

function wantOf(want: string | undefined): ReadContext['want'] {
  if (want === undefined || want === 'past' || want === 'future' || want === 'month') return want
  throw new UsageProblem(`--want takes past, future or month, not "${want}".`)
}

async function readerOf(
  kind: string,
  want: ReadContext['want'],
  options: { readonly choices?: string | undefined; readonly within?: string | undefined },
): Promise<Reader> {
  const plain = Object.hasOwn(plainReaders, kind) ? plainReaders[kind] : undefined
  if (plain) return plain
  switch (kind) {
    case 'date':
      return want === 'month' ? bahasa.readMonth : bahasa.readDate
    case 'choice':
    case 'choices': {
      if (options.choices === undefined) throw new UsageProblem(`"read ${kind}" needs --choices FILE.json.`)
      const choices = choicesOf(options.choices)
      const read = kind === 'choice' ? bahasa.readChoice : bahasa.readChoices
      return (text, context) => read(text, choices, context)
    }
    case 'region': {
      const { regionOptions } = await import('./region-options.ts')
      const regions = await regionOptions(options.within)
      return (text, context) => bahasa.readRegion(text, regions, context)
    }
    default:
      throw new UsageProblem(`There is no kind "${kind}".${didYouMean(kind, kinds)} Kinds are ${kinds.join(', ')}.`)
  }
}

function choicesOf(file: string): readonly ChoiceOption[] {
  const wrong = (why: string) => new UsageProblem(`"${file}" is no list of choices: ${why}.`)
  let read: unknown
  try {
    read = JSON.parse(readInput(file).toString('utf8'))
  } catch (error) {
    if (error instanceof UsageProblem) throw error
    throw wrong('it is no JSON')
  }
  if (!Array.isArray(read) || read.length === 0)
    throw wrong('it must be [{"code", "label", "synonyms"?}] with at least one')
  return read.map((entry: unknown, i): ChoiceOption => {
    const { code, label, synonyms } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<
      string,
      unknown
    >
    if (typeof code !== 'string' || typeof label !== 'string')
      throw wrong(`entry ${i + 1} needs "code" and "label" as texts`)
    if (synonyms !== undefined && !(Array.isArray(synonyms) && synonyms.every((s) => typeof s === 'string')))
      throw wrong(`"synonyms" of entry ${i + 1} must be a list of texts`)
    return { code, label, ...(synonyms !== undefined && { synonyms: synonyms as string[] }) }
  })
}

import { basename, dirname } from 'node:path'
import type { RegionOption } from '../bahasa/index.ts'
import { checkForm } from '../flows/check.ts'
import type { Form } from '../flows/form.ts'
import type { Json } from '../lib/json.ts'
import { zoneOffset } from '../lib/local-time.ts'
import { UsageProblem } from '../lib/problem.ts'
import { capabilities } from '../messages/capabilities.ts'
import { withAttachedFiles } from './attached-files.ts'
import { defineCommand } from './command.ts'
import { linesOf, readInput } from './input.ts'
import { instantFrom } from './instant.ts'
import { loadTexts } from './open-services.ts'
import { Rehearsal, type Rehearsed, readLists } from './rehearsal.ts'

const widths = { telegram: capabilities.telegram, whatsapp: capabilities['whatsapp-web'] } as const

export const command = defineCommand({
  usage: 'FILE [--answers FILE] [--entities DIR] [--at ISO] [--width telegram|whatsapp]',
  help: `
  --answers FILE   replies, one a line: prints the conversation instead of asking at the keyboard
  --entities DIR   one LIST.csv each: kegiatan.csv (the plan), laporan_lalu.csv (last round's values), …
  --at ISO         when it begins, such as 2024-08-14T09:00+09:00; each reply comes a minute later
  --width CHANNEL  telegram (buttons, default) or whatsapp (numbered lists)
  --depth DEPTH    core or full (default)
  --language CODE  the language of the conversation; default: the form's

Plays a form as a chat, with an invented village head and without a database; lists that the form takes from files are
read from its folder. [Label] presses a button, (foto), (suara)
and (lokasi) send one. With --json one event a line, and the answers last.`,
  words: { min: 1, max: 1 },
  options: {
    answers: { type: 'string' },
    entities: { type: 'string' },
    at: { type: 'string' },
    width: { type: 'string' },
    depth: { type: 'string' },
    language: { type: 'string' },
  },
  async run(context) {
    const { options } = context
    const { form, missing } = playable(context.words[0]!)
    const lists = options.entities === undefined ? {} : readLists(options.entities)
    for (const name of missing)
      if (!Object.hasOwn(lists, name.replace(/\.\w+$/, '')))
        context.note(`There is no "${name}" beside the form, so it offers no choices of that list.`)
    const play = new Rehearsal(form, instantFrom(options.at, context), {
      texts: loadTexts(),
      zone: zoneOf(options.at),
      language: options.language ?? form.defaultLanguage,
      capabilities: widths[oneOf('--width', options.width, ['telegram', 'whatsapp'])],
      lists,
      regions: await regionsFor(form),
      depth: oneOf('--depth', options.depth, ['full', 'core']),
    })
    const show = (label: string, text: string) => {
      const indent = `\n${' '.repeat(label.length + 2)}`
      context.print(text, `${`${label}: ${text}`.replaceAll('\n', indent).replace(/[ \t]+$/gm, '')}\n`)
    }
    const tell = (rehearsed: Rehearsed) => {
      if (context.json) for (const event of rehearsed.events) context.print(event as unknown as Json, '')
      else for (const text of rehearsed.says) show('BOT', text)
    }

    const scripted = options.answers === undefined ? undefined : repliesOf(readInput(options.answers).toString('utf8'))
    tell(play.begin())
    for await (const reply of scripted ?? linesOf(context.stdin)) {
      if (!context.json && scripted) show('ORANG', reply)
      tell(play.reply(reply))
      if (!scripted && play.isOver) break
    }
    if (context.json) context.print({ answers: play.answers, submitted: play.isOver }, '')
    else if (!play.isOver) context.note('The replies ended before the form did.')
    return 0 as const
  },
})

/** The form, with the lists that stand beside it in files. */
function playable(file: string): { readonly form: Form; readonly missing: readonly string[] } {
  const { source, form, findings } = checkForm(readInput(file), basename(file).replace(/\.[^.]*$/, ''))
  const first = findings.find((finding) => finding.level === 'error')
  if (source && form && !first) {
    const attached = withAttachedFiles(source, dirname(file))
    return { form: { ...form, source: attached.source }, missing: attached.missing }
  }
  const row = first?.row === undefined ? '' : ` (row ${first.row})`
  throw new UsageProblem(
    `"${file}"${row} cannot be played: ${first?.message ?? 'it is no form'} "kentongan flow check" lists all.`,
  )
}

/** Replies of a file: empty lines and lines that begin with # are for whoever reads it. */
function repliesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replaceAll('\\n', '\n'))
}

function oneOf<const T extends string>(option: string, value: string | undefined, known: readonly [T, ...T[]]): T {
  const found = value === undefined ? known[0] : known.find((k) => k === value)
  if (found === undefined) throw new UsageProblem(`${option} takes ${known.join(' or ')}, not "${value}".`)
  return found
}

/** The person’s zone is that of the offset of `--at`, WITA otherwise. */
function zoneOf(at: string | undefined): string {
  const offset = /([+-]\d{2}):?(\d{2})$/.exec(at ?? '')
  if (!offset) return 'Asia/Makassar'
  const hours = Number(offset[1])
  return ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'].find((z) => zoneOffset(z) === hours * 3_600_000) ?? 'UTC'
}

async function regionsFor(form: Form): Promise<readonly RegionOption[]> {
  if (![...form.byName.values()].some((node) => node.kind === 'question' && node.type === 'region')) return []
  const { regionOptions } = await import('./region-options.ts')
  return regionOptions(undefined)
}

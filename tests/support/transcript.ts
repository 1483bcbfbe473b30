/**
 * Conversations in plain text, for people who know villages and not programs: a title, a few lines of who and what, and
 * then who says what. `conversations.test.ts` says the person's lines to the real engine and compares the bot's.
 */
export interface Transcript {
  readonly title: string
  readonly header: Header
  readonly turns: readonly Turn[]
}

export interface Header {
  /** File in `flows/`, without its ending. */
  readonly form: string
  readonly depth: 'core' | 'full'
  /** Position as in lists, and name: "Raja Negeri, Abdul" */
  readonly who: { readonly position: string; readonly name: string }
  readonly village: string
  readonly kecamatan: string
  readonly kabupaten: string
  readonly roundNumber: number
  readonly opensOn: string
  readonly dueOn: string
  readonly startsOn: string
  readonly startsAt: string
  readonly zone: 'WIT' | 'WITA' | 'WIB'
  readonly channel: string
  readonly language: string
  /** Instances by name, each a list of rows. */
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>
  /** Most messages and letters the person may need, where that is promised. */
  readonly budget?: { readonly messages: number; readonly letters: number }
  /** The header as it was written, to write it back. */
  readonly lines: readonly string[]
}

export type Turn =
  | { readonly kind: 'says'; readonly label: string; readonly text: string }
  | { readonly kind: 'stage'; readonly text: string }

/** Throws an Error that names the line when a header lacks something. */
export function readTranscript(text: string): Transcript {
  const all = text.replace(/\r\n/g, '\n').split('\n')
  const title = all[0]?.replace(/^#\s*/, '') ?? ''
  const end = all.findIndex((line, i) => i > 0 && /^(?:[A-Z]+:|---)/.test(line))
  const headerLines = all.slice(1, end === -1 ? undefined : end)
  return { title, header: readHeader(headerLines), turns: end === -1 ? [] : readTurns(all.slice(end)) }
}

function readHeader(lines: readonly string[]): Header {
  const fields = new Map<string, string>()
  const lists: Record<string, Record<string, string>[]> = {}
  let list: Record<string, string>[] | undefined
  for (const line of lines) {
    if (line.startsWith('- ')) {
      list?.push(readRow(line.slice(2)))
      continue
    }
    const [, key, value] = /^([a-z ]+):\s*(.*)$/.exec(line) ?? []
    if (key === undefined) continue
    list = value === '' ? (lists[key.replaceAll(' ', '_')] = []) : undefined
    if (value !== undefined && value !== '') fields.set(key, value)
  }
  const need = (key: string): string => {
    const value = fields.get(key)
    if (value === undefined) throw new Error(`the header lacks "${key}:"`)
    return value
  }
  const [position, name] = need('siapa').split(', ')
  const [, round, opensOn, dueOn] = /^(\d+), (\S+) sampai (\S+)$/.exec(need('putaran')) ?? []
  const [, startsOn, time, zone] = /^(\S+) (\d\d\.\d\d) (WIT|WITA|WIB)$/.exec(need('mulai')) ?? []
  const [, messages, letters] = /^(\d+) pesan, (\d+) huruf$/.exec(fields.get('paling banyak') ?? '') ?? []
  if (!position || !name || !round || !opensOn || !dueOn || !startsOn || !time || !zone)
    throw new Error('"siapa:", "putaran:" or "mulai:" is not written as in the other files')
  return {
    form: need('formulir'),
    depth: need('kedalaman') as Header['depth'],
    who: { position, name },
    village: fields.get('desa') ?? '',
    kecamatan: need('kecamatan'),
    kabupaten: need('kabupaten'),
    roundNumber: Number(round),
    opensOn,
    dueOn,
    startsOn,
    startsAt: time.replace('.', ':'),
    zone: zone as Header['zone'],
    channel: fields.get('saluran') ?? 'telegram',
    language: fields.get('bahasa') ?? 'id',
    lists,
    ...(messages !== undefined &&
      letters !== undefined && { budget: { messages: Number(messages), letters: Number(letters) } }),
    lines: lines.join('\n').trimEnd().split('\n'),
  }
}

/** `k1 | label: Kebun pala | target: 100`: the first cell is the item's name. */
function readRow(line: string): Record<string, string> {
  const [name, ...cells] = line.split('|').map((cell) => cell.trim())
  const row: Record<string, string> = { name: name! }
  for (const cell of cells) {
    const [key, ...value] = cell.split(':')
    row[key!.trim()] = value.join(':').trim()
  }
  return row
}

/** What the bot said in the file is skipped here: it is what the test finds out. */
function readTurns(lines: readonly string[]): Turn[] {
  const turns: Turn[] = []
  let said: { label: string; text: string } | undefined
  const close = () => {
    if (said && said.label !== 'BOT') turns.push({ kind: 'says', label: said.label, text: said.text.trimEnd() })
    said = undefined
  }
  for (const line of lines) {
    const [, label, text] = /^([A-Z]+):\s?(.*)$/.exec(line) ?? []
    if (line.startsWith('---')) {
      close()
      turns.push({ kind: 'stage', text: line.slice(3).trim() })
    } else if (label !== undefined) {
      close()
      said = { label, text: text! }
    } else if (said && !line.trim().startsWith('(there is no button')) said.text += `\n${line.trim()}`
  }
  close()
  return turns
}

/** A speaker's words, further lines under the first. */
export function speech(label: string, text: string): string {
  const indent = ' '.repeat(label.length + 2)
  return `${label}: ${text.split('\n').join(`\n${indent}`)}`.replace(/[ \t]+$/gm, '')
}

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Position, positionFacts } from '../../src/domain/positions.ts'
import { resume, start } from '../../src/engine/engine.ts'
import type { EngineEvent } from '../../src/engine/events/index.ts'
import type { EngineContext, Input } from '../../src/engine/input.ts'
import type { Session } from '../../src/engine/session.ts'
import { compileForm } from '../../src/flows/compile.ts'
import type { Form } from '../../src/flows/form.ts'
import { tableInstance } from '../../src/flows/table-instance.ts'
import { readYaml } from '../../src/flows/yaml/read.ts'
import { DAY, HOUR, instantOf, MINUTE } from '../../src/lib/local-time.ts'
import { capabilities } from '../../src/messages/capabilities.ts'
import type { ChannelName } from '../../src/messages/inbound.ts'
import type { OutboundMessage } from '../../src/messages/outbound.ts'
import { render } from '../../src/messages/render.ts'
import { readToken } from '../../src/messages/tokens.ts'
import type { WordingContext } from '../../src/wording/context.ts'
import { contextFields, sapaan, shortAddress, type VillageWord } from '../../src/wording/forms-of-address.ts'
import { followUpThanks, laterThanks, villageCheckThanks } from '../../src/wording/system/follow-up.ts'
import { wordEvents } from '../../src/wording/word-events.ts'
import { texts } from '../wording/support.ts'
import { type Header, readTranscript, speech, type Transcript } from './transcript.ts'

/**
 * Plays a transcript through the real engine and the real sentences. Between every two turns the session goes through
 * JSON, as it does through the database, so nothing can be kept in memory.
 */
export interface Played {
  /** The whole file as it should be. */
  readonly text: string
  readonly events: readonly EngineEvent[]
  readonly session: Session
  readonly messages: number
  readonly letters: number
}

const zones = { WIT: 'Asia/Jayapura', WITA: 'Asia/Makassar', WIB: 'Asia/Jakarta' } as const
const sessionId = 7
const followUp = 'pelacakan-tindak-lanjut'
const dialogues = ['pendaftaran', followUp]
const forms = new Map<string, Form>()

function shippedForm(name: string): Form {
  let form = forms.get(name)
  if (!form) {
    const path = fileURLToPath(new URL(`../../flows/${name}.yaml`, import.meta.url))
    const read = readYaml(readFileSync(path, 'utf8'))
    if (!('source' in read)) throw new Error(`${name}: ${read.findings.map((finding) => finding.message).join('; ')}`)
    const compiled = compileForm(read.source)
    if (!('form' in compiled))
      throw new Error(`${name}: ${compiled.findings.map((finding) => finding.message).join('; ')}`)
    form = compiled.form
    forms.set(name, form)
  }
  return form
}

export function playFile(text: string): Played {
  return play(readTranscript(text))
}

function play({ title, header, turns }: Transcript): Played {
  const form = shippedForm(header.form)
  const zone = zones[header.zone]
  const channel = header.channel as ChannelName
  const events: EngineEvent[] = []
  const out: string[] = [`# ${title}`, ...header.lines, '']
  let now = instantOf(header.startsOn, header.startsAt, zone)
  let reportState: EngineContext['reportState'] = 'open'
  let shown: readonly OutboundMessage[] = []
  let earlier: readonly OutboundMessage[] = []
  let photos = 0
  let messages = 0
  let letters = 0

  const world = () => worldOf(header, zone, now)
  const engineContext = (): EngineContext => ({ ...world().engine, reportState })
  const answer = (result: { session: Session; events: readonly EngineEvent[] }) => {
    session = JSON.parse(JSON.stringify(result.session)) as Session
    events.push(...result.events)
    for (const event of result.events) if (event.kind === 'report-submitted') reportState = 'submitted'
    const wording: WordingContext = {
      ...world().wording,
      sessionId,
      step: session.step,
      capabilities: capabilities[channel],
      ...(!dialogues.includes(header.form) && { receipt: 'SBT-2407-0007-3' }),
    }
    earlier = [...earlier, ...shown]
    // the house says the last word of a follow-up itself
    const isOver = header.form === followUp && result.events.some((event) => event.kind === 'report-submitted')
    const said = isOver ? result.events.filter((event) => event.kind !== 'report-submitted') : result.events
    shown = [...wordEvents(said, wording), ...(isOver ? [lastWord(header, session, wording)] : [])]
    for (const message of shown)
      for (const part of render(message, capabilities[channel])) {
        const pressable = part.buttons ?? part.rows?.map(({ label, description }) => ({ label: description ?? label }))
        const buttons = pressable?.map(({ label }) => `[${label}]`).join(' ')
        out.push(speech('BOT', buttons === undefined ? part.text : `${part.text}\n${buttons}`), '')
      }
    if (shown.length === 0) out.push('BOT: (diam)', '')
  }

  let session = {} as Session
  answer(start(form, { depth: header.depth, language: header.language }, engineContext()))

  for (const turn of turns) {
    if (turn.kind === 'stage') {
      out.push(`--- ${turn.text}`, '')
      const stage = readStage(turn.text, now, zone)
      if ('now' in stage) now = stage.now
      else if ('reportState' in stage) reportState = stage.reportState
      else {
        reportState = 'returned'
        answer(resume(form, session, stage.input, engineContext()))
      }
      continue
    }
    out.push(speech(turn.label, turn.text), '')
    now += MINUTE
    messages += 1
    const input = inputOf(turn.text, shown, earlier, () => `foto${++photos}`)
    if (input.kind === 'no_button') {
      out.push(`(there is no button [${input.label}])`, '')
      continue
    }
    if (input.kind === 'text') letters += input.text.length
    answer(resume(form, session, input, engineContext()))
  }
  return { text: `${out.join('\n').trimEnd()}\n`, events, session, messages, letters }
}

function lastWord({ village, lists }: Header, session: Session, to: WordingContext): OutboundMessage {
  const said = JSON.stringify(session.answers)
  if (lists.barang_lama || lists.pelatihan_lalu) return laterThanks(village, to)
  return village === ''
    ? followUpThanks({ askedBack: said.includes('"selesai"') }, to)
    : villageCheckThanks({ place: village, differs: said.includes('"belum"') }, to)
}

function worldOf(header: Header, zone: string, now: number) {
  const { language, who, village, lists } = header
  const position = (Object.keys(positionFacts) as Position[]).find((key) => positionFacts[key].label === who.position)
  if (!position) throw new Error(`"${who.position}" is no position`)
  const { title, name } = titleOf(who.name)
  const addressee = title === undefined ? { position } : { position, title }
  const speaking = { texts, language, zone }
  const [, word, villageName] = /^(Desa|Negeri) (.+)$/.exec(village) ?? []
  const fields = contextFields(
    {
      addressee,
      name,
      ...(villageName !== undefined && { village: { name: villageName, word: word!.toLowerCase() as VillageWord } }),
      kecamatan: header.kecamatan,
      kabupaten: header.kabupaten,
      roundNumber: header.roundNumber,
      opensOn: header.opensOn,
      dueOn: header.dueOn,
      depth: header.depth,
      programme: { name: 'BangKIT', body: 'BaKTI', dataOfficer: 'data@contoh.id' },
      channel: header.channel === 'telegram' ? 'Telegram' : 'WhatsApp',
      now,
    },
    speaking,
  )
  const instances = new Map(
    Object.entries(lists).map(([list, rows]) => [
      list,
      tableInstance(rows.map((row) => (list === 'kegiatan' ? { label: row.name!, desa: fields.desa, ...row } : row))),
    ]),
  )
  const engine: Omit<EngineContext, 'reportState'> = {
    now,
    zone,
    language,
    address: shortAddress(addressee, speaking),
    fields,
    instance: (id) => instances.get(id),
    seatValue: seatValues[position] ?? 'perangkat_desa',
  }
  return { engine, wording: { ...speaking, now, sapaan: sapaan(addressee, speaking) } }
}

/** The choice of "siapa yang mengisi" that a position stands for; a kecamatan's form does not ask. */
const seatValues: Partial<Record<Position, string>> = {
  kepala_desa: 'kepala_desa',
  pejabat_desa: 'kepala_desa',
  raja_negeri: 'raja_negeri',
  pokja_desa: 'pokja_desa',
}

/** "Ibu Salma" tells how she is addressed. */
function titleOf(name: string): { readonly title?: 'bapak' | 'ibu'; readonly name: string } {
  const [, title, rest] = /^(Bapak|Ibu) (.+)$/.exec(name) ?? []
  return title === undefined ? { name } : { title: title.toLowerCase() as 'bapak' | 'ibu', name: rest! }
}

/** "3 hari kemudian, 09.15 WIT", "laporan diperiksa", "dikembalikan kegiatan[k2]/persen: mohon dicek" */
function readStage(
  text: string,
  now: number,
  zone: string,
): { readonly now: number } | { readonly reportState: 'verified' } | { readonly input: Input } {
  const [, n, unit, , time] = /^(\d+) (hari|jam|menit) kemudian(, (\d\d\.\d\d) \w+)?$/.exec(text) ?? []
  if (n !== undefined) {
    const later = now + Number(n) * { hari: DAY, jam: HOUR, menit: MINUTE }[unit as 'hari' | 'jam' | 'menit']
    if (time === undefined) return { now: later }
    const on = new Date(later + (instantOf('2024-01-01', '00:00', 'UTC') - instantOf('2024-01-01', '00:00', zone)))
    return { now: instantOf(on.toISOString().slice(0, 10), time.replace('.', ':'), zone) }
  }
  if (text === 'laporan diperiksa') return { reportState: 'verified' }
  const [, path, comment] = /^dikembalikan (\S+): (.+)$/.exec(text) ?? []
  if (path !== undefined) return { input: { kind: 'returned', path, comment: comment! } }
  throw new Error(`"--- ${text}" is no stage direction`)
}

/** `[Sama]` presses that button; `(foto)`, `(suara)` and `(lokasi)` send one; anything else is typed. */
function inputOf(
  text: string,
  shown: readonly OutboundMessage[],
  earlier: readonly OutboundMessage[],
  nextPhoto: () => string,
): Input | { readonly kind: 'no_button'; readonly label: string } {
  const [, label, old] = /^\[([^\]]+)\]( \(pesan lama\))?$/.exec(text) ?? []
  if (label !== undefined) {
    const where = old === undefined ? shown : earlier
    const choice = where
      .flatMap((message) => message.choices ?? [])
      .findLast((c) => c.label.replace(/^\d+\. /, '') === label || c.label === label)
    if (!choice) return { kind: 'no_button', label }
    const token = readToken(choice.data)
    if (token?.kind === 'command') return { kind: 'text', text: token.word }
    if (token?.kind !== 'answer') throw new Error(`[${label}] is no answer`)
    return { kind: 'choice', step: token.step, index: token.index }
  }
  const [, what, caption] = /^\((foto|suara|lokasi)(?:: ([^)]+))?\)$/.exec(text) ?? []
  switch (what) {
    case 'foto':
      return caption === undefined
        ? { kind: 'photo', attachment: nextPhoto() }
        : { kind: 'photo', attachment: nextPhoto(), caption }
    case 'suara':
      return { kind: 'voice', attachment: nextPhoto() }
    case 'lokasi':
      return { kind: 'location', latitude: -3.2, longitude: 130.5 }
    default:
      return { kind: 'text', text }
  }
}

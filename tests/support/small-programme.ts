// A programme small enough to know by heart: two kabupaten in two zones, five villages, and the people around them, all
// invented. The forms have three questions; everything from the inbox to the outbox is the real thing.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acceptInto } from '../../src/app/accept-messages.ts'
import { Delivery } from '../../src/app/deliver-outbox.ts'
import { openRound } from '../../src/app/open-round.ts'
import type { Services } from '../../src/app/services.ts'
import { takeTurn } from '../../src/app/take-turns.ts'
import { SimulatorChannel } from '../../src/channels/simulator/simulator-channel.ts'
import { openServices } from '../../src/cli/open-services.ts'
import type { Position } from '../../src/domain/positions.ts'
import { kecamatanDates } from '../../src/domain/rounds.ts'
import type { FormSource, NodeSource } from '../../src/flows/form-source.ts'
import { askFollowUps } from '../../src/jobs/ask-follow-ups.ts'
import { Clockwork } from '../../src/jobs/clockwork.ts'
import { openKecamatan } from '../../src/jobs/open-kecamatan.ts'
import { sendDigests } from '../../src/jobs/send-digests.ts'
import { sendReminders } from '../../src/jobs/send-reminders.ts'
import { tidyOutbox } from '../../src/jobs/tidy-outbox.ts'
import { ManualClock } from '../../src/lib/clock.ts'
import { instantOf, MINUTE } from '../../src/lib/local-time.ts'
import { silentLogger } from '../../src/lib/logger.ts'
import { addBody, listBodies } from '../../src/store/bodies.ts'
import type { Database } from '../../src/store/database.ts'
import { insertConsents, insertSimulatorAddresses } from '../../src/store/demo.ts'
import { installForm } from '../../src/store/form-versions.ts'
import { beginOffices } from '../../src/store/offices.ts'
import { insertCalendarRules, saveCalendarDays, saveProgramme } from '../../src/store/programme.ts'
import { saveOfficialRegions, setRegionFacts } from '../../src/store/regions.ts'
import { createRound, requireRound } from '../../src/store/rounds.ts'
import { insertHoldings, insertPersons, insertSeats } from '../../src/store/seats.ts'
import { calendar } from '../domain/cast.ts'
import type { Open } from './databases.ts'

export const wit = 'Asia/Jayapura'
export const wita = 'Asia/Makassar'

/** `at('2024-07-10 09:30', wit)` */
export function at(text: string, zone: string): number {
  const [on, time] = text.split(' ')
  return instantOf(on!, time!, zone)
}

interface Actor {
  readonly name: string
  readonly sex: 'l' | 'p'
  readonly seats: readonly { readonly position: Position; readonly place: string }[]
  readonly enrolled?: false
}

/** The cast, by the name of their telephone. */
export const cast = {
  lina: { name: 'Lina Uji', sex: 'p', seats: [{ position: 'kepala_desa', place: '81.05.15.2001' }] },
  sekar: { name: 'Sekar Uji', sex: 'p', seats: [{ position: 'sekretaris_desa', place: '81.05.15.2001' }] },
  raja: { name: 'Rauf Uji', sex: 'l', seats: [{ position: 'raja_negeri', place: '81.05.15.2002' }] },
  kades: { name: 'Kasim Uji', sex: 'l', seats: [{ position: 'kepala_desa', place: '81.05.15.2002' }] },
  tanpa: {
    name: 'Tanpa Telepon',
    sex: 'l',
    seats: [{ position: 'kepala_desa', place: '81.05.15.2003' }],
    enrolled: false,
  },
  wempi: { name: 'Wempi Uji', sex: 'l', seats: [{ position: 'kepala_desa', place: '53.18.01.2001' }] },
  yuli: { name: 'Yuli Uji', sex: 'p', seats: [{ position: 'kepala_desa', place: '53.18.01.2002' }] },
  camat: { name: 'Camar Uji', sex: 'l', seats: [{ position: 'camat', place: '81.05.15' }] },
  camatLoura: { name: 'Loura Uji', sex: 'p', seats: [{ position: 'camat', place: '53.18.01' }] },
  fasil: {
    name: 'Fasila Uji',
    sex: 'p',
    seats: ['81.05.15.2001', '81.05.15.2002', '81.05.15.2003'].map((place) => ({
      position: 'fasilitator_desa' as const,
      place,
    })),
  },
  korkab: { name: 'Korina Uji', sex: 'p', seats: [{ position: 'koordinator_kabupaten', place: '81.05' }] },
  pokja: {
    name: 'Pokja Uji',
    sex: 'l',
    seats: [
      { position: 'anggota_pokja', place: 'body:81.05' },
      { position: 'opd', place: '81.05' },
    ],
  },
  forum: { name: 'Forum Uji', sex: 'p', seats: [{ position: 'anggota_forum', place: 'body:53.18' }] },
} as const satisfies Readonly<Record<string, Actor>>

export type Telephone = keyof typeof cast

const villages = ['81.05.15.2001', '81.05.15.2002', '81.05.15.2003', '53.18.01.2001', '53.18.01.2002']
const places = ['81', '81.05', '81.05.15', '53', '53.18', '53.18.01', ...villages]
const placeNames: Readonly<Record<string, string>> = {
  '81': 'Provinsi Timur',
  '81.05': 'Kabupaten Ujung Timur',
  '81.05.15': 'Teluk Uji',
  '81.05.15.2001': 'Karang Uji',
  '81.05.15.2002': 'Pasir Uji',
  '81.05.15.2003': 'Batu Uji',
  '53': 'Provinsi Selatan',
  '53.18': 'Kabupaten Ujung Selatan',
  '53.18.01': 'Padang Uji',
  '53.18.01.2001': 'Rumput Uji',
  '53.18.01.2002': 'Sabana Uji',
}

export interface Play {
  readonly services: Services
  readonly clock: ManualClock
  /** What this telephone got since the last look. */
  heard(who: Telephone): readonly string[]
  /** Telephones that got something since the last look, in order of the cast; forgets what it was. */
  rang(): readonly Telephone[]
  say(who: Telephone, text: string): Promise<readonly string[]>
  /** Fills in the whole report. */
  report(who: Telephone): Promise<void>
  /** Moves the clock there and lets jobs and sender work, as the service would at that minute. */
  tick(to: number): Promise<void>
  /** Every so many minutes from now to then; returns who rang, with the local time of `zone`. */
  days(to: number, everyMinutes?: number): Promise<void>
  count(statement: string): Promise<number>
  close(): Promise<void>
}

/** A round from 10 July (Wednesday) to 24 July 2024, villages and kecamatan. */
export const july = { code: '2024-07', opensOn: '2024-07-10', dueOn: '2024-07-24' } as const

/** The programme at this instant, with its round open unless told otherwise. */
export async function openPlay(
  open: Open,
  options: { readonly startAt: number; readonly open?: boolean; readonly without?: readonly Telephone[] },
): Promise<Play> {
  const { startAt, without = [] } = options
  const db = await open({
    name: ['play', startAt, ...without].join('-'),
    fill: (db) => fillProgramme(db, startAt, without),
  })
  const play = await playOn(db, startAt)
  if (options.open !== false)
    await openRound(play.services, await requireRound(db, july.code), { now: startAt, actor: 'test' })
  return play
}

/** The services at work on what is in the database, with the telephones of the cast. */
export async function playOn(db: Database, startAt: number): Promise<Play> {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-play-'))
  const clock = new ManualClock(startAt)
  const simulator = new SimulatorChannel({ clock })
  const unheard = new Map<string, string[]>()
  simulator.onSent(({ userId }, message) => unheard.set(userId, [...(unheard.get(userId) ?? []), message.text]))
  const services = openServices(
    { dataDir: folder, dataKey: Buffer.alloc(32, 7) },
    { db, clock, log: silentLogger, channels: [simulator] },
  )
  const delivery = new Delivery(services)
  await simulator.start(acceptInto(services))
  const clockwork = new Clockwork(services, [tidyOutbox, openKecamatan, sendReminders, sendDigests, askFollowUps])

  async function settle(): Promise<void> {
    for (;;) {
      const { messages, failed } = await takeTurn(services)
      if (failed > 0) throw new Error('a message failed')
      const { sent, again, refused } = await delivery.deliver()
      if (messages + sent + again + refused === 0 && !delivery.isBusy) return
    }
  }
  const play: Play = {
    services,
    clock,
    heard: (who) => {
      const texts = unheard.get(who) ?? []
      unheard.delete(who)
      return texts
    },
    rang: () => {
      const who = (Object.keys(cast) as Telephone[]).filter((name) => unheard.has(name))
      unheard.clear()
      return who
    },
    say: async (who, text) => {
      unheard.delete(who)
      await simulator.act(who, { kind: 'text', text })
      await settle()
      return play.heard(who)
    },
    report: async (who) => {
      for (const text of ['mulai', '3', 'lancar', 'ya']) {
        clock.advance(MINUTE)
        await play.say(who, text)
      }
      unheard.delete(who)
    },
    tick: async (to) => {
      clock.moveTo(to)
      const failed = (await clockwork.runDue(clock.now())).find((r) => r.outcome === 'failed')
      if (failed) throw new Error(`the job ${failed.name} failed`)
      // bulk leaves at so many a second
      for (let i = 0; i < 2; i++) {
        await settle()
        clock.advance(1_000)
      }
      await settle()
    },
    days: async (to, everyMinutes = 30) => {
      while (clock.now() + everyMinutes * MINUTE <= to) await play.tick(clock.now() + everyMinutes * MINUTE)
    },
    count: async (statement) => (await db.all<{ n: number }>(`select count(*) as n from ${statement}`))[0]!.n,
    close: async () => {
      await clockwork.stop()
      await simulator.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return play
}

/** The programme, its people and the draft of a round. */
export async function fillProgramme(db: Database, startAt: number, without: readonly Telephone[] = []): Promise<void> {
  const now = startAt - 1000
  const programmeId = await saveProgramme(db, {
    code: 'uji',
    name: 'Program Uji',
    funder: null,
    longName: 'Program Uji',
    implementer: 'Yayasan Uji',
    kabupaten: {
      '81.05': { short: 'UTI', name: 'Ujung Timur', zone: wit },
      '53.18': { short: 'USE', name: 'Ujung Selatan', zone: wita },
    },
  })
  const levels = ['provinsi', 'kabupaten', 'kecamatan', 'desa'] as const
  await saveOfficialRegions(
    db,
    db,
    places.map((code) => ({
      code,
      parentCode: code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null,
      level: levels[code.split('.').length - 1]!,
      name: placeNames[code]!,
      kind: villages.includes(code) ? 'desa' : '',
      zone: code.startsWith('81') ? wit : wita,
      source: 'invented',
    })),
  )
  await setRegionFacts(db, db, [
    ...villages.map((code) => ({ code, villageType: 'dampingan' })),
    { code: '81.05.15.2002', kind: 'negeri', reporting: 'each' as const },
  ])
  for (const code of ['81.05', '53.18']) await beginOffices(db, code)
  await saveCalendarDays(
    db,
    calendar.holidays.map((h) => ({
      fromOn: h.on,
      untilOn: h.on,
      kind: h.kind,
      name: h.name,
      feast: h.feast ?? null,
      scope: '',
      source: 'SKB',
    })),
  )
  for (const [code, rules] of Object.entries(calendar.rules)) await insertCalendarRules(db, code, rules)
  for (const [kind, code] of [
    ['pokja', '81.05'],
    ['forum', '53.18'],
  ] as const)
    await addBody(db, programmeId, { kabupatenCode: code, kind, name: kind, decree: 'SK Uji', memberCount: 5 })

  const people = (Object.entries(cast) as [Telephone, Actor][]).filter(([who]) => !without.includes(who))
  const personIds = await insertPersons(
    db,
    db,
    people.map(([, { name, sex }]) => ({ name, sex, language: 'id', phoneSealed: null, phoneHash: null })),
    { demo: true, now },
  )
  const bodies = await listBodies(db)
  const seats = people.flatMap(([, actor], i) =>
    actor.seats.map(({ position, place }) => {
      const body = bodies.find((b) => place === `body:${b.kabupatenCode}`)
      return {
        personId: personIds[i]!,
        seat: {
          position,
          regionCode: body ? null : place,
          bodyId: body?.id ?? null,
          official: position !== 'raja_negeri',
        },
      }
    }),
  )
  const seatIds = await insertSeats(
    db,
    db,
    seats.map((s) => s.seat),
    true,
  )
  await insertHoldings(
    db,
    db,
    seats.map((s, i) => ({ seatId: seatIds[i]!, personId: s.personId })),
    0,
  )
  const enrolled = people
    .map(([who, actor], i) => ({ who, actor, personId: personIds[i]! }))
    .filter(({ actor }) => actor.enrolled !== false)
  await insertSimulatorAddresses(
    db,
    db,
    enrolled.map(({ who, actor, personId }) => ({ personId, userId: who, name: actor.name })),
    now,
  )
  await insertConsents(
    db,
    db,
    enrolled.map((e) => e.personId),
    {
      kinds: ['reporting', 'contact'],
      textVersion: 'uji',
      channel: 'simulator',
      at: now,
    },
  )
  await makeRound(db, programmeId, july)
}

export async function makeRound(
  db: Database,
  programmeId: number,
  round: { readonly code: string; readonly opensOn: string; readonly dueOn: string; readonly number?: number },
): Promise<void> {
  const village = await installForm(db, form('pemantauan_desa', 'Pemantauan desa'), 0)
  const kecamatan = await installForm(db, form('koordinasi_kecamatan', 'Laporan kecamatan'), 0)
  const { code, opensOn, dueOn, number = 1 } = round
  await createRound(db, {
    programmeId,
    code,
    number,
    state: 'draft',
    kabupaten: '',
    demo: true,
    forms: [
      { formName: village.name, formVersionId: village.id, level: 'desa', depth: 'full', opensOn, dueOn },
      {
        formName: kecamatan.name,
        formVersionId: kecamatan.id,
        level: 'kecamatan',
        depth: 'full',
        ...kecamatanDates(dueOn),
      },
    ],
  })
}

function form(form_id: string, title: string): FormSource {
  const question = (type: NodeSource['type'], name: string, label: string): NodeSource => ({
    type,
    name,
    label: { id: label },
    required: 'true',
  })
  return {
    settings: { form_id, form_title: { id: title }, version: '1', default_language: 'id' },
    survey: [
      { ...question('select_one', 'kesiapan', 'Bisa mulai sekarang?'), list: 'kesiapan', appearance: 'opening' },
      question('integer', 'jumlah', 'Berapa pertemuan?'),
      question('text', 'kabar', 'Bagaimana kabarnya?'),
    ],
    choices: {
      kesiapan: [
        { name: 'mulai', label: { id: 'Mulai' } },
        { name: 'nanti', label: { id: 'Nanti' } },
        { name: 'bukan_saya', label: { id: 'Bukan saya' } },
      ],
    },
    entities: [],
  }
}

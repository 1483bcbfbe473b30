// The small programme with the shipped forms: villages have reported what holds them up, the camat is about to report.
import { join } from 'node:path'
import { openRound } from '../../src/app/open-round.ts'
import { readForms } from '../../src/app/shipped-forms.ts'
import type { Json } from '../../src/lib/json.ts'
import { MINUTE } from '../../src/lib/local-time.ts'
import type { Database } from '../../src/store/database.ts'
import { insertPastReports } from '../../src/store/demo.ts'
import { insertEntities } from '../../src/store/entities.ts'
import { installForm } from '../../src/store/form-versions.ts'
import { listObligations } from '../../src/store/obligations.ts'
import { createRound, type RoundRow, requireRound } from '../../src/store/rounds.ts'
import type { Open } from './databases.ts'
import { at, fillProgramme, type Play, playOn, wit } from './small-programme.ts'

export interface Stage extends Play {
  readonly round: RoundRow
  /** What a person hears of several replies one after the other; the last is returned. */
  talk(who: Parameters<Play['say']>[0], ...texts: readonly string[]): Promise<string>
}

/** Read once: ten forms take a third of a second. */
const shipped = readForms(join(import.meta.dirname, '..', '..', 'flows'))

/** Monday, 29 July 2024, 09:30 WIT: the villages have reported, the camat of Teluk Uji has been invited. */
export const monday = at('2024-07-29 09:30', wit)

interface Told {
  readonly status: string
  readonly kendala: readonly string[]
  readonly dukungan: readonly string[]
  readonly dari: readonly string[]
  readonly opd?: readonly string[]
}

/** What two of the three villages of Teluk Uji, and one of Padang Uji, said of their activities. */
export const told: Readonly<Record<string, Readonly<Record<string, Told>>>> = {
  '81.05.15.2001': {
    k1: { status: 'berjalan', kendala: ['hama'], dukungan: ['pelatihan'], dari: ['opd'], opd: ['pertanian'] },
    k2: { status: 'belum', kendala: ['dana'], dukungan: ['dana'], dari: ['desa'] },
  },
  '81.05.15.2002': {
    k3: { status: 'berjalan', kendala: ['hama'], dukungan: ['bibit_bahan'], dari: ['opd'], opd: ['pertanian'] },
    k4: { status: 'selesai', kendala: ['tidak_ada'], dukungan: ['tidak_ada'], dari: [] },
  },
  '53.18.01.2001': {
    k5: { status: 'berjalan', kendala: ['cuaca'], dukungan: ['alat'], dari: ['bangkit'] },
  },
}
const fields: Readonly<Record<string, string>> = {
  k1: 'pertanian',
  k2: 'olahan',
  k3: 'pertanian',
  k4: 'wisata',
  k5: 'perikanan',
}

export async function openStage(open: Open, options: { readonly startAt?: number } = {}): Promise<Stage> {
  const { startAt = monday } = options
  const db = await open({ name: `stage-${startAt}`, fill: (db) => fillStage(db, startAt) })
  const play = await playOn(db, startAt + 2 * MINUTE)
  return {
    ...play,
    round: await requireRound(db, '2024-08'),
    talk: async (who, ...texts) => {
      let last: readonly string[] = []
      for (const text of texts) {
        play.clock.advance(MINUTE)
        last = await play.say(who, text)
      }
      return last.join('\n')
    },
  }
}

/** What has happened by then. */
async function fillStage(db: Database, startAt: number): Promise<void> {
  await fillProgramme(db, startAt)
  const play = await playOn(db, startAt)
  // the small programme's own round with its three-question forms is out of the way
  await db.run(`update round set state = 'closed'`)
  await db.run(`update seat set opd = 'pertanian' where position = 'opd'`)
  const forms = new Map<string, number>()
  for (const form of shipped) forms.set(form.settings.form_id, (await installForm(db, form, 0)).id)
  const [programme] = await db.all<{ id: number }>('select id from programme')
  const form = (formName: string, level: 'desa' | 'kecamatan', opensOn: string, dueOn: string) => ({
    formName,
    formVersionId: forms.get(formName)!,
    level,
    depth: 'core' as const,
    opensOn,
    dueOn,
  })
  await createRound(db, {
    programmeId: programme!.id,
    code: '2024-08',
    number: 2,
    state: 'draft',
    kabupaten: '',
    demo: true,
    forms: [
      form('pemantauan_desa', 'desa', '2024-07-08', '2024-07-26'),
      form('koordinasi_kecamatan', 'kecamatan', '2024-07-29', '2024-08-10'),
    ],
  })
  const round = await requireRound(db, '2024-08')
  await openRound(play.services, round, { now: at('2024-07-08 08:00', wit), actor: 'test' })
  await insertEntities(
    db,
    db,
    Object.entries(told).flatMap(([regionCode, own]) =>
      Object.keys(own).map((entityId) => ({
        list: 'kegiatan',
        entityId,
        regionCode,
        label: `Kegiatan ${entityId}`,
        properties: { bidang: fields[entityId]! },
        source: 'vlp',
      })),
    ),
    true,
  )
  const obligations = await listObligations(db, { roundId: round.id })
  for (const [regionCode, own] of Object.entries(told)) {
    const obligation = obligations.find((o) => o.regionCode === regionCode)!
    const [seat] = await db.all<{ id: number; personId: number }>(
      `select s.id, h.person_id as "personId" from seat s join holding h on h.seat_id = s.id
       where s.region_code = $1 and s.position = 'kepala_desa'`,
      regionCode,
    )
    const answers: { path: string; value: Json }[] = [
      { path: 'hadir', value: { total: 12, l: 7, p: 5 } },
      ...Object.entries(own).flatMap(([item, { status, kendala, dukungan, dari, opd }]) => [
        { path: `kegiatan[${item}]/status`, value: status },
        { path: `kegiatan[${item}]/kendala`, value: kendala },
        { path: `kegiatan[${item}]/dukungan`, value: dukungan },
        { path: `kegiatan[${item}]/dukungan_dari`, value: dari },
        ...(opd ? [{ path: `kegiatan[${item}]/dukungan_opd`, value: opd }] : []),
      ]),
    ]
    await insertPastReports(db, db, [
      {
        obligationId: obligation.id,
        seatId: seat!.id,
        personId: seat!.personId,
        formVersionId: forms.get('pemantauan_desa')!,
        state: 'submitted',
        submittedAt: at('2024-07-20 10:00', wit),
        late: false,
        receipt: `UTI-2408-${regionCode}`,
        answers,
      },
    ])
  }
  await play.tick(startAt + MINUTE)
  await play.close()
}

/** The camat's core report: two batches, one village noted, the matrix wanted. */
export const coordination = [
  'mulai',
  '2 batch',
  '25 juli',
  'aula kecamatan',
  '20 orang 12 L 8 P',
  '1 2',
  '26 juli',
  'balai negeri',
  '10 orang 6 L 4 P',
  '3',
  '1',
  'ya',
  'dana',
  'sosial',
  'ya',
  '20 agustus',
  'lewati',
  'ya',
]

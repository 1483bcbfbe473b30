import { invitationExpiresAt } from '../domain/invitations.ts'
import { type Position, positionFacts } from '../domain/positions.ts'
import { roundShort, writeReceipt } from '../domain/receipts.ts'
import { kabupatenOf, WHOLE_PROGRAMME } from '../domain/regions.ts'
import { kecamatanDates, obligationsFor } from '../domain/rounds.ts'
import type { Json } from '../lib/json.ts'
import { addDays, DAY, HOUR, instantOf, localDate } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import { hashOfInvitation } from '../lib/seal.ts'
import { listBodies } from '../store/bodies.ts'
import type { Database, Sql } from '../store/database.ts'
import {
  countRealRows,
  insertConsents,
  insertPastReports,
  insertSimulatorAddresses,
  markDemoRegions,
  type PastReport,
} from '../store/demo.ts'
import { insertEntities } from '../store/entities.ts'
import { findLatestForm } from '../store/form-versions.ts'
import { createInvitations } from '../store/invitations.ts'
import { createObligations, listObligations } from '../store/obligations.ts'
import { findProgramme, type Programme } from '../store/programme.ts'
import { listRegionsByCode, type RegionRow } from '../store/regions.ts'
import { createRound, listRoundForms, listRounds } from '../store/rounds.ts'
import { insertHoldings, insertPersons, insertSeats, type NewSeat } from '../store/seats.ts'
import { audit, findSetting, setSetting } from '../store/settings.ts'
import {
  type DemoActivity,
  type DemoCast,
  type DemoPerson,
  demoInvitation,
  demoUserIds,
  isNotEnrolled,
  readDemoCast,
} from './demo-cast.ts'
import { kabupatenShort } from './programme.ts'

export interface DemoCounts {
  /** It was there already, and nothing was changed. */
  readonly already: boolean
  readonly villages: number
  readonly people: number
  readonly activities: number
  readonly reports: number
  /** Code of the draft round around now. */
  readonly round: string
  readonly invitations: readonly DemoInvitation[]
}

export interface DemoInvitation {
  readonly name: string
  readonly position: string
  readonly regionCode: string
  readonly code: string
  readonly payload: string
}

/** Days that the demo's round is open. */
const roundDays = 14

/**
 * Loads invented people, plans, last round's reports and a draft round around `now`. Twice is once. Throws `Problem` on
 * a database that holds real people or plans, and on one that was not set up for the two kabupaten of the cast.
 */
export async function loadDemo(
  db: Database,
  options: {
    readonly now: number
    readonly hashKey: Buffer
    readonly actor: string
    /** Another cast than the demo's own, for a load simulation. */
    readonly cast?: DemoCast
  },
): Promise<DemoCounts> {
  const { now, hashKey } = options
  const cast = options.cast ?? readDemoCast()
  return db.transaction(async (sql) => {
    const programme = await findProgramme(sql)
    if (!programme) throw new Problem('not_set_up', 'this database is empty: run "kentongan setup" first')
    const real = await countRealRows(sql)
    if (real.persons > 0 || real.activities > 0)
      throw new Problem(
        'real_people',
        `${db.place} holds ${real.persons} real people and ${real.activities} real activities: invented ones must not be mixed in; use another DATABASE_URL for a demo`,
      )
    const invitations = cast.people.filter((p) => isNotEnrolled(p, cast.people)).map((p) => invitationOf(p, hashKey))
    const counts = {
      villages: cast.villages.length,
      people: cast.people.length,
      activities: cast.activities.length,
      invitations,
    }
    if (await findSetting(sql, 'demo')) {
      const round = (await listRounds(sql)).at(-1)
      return { ...counts, already: true, reports: 0, round: round?.code ?? '' }
    }

    const regions = new Map((await listRegionsByCode(sql, db, codesOf(cast))).map((r) => [r.code, r]))
    const missing = codesOf(cast).find((code) => !regions.has(code))
    if (missing !== undefined)
      throw new Problem(
        'regions_missing',
        `the demo needs region ${missing}: run "kentongan setup --kabupaten 81.05,53.18" first`,
      )
    await markDemoRegions(sql, db, cast.villages)
    const placed = await insertCast(sql, db, cast, options)
    await insertEntities(sql, db, cast.activities.map(entityOf), true)
    const reports = await insertLastReports(sql, db, programme, cast, regions, placed)
    const round = await createDemoRound(sql, programme, now)
    await setSetting(sql, 'demo', true)
    await audit(sql, { at: now, actor: options.actor, action: 'demo_loaded', object: 'programme' })
    return { ...counts, already: false, reports, round }
  })
}

function codesOf(cast: DemoCast): readonly string[] {
  const codes = [...cast.villages.map((v) => v.code), ...cast.people.flatMap((p) => p.regions)]
  return [...new Set(codes)].filter((code) => code !== WHOLE_PROGRAMME)
}

function invitationOf(person: DemoPerson, hashKey: Buffer): DemoInvitation {
  return {
    name: person.name,
    position: positionFacts[person.position].label,
    regionCode: person.regions[0]!,
    ...demoInvitation(hashKey, person),
  }
}

/** Who holds what, after writing it: seats of a village by their region. */
interface Placed {
  readonly writers: ReadonlyMap<
    string,
    { readonly seatId: number; readonly personId: number; readonly position: Position }
  >
}

async function insertCast(
  sql: Sql,
  db: Database,
  cast: DemoCast,
  { now, hashKey }: { readonly now: number; readonly hashKey: Buffer },
): Promise<Placed> {
  const { people } = cast
  const personIds = await insertPersons(
    sql,
    db,
    people.map(({ name, sex }) => ({ name, sex, language: 'id', phoneSealed: null, phoneHash: null })),
    { demo: true, now },
  )
  const bodies = await listBodies(sql)
  const twoHeads = new Set(cast.villages.filter((v) => v.reporting === 'each').map((v) => v.code))
  const seats = people.flatMap((person, i) =>
    person.regions
      .flatMap((code): readonly NewSeat[] => {
        const seat = { regionCode: code === WHOLE_PROGRAMME ? null : code, bodyId: null, position: person.position }
        const body = bodies.find((b) => b.kabupatenCode === code && person.position === `anggota_${b.kind}`)
        if (body)
          return [
            { ...seat, regionCode: null, bodyId: body.id, official: true },
            // whoever sits in the Pokja or Forum for an OPD also answers for that OPD
            { ...seat, position: 'opd', opd: person.opd ?? null, official: true },
          ]
        return [{ ...seat, official: !(person.position === 'raja_negeri' && twoHeads.has(code)) }]
      })
      .map((seat) => ({ seat, person, personId: personIds[i]! })),
  )
  const seatIds = await insertSeats(
    sql,
    db,
    seats.map((s) => s.seat),
    true,
  )
  await insertHoldings(
    sql,
    db,
    seats.map((s, i) => ({ seatId: seatIds[i]!, personId: s.personId })),
    now - 365 * DAY,
  )

  const userIds = demoUserIds(people)
  const enrolled = people
    .map((person, i) => ({ person, personId: personIds[i]! }))
    .filter(({ person }) => !isNotEnrolled(person, people))
  await insertSimulatorAddresses(
    sql,
    db,
    enrolled.map(({ person, personId }) => ({ personId, userId: userIds.get(person.key)!, name: person.name })),
    now,
  )
  await insertConsents(
    sql,
    db,
    enrolled.map(({ personId }) => personId),
    { kinds: ['reporting', 'contact', 'photo'], textVersion: 'pendaftaran 1', channel: 'simulator', at: now },
  )
  const invited = seats.flatMap((s, i) => {
    if (!isNotEnrolled(s.person, people)) return []
    const { code, payload } = demoInvitation(hashKey, s.person)
    return [
      {
        seatId: seatIds[i]!,
        personId: s.personId,
        codeHash: hashOfInvitation(hashKey, code),
        linkHash: hashOfInvitation(hashKey, payload),
        expiresAt: invitationExpiresAt(now),
      },
    ]
  })
  await createInvitations(sql, db, invited, now)

  const heads: readonly Position[] = ['kepala_desa', 'pejabat_desa', 'raja_negeri']
  const writers = seats
    .map((s, i) => ({ ...s, seatId: seatIds[i]! }))
    .filter((s) => s.seat.official && heads.includes(s.person.position))
    .map((s) => [s.seat.regionCode!, { seatId: s.seatId, personId: s.personId, position: s.person.position }] as const)
  return { writers: new Map(writers) }
}

function entityOf(activity: DemoActivity) {
  const { result } = activity
  return {
    list: 'kegiatan',
    entityId: activity.entityId,
    regionCode: activity.regionCode,
    label: activity.name,
    source: 'vlp',
    properties: {
      bidang: activity.bidang,
      target: String(activity.target),
      satuan: activity.satuan,
      biaya: String(activity.biaya),
      sumber: activity.sumber,
      mulai: activity.mulai,
      selesai: activity.selesai,
      penanggung_jawab: activity.penanggungJawab,
      status: result.status,
      persen: result.persen === null ? '' : String(result.persen),
      hasil: result.hasil === null ? '' : `${result.hasil} ${activity.satuan}`,
      tahun_vlp: String(activity.tahunVlp),
    },
  }
}

/** What the villages reported in the last round that was held: the values that the next round offers again. */
async function insertLastReports(
  sql: Sql,
  db: Database,
  programme: Programme,
  cast: DemoCast,
  regions: ReadonlyMap<string, RegionRow>,
  { writers }: Placed,
): Promise<number> {
  const round = (await listRounds(sql)).find((r) => r.code === cast.lastRound)
  const roundForm = round && (await listRoundForms(sql, round.id)).find((f) => f.level === 'desa')
  if (!round || !roundForm) return 0
  const villages = cast.villages.map((v) => regions.get(v.code)!)
  const form = { ...roundForm, form: roundForm.formName }
  await createObligations(sql, db, roundForm.id, obligationsFor(form, villages))
  const owed = await listObligations(sql, { roundId: round.id })
  const plan = Map.groupBy(cast.activities, (a) => a.regionCode)

  const reports = owed.flatMap((obligation, i): readonly PastReport[] => {
    const writer = writers.get(obligation.regionCode)
    if (!writer || obligation.roundFormId !== roundForm.id) return []
    // spread over the round, a few after its end
    const late = i % 17 === 16
    const day = late ? addDays(roundForm.dueOn, 3) : addDays(roundForm.opensOn, 4 + (i % 20))
    const meetingOn = addDays(day, -1)
    const women = 3 + ((i * 5) % 9)
    const men = 5 + ((i * 7) % 11)
    const answers: { path: string; value: Json }[] = [
      { path: 'tanggal_pertemuan', value: meetingOn },
      { path: 'hadir', value: { total: women + men, l: men, p: women } },
      { path: 'pengisi', value: writer.position === 'raja_negeri' ? 'raja_negeri' : 'kepala_desa' },
      ...(plan.get(obligation.regionCode) ?? []).flatMap(answersOf),
    ]
    return [
      {
        obligationId: obligation.id,
        seatId: writer.seatId,
        personId: writer.personId,
        formVersionId: roundForm.formVersionId,
        state: i % 9 === 8 ? 'submitted' : 'verified',
        submittedAt: instantOf(day, '10:00', obligation.zone) + (i % 8) * HOUR,
        late,
        receipt: writeReceipt({
          kabupaten: kabupatenShort(programme, kabupatenOf(obligation.regionCode)),
          round: roundShort(round.code),
          number: obligation.id,
        }),
        answers,
      },
    ]
  })
  await insertPastReports(sql, db, reports)
  return reports.length
}

function answersOf(activity: DemoActivity): readonly { readonly path: string; readonly value: Json }[] {
  const { result } = activity
  const started = result.status === 'selesai' || result.status === 'berjalan'
  const values: readonly (readonly [string, Json | undefined])[] = [
    ['status', result.status],
    ['bulan_mulai', started ? activity.mulai : undefined],
    ['persen', result.persen ?? undefined],
    ['hasil', result.hasil === null ? undefined : { value: result.hasil, unit: activity.satuan }],
    ['dana_terpakai', result.danaTerpakai ?? undefined],
    ['sumber_dana', (result.danaTerpakai ?? 0) > 0 ? activity.sumber.split(' ') : undefined],
    ['kendala', result.kendala.length > 0 ? result.kendala : undefined],
    ['dukungan', result.dukungan.length > 0 ? result.dukungan : undefined],
    ['dukungan_dari', result.dukunganDari.length > 0 ? result.dukunganDari : undefined],
  ]
  return values.flatMap(([name, value]) =>
    value === undefined ? [] : [{ path: `kegiatan[${activity.entityId}]/${name}`, value }],
  )
}

/** A round of this month, still a draft: whoever shows the demo opens it. */
async function createDemoRound(sql: Sql, programme: Programme, now: number): Promise<string> {
  const zone = Object.values(programme.kabupaten)[0]!.zone
  const opensOn = localDate(now, zone)
  const rounds = await listRounds(sql)
  const month = opensOn.slice(0, 7)
  const code = rounds.some((r) => r.code === month) ? `${month}-demo` : month
  const village = await findLatestForm(sql, 'pemantauan_desa')
  const kecamatan = await findLatestForm(sql, 'koordinasi_kecamatan')
  const dueOn = addDays(opensOn, roundDays)
  await createRound(sql, {
    programmeId: programme.id,
    code,
    number: Math.max(0, ...rounds.map((r) => r.number)) + 1,
    state: 'draft',
    kabupaten: '',
    demo: true,
    forms: [
      ...(village
        ? [{ formName: village.name, formVersionId: village.id, level: 'desa', depth: 'core', opensOn, dueOn } as const]
        : []),
      ...(kecamatan
        ? [
            {
              formName: kecamatan.name,
              formVersionId: kecamatan.id,
              level: 'kecamatan',
              depth: 'full',
              ...kecamatanDates(dueOn),
            } as const,
          ]
        : []),
    ],
  })
  return code
}

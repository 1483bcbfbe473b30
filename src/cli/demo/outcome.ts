import type { DemoPlay } from '../../app/demo/demo-round.ts'
import type { RoundStatus } from '../../app/round-status.ts'
import type { Services } from '../../app/services.ts'
import { meetingTotals } from '../../domain/meetings.ts'
import { deliveryOf } from '../../domain/recommendations.ts'
import { kabupatenOf, levelOf } from '../../domain/regions.ts'
import { isIn } from '../../domain/rounds.ts'
import { listLaterQuestions } from '../../store/later-questions.ts'
import { readLedger } from '../../store/ledger.ts'
import { listMatrixVersions } from '../../store/matrix-versions.ts'
import { listMeetings, type Meeting } from '../../store/meetings.ts'
import { listRecommendations } from '../../store/recommendations.ts'
import { requireRound } from '../../store/rounds.ts'
import { countCases } from '../../store/sealed.ts'
import { listStaffItems } from '../../store/staff-items.ts'
import { findStory } from '../../store/stories.ts'
import { firstRound } from './august-2024.ts'
import type { Staff } from './staff.ts'
import type { Told } from './story.ts'

type Figures = Awaited<ReturnType<typeof countAll>>
export type Summary = Figures & { readonly faults: readonly string[] }

/** What the seven months came to, and what of it is not as it should be. */
export async function summarise(services: Services, play: DemoPlay, staff: Staff, told: Told): Promise<Summary> {
  const figures = await countAll(services, play, staff, told)
  return { ...figures, faults: faultsIn(figures) }
}

/** Counted in the database, once all is over. */
async function countAll(services: Services, play: DemoPlay, staff: Staff, told: Told) {
  const { db } = services
  const ledger = await readLedger(db)
  const rounds = []
  for (const code of told.rounds) rounds.push(roundFigures(await staff.types<RoundStatus>('round', 'status', code)))
  const meetings = await listMeetings(db, db)
  const first = await requireRound(db, firstRound)
  return {
    messagesIn: play.stage.messagesFromPeople,
    messagesOut: ledger.outbox.sent,
    replies: ledger.outbox.replies,
    digests: ledger.outbox.digests,
    answers: ledger.reports.answers,
    corrected: ledger.reports.corrected,
    photos: ledger.reports.photos,
    askedAgain: sum(everybody(play).map((p) => p.villager.tally.askedAgain)),
    enrolled: play.rounds[0]!.filter((p) => p.isNew && p.villager.tally.understood > 0).length,
    rounds,
    matrix: await matrixFigures(services, told),
    coordination: coordinationFigures(meetings.filter((m) => m.roundId !== first.id)),
    august2024: coordinationFigures(meetings.filter((m) => m.roundId === first.id)),
    rakor: meetings.filter((m) => told.rakor.includes(m.id)).map(rakorFigures),
    levies: (await listStaffItems(db, 10_000)).filter((item) => (item.details as Details).what === 'pungutan').length,
    goodsStillUsed: (await listLaterQuestions(db, ['*'])).filter((q) => q.answer === 'dipakai').length,
    complaints: sum((await countCases(db)).map((c) => c.n)),
    complaintAnswer: told.caseAnswer,
    planYears: (await staff.types<{ year: number }[]>('plan', 'versions', told.planIn)).map((v) => v.year),
    story: (await findStory(db, told.storyId))?.state ?? 'not there',
    erased: await erased(services, play, told),
    parked: ledger.inbox.parked,
    refused: ledger.outbox.refused,
    inDoubt: ledger.outbox.inDoubt,
    puzzled: everybody(play).flatMap((p) => p.villager.tally.puzzled),
    broken: { ...ledger.broken },
    waiting: ledger.inbox.waiting,
  }
}

type Details = Readonly<Record<string, unknown>>

const everybody = (play: DemoPlay) => play.rounds.flat()
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

function roundFigures({ code, state, places, byKecamatan }: RoundStatus) {
  const villages = (kabupaten: string) => {
    const own = byKecamatan.filter((k) => k.regionCode.startsWith(kabupaten))
    return { in: sum(own.map((k) => k.in)), of: sum(own.map((k) => k.of)) }
  }
  const kecamatan = places.filter((p) => p.form === 'koordinasi_kecamatan')
  return {
    code,
    state,
    seram: villages('81.05'),
    sumba: villages('53.18'),
    all: villages(''),
    kecamatan: { in: kecamatan.filter(isIn).length, of: kecamatan.length },
  }
}

async function matrixFigures({ db }: Services, { rounds }: Told) {
  const ids: number[] = []
  for (const code of rounds) ids.push((await requireRound(db, code)).id)
  const all = (await listRecommendations(db, db, { dropped: true })).filter((r) => ids.includes(r.roundId))
  const taken = all.filter((r) => r.droppedAt === null)
  const isAdded = ({ key }: { readonly key: string }) => key.startsWith('tambahan.')
  const places = [...new Set(all.flatMap((r) => [r.regionCode, kabupatenOf(r.regionCode)]))]
  const signed = []
  for (const id of ids) for (const place of places) signed.push(...(await listMatrixVersions(db, id, place)))
  const inKecamatan = signed.filter((v) => levelOf(v.matrix.scope.regionCode) === 'kecamatan')
  return {
    proposed: all.filter((r) => !isAdded(r)).length,
    added: all.filter(isAdded).length,
    leftOut: all.length - taken.length,
    accepted: taken.length,
    merged: taken.filter((r) => r.villages.length > 1).length,
    signedRows: sum(inKecamatan.map((v) => v.matrix.totals.rows)),
    signedKecamatan: inKecamatan.length,
    signedKabupaten: signed.length - inKecamatan.length,
    byState: Object.fromEntries([...Map.groupBy(taken, (r) => r.state)].map(([state, own]) => [state, own.length])),
    received: taken.filter((r) => deliveryOf(r.state, r.answers) === 'received').length,
    disputed: taken.filter((r) => deliveryOf(r.state, r.answers) === 'disputed').length,
    villagesConfirmed: sum(taken.map((r) => r.answers.filter((a) => a.answer === 'ya').length)),
  }
}

function coordinationFigures(meetings: readonly Meeting[]) {
  const held = meetings.filter((m) => m.kind === 'koordinasi_kecamatan')
  const of = (kabupaten: string) => {
    const { sessions, kecamatan, total, l, p, womenShare } = meetingTotals(
      held.filter((m) => m.regionCode.startsWith(kabupaten)),
    )
    return { sessions, kecamatan, total, l, p, women: womenShare === null ? '' : `${(womenShare * 100).toFixed(1)} %` }
  }
  return { seram: of('81.05'), sumba: of('53.18'), all: of('') }
}

function rakorFigures(meeting: Meeting) {
  const { title, fromOn, place, number, decisions, guests } = meeting
  const { total, l, p } = meetingTotals([meeting])
  return { title, on: fromOn, place, number, decisions: decisions.length, guests, total, l, p }
}

/** Nothing that leads to the person is left. */
async function erased({ db }: Services, play: DemoPlay, { erasedKey }: Told): Promise<boolean> {
  const rows = await db.all('select id from address where user_id = $1', play.userIds.get(erasedKey)!)
  return rows.length === 0
}

/** Sentences about what should have happened and did not, or the other way round. */
function faultsIn(f: Figures): readonly string[] {
  const { seram, sumba, all } = f.august2024
  const expected: readonly (readonly [boolean, string])[] = [
    [f.rounds.length === 3 && f.rounds.every((r) => r.state === 'closed'), 'three rounds were not played and closed'],
    [f.rounds.every((r) => r.all.in >= 0.6 * r.all.of), 'fewer than six of ten villages reported in a round'],
    [f.rounds.every((r) => r.kecamatan.in > 0), 'no kecamatan reported in a round'],
    [f.coordination.all.sessions > sum(f.rounds.map((r) => r.kecamatan.in)), 'no kecamatan met in several batches'],
    [`${seram.total} ${seram.l} ${seram.p} ${seram.sessions} ${seram.kecamatan}` === '117 79 38 6 4', '117 of August'],
    [`${sumba.total} ${sumba.l} ${sumba.p} ${sumba.sessions}` === '126 89 37 10', '126 of August 2024'],
    [`${all.total} ${all.women} ${all.kecamatan}` === '243 30.9 % 14', '243 with 30.9 % women of August 2024'],
    [f.matrix.proposed > 0 && f.matrix.merged > 0, 'no row of the matrix was proposed for several villages'],
    [f.matrix.signedRows > 0 && f.matrix.signedKabupaten === 2, 'the matrix of a kecamatan or kabupaten is not signed'],
    [f.matrix.received > 0, 'no village confirmed that something came'],
    [f.rakor.length === 2 && f.rakor.every((r) => r.total > 0 && r.decisions > 0), 'a rakor lacks people or decisions'],
    [f.levies === 1, `${f.levies} levies were told of, not 1`],
    [f.complaints === 1, `${f.complaints} complaints are sealed, not 1`],
    [f.complaintAnswer.includes('ditangani'), 'whoever complained did not read that somebody is at it'],
    [f.planYears.length > 1, 'no version of a livelihood plan was made'],
    [f.story === 'terbit', `the story is ${f.story}`],
    [f.erased, 'somebody was not erased'],
    [f.goodsStillUsed > 0, 'nobody said whether the goods are in use'],
    [f.parked === 0, `messages parked: ${f.parked}`],
    [f.inDoubt === 0, `sends in doubt: ${f.inDoubt}`],
    [f.refused === 0, `sends refused: ${f.refused}`],
    [f.waiting === 0, `messages that nobody took: ${f.waiting}`],
    [f.puzzled.length === 0, `not understood by a person: ${f.puzzled.join(' | ')}`],
    ...Object.entries(f.broken).map(([what, n]) => [n === 0, `${what}: ${n}`] as const),
  ]
  return expected.flatMap(([isSo, otherwise]) => (isSo ? [] : [otherwise]))
}

export function sayIt(s: Summary): string {
  const n = (counts: { readonly in: number; readonly of: number }) => `${counts.in} of ${counts.of}`
  const { matrix, august2024, coordination } = s
  const meeting = (m: typeof august2024.all) =>
    `${m.total} = ${m.l} L + ${m.p} P in ${m.sessions} sessions of ${m.kecamatan} kecamatan (${m.women} women)`
  return [
    `${s.messagesIn} messages from people, ${s.messagesOut} to them: ${s.replies} replies, ${s.digests} digests; ${s.answers} answers, ${s.corrected} corrected, ${s.askedAgain} asked again, ${s.photos} photos, ${s.enrolled} enrolled by code`,
    ...s.rounds.map(
      (r) =>
        `Round ${r.code}: ${n(r.all)} villages (Seram Bagian Timur ${n(r.seram)}, Sumba Barat Daya ${n(r.sumba)}), ${n(r.kecamatan)} kecamatan`,
    ),
    `Coordination: ${meeting(coordination.all)}`,
    `Matrix: ${matrix.proposed} rows proposed, ${matrix.added} added, ${matrix.leftOut} left out, ${matrix.accepted} accepted, ${matrix.merged} of them for several villages; ${matrix.signedRows} signed by ${matrix.signedKecamatan} kecamatan and ${matrix.signedKabupaten} kabupaten`,
    `  ${Object.entries(matrix.byState)
      .map(([state, count]) => `${count} ${state}`)
      .join(
        ', ',
      )}; ${matrix.received} received by every village, ${matrix.disputed} not received (${matrix.villagesConfirmed} villages said "sudah")`,
    ...s.rakor.map(
      (r) =>
        `${r.title}, ${r.on}, ${r.place}: ${r.total} = ${r.l} L + ${r.p} P, ${r.guests} guests, ${r.decisions} decision`,
    ),
    `Levies told of: ${s.levies}. Complaints, sealed: ${s.complaints}. Livelihood plan of ${s.planYears.join(', ')}. Story: ${s.story}. Erased: ${s.erased ? 1 : 0}`,
    'August 2024, as the programme told of it:',
    `  Seram Bagian Timur: ${meeting(august2024.seram)}`,
    `  Sumba Barat Daya: ${meeting(august2024.sumba)}`,
    `  both: ${meeting(august2024.all)}`,
    `parked ${s.parked}, refused ${s.refused}, in doubt ${s.inDoubt}, not understood by a person ${s.puzzled.length}`,
    s.faults.length === 0
      ? 'Checked: all of it happened, every answer has its message, no history has a gap, no reminder left twice.'
      : `WRONG: ${s.faults.join('; ')}`,
  ].join('\n')
}

import { positionFacts } from '../domain/positions.ts'
import { matrixForm } from '../domain/rounds.ts'
import { newSession, resume } from '../engine/engine.ts'
import { kindOf } from '../engine/kinds/index.ts'
import { sessionFromAnswers } from '../engine/rebuild.ts'
import type { Form } from '../flows/form.ts'
import type { Sql } from '../store/database.ts'
import { listEntities, namedItemId } from '../store/entities.ts'
import { findLatestForm } from '../store/form-versions.ts'
import type { ObligationRow } from '../store/obligations.ts'
import type { HeldSeat, Person } from '../store/people.ts'
import {
  createReport,
  createSession,
  findSessionOf,
  type LatestAnswer,
  listLatestAnswers,
  listReportsOf,
  restOtherSessions,
  type Snapshot,
  wasWrittenElsewhere,
} from '../store/reports.ts'
import { listReturned } from '../store/returned-answers.ts'
import { findPreviousReport } from '../store/rounds.ts'
import { listSessions, type RunningSession } from '../store/turns.ts'
import { planBefore, planUpdateForm } from './accept-plan-update.ts'
import { contextFor } from './engine-context.ts'
import { kecamatanInstances } from './kecamatan-instances.ts'
import { matrixInstances } from './matrix-instances.ts'
import { officeLists } from './office-lists.ts'
import { speakingTo } from './speaking.ts'
import type { LaneTurn } from './turn.ts'

/**
 * The session in which this person writes this report: the one they began, or a new one. A new one begins with
 * `converse` and the input `start`.
 */
export async function sessionForObligation(
  turn: LaneTurn,
  obligation: ObligationRow,
  seat: HeldSeat,
  options: { readonly source?: string } = {},
): Promise<{
  readonly session: RunningSession
  readonly isNew: boolean
  /** Others wrote since: the person does not know which question is open now. */
  readonly isTakenOver: boolean
}> {
  const { sql, now, services } = turn
  const person = (await turn.person())!
  const reports = await listReportsOf(sql, obligation.id)
  // with one report a village, whoever writes second goes on with what is there; with "each", every seat has its own
  const own = reports.find((r) => r.seatId === seat.seatId)
  const shared = obligation.reporting === 'one' ? reports.find((r) => r.state !== 'verified') : undefined
  const report =
    own ??
    shared ??
    (await createReport(sql, {
      obligationId: obligation.id,
      seatId: seat.seatId,
      formVersionId: obligation.formVersionId,
      startedAt: now,
    }))
  const running = await findSessionOf(sql, report.id, { laneId: turn.laneId, personId: person.id })
  if (running && !(await wasWrittenElsewhere(sql, running)))
    return { session: await withReturned(turn, { ...running, status: 'active' }), isNew: false, isTakenOver: false }

  const snapshot = await snapshotFor(turn, obligation, report.formVersionId, seat, person, options.source)
  const id = await createSession(sql, {
    laneId: turn.laneId,
    personId: person.id,
    reportId: report.id,
    formVersionId: report.formVersionId,
    snapshot,
    now,
  })
  const [row] = await listSessions(sql, services.db, [id])
  const answers = await listLatestAnswers(sql, report.id)
  // whoever was writing finds the answers as they are by then when they go on
  await restOtherSessions(sql, report.id, id)
  return answers.length === 0
    ? { session: begin(turn, row!, snapshot, obligation.depth), isNew: true, isTakenOver: false }
    : {
        session: await withReturned(turn, await takenOver(turn, row!, snapshot, answers, obligation.depth)),
        isNew: false,
        isTakenOver: true,
      }
}

/** Answers that were sent back since the conversation last stood still are what it asks next. */
async function withReturned(turn: LaneTurn, session: RunningSession): Promise<RunningSession> {
  if (session.reportState !== 'returned') return session
  const { sql, services, now } = turn
  const news = (await listReturned(sql, session.reportId)).filter(({ path }) => !(path in session.state.returned))
  if (news.length === 0) return session
  const form = await services.forms.get(sql, session.formVersionId)
  const context = contextFor(session, await services.snapshots.get(sql, session.id), now)
  const state = news.reduce(
    (before, { path, comment }) => resume(form, before, { kind: 'returned', path, comment }, context).session,
    session.state,
  )
  return { ...session, state }
}

/** Somebody goes on with what another began: the conversation is made anew from the answers that are there. */
async function takenOver(
  turn: LaneTurn,
  row: RunningSession,
  snapshot: Snapshot,
  answers: readonly LatestAnswer[],
  depth: 'core' | 'full',
): Promise<RunningSession> {
  const form = await turn.services.forms.get(turn.sql, row.formVersionId)
  const options = { depth, language: snapshot.language, submitted: row.reportState !== 'open' }
  const { session } = sessionFromAnswers(form, answers, options, contextFor(row, snapshot, turn.now))
  return { ...row, state: session }
}

/** A dialogue that nobody owes, such as enrolment: a form of its own with its own report. */
export async function sessionForDialogue(
  turn: LaneTurn,
  formName: string,
  snapshot: Snapshot,
): Promise<RunningSession> {
  const { sql, services, now } = turn
  const version = await findLatestForm(sql, formName)
  if (!version) throw new Error(`the form ${formName} is not installed`)
  const report = await createReport(sql, {
    obligationId: null,
    seatId: null,
    formVersionId: version.id,
    startedAt: now,
  })
  const id = await createSession(sql, {
    laneId: turn.laneId,
    personId: turn.personId,
    reportId: report.id,
    formVersionId: version.id,
    snapshot,
    now,
  })
  const [row] = await listSessions(sql, services.db, [id])
  return begin(turn, row!, snapshot, 'full')
}

/** A session at its very beginning: the first `converse` with `start` puts the first question. */
function begin(turn: LaneTurn, row: RunningSession, snapshot: Snapshot, depth: 'core' | 'full'): RunningSession {
  return { ...row, state: newSession({ depth, language: snapshot.language }, contextFor(row, snapshot, turn.now)) }
}

async function snapshotFor(
  turn: LaneTurn,
  obligation: ObligationRow,
  formVersionId: number,
  seat: HeldSeat,
  person: Person,
  source: string | undefined,
): Promise<Snapshot> {
  const speaking = await speakingTo(turn, person, seat, obligation)
  const { sql, services } = turn
  const form = await services.forms.get(sql, formVersionId)
  const lists = await officeLists(sql, form, obligation.regionCode, speaking.language)
  return {
    ...speaking,
    ...(lists && { lists }),
    instances:
      obligation.formName === matrixForm
        ? await matrixInstances(services, sql, obligation, { now: turn.now, language: speaking.language })
        : obligation.level === 'kecamatan'
          ? await kecamatanInstances(turn, obligation)
          : await villageInstances(sql, services.forms, obligation, speaking.fields),
    seatValue: source ?? seatSource(await writerSeat(turn, seat)),
  }
}

/** The seat that says who really writes: a delegate's own, not the one they write for. */
async function writerSeat(turn: LaneTurn, seat: HeldSeat): Promise<HeldSeat> {
  if (seat.delegateOf === null) return seat
  const own = (await turn.seats()).filter((s) => s.delegateOf === null)
  const there = own.find((s) => s.regionCode === seat.regionCode) ?? own[0]
  return there ?? { ...seat, position: 'sekretaris_desa' }
}

/** The choice code of A5 ("who fills this in?") that the seat stands for. */
function seatSource(seat: HeldSeat): string {
  switch (seat.position) {
    case 'kepala_desa':
    case 'pejabat_desa':
      return 'kepala_desa'
    case 'raja_negeri':
      return 'raja_negeri'
    case 'pokja_desa':
      return 'pokja_desa'
    case 'fasilitator_desa':
      return 'dibantu_fasilitator'
    default:
      return positionFacts[seat.position].writes === 'desa' ? 'perangkat_desa' : seat.position
  }
}

/** The plan, and what the last report said of each activity. `desa` of an item is what `${desa}` says in the texts. */
async function villageInstances(
  sql: Sql,
  forms: LaneTurn['services']['forms'],
  obligation: ObligationRow,
  { desa = '', tahun }: Readonly<Record<string, string>>,
): Promise<Snapshot['instances']> {
  const year = Number(tahun)
  const plan = await listEntities(sql, 'kegiatan', obligation.regionCode)
  const previous = await findPreviousReport(sql, obligation)
  const known = new Set(plan.map(({ entityId }) => entityId))
  // what the last report named itself has an id of its own in the plan since
  const inPlan = (row: Readonly<Record<string, string>>) => {
    const id = namedItemId(previous!.id, row.name!)
    return known.has(id) ? { ...row, name: id } : row
  }
  return {
    ...(obligation.formName === planUpdateForm && { vlp_lalu: await planBefore(sql, obligation.regionCode, year) }),
    kegiatan: plan.map((item) => ({ ...item.properties, name: item.entityId, label: item.label, desa })),
    laporan_lalu:
      previous === undefined
        ? []
        : itemRows(await forms.get(sql, previous.formVersionId), await listLatestAnswers(sql, previous.id)).map(inPlan),
  }
}

/** Answers of a report's repeat items as rows of texts: `name` is the item, compound answers also by their parts. */
export function itemRows(
  form: Form,
  answers: readonly { readonly path: string; readonly value: unknown }[],
): Readonly<Record<string, string>>[] {
  const rows = new Map<string, Record<string, string>>()
  for (const { path, value } of answers) {
    const item = /\[([^\]]+)\]/.exec(path)?.[1]
    const name = path.split('/').at(-1)!
    const node = form.byName.get(name)
    if (item === undefined || value === null || node?.kind !== 'question') continue
    const row = rows.get(item) ?? { name: item }
    const { text, parts } = kindOf(node.type).toNode(value as never)
    row[name] = text
    for (const [suffix, part] of Object.entries(parts ?? {})) row[`${name}_${suffix}`] = part
    rows.set(item, row)
  }
  return [...rows.values()]
}

import { type CarriedOver, carryOver } from '../engine/carrying-over.ts'
import { resume } from '../engine/engine.ts'
import type { EngineContext } from '../engine/input.ts'
import type { Session } from '../engine/session.ts'
import { diffForms, type FormDiff } from '../flows/diff.ts'
import type { Form } from '../flows/form.ts'
import { Problem } from '../lib/problem.ts'
import type { Sql } from '../store/database.ts'
import {
  listReportsToMove,
  lockSessionsOf,
  moveReports,
  moveRounds,
  moveSession,
  type ReportToMove,
} from '../store/form-moves.ts'
import { type FormVersionRow, listFormVersions } from '../store/form-versions.ts'
import { type LatestAnswer, listLatestAnswers } from '../store/reports.ts'
import { listReturned } from '../store/returned-answers.ts'
import { audit } from '../store/settings.ts'
import { type AnswerRow, insertAnswers } from '../store/turn-writes.ts'
import type { RunningSession } from '../store/turns.ts'
import { contextFor } from './engine-context.ts'
import type { Services } from './services.ts'

export interface Move {
  readonly form: string
  /** The version to go to, by its number; default: the newest. */
  readonly to?: number
  /** Move although answers have no place in the new version; they stay in the report's history. */
  readonly keepHistory?: boolean
  readonly dryRun?: boolean
}

export interface Moved {
  readonly form: string
  readonly to: number
  /** What each older version that is in use has differently. */
  readonly from: readonly { readonly number: number; readonly diff: FormDiff }[]
  readonly reports: number
  readonly conversations: number
  readonly rounds: number
  /** Answers without a place in the new version. */
  readonly lost: readonly { readonly regionCode: string; readonly roundCode: string; readonly path: string }[]
  /** Answers that the new version no longer allows: asked again. */
  readonly askedAgain: number
  readonly done: boolean
}

/**
 * Reports that are being written go on with a newer version of their form, and open rounds ask it where nobody has
 * begun. All or nothing; with answers that would be lost nothing, unless `keepHistory`.
 */
export async function moveForm(services: Services, move: Move, by: { now: number; actor: string }): Promise<Moved> {
  const { db } = services
  return db.transaction(async (sql) => {
    const exact = await listFormVersions(sql, move.form)
    // files of forms have dashes where their ids have _
    const versions = exact.length > 0 ? exact : await listFormVersions(sql, move.form.replaceAll('-', '_'))
    const target = targetOf(versions, move)
    const reports = await listReportsToMove(sql, target.name, target.number)
    const { sessions, busy } = await lockSessionsOf(
      sql,
      db,
      reports.map(({ id }) => id),
    )
    if (busy > 0) throw new Problem('busy', 'somebody is writing just now: try again in a moment')
    const after = await services.forms.get(sql, target.id)
    const from = []
    for (const id of new Set(reports.map(({ formVersionId }) => formVersionId))) {
      const { number } = versions.find((version) => version.id === id)!
      from.push({ number, diff: diffForms(await services.forms.get(sql, id), after) })
    }

    const lost: Moved['lost'][number][] = []
    const answers: AnswerRow[] = []
    const moved: RunningSession[] = []
    let askedAgain = 0
    for (const report of reports) {
      const before = await services.forms.get(sql, report.formVersionId)
      const rows = await listLatestAnswers(sql, report.id)
      const own = sessions.filter(({ reportId }) => reportId === report.id)
      const results = []
      for (const session of own)
        results.push({ session, ...(await moveOne(services, sql, session, report, before, after, rows, by.now)) })
      const first = results[0]?.carried ?? carryOver(before, after, rows, optionsOf(report, 'id'), emptyContext(by.now))
      lost.push(...first.lost.map((path) => ({ regionCode: report.regionCode, roundCode: report.roundCode, path })))
      askedAgain += first.askedAgain.length
      answers.push(...rowsOf(report, first))
      for (const { session, state } of results) moved.push({ ...session, state })
    }

    const refused = lost.length > 0 && move.keepHistory !== true
    const done = move.dryRun !== true && !refused
    let rounds = 0
    if (done) {
      await insertAnswers(sql, db, answers, by.now)
      await moveReports(
        sql,
        db,
        reports.map(({ id }) => id),
        target.id,
      )
      for (const session of moved) await moveSession(sql, session, target.id)
      rounds = await moveRounds(sql, target.name, target.number, target.id)
      await audit(sql, {
        at: by.now,
        actor: by.actor,
        action: 'form_moved',
        object: `form:${target.name}`,
        details: { to: target.number, reports: reports.length, conversations: moved.length, lost: lost.length, rounds },
      })
    }
    return {
      form: target.name,
      to: target.number,
      from,
      reports: reports.length,
      conversations: moved.length,
      rounds,
      lost,
      askedAgain,
      done,
    }
  })
}

function targetOf(versions: readonly FormVersionRow[], { form, to }: Move): FormVersionRow {
  const newest = versions.at(-1)
  if (!newest) throw new Problem('unknown_form', `there is no form "${form}"`)
  if (to === undefined) return newest
  const found = versions.find(({ number }) => number === to)
  if (!found)
    throw new Problem(
      'unknown_version',
      `the form "${form}" has no version ${to}, only ${versions.map(({ number }) => number).join(', ')}`,
    )
  return found
}

async function moveOne(
  services: Services,
  sql: Sql,
  session: RunningSession,
  report: ReportToMove,
  before: Form,
  after: Form,
  rows: readonly LatestAnswer[],
  now: number,
): Promise<{ readonly carried: CarriedOver; readonly state: Session }> {
  const context = contextFor(session, await services.snapshots.get(sql, session.id), now)
  const old = session.state
  const carried = carryOver(before, after, rows, optionsOf(report, old.language), context)
  const returned = report.state === 'returned' ? await listReturned(sql, report.id) : []
  const made = returned.reduce(
    (state, { path, comment }) => resume(after, state, { kind: 'returned', path, comment }, context).session,
    carried.session,
  )
  return {
    carried,
    state: {
      ...made,
      startedAt: old.startedAt,
      touchedAt: old.touchedAt,
      // a button of a message that was sent before must not answer a question of the new version
      step: old.step + Math.max(1, made.step),
      state: old.state === 'paused' && made.state === 'running' ? 'paused' : made.state,
      awaits: seesTheSame(before, after, old, made) ? made.awaits : unseen(made),
    },
  }
}

/** Whether the question that the person has before their eyes is the one that is open, word for word. */
function seesTheSame(before: Form, after: Form, old: Session, made: Session): boolean {
  if (old.awaits.kind !== 'answer' || made.awaits.kind !== 'answer' || old.awaits.path !== made.awaits.path)
    return false
  const name = made.awaits.path.split('/').at(-1)!
  const { changed } = diffForms(before, after)
  const what = changed.find((one) => one.name === name)?.what ?? []
  return !what.some((change) => change === 'type' || change === 'text' || change === 'choices')
}

/** The next message is not taken for an answer: what is open now is put first. */
function unseen({ awaits }: Session): Session['awaits'] {
  return awaits.kind === 'nothing' ? awaits : { kind: 'answer', path: '', tries: 0 }
}

function optionsOf({ depth, state }: ReportToMove, language: string) {
  return { depth, language, submitted: state === 'returned' }
}

/** Answers at their new places, and what was carried or computed on the way to the question that is open now. */
function rowsOf(report: ReportToMove, { rewritten, events }: CarriedOver): AnswerRow[] {
  const base = { reportId: report.id, raw: null, personId: null, inboxId: null }
  return [
    ...rewritten.map(({ path, value, how, reason }) => ({
      ...base,
      path,
      value: value === null ? null : JSON.stringify(value),
      how,
      reason: reason ?? null,
    })),
    ...events.flatMap((event): AnswerRow[] => {
      if (event.kind !== 'answer-recorded') return []
      const how = event.by === 'person' ? 'given' : event.by
      return [{ ...base, path: event.path, value: JSON.stringify(event.value), how, reason: event.reason ?? null }]
    }),
  ]
}

/** Nobody is writing: only the places of the answers count. */
function emptyContext(now: number): EngineContext {
  return {
    now,
    zone: 'Asia/Jayapura',
    language: 'id',
    address: '',
    fields: {},
    instance: () => undefined,
    reportState: 'open',
  }
}

import {
  type ComingDate,
  cycleOf,
  datesBetween,
  dueBefore,
  type PlanningDate,
  type PlanningStep,
  planningStepName,
  type UsualDate,
} from '../domain/planning.ts'
import { kecamatanDates } from '../domain/rounds.ts'
import { addDays, isDate } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import type { Sql } from '../store/database.ts'
import { addShiftedDate, listRoundsBefore, listShiftedDates, type RoundBefore } from '../store/planning.ts'
import { listRoundForms, setRoundFormDates } from '../store/rounds.ts'
import { audit } from '../store/settings.ts'
import { addStaffItem } from '../store/staff-items.ts'
import { readSeed } from './seed-data.ts'
import type { Services } from './services.ts'

/** The dates of the planning cycle, and the rounds that have to be ready before one of them. */

let usual: readonly UsualDate[] | undefined

/** The dates that hold where a kabupaten has set none. */
export function usualDates(): readonly UsualDate[] {
  usual ??= readSeed('planning').table.steps
  return usual
}

/** The dates of these kabupaten: of one budget year, or whatever falls into these days. */
export async function planningDates(
  sql: Sql,
  kabupaten: readonly string[],
  which: { readonly budgetYear: number } | { readonly fromOn: string; readonly untilOn: string },
): Promise<readonly PlanningDate[]> {
  const shifted = await listShiftedDates(sql)
  return kabupaten.flatMap((code) =>
    'budgetYear' in which
      ? cycleOf(code, which.budgetYear, usualDates(), shifted)
      : datesBetween(code, which.fromOn, which.untilOn, usualDates(), shifted),
  )
}

/** The dates with the codes of the rounds that have to be ready before each. */
export async function withRounds(
  sql: Sql,
  dates: readonly PlanningDate[],
): Promise<readonly (PlanningDate & { readonly rounds: readonly string[] })[]> {
  if (dates.length === 0) return []
  const rounds = await listRoundsBefore(sql)
  return dates.map((date) => ({
    ...date,
    rounds: rounds.filter((round) => isAbout(round, date)).map(({ code }) => code),
  }))
}

/** What comes within so many days: for digests and papers. */
export async function comingDates(
  sql: Sql,
  kabupaten: readonly { readonly code: string; readonly name: string }[],
  todayOn: string,
  days: number,
): Promise<readonly ComingDate[]> {
  const codes = kabupaten.map(({ code }) => code)
  const dates = await planningDates(sql, codes, { fromOn: todayOn, untilOn: addDays(todayOn, days) })
  return (await withRounds(sql, dates)).map(({ kabupatenCode, step, budgetYear, on, isUsual, rounds }) => ({
    regionCode: kabupatenCode,
    name: kabupaten.find(({ code }) => code === kabupatenCode)!.name,
    step,
    budgetYear,
    on,
    isUsual,
    rounds,
  }))
}

const isAbout = (
  round: RoundBefore,
  date: { readonly kabupatenCode: string; readonly budgetYear: number; readonly step: PlanningStep },
) =>
  round.step === date.step &&
  round.budgetYear === date.budgetYear &&
  (round.kabupaten === '' || round.kabupaten.split(' ').includes(date.kabupatenCode))

export interface BeforeDate {
  readonly step: PlanningStep
  readonly budgetYear: number
  /** So many days before it everything has to be in. */
  readonly daysBefore: number
}

/**
 * The due date of a round's own forms so that all of it is ready before the date; in several kabupaten, before the
 * earliest of theirs. Throws `Problem` when the round could not be ready any more.
 */
export async function dueBeforeDate(
  sql: Sql,
  before: BeforeDate,
  round: { readonly kabupaten: readonly string[]; readonly withKecamatan: boolean; readonly opensOn: string },
): Promise<{ readonly dueOn: string; readonly date: PlanningDate }> {
  const dates = await planningDates(sql, round.kabupaten, { budgetYear: before.budgetYear })
  const date = dates.filter((d) => d.step === before.step).sort((a, b) => (a.on < b.on ? -1 : 1))[0]!
  const dueOn = dueBefore(date.on, before.daysBefore, round.withKecamatan)
  if (dueOn <= round.opensOn)
    throw new Problem(
      'too_late_for_date',
      `${planningStepName(before.step)} for budget year ${before.budgetYear} is on ${date.on} in ${date.kabupatenCode}: to be ready before it the round would be due ${dueOn}, not after it opens (${round.opensOn}). Open it earlier, name another year, or set the date with "kentongan planning set"`,
    )
  return { dueOn, date }
}

/** What a moved date means for a round that hangs on it. */
export interface RoundMoved {
  readonly code: string
  readonly state: RoundBefore['state']
  readonly dueOn: string
  readonly shouldBeDueOn: string
  /** A draft takes the new dates at once; of an open one people know the date, so staff decide. */
  readonly changed: boolean
}

/** Puts a kabupaten's own date in the place of the one before, and tells staff which rounds hang on it. */
export async function setPlanningDate(
  services: Services,
  date: {
    readonly kabupatenCode: string
    readonly step: PlanningStep
    readonly budgetYear: number
    readonly on: string
    readonly reason: string
  },
  by: { readonly now: number; readonly actor: string },
): Promise<{ readonly date: PlanningDate; readonly before: string; readonly rounds: readonly RoundMoved[] }> {
  const { kabupatenCode, step, budgetYear, on } = date
  const reason = date.reason.trim()
  if (!isDate(on)) throw new Problem('bad_date', `"${on}" is not a date such as 2025-02-12`)
  if (reason === '') throw new Problem('no_reason', 'say why, so that it can be understood later')
  if (Math.abs(Number(on.slice(0, 4)) - budgetYear) > 3)
    throw new Problem('bad_date', `${on} is far from budget year ${budgetYear}: correct one of them`)
  return services.db.transaction(async (sql) => {
    const { kabupaten } = await services.programme.get(sql)
    if (!Object.hasOwn(kabupaten, kabupatenCode))
      throw new Problem(
        'unknown_kabupaten',
        `the programme has no kabupaten ${kabupatenCode}, only ${Object.keys(kabupaten).join(', ')}`,
      )
    const find = async () => (await planningDates(sql, [kabupatenCode], { budgetYear })).find((d) => d.step === step)!
    const before = await find()
    await addShiftedDate(sql, { kabupatenCode, budgetYear, step, on, reason, at: by.now, actor: by.actor })
    await audit(sql, {
      at: by.now,
      actor: by.actor,
      action: 'planning_date_set',
      object: `planning:${kabupatenCode}:${step}:${budgetYear}`,
      details: { from: before.on, to: on },
    })
    const rounds: RoundMoved[] = []
    for (const round of await listRoundsBefore(sql))
      if (isAbout(round, date)) {
        const moved = await moveRound(sql, round, Object.keys(kabupaten))
        if (moved.dueOn === moved.shouldBeDueOn) continue
        rounds.push(moved)
        if (!moved.changed) await tellStaff(sql, moved, { ...date, name: kabupaten[kabupatenCode]!.name, now: by.now })
      }
    return { date: await find(), before: before.on, rounds }
  })
}

async function moveRound(sql: Sql, round: RoundBefore, all: readonly string[]): Promise<RoundMoved> {
  const forms = await listRoundForms(sql, round.id)
  const villages = forms.filter((f) => f.level === 'desa')
  const leading = villages[0] ?? forms[0]!
  const withKecamatan = villages.length > 0 && villages.length < forms.length
  const dates = await planningDates(sql, round.kabupaten === '' ? all : round.kabupaten.split(' '), round)
  const firstOn = dates
    .filter((d) => d.step === round.step)
    .map((d) => d.on)
    .sort()[0]!
  const shouldBeDueOn = dueBefore(firstOn, round.daysBefore, withKecamatan)
  const changed = round.state === 'draft' && shouldBeDueOn > leading.opensOn
  if (changed)
    for (const form of forms)
      await setRoundFormDates(
        sql,
        form.id,
        withKecamatan && form.level === 'kecamatan'
          ? kecamatanDates(shouldBeDueOn)
          : { opensOn: form.opensOn, dueOn: shouldBeDueOn },
      )
  return { code: round.code, state: round.state, dueOn: leading.dueOn, shouldBeDueOn, changed }
}

async function tellStaff(
  sql: Sql,
  { code, dueOn, shouldBeDueOn }: RoundMoved,
  about: Pick<PlanningDate, 'kabupatenCode' | 'step' | 'budgetYear' | 'on'> & {
    readonly name: string
    readonly now: number
  },
): Promise<void> {
  const { kabupatenCode, name, step, budgetYear, on, now } = about
  await addStaffItem(sql, {
    kind: 'note',
    key: `planning:${code}:${kabupatenCode}:${step}:${budgetYear}:${on}:${now}`,
    details: {
      reads: `${planningStepName(step)} ${budgetYear} di ${name} sekarang tanggal ${on}. Putaran ${code} sebaiknya siap sebelumnya: batasnya ${dueOn}, usulan kami ${shouldBeDueOn}.`,
    },
    at: now,
  })
}

import { defaultLadder, planLadder } from '../domain/ladder.ts'
import { levelOf, type Region } from '../domain/regions.ts'
import { obligationsFor } from '../domain/rounds.ts'
import { Problem } from '../lib/problem.ts'
import type { ChannelName } from '../messages/inbound.ts'
import type { Sql } from '../store/database.ts'
import { listProgrammeRegions } from '../store/regions.ts'
import { createObligations, listRoundForms, type ObligationRow, type RoundRow, setRoundState } from '../store/rounds.ts'
import { audit } from '../store/settings.ts'
import type { Unreachable } from './reach.ts'
import { placeOf, viewRounds } from './round-view.ts'
import type { Services } from './services.ts'

export interface PlannedInvitation {
  readonly obligationId: number
  readonly regionCode: string
  readonly name: string
  readonly form: string
  readonly dueAt: number
  readonly zone: string
  /** Undefined for a kecamatan, which waits for its villages, and where nobody can be reached. */
  readonly invitedAt: number | undefined
  readonly channel: ChannelName | undefined
  readonly unreachable: Unreachable | undefined
}

export interface RoundPlan {
  readonly code: string
  readonly obligations: number
  readonly byForm: Readonly<Record<string, number>>
  readonly byChannel: Readonly<Record<string, number>>
  readonly places: readonly PlannedInvitation[]
}

/**
 * Opens a round: what every place owes is made now, also for places that nobody can be reached in. The invitations
 * leave by the ladder, at the hour that each place allows. `dryRun`: the plan alone, and nothing is kept.
 */
export async function openRound(
  services: Services,
  round: RoundRow,
  options: { readonly now: number; readonly actor: string; readonly dryRun?: boolean },
): Promise<RoundPlan> {
  if (round.state === 'closed')
    throw new Problem('round_closed', `round ${round.code} is closed: make a new one instead`)
  const dryRun = new Error('nothing is kept')
  let plan: RoundPlan | undefined
  try {
    await services.db.transaction(async (sql) => {
      await makeObligations(services, sql, round)
      await setRoundState(sql, round.id, 'open', options.now)
      plan = await planOf(services, sql, round, options.now)
      if (options.dryRun) throw dryRun
      await audit(sql, {
        at: options.now,
        actor: options.actor,
        action: 'open_round',
        object: `round:${round.code}`,
        details: { obligations: plan.obligations },
      })
    })
  } catch (error) {
    if (error !== dryRun) throw error
  }
  return plan!
}

/** The villages and kecamatan of the programme in the round's kabupaten owe its forms. */
async function makeObligations(services: Services, sql: Sql, round: RoundRow): Promise<void> {
  const kabupaten = round.kabupaten.split(' ').filter((code) => code !== '')
  const all = await listProgrammeRegions(sql)
  const regions: readonly Region[] = all.filter(
    (r) => kabupaten.length === 0 || kabupaten.some((code) => r.code.startsWith(`${code}.`)),
  )
  const forms = await listRoundForms(sql, round.id)
  if (forms.length === 0) throw new Problem('round_without_form', `round ${round.code} asks no form`)
  if (!regions.some((r) => levelOf(r.code) === 'desa'))
    throw new Problem(
      'no_villages',
      'no village belongs to the programme yet: import contacts with "people import", or the plans with "plan import"',
    )
  for (const form of forms)
    await createObligations(
      sql,
      services.db,
      form.id,
      obligationsFor(
        { form: form.formName, level: form.level, depth: form.depth, opensOn: form.opensOn, dueOn: form.dueOn },
        regions,
      ),
    )
}

async function planOf(services: Services, sql: Sql, round: RoundRow, now: number): Promise<RoundPlan> {
  const { views, calendar } = await viewRounds(services, sql, { now, roundId: round.id })
  const places = views.map(({ obligation, reach, ladder }): PlannedInvitation => {
    const reachable = reach.because === undefined
    const invitation = planLadder({ ...ladder, opensAt: startOf(obligation, now) }, defaultLadder, calendar).find(
      (step) => step.kind === 'invitation',
    )
    return {
      obligationId: obligation.id,
      regionCode: obligation.regionCode,
      name: obligation.regionName,
      form: obligation.formName,
      dueAt: obligation.dueAt,
      zone: placeOf(obligation).zone,
      invitedAt: reachable && obligation.opensAt !== null ? invitation?.idealAt : undefined,
      channel: reachable ? (reach.holder.channel ?? undefined) : undefined,
      unreachable: reach.because,
    }
  })
  return {
    code: round.code,
    obligations: new Set(places.map((p) => p.obligationId)).size,
    byForm: countBy(places, (p) => p.form),
    byChannel: countBy(
      places.filter((p) => p.channel !== undefined),
      (p) => p.channel!,
    ),
    places,
  }
}

/** A round opened later than its first day invites from now on. */
function startOf(obligation: ObligationRow, now: number): number | null {
  return obligation.opensAt === null ? null : Math.max(obligation.opensAt, now)
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1
  return counts
}

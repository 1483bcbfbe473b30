import { defaultLadder, planLadder } from '../domain/ladder.ts'
import { type ObligationDraft, obligationsFor } from '../domain/rounds.ts'
import { Problem } from '../lib/problem.ts'
import type { ChannelName } from '../messages/inbound.ts'
import type { Sql } from '../store/database.ts'
import { createObligations, listObligations, type ObligationRow } from '../store/obligations.ts'
import { listProgrammeRegions, listRegionsByCode } from '../store/regions.ts'
import { listRoundForms, type RoundFormRow, type RoundRow, setRoundState } from '../store/rounds.ts'
import { audit } from '../store/settings.ts'
import type { Unreachable } from './reach.ts'
import { viewRounds } from './round-view.ts'
import type { Services } from './services.ts'

export interface PlannedInvitation {
  readonly regionCode: string
  readonly name: string
  readonly form: string
  /** Null for a kecamatan, which waits for its villages. */
  readonly opensAt: number | null
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
 * leave by the ladder, at the hour that each place allows.
 */
export async function openRound(
  services: Services,
  round: RoundRow,
  options: { readonly now: number; readonly actor: string },
): Promise<RoundPlan> {
  return services.db.transaction((sql) => openRoundIn(services, sql, round, options))
}

/** The same inside a transaction that is open already. */
export async function openRoundIn(
  services: Services,
  sql: Sql,
  round: RoundRow,
  options: { readonly now: number; readonly actor: string },
): Promise<RoundPlan> {
  for (const { form, drafts } of await draftsOf(sql, round, await listRoundForms(sql, round.id)))
    await createObligations(sql, services.db, form.id, drafts)
  await setRoundState(sql, round.id, 'open', options.now)
  const plan = await planOf(services, sql, round, await listObligations(sql, { roundId: round.id }), options.now)
  await audit(sql, {
    at: options.now,
    actor: options.actor,
    action: 'open_round',
    object: `round:${round.code}`,
    details: { obligations: plan.obligations },
  })
  return plan
}

/** What opening would do: who owes what, when each is invited and over which channel, and who cannot be reached and why. */
export async function previewRound(services: Services, sql: Sql, round: RoundRow, now: number): Promise<RoundPlan> {
  const forms = await listRoundForms(sql, round.id)
  const drafts = await draftsOf(sql, round, forms)
  const known = new Map(
    (
      await listRegionsByCode(
        sql,
        services.db,
        drafts.flatMap((d) => d.drafts.map((own) => own.regionCode)),
      )
    ).map((r) => [r.code, r]),
  )
  // not there yet: numbers that no row has, each its own
  let unmade = 0
  const obligations = drafts.flatMap(({ form, drafts: own }) =>
    own.map((draft): ObligationRow => {
      const region = known.get(draft.regionCode)!
      return {
        ...form,
        ...draft,
        id: --unmade,
        roundFormId: form.id,
        roundId: round.id,
        roundCode: round.code,
        roundNumber: round.number,
        roundState: round.state,
        title: form.formName,
        regionName: region.name,
        regionKind: region.kind,
        reporting: region.reporting,
        excusedBecause: null,
      }
    }),
  )
  return planOf(services, sql, round, obligations, now)
}

interface FormDrafts {
  readonly form: RoundFormRow
  readonly drafts: readonly ObligationDraft[]
}

/** The villages and kecamatan of the programme in the round's kabupaten owe its forms. */
async function draftsOf(sql: Sql, round: RoundRow, forms: readonly RoundFormRow[]): Promise<readonly FormDrafts[]> {
  if (round.state === 'closed')
    throw new Problem('round_closed', `round ${round.code} is closed: make a new one instead`)
  const kabupaten = round.kabupaten.split(' ').filter((code) => code !== '')
  const all = await listProgrammeRegions(sql)
  const regions = all.filter((r) => kabupaten.length === 0 || kabupaten.some((code) => r.code.startsWith(`${code}.`)))
  if (forms.length === 0) throw new Problem('round_without_form', `round ${round.code} asks no form`)
  if (!regions.some((r) => r.level === 'desa'))
    throw new Problem(
      'no_villages',
      'no village belongs to the programme yet: import contacts with "people import", or the plans with "plan import"',
    )
  return forms.map((form) => ({ form, drafts: obligationsFor({ ...form, form: form.formName }, regions) }))
}

async function planOf(
  services: Services,
  sql: Sql,
  round: RoundRow,
  obligations: readonly ObligationRow[],
  now: number,
): Promise<RoundPlan> {
  const { views, calendar } = await viewRounds(services, sql, { now, obligations })
  const places = views.map(({ obligation, reach, ladder }): PlannedInvitation => {
    const reachable = reach.because === undefined
    const invitation = planLadder({ ...ladder, opensAt: startOf(obligation, now) }, defaultLadder, calendar).find(
      (step) => step.kind === 'invitation',
    )
    return {
      regionCode: obligation.regionCode,
      name: obligation.regionName,
      form: obligation.formName,
      opensAt: obligation.opensAt,
      dueAt: obligation.dueAt,
      zone: obligation.zone,
      invitedAt: reachable && obligation.opensAt !== null ? invitation?.idealAt : undefined,
      channel: reachable ? (reach.holder.channel ?? undefined) : undefined,
      unreachable: reach.because,
    }
  })
  return {
    code: round.code,
    obligations: obligations.length,
    byForm: countBy(obligations, (o) => o.formName),
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

import { isIn } from '../../domain/rounds.ts'
import { localDate } from '../../lib/local-time.ts'
import { messageOf, Problem } from '../../lib/problem.ts'
import { listRoundForms, listRounds, type RoundRow } from '../../store/rounds.ts'
import {
  roundNotOpened,
  roundOpened,
  roundOpenRefused,
  roundPreview,
  roundStatus,
  rounds,
} from '../../wording/system/rounds.ts'
import { channelTitle } from '../channel-titles.ts'
import { menuOrWelcome } from '../menu.ts'
import { openRoundIn, previewRound, type RoundPlan } from '../open-round.ts'
import { onePerPlace, viewRounds } from '../round-view.ts'
import type { LaneTurn } from '../turn.ts'

/** "/putaran": the rounds, for those who may open one; with a code, its preview or how far it is. */
export async function putaran(turn: LaneTurn, argument: string): Promise<void> {
  if (!(await mayOpenRound(turn, undefined))) return refuse(turn)
  const { sql } = turn
  const to = await turn.audience()
  const all = (await listRounds(sql)).filter((r) => r.state !== 'closed')
  const round = all.find((r) => r.code === argument)
  if (!round) {
    const named = []
    for (const r of all) named.push({ code: r.code, state: r.state, dueOn: await dueOn(turn, r) })
    turn.ask({ ask: 'choose_round', codes: all.map((r) => r.code) })
    return turn.reply(rounds(named, to))
  }
  if (!(await mayOpenRound(turn, round))) return refuse(turn)
  if (round.state === 'open') {
    const { views } = await viewRounds(turn.services, sql, { now: turn.now, roundId: round.id })
    const villages = onePerPlace(views, turn.now).filter((v) => v.obligation.level === 'desa')
    return turn.reply(
      roundStatus(
        {
          code: round.code,
          dueOn: await dueOn(turn, round),
          in: villages.filter((v) => isIn(v.status)).length,
          of: villages.length,
          half: villages.filter((v) => v.status.isHalfDone).length,
          late: villages.filter((v) => v.status.state === 'late').length,
        },
        to,
      ),
    )
  }
  try {
    const plan = await previewRound(turn.services, sql, round, turn.now)
    turn.ask({ ask: 'open_round', code: round.code })
    turn.reply(roundPreview({ dueOn: await dueOn(turn, round), ...summary(plan, turn.now) }, to))
  } catch (error) {
    refuseWith(turn, round, error, to)
  }
}

/** The preview was confirmed. */
export async function buka_putaran(turn: LaneTurn, argument: string): Promise<void> {
  const round = (await listRounds(turn.sql)).find((r) => r.code === argument)
  if (!round || !(await mayOpenRound(turn, round))) return refuse(turn)
  const to = await turn.audience()
  try {
    const plan = await openRoundIn(turn.services, turn.sql, round, { now: turn.now, actor: `person:${turn.personId}` })
    turn.reply(roundOpened(summary(plan, turn.now), to))
  } catch (error) {
    refuseWith(turn, round, error, to)
  }
}

export async function batal_putaran(turn: LaneTurn, argument: string): Promise<void> {
  turn.reply(roundNotOpened(argument, await turn.audience()))
}

function summary(plan: RoundPlan, now: number) {
  const invited = plan.places.filter((p) => p.invitedAt !== undefined)
  return {
    code: plan.code,
    invited: invited.length,
    firstAt: Math.min(...invited.map((p) => p.invitedAt!), ...(invited.length === 0 ? [now] : [])),
    channels: Object.entries(plan.byChannel).map(([channel, count]) => ({
      channel: channelTitle(channel as never),
      count,
    })),
    waiting: plan.places.filter((p) => p.opensAt === null).length,
    unreachable: plan.places.filter((p) => p.unreachable !== undefined).map((p) => p.name),
  }
}

async function dueOn(turn: LaneTurn, round: RoundRow): Promise<string> {
  const forms = await listRoundForms(turn.sql, round.id)
  return forms.find((f) => f.level === 'desa')?.dueOn ?? forms[0]?.dueOn ?? localDate(turn.now, 'Asia/Makassar')
}

/** In every kabupaten of the round, and for the list in any of the programme's. */
export async function mayOpenRound(turn: LaneTurn, round: RoundRow | undefined): Promise<boolean> {
  const programme = await turn.services.programme.get(turn.sql)
  const own = Object.keys(programme.kabupaten)
  if (!round) {
    for (const code of own) if (await turn.may('open_round', code)) return true
    return false
  }
  const wanted = round.kabupaten.split(' ').filter((code) => code !== '')
  for (const code of wanted.length > 0 ? wanted : own) if (!(await turn.may('open_round', code))) return false
  return true
}

/** People without the right are not told that the command exists. */
async function refuse(turn: LaneTurn): Promise<void> {
  turn.reply(await menuOrWelcome(turn))
}

function refuseWith(turn: LaneTurn, round: RoundRow, error: unknown, to: Parameters<typeof roundOpenRefused>[2]): void {
  if (!(error instanceof Problem)) throw error
  turn.reply(roundOpenRefused(round.code, messageOf(error), to))
}

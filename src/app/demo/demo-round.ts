import { WHOLE_PROGRAMME } from '../../domain/regions.ts'
import type { ManualClock } from '../../lib/clock.ts'
import { addDays, DAY, HOUR, instantOf, localDate, MINUTE } from '../../lib/local-time.ts'
import { type Ledger, readLedger } from '../../store/ledger.ts'
import { type DemoCast, type DemoPerson, demoInvitation, demoUserIds } from '../demo-cast.ts'
import type { Services } from '../services.ts'
import { type Invented, inventPeople, zoneOf } from './cast.ts'
import type { LabelledReplies } from './labelled-replies.ts'
import { type Actor, type ChatLine, type SimulatedNetwork, Stage } from './play-round.ts'
import { QuestionReader, shippedFormsCompiled } from './question-reader.ts'
import { RoundOpener } from './staff.ts'
import { readManners } from './typing.ts'

/** How long the demo plays: the village round, its ladder, the kecamatan reports and theirs. */
const DAYS = 26

export interface DemoOutcome {
  readonly ledger: Ledger
  readonly cast: DemoCast
  readonly people: readonly Invented[]
  readonly messagesFromPeople: number
  /** Questions that were asked once more because the first reply could not be read. */
  readonly askedAgain: number
  readonly puzzled: readonly string[]
  readonly enrolled: number
  chatOf(person: DemoPerson): readonly ChatLine[]
}

/**
 * A whole round with invented people through the real pipeline, on a clock that jumps from one happening to the next:
 * staff open it in chat, villages are invited at their hour, answer as people type, are reminded and escalated, the
 * camat report, and the digests go out.
 */
export async function playDemoRound(
  services: Services,
  parts: {
    readonly clock: ManualClock
    readonly network: SimulatedNetwork
    readonly cast: DemoCast
    readonly seed: string
    readonly labelled?: LabelledReplies | undefined
    readonly runJobs: (now: number) => Promise<unknown>
    /** Called at the end of each day of the round with its number (from 1). */
    readonly onDay?: (day: number, on: string, ledger: Ledger) => void
    /** Stops in the middle, at this instant. */
    readonly until?: number
  },
): Promise<DemoOutcome> {
  const { clock, cast, seed, until = Number.POSITIVE_INFINITY } = parts
  const startedAt = clock.now()
  const todayOn = localDate(startedAt, 'Asia/Makassar')
  const people = inventPeople(cast, {
    seed,
    todayOn,
    labelled: parts.labelled,
    manners: readManners(),
    reader: new QuestionReader(shippedFormsCompiled()),
  })
  const userIds = demoUserIds(cast.people)
  const opener = cast.people.find((p) => p.regions.includes(WHOLE_PROGRAMME))!
  const staff = new RoundOpener(userIds.get(opener.key)!, zoneOf(opener.regions[0]!))
  const actors: Actor[] = [...people.map((p) => p.villager), staff]
  const stage = new Stage(services, { ...parts, actors })

  stage.plan(staff.userId, startedAt + MINUTE, { kind: 'text', text: '/putaran' })
  const enrolling = people.filter((p) => p.isNew)
  enrolling.forEach(({ person, villager }, i) => {
    const { code } = demoInvitation(services.hashKey, person)
    stage.plan(villager.userId, startedAt + 3 * HOUR + i * 20 * HOUR, { kind: 'text', text: code })
  })

  for (let day = 1; day <= DAYS && clock.now() < until; day++) {
    const on = addDays(todayOn, day - 1)
    await stage.playUntil(Math.min(instantOf(on, '00:00', 'Asia/Makassar') + DAY, until))
    parts.onDay?.(day, on, await readLedger(services.db))
  }
  return {
    ledger: await readLedger(services.db),
    cast,
    people,
    messagesFromPeople: stage.messagesFromPeople,
    askedAgain: people.reduce((sum, p) => sum + p.villager.tally.askedAgain, 0),
    puzzled: people.flatMap((p) => p.villager.tally.puzzled),
    enrolled: enrolling.filter((p) => p.villager.tally.understood > 0).length,
    chatOf: (person) => stage.chat(userIds.get(person.key)!),
  }
}

import { WHOLE_PROGRAMME } from '../../domain/regions.ts'
import type { ManualClock } from '../../lib/clock.ts'
import { addDays, DAY, HOUR, instantOf, localDate, MINUTE } from '../../lib/local-time.ts'
import { type DemoCast, type DemoPerson, demoInvitation, demoUserIds } from '../demo-cast.ts'
import type { Services } from '../services.ts'
import { castAfter, type Invented, inventPeople, zoneOf } from './cast.ts'
import type { LabelledReplies } from './labelled-replies.ts'
import { type Actor, type ChatLine, type SimulatedNetwork, Stage } from './play-round.ts'
import { QuestionReader, shippedFormsCompiled } from './question-reader.ts'
import { RoundOpener } from './staff.ts'
import { readManners } from './typing.ts'

/**
 * Rounds with invented people through the real pipeline, on a clock that jumps from one happening to the next: staff
 * open a round in chat, villages are invited at their hour, answer as people type, are reminded and escalated, and the
 * camat report.
 */
export class DemoPlay {
  readonly stage: Stage
  readonly userIds: ReadonlyMap<string, string>
  /** Who answered in each round so far. */
  readonly rounds: (readonly Invented[])[] = []
  readonly #services: Services
  readonly #clock: ManualClock
  readonly #seed: string
  readonly #labelled: LabelledReplies | undefined
  readonly #tools = { manners: readManners(), reader: new QuestionReader(shippedFormsCompiled()) }
  #cast: DemoCast

  constructor(
    services: Services,
    parts: {
      readonly clock: ManualClock
      readonly network: SimulatedNetwork
      readonly cast: DemoCast
      readonly seed: string
      readonly labelled?: LabelledReplies | undefined
      readonly runJobs: (now: number) => Promise<unknown>
    },
  ) {
    this.#services = services
    this.#clock = parts.clock
    this.#cast = parts.cast
    this.#seed = parts.seed
    this.#labelled = parts.labelled
    this.userIds = demoUserIds(parts.cast.people)
    this.stage = new Stage(services, parts)
  }

  /**
   * The draft round is opened in chat a minute from now. Each round has people who are late or make slips by chance; in
   * the first, some habits are certain, and those with a code enrol. `also`: others at the phones, asked first.
   */
  beginRound(also: readonly Actor[] = []): void {
    const now = this.#clock.now()
    const before = this.rounds.at(-1)
    if (before) this.#cast = castAfter(this.#cast, before)
    const people = inventPeople(this.#cast, {
      seed: before ? `${this.#seed} ${this.rounds.length + 1}` : this.#seed,
      todayOn: localDate(now, 'Asia/Makassar'),
      byChance: before !== undefined,
      labelled: this.#labelled,
      ...this.#tools,
    })
    this.rounds.push(people)
    const opener = this.#cast.people.find((p) => p.regions.includes(WHOLE_PROGRAMME))!
    const staff = new RoundOpener(this.phoneOf(opener).userId, zoneOf(opener.regions[0]!))
    this.stage.cast([...also, ...people.map((p) => p.villager), staff])
    this.stage.plan(staff, now + MINUTE, { kind: 'text', text: '/putaran' })
    if (before) return
    people
      .filter((p) => p.isNew)
      .forEach(({ person, villager }, i) => {
        const { code } = demoInvitation(this.#services.hashKey, person)
        this.stage.plan(villager, now + 3 * HOUR + i * 20 * HOUR, { kind: 'text', text: code })
      })
  }

  /** Days from today on, each told of at its end. */
  async playDays(days: number, onDay?: (day: number, on: string) => Promise<void>, until = Number.POSITIVE_INFINITY) {
    const firstOn = localDate(this.#clock.now(), 'Asia/Makassar')
    for (let day = 1; day <= days && this.#clock.now() < until; day++) {
      const on = addDays(firstOn, day - 1)
      await this.stage.playUntil(Math.min(instantOf(on, '00:00', 'Asia/Makassar') + DAY, until))
      await onDay?.(day, on)
    }
  }

  phoneOf(person: DemoPerson): { readonly userId: string; readonly zone: string } {
    return { userId: this.userIds.get(person.key)!, zone: zoneOf(person.regions[0]!) }
  }

  chatOf(person: DemoPerson): readonly ChatLine[] {
    return this.stage.chat(this.phoneOf(person).userId)
  }
}

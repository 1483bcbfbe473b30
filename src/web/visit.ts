import type { Services } from '../app/services.ts'
import { WHOLE_PROGRAMME } from '../domain/regions.ts'
import { type Action, type Actor, can } from '../domain/rights.ts'
import type { Json } from '../lib/json.ts'
import { HOUR, localDate } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import type { Database } from '../store/database.ts'
import { actorSeats, findPerson, type HeldSeat, listHeldSeats, type Person } from '../store/people.ts'
import { audit } from '../store/settings.ts'
import type { WebSession } from '../store/sign-in.ts'
import type { TextArguments } from '../wording/texts.ts'
import { nearDayWords, type Speech, timeWords } from '../wording/when.ts'
import type { KeptFigures } from './kept-figures.ts'

/** One request of somebody who is signed in: who it is, what they may, and how they are spoken to. */
export class Visit {
  readonly services: Services
  readonly db: Database
  readonly now: number
  /** Undefined for the first sign-in, which acts as admin. */
  readonly person: Person | undefined
  readonly seats: readonly HeldSeat[]
  readonly actor: Actor
  readonly speech: Speech
  /** For the hidden field of every form. */
  readonly csrf: string
  readonly url: URL
  readonly demo: boolean
  /** The chat simulator would answer this visitor. */
  readonly simulator: boolean
  readonly kept: KeptFigures

  constructor(facts: {
    readonly services: Services
    readonly now: number
    readonly visitor: Visitor
    readonly language: string
    readonly zone: string
    readonly csrf: string
    readonly url: URL
    readonly demo: boolean
    readonly simulator: boolean
    readonly kept: KeptFigures
  }) {
    const { services, visitor } = facts
    this.services = services
    this.db = services.db
    this.now = facts.now
    this.person = visitor.person
    this.seats = visitor.seats
    this.actor = visitor.actor
    this.speech = { texts: services.texts, language: facts.language, zone: facts.zone }
    this.csrf = facts.csrf
    this.url = facts.url
    this.demo = facts.demo
    this.simulator = facts.simulator
    this.kept = facts.kept
  }

  /** An arrow, so that pages may take it out: `const { t } = visit`. */
  readonly t = (key: string, args?: TextArguments): string => {
    return this.services.texts.t(this.speech.language, key, args)
  }

  can(action: Action, regionCode: string): boolean {
    return can(this.actor, action, { regionCode })
  }

  /** Throws `Problem('forbidden')`. */
  must(action: Action, regionCode: string): void {
    if (!this.can(action, regionCode)) throw forbidden()
  }

  /** The regions in which a seat of the visitor gives this right; empty for none. */
  scope(action: Action): readonly string[] {
    return scopeOf(this.actor, action)
  }

  /** Who did it, in the audit. */
  get actorName(): string {
    return this.person ? `person:${this.person.id}` : 'console:first'
  }

  /** Writes who did or read what. Ids and codes only. */
  async note(action: string, object: string, details?: Readonly<Record<string, Json>>): Promise<void> {
    await audit(this.db, { at: this.now, actor: this.actorName, action, object, ...(details && { details }) })
  }

  /** "hari ini pukul 09.00 WIT" in the visitor's zone, or the given one. */
  when(at: number, zone = this.speech.zone): string {
    const speech = { ...this.speech, zone }
    return `${nearDayWords(localDate(at, zone), this.now, speech)} ${timeWords(at, speech)}`
  }

  /** "Rabu, 14 Agustus" of the local date of an instant. */
  day(at: number, zone = this.speech.zone): string {
    return nearDayWords(localDate(at, zone), this.now, { ...this.speech, zone })
  }

  /** "14 Agu 2024" of a local date: for tables. */
  short(on: string): string {
    const [year, month, day] = on.split('-')
    const names = this.t('month-names').split(' ')
    return `${Number(day)} ${names[Number(month) - 1]?.slice(0, 3)} ${year}`
  }

  /** "3 jam", "2 hari" since an instant. */
  since(at: number): string {
    const hours = Math.floor((this.now - at) / HOUR)
    if (hours < 1) return this.t('console-minutes', { n: Math.max(0, Math.floor((this.now - at) / 60_000)) })
    if (hours < 48) return this.t('span-hours', { n: hours })
    return this.t('span-days', { n: Math.floor(hours / 24) })
  }
}

export interface Visitor {
  readonly person: Person | undefined
  readonly seats: readonly HeldSeat[]
  readonly actor: Actor
}

/** Who a session belongs to now. Rights are read anew with every page, so a seat that ended gives none from then on. */
export async function visitorOf(
  services: Services,
  session: Pick<WebSession, 'personId'>,
  now: number,
): Promise<Visitor | undefined> {
  if (session.personId === null)
    return {
      person: undefined,
      seats: [],
      actor: { seats: [{ position: 'admin', regionCode: WHOLE_PROGRAMME }] },
    }
  const person = await findPerson(services.db, session.personId)
  if (!person) return undefined
  const seats = await listHeldSeats(services.db, person.id, now)
  return { person, seats, actor: { seats: actorSeats(seats) } }
}

export function scopeOf(actor: Actor, action: Action): readonly string[] {
  const scopes = actor.seats.flatMap((seat) => {
    const regionCode = 'regionCode' in seat ? seat.regionCode : seat.bodyKabupaten
    // what a seat gives, unless another seat of the same person takes it away
    return can({ seats: [seat] }, action, { regionCode }) && can(actor, action, { regionCode }) ? [regionCode] : []
  })
  return [...new Set(scopes)]
}

export const forbidden = () => new Problem('forbidden', 'the seat of this visitor does not give that right')
export const notFound = () => new Problem('not_found', 'there is no such page')

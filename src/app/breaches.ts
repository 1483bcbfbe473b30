import { type BreachKind, hoursLeft, isBreachKind } from '../domain/breaches.ts'
import { type Position, positions } from '../domain/positions.ts'
import { Problem } from '../lib/problem.ts'
import {
  type Breach,
  type BreachScope,
  changeBreach,
  countTouched,
  createBreach,
  findBreach,
  listBreaches,
  listTouched,
  markTold,
  type Touched,
  type TouchedPerson,
} from '../store/breaches.ts'
import type { Sql } from '../store/database.ts'
import { listSeatHolders, type SeatHolder } from '../store/people.ts'
import { audit } from '../store/settings.ts'
import { breachTold } from '../wording/system/breach.ts'
import { reachOf, type Unreachable } from './reach.ts'
import type { Services } from './services.ts'
import { tellPerson } from './superiors.ts'

interface By {
  readonly now: number
  readonly actor: string
}

/** Writes down that personal data may have got out, and who is touched by it. Nothing is sent. */
export async function openBreach(
  { db }: Services,
  scope: BreachScope,
  about: { readonly knownAt: number; readonly what: string; readonly handling: string },
  by: By,
): Promise<Touched & { readonly id: number }> {
  return db.transaction(async (sql) => {
    const touched = await countTouched(sql, scope)
    const id = await createBreach(sql, scope, { ...about, ...touched, ...by })
    await note(sql, 'open_breach', id, by, { ...touched, kinds: scope.kinds.join(' '), region: scope.regionCode })
    return { ...touched, id }
  })
}

/** Throws `Problem('unknown_breach')`. */
export async function requireBreach(sql: Sql, id: number): Promise<Breach> {
  const breach = await findBreach(sql, id)
  if (!breach) throw new Problem('unknown_breach', `there is no breach ${id}: "kentongan breach list" shows them`)
  return breach
}

export interface Reached extends TouchedPerson {
  /** Who is written to; undefined: they are told by letter, for this reason. */
  readonly holder: SeatHolder | undefined
  readonly because: Unreachable | 'no_seat' | undefined
}

/** Everybody who is touched, with how they can be told. Who stopped the bot is not written to by it. */
export async function touchedPeople({ db }: Services, breachId: number, now: number): Promise<readonly Reached[]> {
  const all: readonly Position[] = positions
  const seats = Map.groupBy(await listSeatHolders(db, db, { positions: all, now }), (h) => h.personId)
  return (await listTouched(db, breachId))
    .filter(({ erased }) => !erased)
    .map((person) => {
      const reaches = (seats.get(person.personId) ?? []).map(reachOf)
      const reached = reaches.find((reach) => reach.because === undefined)
      return {
        ...person,
        holder: reached?.holder,
        because: reached ? undefined : (reaches[0]?.because ?? 'no_seat'),
      }
    })
}

/** Queues the message to everybody who can be written to and was not told. Returns how many, and how many need a letter. */
export async function tellTouched(
  services: Services,
  breach: Breach,
  by: By,
): Promise<{ readonly queued: number; readonly byLetter: number }> {
  if (breach.closedAt !== null) throw new Problem('breach_closed', `breach ${breach.id} is closed`)
  const waiting = (await touchedPeople(services, breach.id, by.now)).filter(({ toldAt }) => toldAt === null)
  const reachable = waiting.filter(({ holder }) => holder !== undefined)
  const { implementer } = await services.programme.get(services.db)
  await services.db.transaction(async (sql) => {
    for (const { holder, kinds, personId } of reachable)
      await tellPerson(
        services,
        sql,
        holder!,
        `breach:${breach.id}:${personId}`,
        (to) =>
          breachTold(
            {
              name: holder!.name,
              kinds: breachKindsOf(kinds),
              what: breach.what,
              handling: breach.handling,
              contact: implementer,
            },
            to,
          ),
        by.now,
      )
    const personIds = reachable.map(({ personId }) => personId)
    await markTold(sql, services.db, { breachId: breach.id, personIds, how: 'chat', at: by.now })
    await note(sql, 'tell_breach', breach.id, by, { queued: reachable.length })
  })
  services.bells.outbox.ring()
  return { queued: reachable.length, byLetter: waiting.length - reachable.length }
}

/** Staff told somebody otherwise: these persons by letter, the authority, the public. */
export async function noteTold(
  { db }: Services,
  id: number,
  told: { readonly letters?: readonly number[]; readonly authorityAt?: number; readonly publicAt?: number },
  by: By,
): Promise<void> {
  await db.transaction(async (sql) => {
    const { letters = [], ...instants } = told
    if (letters.length > 0) await markTold(sql, db, { breachId: id, personIds: letters, how: 'surat', at: by.now })
    await changeBreach(sql, id, instants)
    await note(sql, 'note_breach', id, by, { letters: letters.length, ...instants })
  })
}

/** Throws `Problem('breach_open')` while the authority or somebody was not told. */
export async function closeBreach({ db }: Services, breach: Breach, why: string, by: By): Promise<void> {
  await db.transaction(async (sql) => {
    const { left } = await requireBreach(sql, breach.id)
    if (left > 0 || breach.authorityAt === null)
      throw new Problem(
        'breach_open',
        `${[left > 0 ? `${left} people were not told` : '', breach.authorityAt === null ? 'the authority was not told' : ''].filter(Boolean).join(', and ')}: "kentongan breach tell ${breach.id}"`,
      )
    await changeBreach(sql, breach.id, { closedAt: by.now, note: why })
    await note(sql, 'close_breach', breach.id, by, {})
  })
}

/** For the doctor: every open breach, in numbers. */
export async function breachFindings(
  sql: Sql,
  now: number,
): Promise<readonly { readonly over: boolean; readonly sentence: string }[]> {
  return (await listBreaches(sql))
    .filter(({ closedAt }) => closedAt === null)
    .map(({ id, knownAt, people, told, left, authorityAt }) => {
      const hours = hoursLeft(knownAt, now)
      const done = left === 0 && authorityAt !== null
      const clock = hours < 0 ? `${-hours} hours over the three days` : `${hours} hours are left of the three days`
      return {
        over: hours < 0 && !done,
        sentence: `breach ${id}: ${done ? 'everybody was told; "kentongan breach close" ends it' : `${clock}; ${told} of ${people} people told, the authority ${authorityAt === null ? 'not yet' : 'told'}`}.`,
      }
    })
}

export const breachKindsOf = (kinds: string): readonly BreachKind[] => kinds.split(' ').filter(isBreachKind)

/** Counts, codes and instants only. */
async function note(
  sql: Sql,
  action: string,
  id: number,
  by: By,
  details: Readonly<Record<string, string | number>>,
): Promise<void> {
  await audit(sql, { at: by.now, actor: by.actor, action, object: `breach:${id}`, details })
}

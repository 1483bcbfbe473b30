import { type Position, positionFacts, positions } from '../domain/positions.ts'
import { listSeatHolders, type SeatHolder } from '../store/people.ts'
import { listRegionsNamed } from '../store/regions.ts'
import type { LaneTurn } from './turn.ts'

/** Who is meant by "Basri, Raja Negeri, Amarsekaru": the one holder of a seat in a place of that name whose own name or position is in the text; undefined when it is nobody, or more than one. */
export async function findNamedHolder(turn: LaneTurn, text: string): Promise<SeatHolder | undefined> {
  const words = wordsOf(text)
  const places = await listRegionsNamed(turn.sql, turn.services.db, phrasesOf(words))
  if (places.length === 0 || places.length > 20) return undefined
  const holders = await listSeatHolders(turn.sql, turn.services.db, {
    positions,
    regionCodes: places.map((p) => p.code),
    now: turn.now,
  })
  const placeWords = new Set(places.flatMap((p) => wordsOf(p.name)))
  const said = new Set(words.filter((word) => !placeWords.has(word) && word.length > 2))
  const byName = holders.filter((h) => wordsOf(h.name).some((word) => said.has(word)))
  const byPosition = holders.filter((h) =>
    namesOf(h.position).some((name) => name.every((word) => words.includes(word))),
  )
  const both = byName.filter((h) => byPosition.includes(h))
  return [both, byName, byPosition].map(onePerson).find((holder) => holder !== undefined)
}

/** The first seat of the only person among these. */
function onePerson(holders: readonly SeatHolder[]): SeatHolder | undefined {
  return new Set(holders.map((h) => h.personId)).size === 1 ? holders[0] : undefined
}

function namesOf(position: Position): readonly (readonly string[])[] {
  const { label, alsoCalled = [] } = positionFacts[position]
  return [label, ...alsoCalled].map(wordsOf)
}

export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []
}

/** Runs of up to four words, each of which may be the name of a place. */
export function phrasesOf(words: readonly string[]): readonly string[] {
  return words.slice(0, 40).flatMap((_, i) => [1, 2, 3, 4].map((n) => words.slice(i, i + n).join(' ')))
}

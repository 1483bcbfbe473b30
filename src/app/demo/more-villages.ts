import { kecamatanOf } from '../../domain/regions.ts'
import { UsageProblem } from '../../lib/problem.ts'
import type { DemoCast, DemoPerson } from '../demo-cast.ts'

/**
 * The cast with as many villages as wanted: the first of the 70, or all of them and copies of them in the same
 * kecamatan, each with its heads and its plan. Camat and programme staff stay as they are.
 */
export function castOf(cast: DemoCast, villages: number): DemoCast {
  const copies = Math.ceil(villages / cast.villages.length)
  const codes = codesOfCopies(cast, copies)
  const numbers = Array.from({ length: copies }, (_, n) => n)
  const all = numbers
    .flatMap((n) =>
      cast.villages.map((v) => ({ ...v, code: codes(v.code, n), name: n === 0 ? v.name : `${v.name} ${n + 1}` })),
    )
    .slice(0, villages)
  const taken = new Set(all.map((v) => v.code))

  function personOf(person: DemoPerson, n: number): readonly DemoPerson[] {
    const ofVillages = person.regions.every((code) => code.split('.').length === 4)
    if (!ofVillages) return n === 0 ? [person] : []
    const regions = person.regions.map((code) => codes(code, n)).filter((code) => taken.has(code))
    return regions.length === 0 ? [] : [{ ...person, key: n === 0 ? person.key : `${person.key}-${n}`, regions }]
  }
  const activities = numbers.flatMap((n) =>
    cast.activities
      .map((a) => ({ ...a, regionCode: codes(a.regionCode, n), entityId: n === 0 ? a.entityId : `${a.entityId}-${n}` }))
      .filter((a) => taken.has(a.regionCode)),
  )
  return {
    ...cast,
    villages: all,
    people: numbers.flatMap((n) => cast.people.flatMap((p) => personOf(p, n))),
    activities,
  }
}

/** The register's villages have numbers from 1001 or 2001 on; copies are counted from 3000 in their kecamatan. */
function codesOfCopies(cast: DemoCast, copies: number): (code: string, n: number) => string {
  const numbers = new Map<string, string>()
  for (const [kecamatan, own] of Map.groupBy(cast.villages, (v) => kecamatanOf(v.code))) {
    if (3_000 + own.length * (copies - 1) > 9_999)
      throw new UsageProblem('That is more villages than there are codes for.')
    for (let n = 1; n < copies; n++)
      own.forEach(({ code }, i) => {
        numbers.set(`${code} ${n}`, `${kecamatan}.${3_000 + (n - 1) * own.length + i}`)
      })
  }
  return (code, n) => (n === 0 ? code : (numbers.get(`${code} ${n}`) ?? code))
}

/** The cast with the villages of these kecamatan alone, their people and plans, and everybody above the kecamatan. */
export function castWithin(cast: DemoCast, kecamatan: readonly string[]): DemoCast {
  const isThere = (code: string) => kecamatan.includes(kecamatanOf(code))
  const villages = cast.villages.filter((v) => isThere(v.code))
  const known = new Set(cast.villages.map((v) => kecamatanOf(v.code)))
  const wrong = kecamatan.find((code) => !known.has(code))
  if (wrong !== undefined)
    throw new UsageProblem(`The demo has nobody in ${wrong}: its kecamatan are ${[...known].join(', ')}.`)
  return {
    ...cast,
    villages,
    people: cast.people.flatMap((person) => {
      const regions = person.regions.filter((code) => code.split('.').length < 3 || isThere(code))
      return regions.length === 0 ? [] : [{ ...person, regions }]
    }),
    activities: cast.activities.filter((a) => isThere(a.regionCode)),
  }
}

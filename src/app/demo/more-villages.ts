import type { DemoCast, DemoPerson } from '../demo-cast.ts'

/**
 * The cast with as many villages as wanted: the first of the 70, or all of them and copies of them in the same
 * kecamatan, each with its heads and its plan. Camat and programme staff stay as they are.
 */
export function castOf(cast: DemoCast, villages: number): DemoCast {
  const copies = Math.ceil(villages / cast.villages.length)
  const codes = new Set<string>()
  const all = Array.from({ length: copies }, (_, n) =>
    cast.villages.map((v) => ({ ...v, code: codeOf(v.code, n), name: nameOf(v.name, n) })),
  )
    .flat()
    .slice(0, villages)
  for (const { code } of all) codes.add(code)
  const people = Array.from({ length: copies }, (_, n) => cast.people.flatMap((p) => copyOf(p, n, codes))).flat()
  const activities = Array.from({ length: copies }, (_, n) =>
    cast.activities.flatMap((a) => {
      const regionCode = codeOf(a.regionCode, n)
      return codes.has(regionCode) ? [{ ...a, regionCode, entityId: n === 0 ? a.entityId : `${a.entityId}-${n}` }] : []
    }),
  ).flat()
  return { ...cast, villages: all, people, activities }
}

function copyOf(person: DemoPerson, n: number, codes: ReadonlySet<string>): readonly DemoPerson[] {
  const ofVillages = person.regions.every((code) => code.split('.').length === 4)
  if (!ofVillages) return n === 0 ? [person] : []
  const regions = person.regions.map((code) => codeOf(code, n)).filter((code) => codes.has(code))
  if (regions.length === 0) return []
  return [{ ...person, key: n === 0 ? person.key : `${person.key}-${n}`, regions }]
}

/** 81.05.04.2003 → 81.05.04.20032 for the third: the register has four digits there, so no real village is meant. */
function codeOf(code: string, n: number): string {
  return n === 0 ? code : `${code}${n}`
}

const nameOf = (name: string, n: number) => (n === 0 ? name : `${name} ${n + 1}`)

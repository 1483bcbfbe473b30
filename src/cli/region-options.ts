import { readOfficialRegions } from '../app/official-regions.ts'
import { readSeed } from '../app/seed-data.ts'
import type { RegionOption } from '../bahasa/index.ts'
import { covers, isRegionCode, kabupatenOf } from '../domain/regions.ts'
import { UsageProblem } from '../lib/problem.ts'

const bangkitKabupaten = ['81.05', '53.18']

/**
 * What the names of a reply may mean: every kecamatan and desa inside `within`, without a database. Spellings that are
 * known for several places belong to each of them, so that they are asked about.
 */
export async function regionOptions(within: string | undefined): Promise<readonly RegionOption[]> {
  if (within !== undefined && (!isRegionCode(within) || within.length < 5))
    throw new UsageProblem(`"${within}" is no code of a kabupaten or kecamatan, such as 53.18 or 53.18.08.`)
  const kabupaten = within === undefined ? bangkitKabupaten : [kabupatenOf(within)]
  const regions = await readOfficialRegions(kabupaten, readSeed('zones').table)
  const { aliases, ambiguous } = readSeed('aliases').table
  const spellings = [
    ...aliases.map(({ name, code }) => ({ name, code })),
    ...ambiguous.flatMap(({ name, codes }) => codes.map((code) => ({ name, code }))),
  ]
  const inside = regions.filter(
    (r) =>
      (r.level === 'kecamatan' || r.level === 'desa') &&
      (within === undefined || (covers(within, r.code) && r.code !== within)),
  )
  if (inside.length === 0)
    throw new UsageProblem(`There is no place inside "${within}": give a kabupaten or kecamatan such as 53.18.08.`)
  return inside.map((r) => {
    const others = spellings.filter((s) => s.code === r.code).map((s) => s.name)
    return {
      code: r.code,
      name: r.name,
      ...(r.parentCode !== null && { within: r.parentCode }),
      ...(others.length > 0 && { aliases: others }),
    }
  })
}

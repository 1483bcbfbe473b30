import type { OfficeDuty } from '../domain/digests.ts'
import { daysOverdue, deliveryOf, isOpen, placesLeft } from '../domain/recommendations.ts'
import type { Database, Sql } from '../store/database.ts'
import { listOffices } from '../store/offices.ts'
import { listOpdProgrammes } from '../store/opd-programmes.ts'
import { listRecommendations } from '../store/recommendations.ts'

/** What lies with each office of a kabupaten; offices with nothing are left out. Programmes of this year and later. */
export async function officeDuties(
  db: Database,
  sql: Sql,
  kabupatenCode: string,
  todayOn: string,
): Promise<readonly OfficeDuty[]> {
  const open = (await listRecommendations(sql, db, { within: [kabupatenCode] }))
    .map((r) => ({ ...r, delivery: deliveryOf(r.state, r.answers) }))
    .filter((r) => isOpen(r.state, r.delivery))
  const programmes = (await listOpdProgrammes(sql, { kabupatenCode })).filter(
    ({ year }) => year >= Number(todayOn.slice(0, 4)),
  )
  return (await listOffices(sql, kabupatenCode)).flatMap(({ code, name }) => {
    const own = open.filter(({ responsible }) => responsible.includes(code))
    const places = programmes.filter(({ opd }) => opd === code)
    if (own.length + places.length === 0) return []
    return [
      {
        kabupatenCode,
        opd: code,
        name,
        open: own.length,
        overdue: own.filter((r) => daysOverdue(r, todayOn) > 0).length,
        programmes: places.map((p) => ({
          name: p.name,
          year: p.year,
          placesTotal: p.placesTotal,
          placesLeft: placesLeft(p),
        })),
      },
    ]
  })
}

import type { Calendar } from '../domain/calendar.ts'
import { kabupatenOf, WHOLE_PROGRAMME } from '../domain/regions.ts'
import { Problem } from '../lib/problem.ts'
import type { Sql } from '../store/database.ts'
import { findProgramme, loadCalendar, type Programme } from '../store/programme.ts'
import { findRegion } from '../store/regions.ts'
import type { Services } from './services.ts'

/** Programme and calendar change a few times a year and are asked for with every report: kept until told to forget. */
export class ProgrammeCache {
  #programme: Programme | undefined
  #calendar: Calendar | undefined

  /** Throws `Problem('not_set_up')`. */
  async get(sql: Sql): Promise<Programme> {
    this.#programme ??= await findProgramme(sql)
    if (!this.#programme) throw new Problem('not_set_up', 'this database has no programme yet: run "kentongan setup"')
    return this.#programme
  }

  async calendar(sql: Sql): Promise<Calendar> {
    this.#calendar ??= await loadCalendar(sql)
    return this.#calendar
  }

  /** A kabupaten's name as far as it was read already; the code otherwise. */
  nameOf(kabupatenCode: string): string {
    return this.#programme?.kabupaten[kabupatenCode]?.name ?? kabupatenCode
  }

  forget(): void {
    this.#programme = undefined
    this.#calendar = undefined
  }
}

/** "SBT" of any code in that kabupaten; the code itself where the programme has no short name for it. */
export function kabupatenShort(programme: Programme, regionCode: string): string {
  const code = kabupatenOf(regionCode)
  return programme.kabupaten[code]?.short ?? `K${code.replace('.', '')}`
}

/** Where those sit who work for the whole programme. */
export const officeZone = 'Asia/Makassar'

/** The zone of a kabupaten or of what lies in it: as the programme has it, else as the region. */
export async function zoneOf(services: Pick<Services, 'programme'>, sql: Sql, regionCode: string): Promise<string> {
  if (regionCode === WHOLE_PROGRAMME) return officeZone
  const { kabupaten } = await services.programme.get(sql)
  return kabupaten[kabupatenOf(regionCode)]?.zone ?? (await findRegion(sql, regionCode))?.zone ?? officeZone
}

import type { Paper } from '../documents/paper.ts'
import { paperOfSync } from '../documents/sync-paper.ts'
import { localDate } from '../lib/local-time.ts'
import { findRegionName } from '../store/regions.ts'
import { zoneOf } from './programme.ts'
import type { Services } from './services.ts'
import type { Synchronisation } from './synchronisation.ts'

/** The table of village plans against programmes of offices as it stands now. */
export async function printSync(
  services: Services,
  about: { readonly kabupatenCode: string; readonly year: number | undefined; readonly table: Synchronisation },
  now: number,
): Promise<Paper> {
  const { db } = services
  const { kabupatenCode, year, table } = about
  const zone = await zoneOf(services, db, kabupatenCode)
  return paperOfSync(
    { kabupaten: await findRegionName(db, kabupatenCode), year, asOf: localDate(now, zone), ...table },
    await services.programme.get(db),
    { texts: services.texts, language: 'id', zone },
  )
}

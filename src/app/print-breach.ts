import { paperOfBreach } from '../documents/breach-paper.ts'
import type { Paper } from '../documents/paper.ts'
import { kabupatenOf, WHOLE_PROGRAMME } from '../domain/regions.ts'
import { type Breach, listTouched } from '../store/breaches.ts'
import { findRegionName } from '../store/regions.ts'
import { breachKindsOf } from './breaches.ts'
import { officeZone } from './programme.ts'
import type { Services } from './services.ts'

/** The letter draft about a breach, to persons or to the authority; places and numbers, and nobody's name. */
export async function printBreach(services: Services, breach: Breach, to: 'orang' | 'otoritas'): Promise<Paper> {
  const { db, texts } = services
  const speech = { texts, language: 'id', zone: officeZone }
  const counts = new Map<string, number>()
  for (const { regionCode } of await listTouched(db, breach.id)) {
    const where = regionCode === null || regionCode === WHOLE_PROGRAMME ? WHOLE_PROGRAMME : kabupatenOf(regionCode)
    counts.set(where, (counts.get(where) ?? 0) + 1)
  }
  const places: [string, number][] = []
  for (const [code, people] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = code === WHOLE_PROGRAMME ? texts.t('id', 'paper-breach-nowhere') : await findRegionName(db, code)
    places.push([name ?? code, people])
  }
  const facts = { ...breach, kinds: breachKindsOf(breach.kinds), places }
  return paperOfBreach(to, facts, await services.programme.get(db), speech)
}

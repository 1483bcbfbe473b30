import { type LeafletAddresses, paperOfLeaflet } from '../documents/leaflet-paper.ts'
import type { Paper } from '../documents/paper.ts'
import { officeZone } from './programme.ts'
import type { Services } from './services.ts'

/** The page that a fasilitator hands to a village head with the code. */
export async function printLeaflet(services: Services, addresses: LeafletAddresses): Promise<Paper> {
  const programme = await services.programme.get(services.db)
  return paperOfLeaflet(addresses, programme, { texts: services.texts, language: 'id', zone: officeZone })
}

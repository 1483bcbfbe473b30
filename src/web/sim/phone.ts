import type { SimulatorPort, WebDeps } from '../deps.ts'

/** What the pages of the simulator share. */
export interface Sim {
  readonly deps: WebDeps
  readonly port: SimulatorPort
  readonly language: string
  readonly csrf: string
  t(key: string, args?: Readonly<Record<string, string | number>>): string
  /** Who of the cast has no phone here yet, by name, position and place: the phone they would take, and their code. */
  readonly invited: ReadonlyMap<string, { readonly userId: string; readonly code: string }>
}

export const castKey = (person: { name: string; position: string; regionCode: string | null }) =>
  `${person.name}|${person.position}|${person.regionCode ?? '*'}`

import type { Metrics } from '../app/metrics.ts'
import type { Services } from '../app/services.ts'
import type { FileRef, InboundContent } from '../messages/inbound.ts'

/** The phone that the simulator page plays: its messages take the same way as everybody's. */
export interface SimulatorPort {
  say(userId: string, content: InboundContent, profileName?: string): Promise<unknown>
  addFile(bytes: Uint8Array, mime: string, name?: string): FileRef
}

export interface WebDeps {
  readonly services: Services
  /** The console as others reach it, without a slash at the end; https makes cookies secure. */
  readonly publicUrl?: string
  /** By the name under `/hooks/`. They check their callers themselves. */
  readonly webhooks: ReadonlyMap<string, (request: Request) => Promise<Response>>
  /** Given only on a demo database. */
  readonly simulator?: SimulatorPort
  /** The database holds invented people. */
  readonly demo: boolean
  /** What the server listens on, for the sentence of `startLink`. */
  readonly host: string
  readonly metrics: Metrics
}

import type { Channel } from '../channels/channel.ts'
import type { Clock } from '../lib/clock.ts'
import type { Logger } from '../lib/logger.ts'
import type { Signal } from '../lib/signal.ts'
import type { ChannelName } from '../messages/inbound.ts'
import type { Database } from '../store/database.ts'
import type { Texts } from '../wording/texts.ts'
import type { Counters } from './counters.ts'
import type { FormLibrary } from './forms.ts'
import type { LocalWords } from './local-words.ts'
import type { ProgrammeCache } from './programme.ts'
import type { Safe } from './safe.ts'
import type { SnapshotCache } from './snapshots.ts'

/** What everything that happens needs; made once by the composition root. */
export interface Services {
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
  readonly counters: Counters
  readonly texts: Texts
  readonly forms: FormLibrary
  readonly programme: ProgrammeCache
  readonly snapshots: SnapshotCache
  readonly localWords: LocalWords
  readonly channels: ReadonlyMap<ChannelName, Channel>
  /** Folder of attachments and keys. */
  readonly dataDir: string
  /** HMAC key for invitation codes, sign-in tokens and phone look-up. */
  readonly hashKey: Buffer
  /** Says which data key a backup belongs to. */
  readonly keyFingerprint: string
  /** Closes and opens what is told in confidence; undefined without SEALED_KEY, and then nothing is taken in. */
  readonly safe: Safe | undefined
  readonly bells: {
    /** Someone wrote. */
    readonly inbox: Signal
    /** Something may leave. */
    readonly outbox: Signal
    /** A file waits to be fetched. */
    readonly files: Signal
  }
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Counters, noCounters } from '../app/counters.ts'
import { FormLibrary } from '../app/forms.ts'
import { LocalWords } from '../app/local-words.ts'
import { ProgrammeCache } from '../app/programme.ts'
import { Safe } from '../app/safe.ts'
import type { Services } from '../app/services.ts'
import { SnapshotCache } from '../app/snapshots.ts'
import type { Channel } from '../channels/channel.ts'
import type { Config } from '../config.ts'
import type { Clock } from '../lib/clock.ts'
import { requireDataKey } from '../lib/key-file.ts'
import type { Logger } from '../lib/logger.ts'
import { keysFrom } from '../lib/seal.ts'
import { Signal } from '../lib/signal.ts'
import type { Database } from '../store/database.ts'
import { createTexts, readSentences, type Sentences, type Texts } from '../wording/texts.ts'

/** Everything that happens needs these; the parts that a test or the demo wants otherwise are arguments. */
export function openServices(
  config: Pick<Config, 'dataDir' | 'dataKey'> & Partial<Pick<Config, 'sealedKey'>>,
  parts: {
    readonly db: Database
    readonly clock: Clock
    readonly log: Logger
    readonly channels?: readonly Channel[]
    readonly counters?: Counters
  },
): Services {
  const { db, clock, log } = parts
  const keys = keysFrom(requireDataKey(config.dataDir, config.dataKey))
  return {
    db,
    clock,
    log,
    counters: parts.counters ?? noCounters,
    texts: loadTexts((problem) =>
      log.error({ code: problem.code, problem: problem.message }, 'a sentence is not right'),
    ),
    forms: new FormLibrary(),
    programme: new ProgrammeCache(),
    snapshots: new SnapshotCache(),
    localWords: new LocalWords(),
    channels: new Map((parts.channels ?? []).map((c) => [c.name, c])),
    dataDir: config.dataDir,
    hashKey: keys.hashKey,
    keyFingerprint: keys.fingerprint,
    safe: config.sealedKey && new Safe(config.sealedKey),
    bells: { inbox: new Signal(), outbox: new Signal(), files: new Signal() },
  }
}

const localesFolder = join(import.meta.dirname, '..', '..', 'locales')

/** Read once a process: the demo types a hundred commands in one. */
let sentences: Sentences | undefined

/** Every sentence of every language in `locales/`. */
export function loadTexts(onProblem?: Parameters<typeof createTexts>[1]): Texts {
  sentences ??= readSentences(
    readdirSync(localesFolder).flatMap((language) =>
      readdirSync(join(localesFolder, language))
        .filter((file) => file.endsWith('.ftl'))
        .map((file) => ({ language, ftl: readFileSync(join(localesFolder, language, file), 'utf8') })),
    ),
  )
  return createTexts(sentences, onProblem)
}

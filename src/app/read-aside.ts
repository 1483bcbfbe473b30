import { Aside } from '../lib/aside.ts'
import type { Database, Sql } from '../store/database.ts'
import { countObligationsAtMost } from '../store/obligations.ts'
import { countPlaces, countProgress, listDigestPlaces, listKabupatenWithoutFigures } from '../store/progress.ts'
import { makeDigests } from './round-digest.ts'
import { outdatedFigures } from './village-answers.ts'

/**
 * What looks through all places of a round. In a country of 82 542 of them each takes from a tenth of a second to some
 * seconds, in which nobody would be answered: there it is read on a thread with a connection of its own. A small
 * programme reads in milliseconds and needs no thread.
 */
export const largeReads = {
  digests: makeDigests,
  withoutFigures: listKabupatenWithoutFigures,
  figures: async (
    db: Database,
    query: { readonly roundId: number; readonly kabupaten: string; readonly now: number },
  ) => {
    const { roundId, kabupaten, now } = query
    const places = await listDigestPlaces(db, { roundId, level: 'desa', within: [kabupaten], now })
    return outdatedFigures(db, db, places)
  },
  progress: countProgress,
  places: countPlaces,
}

type Reads = typeof largeReads
type Query<K extends keyof Reads> = Parameters<Reads[K]>[1]
type Result<K extends keyof Reads> = Awaited<ReturnType<Reads[K]>>

export interface ReadTask {
  readonly kind: keyof Reads
  readonly query: Query<keyof Reads>
}

/** With fewer obligations than this in all rounds, a thread would cost more than it saves. */
const MANY = 10_000

const threads = new Map<string, Aside<ReadTask, Result<keyof Reads>>>()

/**
 * Reads on the loop, or aside where there is much to read. A server (PostgreSQL) reads on its own machine anyway.
 * Throws `Problem('aside_failed')`, or what the reading itself throws.
 */
export async function readLarge<K extends keyof Reads>(
  db: Database,
  kind: K,
  query: Query<K>,
  many = MANY,
): Promise<Result<K>> {
  if (db.ownFile === null || !(await isLarge(db, many)))
    return (await largeReads[kind](db, query as never)) as Result<K>
  let thread = threads.get(db.ownFile)
  if (!thread) {
    thread = new Aside(new URL('./read-worker.ts', import.meta.url), {
      failed: 'the places of the round could not be read',
      data: { file: db.ownFile },
    })
    threads.set(db.ownFile, thread)
  }
  return (await thread.do({ kind, query })) as Result<K>
}

/** Whether reading through all places takes longer than anybody should wait for an answer. */
export async function isLarge(db: Sql, many = MANY): Promise<boolean> {
  return (await countObligationsAtMost(db)) >= many
}

import { digestFor } from '../../domain/digests.ts'
import { kabupatenOf, WHOLE_PROGRAMME } from '../../domain/regions.ts'
import { noRoundYet, tooLargeForChat } from '../../wording/system/on-request.ts'
import { wordDigest } from '../../wording/word-digest.ts'
import { choiceLabels } from '../choice-labels.ts'
import { converse } from '../converse.ts'
import { listDigestReaders } from '../digest-readers.ts'
import { menuOrWelcome } from '../menu.ts'
import { digestPlaceWords } from '../places.ts'
import { isLarge } from '../read-aside.ts'
import { digestData, digestRound } from '../round-digest.ts'
import type { LaneTurn } from '../turn.ts'

/**
 * "ringkasan putaran": the weekly digest of whoever gets one, as it stands now, in words. Nothing of it is kept, so the
 * one of Monday comes all the same.
 */
export async function ringkasan_putaran(turn: LaneTurn): Promise<void> {
  const { services, sql, now } = turn
  const readers = await readersOf(turn)
  if (readers.length === 0) {
    // who has no digest means their own report
    if (turn.session) return void (await converse(turn, turn.session, { kind: 'text', text: 'ringkasan' }))
    return turn.reply(await menuOrWelcome(turn))
  }
  const to = await turn.audience()
  const round = await digestRound(sql)
  if (!round) return turn.reply(noRoundYet(to))
  const label = await choiceLabels(services, sql)
  for (const { reader, regionCode, zone } of readers) {
    const kabupaten = kabupatenOf(regionCode)
    // a turn holds the database: a whole country is read for the console and for Monday's digest, on a thread
    if (kabupaten === WHOLE_PROGRAMME && (await isLarge(sql))) {
      turn.reply(tooLargeForChat(to))
      continue
    }
    const data = await digestData(services.db, sql, round, {
      now,
      zone,
      kabupaten: kabupaten === WHOLE_PROGRAMME ? undefined : kabupaten,
    })
    const place = await digestPlaceWords(sql, regionCode, to)
    turn.reply(...wordDigest(digestFor(reader, data), { place, label }, to))
  }
}

/** Whether "ringkasan" of this person, with no report at hand, means the round and not a report of theirs. */
export async function readsDigests(turn: LaneTurn): Promise<boolean> {
  return (await readersOf(turn)).length > 0
}

async function readersOf(turn: LaneTurn) {
  if (turn.personId === null) return []
  const readers = []
  for (const reader of await listDigestReaders(turn.services, turn.sql, { now: turn.now, personId: turn.personId }))
    if (await turn.may('read_aggregates', reader.regionCode)) readers.push(reader)
  return readers
}

import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HOUR } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import { removeAttachments } from '../store/attachment-files.ts'
import { type ErasedCounts, eraseRows, findCreatedAt, listAnswersOfPerson } from '../store/erasure.ts'
import { figuresChanged } from '../store/report-figures.ts'
import { audit } from '../store/settings.ts'
import { listErasureRequests, withdrawErasure } from '../store/staff-items.ts'
import type { Services } from './services.ts'

/** The time in which somebody may still change their mind by writing "mulai"; the law gives three days in all. */
const GRACE_MS = 24 * HOUR

/** Kinds of questions whose answer is the person's own words, voice, picture or number, and no figure of the village. */
const ownWords: ReadonlySet<string> = new Set([
  'text',
  'note',
  'person',
  'phone',
  'geopoint',
  'image',
  'audio',
  'video',
  'file',
])

/**
 * Erases a person (UU 27/2022, articles 8 and 43): name, numbers, addresses, every word, picture and voice of theirs, in
 * all tables, in the files and in the pages of the database. What the village reported in figures, choices and dates
 * stays and names nobody. Throws `Problem('unknown_person')` for nobody, or somebody who is erased already.
 */
export async function erasePerson(
  services: Services,
  personId: number,
  by: { readonly now: number; readonly actor: string },
): Promise<ErasedCounts> {
  const { db, forms, dataDir } = services
  const createdAt = await findCreatedAt(db, personId)
  if (createdAt === undefined)
    throw new Problem('unknown_person', `there is no person ${personId}, or they are erased already`)
  const { counts, files } = await db.transaction(async (sql) => {
    const words: number[] = []
    for (const { id, path, formVersionId } of await listAnswersOfPerson(sql, personId)) {
      const form = await forms.get(sql, formVersionId)
      const node = form.byName.get(path.split('/').at(-1)!.replace(/\[.*$/, ''))
      // what the form no longer has may be anything
      if (node?.kind !== 'question' || ownWords.has(node.type)) words.push(id)
    }
    const reports = await sql.all<{ id: number }>(
      'select distinct report_id as id from answer where person_id = $1',
      personId,
    )
    const erased = await eraseRows(sql, db, personId, words, by.now)
    await figuresChanged(
      sql,
      db,
      reports.map(({ id }) => id),
    )
    await audit(sql, {
      at: by.now,
      actor: by.actor,
      action: 'erase_person',
      object: `person:${personId}`,
      details: { ...erased.counts },
    })
    return erased
  })
  await removeAttachments(dataDir, files)
  await db.scrub()
  // a backup of before still holds the person: whoever restores it erases them again from this list
  appendFileSync(listOf(dataDir), `${JSON.stringify({ personId, createdAt, at: by.now })}\n`, { mode: 0o600 })
  services.snapshots.clear()
  return counts
}

/** Erases those who asked for it a day ago and did not come back; the rest of the three days is for when this fails. */
export async function eraseThoseWhoAsked(
  services: Services,
  now: number,
): Promise<{ erased: number; withdrawn: number }> {
  let erased = 0
  let withdrawn = 0
  for (const { id, personId, stopped } of await listErasureRequests(services.db, now - GRACE_MS)) {
    if (stopped) {
      await erasePerson(services, personId, { now, actor: 'job:erase' })
      erased++
    } else {
      await withdrawErasure(services.db, id, now)
      withdrawn++
    }
  }
  return { erased, withdrawn }
}

/** After a backup was put back: those in it who were erased since it was made are erased again. Returns how many. */
export async function eraseAgain(services: Services, now: number): Promise<number> {
  const file = listOf(services.dataDir)
  if (!existsSync(file)) return 0
  const listed = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  let count = 0
  for (const line of new Set(listed)) {
    const { personId, createdAt } = JSON.parse(line) as { personId: number; createdAt: number }
    if ((await findCreatedAt(services.db, personId)) !== createdAt) continue
    await erasePerson(services, personId, { now, actor: 'restore' })
    count++
  }
  return count
}

/** Whether the list of those who were erased is there. */
export const hasErasedList = (dataDir: string): boolean => existsSync(listOf(dataDir))

/** Numbers of rows and times; it lies beside the database, because a backup that is put back replaces that one. */
const listOf = (dataDir: string) => join(dataDir, 'erased.jsonl')

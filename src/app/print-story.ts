import type { Block, Paper } from '../documents/paper.ts'
import { headOf } from '../documents/programme-head.ts'
import { Problem } from '../lib/problem.ts'
import { readAttachment } from '../store/attachment-files.ts'
import type { Sql } from '../store/database.ts'
import { findPerson } from '../store/people.ts'
import { findRegion } from '../store/regions.ts'
import { findFile } from '../store/report-answers.ts'
import { listLatestAnswers } from '../store/reports.ts'
import { listReportsWithClosedPhotos, type Story } from '../store/stories.ts'
import { type VillageWord, villageName } from '../wording/forms-of-address.ts'
import { zoneOf } from './programme.ts'
import type { Services } from './services.ts'
import { requireStory } from './stories.ts'

/**
 * A story as one page with its photos, as its teller approved it: under the name they asked for, and with photos only
 * where they may be used. Throws `Problem` for one that is not approved.
 */
export async function printStory(services: Services, sql: Sql, id: number): Promise<Paper> {
  const story = await requireStory(sql, id)
  if (story.state !== 'disetujui' && story.state !== 'terbit')
    throw new Problem('not_approved', `story ${id} was not approved by its teller (${story.state}): it is not printed`)
  const speech = { texts: services.texts, language: 'id', zone: await zoneOf(services, sql, story.regionCode) }
  const region = await findRegion(sql, story.regionCode)
  const place = villageName(region!.name, (region!.kind || 'desa') as VillageWord, speech)
  const name = await nameOf(sql, story)
  const byline = [name || speech.texts.t('id', 'doc-story-nobody', { place }), name ? place : ''].filter(Boolean)
  return {
    title: story.title!,
    subtitle: byline.join(', '),
    head: headOf(await services.programme.get(sql), speech),
    foot: `${speech.texts.t('id', 'doc-story')} · ${place}`,
    blocks: [
      ...(await photosOf(services, sql, story)).map((png): Block => ({ kind: 'picture', png })),
      ...story.text!.split(/\n{2,}/).map((text): Block => ({ kind: 'text', text: text.trim() })),
    ],
  }
}

async function nameOf(sql: Sql, { names, about, personId, pseudonym }: Story): Promise<string> {
  if (names === 'samaran') return pseudonym ?? ''
  // of whom somebody else told, the house knows no name
  if (names !== 'nama' || about !== 'diri_sendiri' || personId === null) return pseudonym ?? ''
  return (await findPerson(sql, personId))?.name ?? ''
}

const mostPhotos = 2
const photoWidth = 900

async function photosOf(services: Services, sql: Sql, { photos, reportId }: Story): Promise<readonly Uint8Array[]> {
  const closed = await listReportsWithClosedPhotos(sql, services.db, [reportId])
  if (!photos || closed.has(reportId)) return []
  const answer = (await listLatestAnswers(sql, reportId)).find(({ path }) => path.endsWith('/foto'))?.value
  const ids = Array.isArray(answer) ? answer.map(Number) : []
  // loaded with the first picture: it is large
  const { default: sharp } = await import('sharp')
  const pictures: Uint8Array[] = []
  for (const id of ids.slice(0, mostPhotos)) {
    const file = await findFile(sql, id)
    if (file?.reportId !== reportId || !file.mime.startsWith('image/')) continue
    const bytes = await readAttachment(services.dataDir, file.hash)
    const small = sharp(bytes).resize({
      width: photoWidth,
      height: photoWidth,
      fit: 'inside',
      withoutEnlargement: true,
    })
    pictures.push(new Uint8Array(await small.png().toBuffer()))
  }
  return pictures
}

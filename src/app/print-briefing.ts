import { paperOfBriefing, pictureOfBriefing } from '../documents/briefing-paper.ts'
import type { Paper } from '../documents/paper.ts'
import { type Briefing, briefingOf } from '../domain/briefing.ts'
import { totalsFor } from '../domain/privacy.ts'
import { kabupatenOf, levelOf } from '../domain/regions.ts'
import { reportedByKecamatan, totalsOf } from '../domain/totals.ts'
import { localDate } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import { listBodies } from '../store/bodies.ts'
import type { Sql } from '../store/database.ts'
import { listMeetings } from '../store/meetings.ts'
import { listDigestPlaces } from '../store/progress.ts'
import { findRegion, listRegionsByCode } from '../store/regions.ts'
import type { RoundRow } from '../store/rounds.ts'
import { choiceLabels } from './choice-labels.ts'
import { writeAside } from './document-writer.ts'
import { followedRows } from './meeting-pack.ts'
import { lighten } from './pictures.ts'
import { digestPlaceWords } from './places.ts'
import { zoneOf } from './programme.ts'
import type { Services } from './services.ts'
import { villageFigures } from './village-answers.ts'

export interface BriefingFor {
  /** A kabupaten or kecamatan. */
  readonly regionCode: string
  readonly round: Pick<RoundRow, 'id' | 'code'>
}

/** The briefing of a kabupaten or kecamatan on one page, with its chart. Throws `Problem('no_briefing_place')`. */
export async function printBriefing(services: Services, sql: Sql, where: BriefingFor, now: number): Promise<Paper> {
  const zone = await zoneOf(services, sql, where.regionCode)
  const speech = { texts: services.texts, language: 'id', zone }
  const briefing = await readBriefing(services, sql, where, now)
  const drawn = pictureOfBriefing(briefing, speech)
  return paperOfBriefing(
    briefing,
    {
      place: await digestPlaceWords(sql, where.regionCode, speech),
      label: await choiceLabels(services, sql),
      programme: await services.programme.get(sql),
      picture: drawn && (await lighten(await writeAside({ kind: 'picture', picture: drawn }))),
    },
    speech,
  )
}

async function readBriefing(
  services: Services,
  sql: Sql,
  { regionCode, round }: BriefingFor,
  now: number,
): Promise<Briefing> {
  const { db } = services
  const level = levelOf(regionCode)
  if (!(await findRegion(sql, regionCode)) || (level !== 'kabupaten' && level !== 'kecamatan'))
    throw new Problem(
      'no_briefing_place',
      `"${regionCode}" is no kabupaten or kecamatan here: give a code such as 81.05 or 81.05.15`,
    )
  const asOf = localDate(now, await zoneOf(services, sql, regionCode))
  const places = await listDigestPlaces(sql, { within: [regionCode], now, level: 'desa', roundId: round.id })
  const figures = await villageFigures(sql, db, places)
  const parts = reportedByKecamatan(places, figures)
  const names = new Map(
    (
      await listRegionsByCode(
        sql,
        db,
        parts.map((part) => part.regionCode),
      )
    ).map((region) => [region.code, region.name]),
  )
  const body = (await listBodies(sql)).find((b) => b.kabupatenCode === kabupatenOf(regionCode))
  const meeting = body && (await listMeetings(sql, db, { bodyId: body.id })).find((m) => m.fromOn >= asOf)
  return briefingOf({
    level,
    roundCode: round.code,
    asOf,
    totals: totalsFor('sums', totalsOf(places, figures)),
    kecamatan: level === 'kecamatan' ? [] : parts.map((p) => ({ ...p, name: names.get(p.regionCode) ?? p.regionCode })),
    rows: await followedRows(services, sql, regionCode, asOf),
    meeting: meeting ? { title: meeting.title, on: meeting.fromOn } : null,
  })
}

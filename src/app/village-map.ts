import { kecamatanOf } from '../domain/regions.ts'
import type { ObligationState } from '../domain/rounds.ts'
import { type MapTone, mapTones, shareTone, type VillageMap } from '../domain/village-map.ts'
import { localDate } from '../lib/local-time.ts'
import type { Sql } from '../store/database.ts'
import { type DigestPlaceRow, listDigestPlaces } from '../store/progress.ts'
import { listShapes } from '../store/region-shapes.ts'
import { findRegionName, listRegionsByCode } from '../store/regions.ts'
import type { RoundRow } from '../store/rounds.ts'
import { dateWords, type Speech } from '../wording/when.ts'
import { choiceLabels } from './choice-labels.ts'
import type { Services } from './services.ts'
import { villageFigures } from './village-answers.ts'

export interface MapQuery {
  readonly kabupatenCode: string
  readonly round: Pick<RoundRow, 'id' | 'code'>
  /** A code of `kendala`: which villages named it. Without it: who has reported. */
  readonly constraint?: string
  /** Whether the reader may know which village has not reported; without it only shares of kecamatan are shown. */
  readonly openly: boolean
  /** Only these regions of the kabupaten. */
  readonly within?: readonly string[]
}

type Legend = Readonly<Partial<Record<MapTone, string>>>
const legendTexts: Readonly<Record<'state' | 'share' | 'constraint' | 'sums', Legend>> = {
  state: { all: 'map-state-all', some: 'map-state-some', low: 'map-state-low' },
  share: { all: 'map-share-all', most: 'map-share-most', some: 'map-share-some', low: 'map-share-low' },
  constraint: { alert: 'map-constraint-alert', some: 'map-constraint-some', low: 'map-constraint-low' },
  sums: { alert: 'map-constraint-sums-alert', some: 'map-constraint-sums-some' },
}

/** The map of a kabupaten in a round, as it stands now. */
export async function villageMap(
  services: Services,
  sql: Sql,
  query: MapQuery,
  speech: Speech,
  now: number,
): Promise<VillageMap> {
  const { kabupatenCode, round, constraint, openly } = query
  const t = (key: string, args?: Readonly<Record<string, string | number>>) =>
    speech.texts.t(speech.language, key, args)
  const places = (
    await listDigestPlaces(sql, { within: query.within ?? [kabupatenCode], now, level: 'desa', roundId: round.id })
  ).toSorted((a, b) => (a.regionCode < b.regionCode ? -1 : 1))
  const shapes = await listShapes(sql, [kabupatenCode])
  const shapeOf = new Map(shapes.map(({ code, shape }) => [code, shape]))
  const groups = [...Map.groupBy(places, (p) => kecamatanOf(p.regionCode))]
  const codes = groups.map(([code]) => code)
  const names = new Map((await listRegionsByCode(sql, services.db, codes)).map((r) => [r.code, r.name]))
  const named = constraint === undefined ? undefined : await whoNamed(services, sql, places, constraint)

  const asked = (own: readonly DigestPlaceRow[]) => own.filter((p) => p.state !== 'excused')
  const inOf = (own: readonly DigestPlaceRow[]) => own.filter((p) => standing(p.state) === 'all').length
  const toneOf = (place: DigestPlaceRow, own: readonly DigestPlaceRow[]): MapTone => {
    if (place.state === 'excused') return 'none'
    if (named)
      return named.has(place.regionCode) ? 'alert' : !openly || standing(place.state) === 'all' ? 'some' : 'low'
    return openly ? standing(place.state) : shareTone(inOf(own), asked(own).length)
  }
  const kecamatan = groups.map(([code, own]) => ({
    name: names.get(code) ?? code,
    says: t('map-of', {
      n: named ? own.filter((p) => named.has(p.regionCode)).length : inOf(own),
      of: asked(own).length,
    }),
    villages: own.map((place) => ({
      code: place.regionCode,
      tone: toneOf(place, own),
      shape: shapeOf.get(place.regionCode),
    })),
  }))
  const mine = new Set(places.map((p) => p.regionCode))
  const around = shapes.filter(({ code }) => !mine.has(code)).map(({ shape }) => shape)
  const count = (tone: MapTone) => kecamatan.flatMap((k) => k.villages).filter((v) => v.tone === tone).length
  const kind = named ? (openly ? 'constraint' : 'sums') : openly ? 'state' : 'share'
  const name = constraint === undefined ? '' : (await choiceLabels(services, sql))('kendala', constraint)
  return {
    title: t('map-title', { name: await findRegionName(sql, kabupatenCode) }),
    subtitle: t(named ? 'map-subtitle-constraint' : 'map-subtitle', {
      round: round.code,
      date: dateWords(localDate(now, speech.zone), speech),
      name,
    }),
    kecamatan,
    around,
    legend: mapTones
      .filter((tone) => count(tone) > 0 || (tone === 'none' && around.length > 0))
      .toReversed()
      .map((tone) => ({
        tone,
        text: t(tone === 'none' ? 'map-none' : (legendTexts[kind][tone] ?? 'map-none'), {
          n: count(tone),
          name: name.toLowerCase(),
        }),
      })),
    source: [...new Set(shapes.map(({ source }) => source))]
      .filter((source) => source !== '')
      .join('; ')
      .slice(0, 90),
  }
}

function standing(state: ObligationState): MapTone {
  switch (state) {
    case 'submitted':
    case 'verified':
      return 'all'
    case 'half_done':
    case 'returned':
      return 'some'
    case 'open':
    case 'waiting':
    case 'late':
      return 'low'
    case 'excused':
      return 'none'
  }
}

/** What villages there named most in the round, for a choice of maps. */
export async function constraintsToMap(
  services: Services,
  sql: Sql,
  query: Pick<MapQuery, 'round' | 'within'>,
  now: number,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  const places = await listDigestPlaces(sql, {
    within: query.within ?? [],
    now,
    level: 'desa',
    roundId: query.round.id,
  })
  const label = await choiceLabels(services, sql)
  const villages = (await villageFigures(sql, services.db, places)).flatMap((f) => Object.keys(f.constraints))
  return [...Map.groupBy(villages, (code) => code)]
    .sort(([a, own], [b, other]) => other.length - own.length || (a < b ? -1 : 1))
    .slice(0, 6)
    .map(([code]) => ({ code, name: label('kendala', code) }))
}

async function whoNamed(
  services: Services,
  sql: Sql,
  places: readonly DigestPlaceRow[],
  constraint: string,
): Promise<ReadonlySet<string>> {
  const figures = await villageFigures(sql, services.db, places)
  return new Set(figures.filter((f) => (f.constraints[constraint] ?? 0) > 0).map((f) => f.regionCode))
}

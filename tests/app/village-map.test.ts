import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importShapes } from '../../src/app/import-shapes.ts'
import { lighten } from '../../src/app/pictures.ts'
import { villageMap } from '../../src/app/village-map.ts'
import { drawMap, heaviestMap } from '../../src/documents/draw-map.ts'
import { writeDocument } from '../../src/documents/write-document.ts'
import { readShapes } from '../../src/domain/shapes.ts'
import { hasShapes, type VillageMap } from '../../src/domain/village-map.ts'
import { requireRound } from '../../src/store/rounds.ts'
import { onEveryDialect } from '../support/databases.ts'
import { openStage, type Stage } from '../support/recommendation-stage.ts'

const ring = (x: number, y: number, corners = 4, size = 0.05) => {
  const around = Array.from({ length: corners }, (_, i) => {
    const turn = (i / corners) * 2 * Math.PI
    return [x + size * Math.cos(turn), y + size * Math.sin(turn) * (i % 2 === 0 ? 1 : 0.97)]
  })
  return [...around, around[0]!]
}
const feature = (code: string, geometry: unknown, more = {}) => ({
  type: 'Feature',
  properties: { code, ...more },
  geometry,
})
const polygon = (code: string, x: number, y: number, corners?: number) =>
  feature(code, { type: 'Polygon', coordinates: [ring(x, y, corners)] })
const collection = (...features: readonly unknown[]) => ({ type: 'FeatureCollection', features })
const bytes = (json: unknown) => new Uint8Array(Buffer.from(JSON.stringify(json)))

describe('a GeoJSON file', () => {
  it.each<[string, string]>([
    ['no JSON', '<svg onload="alert(1)"/>'],
    ['no JSON', '['.repeat(200_000)],
    ['expected object', 'null'],
    ['at type', '{"type":"Topology","objects":{}}'],
    ['at features', '{"type":"FeatureCollection","features":[]}'],
    ['features[0].properties.code: no code of a village', JSON.stringify(collection(polygon('81.05', 130, -3)))],
    [
      'features[0].properties.code: no code of a village',
      JSON.stringify(collection(polygon('"><script>alert(1)</script>', 130, -3))),
    ],
    [
      'outside of the world',
      JSON.stringify(collection(feature('81.05.15.2001', { type: 'Point', coordinates: [1e9, 0] }))),
    ],
    [
      'features[0].geometry',
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"81.05.15.2001"},"geometry":{"type":"Point","coordinates":[1e999,0]}}]}',
    ],
    [
      'features[0].geometry',
      JSON.stringify(collection(feature('81.05.15.2001', { type: 'LineString', coordinates: [[1, 2]] }))),
    ],
    [
      'features[0].geometry',
      JSON.stringify(collection(feature('81.05.15.2001', { type: 'Polygon', coordinates: [[[1, 2]]] }))),
    ],
    ['features[0] has no property "code"', JSON.stringify(collection({ ...polygon('x', 1, 1), properties: {} }))],
    ['is in it twice', JSON.stringify(collection(polygon('81.05.15.2001', 1, 1), polygon('81.05.15.2001', 2, 2)))],
  ])('is refused in one sentence: %s', (because, text) => {
    const read = readShapes(text)
    expect(read.ok ? 'taken' : read.because).toContain(because)
    expect(read.ok ? '' : read.because).not.toMatch(/\n/)
  })

  it('gives codes and numbers, and nothing else of what is in it', () => {
    const read = readShapes(
      JSON.stringify(
        collection(
          feature('81.05.15.2001', { type: 'Point', coordinates: [130.1234567, -3.7654321, 12] }, { name: '<b>x</b>' }),
          feature('81.05.15.2002', {
            type: 'MultiPolygon',
            coordinates: [[ring(1, 2), ring(1, 2, 4, 0.01)], [ring(3, 4)]],
          }),
        ),
      ),
    )
    if (!read.ok) throw new Error(read.because)
    expect(read.shapes.get('81.05.15.2001')).toEqual({ kind: 'point', at: [130.12346, -3.76543] })
    const islands = read.shapes.get('81.05.15.2002')
    expect(islands?.kind === 'area' && islands.outlines.length).toBe(2)
  })
})

describe('a drawn map', () => {
  /** As many villages as a large kabupaten has, with more corners than anybody needs. */
  const large = (): VillageMap => ({
    title: 'Peta Kabupaten <Uji> & "Coba"',
    subtitle: 'Putaran 2024-08',
    kecamatan: Array.from({ length: 14 }, (_, k) => ({
      name: `Kecamatan ${k}`,
      says: '1 dari 14',
      villages: Array.from({ length: 14 }, (_, v) => ({
        code: `81.05.${k}.${v}`,
        tone: v % 2 === 0 ? ('all' as const) : ('low' as const),
        shape: { kind: 'area' as const, outlines: [ring(130 + k / 10, -3 - v / 10, 400) as never] },
      })),
    })),
    around: [],
    legend: [
      { tone: 'all', text: 'sudah melapor (98 desa)' },
      { tone: 'low', text: 'belum mulai (98 desa)' },
    ],
    source: 'uji',
  })

  it('weighs less than 100 KB, as SVG and as picture, with its legend in letters for a phone', async () => {
    const svg = drawMap(large())
    expect(Buffer.byteLength(svg)).toBeLessThan(heaviestMap)
    expect(svg.match(/<path/g)).toHaveLength(196)
    expect(/font-size="24"[^>]*>sudah melapor \(98 desa\)</.test(svg)).toBe(true)
    expect(svg.includes('Peta Kabupaten &lt;Uji&gt; &amp;')).toBe(true)
    const png = await lighten(await writeDocument({ kind: 'map', map: large() }))
    expect([png.length < heaviestMap, Buffer.from(png.subarray(1, 4)).toString()]).toEqual([true, 'PNG'])
  })

  it('has a square for each village where outlines are missing', () => {
    const { kecamatan, ...rest } = large()
    const without = {
      ...rest,
      kecamatan: kecamatan.map((k) => ({ ...k, villages: k.villages.map((v) => ({ ...v, shape: undefined })) })),
    }
    expect(hasShapes(without)).toBe(false)
    expect(drawMap(without).match(/<rect[^>]*width="34"/g)).toHaveLength(196)
  })
})

onEveryDialect('the map of a kabupaten', (open) => {
  let stage: Stage
  beforeEach(async () => {
    stage = await openStage(open)
  })
  afterEach(() => stage.close())
  const by = () => ({ now: stage.clock.now(), actor: 'test' })
  const bring = (json: unknown) => importShapes(stage.services.db, bytes(json), { source: 'Peta uji' }, by())
  const map = async (openly: boolean, constraint?: string) => {
    const { services, round } = stage
    const speech = { texts: services.texts, language: 'id', zone: 'Asia/Jayapura' }
    const query = { kabupatenCode: '81.05', round: await requireRound(services.db, round.code), openly }
    return villageMap(
      services,
      services.db,
      { ...query, ...(constraint !== undefined && { constraint }) },
      speech,
      stage.clock.now(),
    )
  }
  const tones = ({ kecamatan }: VillageMap) => kecamatan.flatMap((k) => k.villages.map((v) => v.tone))

  it('takes the outlines of its villages, passes over others, and keeps what a new file does not name', async () => {
    const first = await bring(
      collection(
        polygon('81.05.15.2001', 130, -3),
        polygon('81.05.15.2002', 130.1, -3),
        polygon('53.18.01.2001', 119, -9),
        polygon('99.01.01.2001', 1, 1),
      ),
    )
    expect(first).toEqual({ villages: 3, kabupaten: ['53.18', '81.05'], unknown: ['99.01.01.2001'] })
    await bring(collection(feature('81.05.15.2001', { type: 'Point', coordinates: [131, -3] })))
    const drawn = await map(true)
    expect(drawn.kecamatan[0]!.villages.map((v) => v.shape?.kind)).toEqual(['point', 'area', undefined])
    expect(drawn.source).toBe('Peta uji')
    await expect(bring(collection(polygon('99.01.01.2001', 1, 1)))).rejects.toThrow(
      'cannot be used for a map: none of its 1 villages is in this programme, such as 99.01.01.2001',
    )
    await expect(bring({ type: 'Feature' })).rejects.toThrow('cannot be used for a map: at type')
  })

  it('tells villages that have not reported apart only for those who may know', async () => {
    const open = await map(true)
    expect(tones(open)).toEqual(['all', 'all', 'low'])
    expect(open.legend.map((l) => l.text)).toEqual(['sudah melapor (2 desa)', 'belum mulai (1 desa)'])
    const shares = await map(false)
    expect(tones(shares)).toEqual(['most', 'most', 'most'])
    expect(shares.legend.map((l) => l.text)).toEqual(['setengahnya atau lebih sudah melapor'])
    expect(shares.kecamatan[0]!.says).toBe('2 dari 3')
  })

  it('shows who named a constraint', async () => {
    expect(tones(await map(true, 'dana'))).toEqual(['alert', 'some', 'low'])
    const sums = await map(false, 'dana')
    expect(tones(sums)).toEqual(['alert', 'some', 'some'])
    expect(sums.legend.map((l) => l.text)).toEqual(['menyebut dana (1 desa)', 'tidak menyebutnya, atau belum melapor'])
  })
})

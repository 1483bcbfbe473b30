import { z } from 'zod'
import { isRegionCode, levelOf } from './regions.ts'

/**
 * The shape of a village for the map: outlines, or a point where nothing else is known. Longitude before latitude, as
 * GeoJSON has it (RFC 7946).
 */
export type Shape =
  | { readonly kind: 'area'; readonly outlines: readonly (readonly Spot[])[] }
  | { readonly kind: 'point'; readonly at: Spot }

export type Spot = readonly [longitude: number, latitude: number]

export const largestGeoJson = 20 * 1024 * 1024
const mostFeatures = 20_000
const mostSpots = 2_000_000

const spot = z
  .array(z.number())
  .min(2)
  .max(4)
  .refine(([x, y]) => Math.abs(x!) <= 180 && Math.abs(y!) <= 90, 'longitude and latitude are outside of the world')
const ring = z.array(spot).min(4)
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: spot }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
])
const code = z.string().refine((text) => isRegionCode(text) && levelOf(text) === 'desa', 'no code of a village')
const feature = z.object({
  type: z.literal('Feature'),
  properties: z.object({ code: code.optional(), kode: code.optional() }),
  geometry,
})
const collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(feature).min(1).max(mostFeatures),
})

export type ShapesRead =
  | { readonly ok: true; readonly shapes: ReadonlyMap<string, Shape> }
  /** One sentence for whoever made the file. */
  | { readonly ok: false; readonly because: string }

/** Reads the text of a GeoJSON file. Whatever it is, only codes and numbers come out of it. */
export function readShapes(text: string): ShapesRead {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { ok: false, because: 'it is no JSON' }
  }
  const read = collection.safeParse(json)
  if (!read.success) {
    const [issue] = read.error.issues
    const where = issue!.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
    return {
      ok: false,
      because: `at ${where.replace(/^\./, '').slice(0, 80) || 'its top'}: ${issue!.message.slice(0, 120)}`,
    }
  }
  const shapes = new Map<string, Shape>()
  let spots = 0
  for (const [i, { properties, geometry: drawn }] of read.data.features.entries()) {
    const own = properties.code ?? properties.kode
    if (own === undefined)
      return { ok: false, because: `features[${i}] has no property "code" with the code of its village` }
    if (shapes.has(own)) return { ok: false, because: `${own} is in it twice` }
    const shape = shapeOf(drawn)
    spots += shape.kind === 'area' ? shape.outlines.reduce((n, outline) => n + outline.length, 0) : 1
    if (spots > mostSpots)
      return { ok: false, because: 'its outlines have more points than a map can use: simplify it' }
    shapes.set(own, shape)
  }
  return { ok: true, shapes }
}

/** Holes are left out: what lies in one is drawn over it. */
function shapeOf(drawn: z.infer<typeof geometry>): Shape {
  switch (drawn.type) {
    case 'Point':
      return { kind: 'point', at: rounded(drawn.coordinates) }
    case 'Polygon':
      return { kind: 'area', outlines: [drawn.coordinates[0]!.map(rounded)] }
    case 'MultiPolygon':
      return { kind: 'area', outlines: drawn.coordinates.map((polygon) => polygon[0]!.map(rounded)) }
  }
}

/** To a metre. */
function rounded([x, y]: readonly number[]): Spot {
  return [Math.round(x! * 1e5) / 1e5, Math.round(y! * 1e5) / 1e5]
}

import { textOf, textsOf, type Value } from '../values.ts'
import { type FunctionTable, manyArguments } from './function.ts'

/**
 * Areas and lengths on a sphere, with the radius and the rounding to centimetres that ODK's clients use, so that a
 * shape has the same area here and there. Altitude and accuracy play no part.
 */
const earthRadius = 6_378_100

interface Point {
  readonly latitude: number
  readonly longitude: number
}

export const placeFunctions: FunctionTable = [
  ['area', { least: 1, most: 1, gives: 'number', call: (c, [shape]) => areaOf(pointsOf([shape!(c)])) }],
  [
    'distance',
    {
      least: 1,
      most: manyArguments,
      gives: 'number',
      call: (c, args) => lengthOf(pointsOf(args.map((arg) => arg(c)))),
    },
  ],
  [
    'geofence',
    {
      least: 2,
      most: 2,
      gives: 'boolean',
      call: (c, [point, shape]) => {
        const place = pointOf(textOf(point!(c)))
        const corners = pointsOf([shape!(c)])
        return place !== undefined && corners !== undefined && isInside(place, corners)
      },
    },
  ],
  [
    'intersects',
    {
      least: 1,
      most: 1,
      gives: 'boolean',
      call: (c, [shape]) => {
        const points = pointsOf([shape!(c)])
        return points !== undefined && points.length > 3 && crossesItself(points, (steps) => c.run.spend(steps))
      },
    },
  ],
]

/** More corners than anybody walks: every side is held against every other one. */
const mostCorners = 3_000

/** Whether two sides of a trace or shape meet that do not follow one another. */
function crossesItself(points: readonly Point[], spend: (steps: number) => void): boolean {
  if (points.length > mostCorners) return false
  const first = points[0]!
  const last = points.at(-1)!
  const isClosed = first.latitude === last.latitude && first.longitude === last.longitude
  for (let i = 1; i < points.length; i++) {
    spend(points.length - i)
    for (let j = i + 2; j < points.length; j++) {
      if (isClosed && i === 1 && j === points.length - 1) continue
      if (sidesMeet(points[i - 1]!, points[i]!, points[j - 1]!, points[j]!)) return true
    }
  }
  return false
}

function sidesMeet(a: Point, b: Point, c: Point, d: Point): boolean {
  const [abc, abd, cda, cdb] = [sideOf(a, b, c), sideOf(a, b, d), sideOf(c, d, a), sideOf(c, d, b)]
  if (abc !== abd && cda !== cdb) return true
  return (
    (abc === 0 && isBetween(a, b, c)) ||
    (abd === 0 && isBetween(a, b, d)) ||
    (cda === 0 && isBetween(c, d, a)) ||
    (cdb === 0 && isBetween(c, d, b))
  )
}

/** On which side of the line from `a` to `b` a point lies: -1, 1, or 0 on the line. */
function sideOf(a: Point, b: Point, point: Point): number {
  return Math.sign(
    (b.longitude - a.longitude) * (point.latitude - a.latitude) -
      (b.latitude - a.latitude) * (point.longitude - a.longitude),
  )
}

function isBetween(a: Point, b: Point, point: Point): boolean {
  return (
    Math.min(a.latitude, b.latitude) <= point.latitude &&
    point.latitude <= Math.max(a.latitude, b.latitude) &&
    Math.min(a.longitude, b.longitude) <= point.longitude &&
    point.longitude <= Math.max(a.longitude, b.longitude)
  )
}

/** The points of geopoints in a node-set, or of one trace or shape; undefined when one of them is none. */
function pointsOf(values: readonly Value[]): readonly Point[] | undefined {
  const texts = values.flatMap(textsOf)
  const parts = texts.flatMap((text) =>
    text
      .trim()
      .replace(/[\s;]+$/, '')
      .split(';'),
  )
  const points = parts.map(pointOf)
  return points.every((point) => point !== undefined) ? points : undefined
}

function pointOf(text: string): Point | undefined {
  const numbers = text.trim().split(/\s+/)
  const [latitude = Number.NaN, longitude = Number.NaN] = numbers.map((number) =>
    number === '' ? Number.NaN : Number(number),
  )
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return undefined
  if (numbers.length > 4 || numbers.some((number) => Number.isNaN(Number(number)))) return undefined
  return { latitude, longitude }
}

function areaOf(points: readonly Point[] | undefined): number {
  if (!points) return Number.NaN
  if (points.length < 3) return 0
  let total = 0
  for (const [index, from] of points.entries()) {
    const to = points[(index + 1) % points.length]!
    total +=
      radians(to.longitude - from.longitude) * (2 + Math.sin(radians(from.latitude)) + Math.sin(radians(to.latitude)))
  }
  return toCentimetres((total * earthRadius * earthRadius) / 2)
}

function lengthOf(points: readonly Point[] | undefined): number {
  if (!points) return Number.NaN
  let total = 0
  for (const [index, to] of points.entries()) if (index > 0) total += between(points[index - 1]!, to)
  return toCentimetres(total)
}

function between(from: Point, to: Point): number {
  const cosine =
    Math.sin(radians(from.latitude)) * Math.sin(radians(to.latitude)) +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.cos(radians(from.longitude - to.longitude))
  // two equal points can come out a hair above 1
  return Math.acos(Math.min(cosine, 1)) * earthRadius
}

/** Whether a ray from the point crosses the shape's edges an odd number of times; the shape must end where it began. */
function isInside(point: Point, corners: readonly Point[]): boolean {
  const first = corners[0]!
  const last = corners.at(-1)!
  if (corners.length < 4 || first.latitude !== last.latitude || first.longitude !== last.longitude) return false
  let inside = false
  for (const [index, to] of corners.entries()) {
    const from = corners[index - 1]
    if (!from || to.latitude > point.latitude === from.latitude > point.latitude) continue
    const share = (point.latitude - to.latitude) / (from.latitude - to.latitude)
    if (point.longitude < to.longitude + (from.longitude - to.longitude) * share) inside = !inside
  }
  return inside
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}

function toCentimetres(metres: number): number {
  return Math.abs(Math.round(metres * 100)) / 100
}

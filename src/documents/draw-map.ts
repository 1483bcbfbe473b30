import type { Shape, Spot } from '../domain/shapes.ts'
import { hasShapes, type MapTone, type VillageMap } from '../domain/village-map.ts'
import { fontFamily } from '../lib/fonts.ts'
import { writeXml, type XmlElement, xml } from '../lib/xml.ts'

/**
 * A map of villages as SVG without a tile server: outlines where they are known, else a square for each village, in rows
 * by kecamatan. Texts are as large as in the pictures of digests; a phone shows the whole width.
 */
const width = 720
const margin = 28
const headHeight = 104
const legendRow = 40

const tones: Readonly<Record<MapTone, string>> = {
  none: '#f1f4f2',
  low: '#fbe3b5',
  some: '#8fc7a6',
  most: '#3f9470',
  all: '#155e4b',
  alert: '#b3432b',
}
const ink = '#17211d'
const soft = '#55635d'
const line = '#7d8a84'

/** What a picture may weigh that we send to people. */
export const heaviestMap = 100 * 1024

export function drawMap(map: VillageMap): string {
  return hasShapes(map) ? outlines(map) : tiles(map)
}

function outlines(map: VillageMap): string {
  // coarser until it is light enough
  for (const coarse of [0.7, 1.5, 3, 6, 12]) {
    const svg = withOutlines(map, coarse)
    if (svg.length <= heaviestMap) return svg
  }
  return tiles(map)
}

function withOutlines(map: VillageMap, coarse: number): string {
  const villages = [
    ...map.around.map((shape) => ({ tone: 'none' as const, shape })),
    ...map.kecamatan.flatMap((k) => k.villages),
  ]
  const frame = frameOf(villages.flatMap(({ shape }) => spotsOf(shape)))
  const drawn: XmlElement[] = []
  for (const { tone, shape } of villages) {
    if (shape === undefined) continue
    if (shape.kind === 'point') {
      const [x, y] = frame.at(shape.at)
      drawn.push(element('circle', { cx: x, cy: y, r: 9, fill: tones[tone], stroke: line }))
      continue
    }
    const path = shape.outlines
      .map((outline) => thinned(outline.map(frame.at), coarse))
      .filter((outline) => outline.length > 2)
      .map((outline) => `M${outline.map(([x, y]) => `${x} ${y}`).join('L')}Z`)
      .join('')
    if (path !== '') drawn.push(element('path', { d: path, fill: tones[tone], stroke: line, 'stroke-width': 0.8 }))
    else {
      // an islet that is smaller than a dot
      const [x, y] = frame.at(shape.outlines[0]![0]!)
      drawn.push(element('circle', { cx: x, cy: y, r: 3, fill: tones[tone], stroke: line }))
    }
  }
  const top = headHeight
  return picture(map, top + frame.height + margin, [
    element('g', { transform: `translate(${margin} ${top})`, 'stroke-linejoin': 'round' }, drawn),
    ...labels(map, frame, top),
  ])
}

interface Frame {
  readonly height: number
  at(spot: Spot): readonly [number, number]
}

/** Degrees onto the page. So near the equator a degree is as wide as it is high, but for the cosine. */
function frameOf(spots: readonly Spot[]): Frame {
  let [west, east, south, north] = [180, -180, 90, -90]
  for (const [x, y] of spots) {
    west = Math.min(west, x)
    east = Math.max(east, x)
    south = Math.min(south, y)
    north = Math.max(north, y)
  }
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const across = Math.max((east - west) * squeeze, 1e-4)
  const down = Math.max(north - south, 1e-4)
  const scale = Math.min((width - 2 * margin) / across, 900 / down)
  return {
    height: Math.ceil(down * scale),
    at: ([x, y]) => [one((x - west) * squeeze * scale), one((north - y) * scale)],
  }
}

const one = (n: number) => Math.round(n * 10) / 10

function spotsOf(shape: Shape | undefined): readonly Spot[] {
  if (shape === undefined) return []
  return shape.kind === 'point' ? [shape.at] : shape.outlines.flat()
}

/** Corners that lie nearer to the last one than `least` are left out. */
function thinned(
  corners: readonly (readonly [number, number])[],
  least: number,
): readonly (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = []
  for (const corner of corners) {
    const last = kept.at(-1)
    if (!last || Math.hypot(corner[0] - last[0], corner[1] - last[1]) >= least) kept.push(corner)
  }
  return kept
}

/** Where a number may stand, the best first. */
const beside = [
  [0, 0],
  [40, 0],
  [-40, 0],
  [0, 40],
  [0, -40],
] as const

/** The numbers of the kecamatan in their middle or beside it; the list below says what they are called. */
function labels(map: VillageMap, frame: Frame, top: number): readonly XmlElement[] {
  const taken: { readonly x: number; readonly y: number }[] = []
  return map.kecamatan.flatMap(({ villages }, i) => {
    const spots = villages.flatMap(({ shape }) => spotsOf(shape))
    if (spots.length === 0) return []
    const own = frameMiddle(spots, frame)
    const free = beside
      .map(([dx, dy]) => ({
        x: Math.min(Math.max(own[0] + margin + dx, 40), width - 40),
        y: own[1] + top + dy,
      }))
      .find((at) => !taken.some((t) => Math.hypot(t.x - at.x, t.y - at.y) < 36))
    if (!free) return []
    taken.push(free)
    const { x, y } = free
    return [
      element('circle', { cx: one(x), cy: one(y), r: 17, fill: '#fff', stroke: ink }),
      text(String(i + 1), {
        x: one(x),
        y: one(y + 8),
        'font-size': 22,
        'text-anchor': 'middle',
        'font-weight': 'bold',
      }),
    ]
  })
}

function frameMiddle(spots: readonly Spot[], frame: Frame): readonly [number, number] {
  const at = spots.map(frame.at)
  const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
  return [middle(at.map(([x]) => x)), middle(at.map(([, y]) => y))]
}

const tile = 34
const gap = 6

/** A square for each village, in code order, a row or more for each kecamatan. */
function tiles(map: VillageMap): string {
  const drawn: XmlElement[] = []
  const perRow = Math.floor((width - 2 * margin + gap) / (tile + gap))
  let y = headHeight
  for (const [i, { name, says, villages }] of map.kecamatan.entries()) {
    drawn.push(text(`${i + 1}. ${name}`, { x: margin, y: y + 24, 'font-size': 24 }))
    drawn.push(text(says, { x: width - margin, y: y + 24, 'font-size': 22, 'text-anchor': 'end', fill: soft }))
    y += 36
    for (const [n, { tone }] of villages.entries())
      drawn.push(
        element('rect', {
          x: margin + (n % perRow) * (tile + gap),
          y: y + Math.floor(n / perRow) * (tile + gap),
          width: tile,
          height: tile,
          rx: 5,
          fill: tones[tone],
          stroke: line,
        }),
      )
    y += Math.max(1, Math.ceil(villages.length / perRow)) * (tile + gap) + 14
  }
  return picture(map, y + 10, drawn, false)
}

/** Head, what is drawn, the names of the kecamatan where the drawing has only their numbers, legend. */
function picture(map: VillageMap, below: number, drawn: readonly XmlElement[], named = true): string {
  const list = named ? map.kecamatan : []
  const legendTop = below + list.length * 34 + (list.length > 0 ? 20 : 0)
  const height = Math.ceil(legendTop + map.legend.length * legendRow + (map.source === '' ? 14 : 44))
  return writeXml(
    element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        'font-family': fontFamily,
        fill: ink,
      },
      [
        element('rect', { width, height, fill: '#fff' }),
        text(map.title, { x: margin, y: 48, 'font-size': map.title.length > 36 ? 24 : 30, 'font-weight': 'bold' }),
        text(map.subtitle, { x: margin, y: 82, 'font-size': 22, fill: soft }),
        ...drawn,
        ...list.flatMap(({ name, says }, i) => [
          text(`${i + 1}. ${name}`, { x: margin, y: below + 24 + i * 34, 'font-size': 24 }),
          text(says, { x: width - margin, y: below + 24 + i * 34, 'font-size': 22, 'text-anchor': 'end', fill: soft }),
        ]),
        ...map.legend.flatMap(({ tone, text: words }, i) => [
          element('rect', {
            x: margin,
            y: legendTop + i * legendRow,
            width: 28,
            height: 28,
            rx: 5,
            fill: tones[tone],
            stroke: line,
          }),
          text(words, { x: margin + 42, y: legendTop + 23 + i * legendRow, 'font-size': 24 }),
        ]),
        ...(map.source === '' ? [] : [text(map.source, { x: margin, y: height - 14, 'font-size': 18, fill: soft })]),
      ],
    ),
  )
}

function text(words: string, attributes: Readonly<Record<string, string | number>>): XmlElement {
  return element('text', attributes, [words])
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly (XmlElement | string)[] = [],
): XmlElement {
  return xml(name, Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])), children)
}

import type { Shape } from './shapes.ts'

/**
 * A map of a kabupaten as plain data: which village has which colour, and what the colours mean. Village by village it
 * shows who has not reported yet, which is for those who may read that; others get the share of each kecamatan.
 */
export interface VillageMap {
  readonly title: string
  readonly subtitle: string
  readonly kecamatan: readonly MapKecamatan[]
  /** Villages that the round does not ask, for the outline of the whole. */
  readonly around: readonly Shape[]
  readonly legend: readonly { readonly tone: MapTone; readonly text: string }[]
  /** Where the outlines come from. */
  readonly source: string
}

export interface MapKecamatan {
  readonly name: string
  /** Beside the name: "8 dari 11". */
  readonly says: string
  readonly villages: readonly { readonly code: string; readonly tone: MapTone; readonly shape: Shape | undefined }[]
}

/** From nothing to all; told apart by lightness too, for those who see no colours and for black-and-white prints. */
export const mapTones = ['none', 'low', 'some', 'most', 'all', 'alert'] as const
export type MapTone = (typeof mapTones)[number]

/** Where outlines of this share of the villages are known, the map is drawn; else the tiles. */
const enoughShapes = 0.5

export function hasShapes({ kecamatan }: VillageMap): boolean {
  const villages = kecamatan.flatMap((k) => k.villages)
  return (
    villages.filter(({ shape }) => shape !== undefined).length >= villages.length * enoughShapes && villages.length > 0
  )
}

/** The share of a kecamatan as a tone; `none` where nothing is expected. */
export function shareTone(reported: number, expected: number): MapTone {
  if (expected === 0) return 'none'
  const share = reported / expected
  return share === 1 ? 'all' : share >= 0.5 ? 'most' : share > 0 ? 'some' : 'low'
}

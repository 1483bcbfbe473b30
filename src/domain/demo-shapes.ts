import type { Position } from './positions.ts'

/** The shapes of the invented demo in `prisma/seed/demo-*.json`. Whatever comes from there is marked as contoh. */
export interface DemoVillagesFile {
  readonly contoh: true
  readonly villages: readonly {
    readonly code: string
    readonly name: string
    readonly kind: 'desa' | 'negeri'
    readonly reporting: 'one' | 'each'
    readonly contoh: true
  }[]
}

export interface DemoPerson {
  readonly key: string
  readonly name: string
  readonly sex: 'l' | 'p'
  readonly position: Position
  /** One seat for each; `*` for the whole programme; the kabupaten of the body for its members. */
  readonly regions: readonly string[]
  /** Of a member of the Pokja or Forum: the office he comes from. */
  readonly opd?: string
}

export interface DemoPeopleFile {
  readonly contoh: true
  readonly people: readonly DemoPerson[]
}

type Cell = string | number | null

/** Tables with their column names, because a thousand rows of objects would be unreadable in review. */
export interface DemoPlanFile {
  readonly contoh: true
  readonly lastRound: string
  readonly kindColumns: readonly string[]
  readonly kinds: readonly (readonly Cell[])[]
  readonly planColumns: readonly string[]
  readonly plan: readonly (readonly Cell[])[]
  readonly lastRoundColumns: readonly string[]
  readonly results: readonly (readonly Cell[])[]
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Feast, KabupatenRules } from '../domain/calendar.ts'
import type { UsualOffice } from '../domain/offices.ts'
import type { UsualDate } from '../domain/planning.ts'
import type { Depth, FormLevel } from '../domain/rounds.ts'

/** The tables in `prisma/seed`: written by us, so their shape is trusted. Each says where its facts come from. */
const folder = join(import.meta.dirname, '..', '..', 'prisma', 'seed')

export interface SeedTables {
  readonly zones: {
    readonly provinces: readonly { readonly code: string; readonly zone: string }[]
    /** Kabupaten that keep another time than their province. */
    readonly kabupaten: readonly { readonly code: string; readonly zone: string }[]
  }
  readonly aliases: {
    readonly aliases: readonly { readonly name: string; readonly code: string }[]
    /** Spellings that mean several places: asked about, never resolved. */
    readonly ambiguous: readonly { readonly name: string; readonly codes: readonly string[] }[]
  }
  readonly holidays: {
    readonly source: string
    readonly holidays: readonly {
      readonly on: string
      readonly name: string
      readonly kind: 'libur' | 'cuti'
      readonly feast?: Feast
      readonly source: string
    }[]
  }
  readonly ramadan: {
    readonly source: string
    readonly ramadan: readonly { readonly year: number; readonly fromOn: string; readonly untilOn: string }[]
  }
  readonly planning: { readonly steps: readonly UsualDate[] }
  readonly programme: {
    readonly programme: {
      readonly code: string
      readonly name: string
      readonly longName: string
      readonly funder: string
      readonly implementer: string
    }
    readonly kabupaten: readonly {
      readonly code: string
      readonly short: string
      readonly name: string
      readonly zone: string
      readonly kecamatan: readonly string[]
      readonly rules: KabupatenRules
      readonly body: {
        readonly kind: 'pokja' | 'forum'
        readonly name: string
        readonly decree: { readonly by: string; readonly number: string; readonly year: number }
        readonly members: number
      }
    }[]
    readonly rounds: readonly {
      readonly code: string
      readonly number: number
      readonly forms: readonly {
        readonly form: string
        readonly level: FormLevel
        readonly depth: Depth
        readonly opensOn: string
        readonly dueOn: string
      }[]
    }[]
    /** Where a kabupaten is known to call an office otherwise than most. */
    readonly offices: Readonly<Record<string, readonly UsualOffice[]>>
  }
}

export function readSeed<Name extends keyof SeedTables>(
  name: Name,
): { readonly table: SeedTables[Name]; readonly edition: string } {
  const text = readFileSync(join(folder, `${name}.json`), 'utf8')
  return {
    table: JSON.parse(text) as SeedTables[Name],
    edition: createHash('sha256').update(text).digest('hex').slice(0, 16),
  }
}

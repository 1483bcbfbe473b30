import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeFromBytes, linkPayloadFromBytes } from '../domain/invitations.ts'
import type { Position } from '../domain/positions.ts'

/** The invented cast of `prisma/seed/demo-*.json`: 70 villages, the people around them, their plans and last results. */

export interface DemoPerson {
  readonly key: string
  readonly name: string
  readonly sex: 'l' | 'p'
  readonly position: Position
  /** Codes of their seats; `*` for the whole programme. */
  readonly regions: readonly string[]
  readonly opd?: string
}

export interface DemoVillage {
  readonly code: string
  readonly name: string
  readonly kind: 'desa' | 'negeri' | 'kelurahan'
  readonly reporting: 'one' | 'each'
}

export interface DemoActivity {
  readonly regionCode: string
  readonly entityId: string
  readonly name: string
  readonly bidang: string
  readonly target: number
  readonly satuan: string
  readonly biaya: number
  readonly sumber: string
  readonly mulai: string
  readonly selesai: string
  readonly penanggungJawab: string
  readonly tahunVlp: number
  /** What the last round reported of it. */
  readonly result: {
    readonly status: 'selesai' | 'berjalan' | 'belum' | 'batal'
    readonly persen: number | null
    readonly hasil: number | null
    readonly danaTerpakai: number | null
    readonly kendala: readonly string[]
    readonly dukungan: readonly string[]
    readonly dukunganDari: readonly string[]
  }
}

export interface DemoCast {
  readonly people: readonly DemoPerson[]
  readonly villages: readonly DemoVillage[]
  readonly activities: readonly DemoActivity[]
  /** Code of the round that the results are of. */
  readonly lastRound: string
}

type Row = readonly (string | number | null)[]

export function readDemoCast(): DemoCast {
  const { people } = read('demo-people') as { people: readonly DemoPerson[] }
  const { villages } = read('demo-villages') as { villages: readonly DemoVillage[] }
  const plan = read('demo-plan') as {
    lastRound: string
    kinds: readonly Row[]
    plan: readonly Row[]
    results: readonly Row[]
  }
  const kinds = new Map(plan.kinds.map((row) => [row[0], row]))
  const results = new Map(plan.results.map((row) => [`${row[0]} ${row[1]}`, row]))
  const activities = plan.plan.map(([village, key, target, biaya, sumber, mulai, selesai, tahun]): DemoActivity => {
    const [, name, bidang, satuan, penanggungJawab] = kinds.get(key!)!
    const [, , status, persen, hasil, danaTerpakai, kendala, dukungan, dukunganDari] = results.get(`${village} ${key}`)!
    return {
      regionCode: String(village),
      entityId: `${village}-${tahun}-${key}`,
      name: String(name),
      bidang: String(bidang),
      target: Number(target),
      satuan: String(satuan),
      biaya: Number(biaya),
      sumber: String(sumber),
      mulai: String(mulai),
      selesai: String(selesai),
      penanggungJawab: String(penanggungJawab),
      tahunVlp: Number(tahun),
      result: {
        status: status as DemoActivity['result']['status'],
        persen: persen as number | null,
        hasil: hasil as number | null,
        danaTerpakai: danaTerpakai as number | null,
        kendala: words(kendala),
        dukungan: words(dukungan),
        dukunganDari: words(dukunganDari),
      },
    }
  })
  return { people, villages, activities, lastRound: plan.lastRound }
}

const shortPositions: Partial<Record<Position, string>> = {
  kepala_desa: 'kades',
  pejabat_desa: 'pejabat',
  raja_negeri: 'raja',
  sekretaris_desa: 'sekdes',
  pokja_desa: 'pokja',
  fasilitator_desa: 'fasilitator',
  koordinator_kabupaten: 'koordinator',
  petugas_pseah: 'pseah',
  petugas_antikorupsi: 'antikorupsi',
}

/** The simulator's id of a person: `demo-81.05.15.2003-raja`. Those who would share one get their number behind it. */
export function demoUserIds(people: readonly DemoPerson[]): ReadonlyMap<string, string> {
  const used = new Map<string, number>()
  return new Map(
    people.map((person) => {
      const place = person.regions[0] === '*' ? '' : `${person.regions[0]}-`
      const id = `demo-${place}${shortPositions[person.position] ?? person.position}${person.opd === undefined ? '' : `-${person.opd}`}`
      const nth = (used.get(id) ?? 0) + 1
      used.set(id, nth)
      return [person.key, nth === 1 ? id : `${id}-${nth}`]
    }),
  )
}

/** Who is not enrolled yet: the second person of a village, and every twentieth head, so that enrolment can be tried. */
export function isNotEnrolled(person: DemoPerson, people: readonly DemoPerson[]): boolean {
  if (person.position === 'sekretaris_desa' || person.position === 'pokja_desa') return true
  if (person.position !== 'kepala_desa') return false
  return people.filter((p) => p.position === 'kepala_desa').indexOf(person) % 20 === 19
}

/** The invitation of an invented person: always the same on one installation, so that a page can show it again. */
export function demoInvitation(hashKey: Buffer, person: Pick<DemoPerson, 'key'>): { code: string; payload: string } {
  const bytes = createHmac('sha256', hashKey).update(`demo invitation:${person.key}`).digest()
  return { code: codeFromBytes(bytes.subarray(0, 5)), payload: linkPayloadFromBytes(bytes.subarray(5, 21)) }
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'prisma', 'seed', `${name}.json`), 'utf8'))
}

const words = (cell: string | number | null | undefined) =>
  String(cell ?? '')
    .split(' ')
    .filter((word) => word !== '')

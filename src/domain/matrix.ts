import type {
  Delivery,
  ForVillage,
  PlanningStage,
  PriorityGrade,
  RecommendationLevel,
  RecommendationState,
} from './recommendations.ts'
import { daysOverdue } from './recommendations.ts'
import { kabupatenOf } from './regions.ts'

/**
 * The matrix of recommendations (matriks rekomendasi tindak lanjut) as plain data: what `documents` lays out on paper
 * and what a signature freezes. Codes stand beside their words, so that a frozen copy reads the same for ever.
 */
export interface Named {
  readonly code: string
  readonly name: string
}

export interface MatrixRow {
  /** 1, 2, 3 … in the order of the table. */
  readonly no: number
  readonly recommendationId: number
  readonly kecamatan: Named
  readonly villages: readonly ForVillage[]
  /** Constraints in words and whatever was said about them. */
  readonly problem: string
  readonly kendala: readonly Named[]
  readonly text: string
  readonly level: RecommendationLevel
  readonly responsible: readonly Named[]
  /** `YYYY-MM` */
  readonly targetMonth: string | null
  readonly funding: readonly Named[]
  readonly priority: PriorityGrade
  readonly state: RecommendationState
  readonly stage: PlanningStage
  readonly delivery: Delivery
  /** Days since the target month ended; 0: in time. */
  readonly daysOverdue: number
  /** Budget year, programme and whole rupiah, as the office said. */
  readonly budget: {
    readonly year: number | null
    readonly programme: string | null
    readonly amount: number | null
  } | null
}

export interface Signer {
  readonly name: string
  readonly position: string
}

/** A signed copy: never changed; what changes later is a new version. */
export interface MatrixSignature {
  readonly number: number
  readonly signedOn: string
  readonly signers: readonly Signer[]
  /** Who carries it to the kabupaten. */
  readonly carriedBy: string | null
}

export interface Matrix {
  readonly scope: { readonly regionCode: string; readonly name: string; readonly level: 'kecamatan' | 'kabupaten' }
  readonly round: { readonly code: string; readonly number: number }
  /** The day on which states and days overdue were looked at. */
  readonly asOf: string
  /** Null: as it stands now, not signed. */
  readonly signature: MatrixSignature | null
  readonly rows: readonly MatrixRow[]
  readonly totals: MatrixTotals
}

export interface MatrixTotals {
  readonly rows: number
  readonly villages: number
  readonly byPriority: Readonly<Record<PriorityGrade, number>>
  readonly byState: Readonly<Record<RecommendationState, number>>
  readonly overdue: number
  readonly received: number
  readonly disputed: number
}

const priorityOrder: readonly PriorityGrade[] = ['tinggi', 'sedang', 'rendah']

/** A row before it has its number and its days. */
export type MatrixRowFacts = Omit<MatrixRow, 'no' | 'daysOverdue'>

/**
 * The matrix of a kecamatan or kabupaten. Of a kabupaten it holds the rows of all its kecamatan; a kecamatan sees its
 * own. Order: kecamatan by code, then priority, then as they were made; `asOf` is today where the readers are.
 */
export function matrixOf(
  head: Pick<Matrix, 'scope' | 'round' | 'asOf'>,
  recommendations: readonly MatrixRowFacts[],
): Matrix {
  const { regionCode, level } = head.scope
  const rows = recommendations
    .filter(({ kecamatan: { code } }) =>
      level === 'kecamatan' ? code === regionCode : kabupatenOf(code) === regionCode,
    )
    .toSorted(
      (a, b) =>
        compare(a.kecamatan.code, b.kecamatan.code) ||
        priorityOrder.indexOf(a.priority) - priorityOrder.indexOf(b.priority) ||
        a.recommendationId - b.recommendationId,
    )
    .map((row, i) => ({ ...row, no: i + 1, daysOverdue: daysOverdue(row, head.asOf) }))
  return { ...head, signature: null, rows, totals: matrixTotals(rows) }
}

/** The sums below a matrix. A village counts once, however many rows name it. */
export function matrixTotals(rows: readonly MatrixRow[]): MatrixTotals {
  const count = (is: (row: MatrixRow) => boolean) => rows.filter(is).length
  const state = (s: RecommendationState) => count((row) => row.state === s)
  const priority = (p: PriorityGrade) => count((row) => row.priority === p)
  return {
    rows: rows.length,
    villages: new Set(rows.flatMap((row) => row.villages.map((v) => v.regionCode))).size,
    byPriority: { tinggi: priority('tinggi'), sedang: priority('sedang'), rendah: priority('rendah') },
    byState: {
      belum: state('belum'),
      diproses: state('diproses'),
      masuk_rkpd: state('masuk_rkpd'),
      dianggarkan: state('dianggarkan'),
      selesai: state('selesai'),
      tidak_bisa: state('tidak_bisa'),
    },
    overdue: count((row) => row.daysOverdue > 0),
    received: count((row) => row.delivery === 'received'),
    disputed: count((row) => row.delivery === 'disputed'),
  }
}

/** What changed in the wording of rows between two matrices; states move all the time and are no new version. */
export function changedRows(signed: Matrix, now: Matrix): readonly number[] {
  const before = new Map(signed.rows.map((row) => [row.recommendationId, agreed(row)]))
  const after = new Map(now.rows.map((row) => [row.recommendationId, agreed(row)]))
  return [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id))
}

/** What is signed: everything but how far it is. */
function agreed(row: MatrixRow): string {
  const { villages, problem, text, level, responsible, targetMonth, funding, priority } = row
  return JSON.stringify([
    villages.map((v) => v.regionCode).sort(),
    problem,
    text,
    level,
    responsible.map((r) => r.code).sort(),
    targetMonth,
    funding.map((f) => f.code).sort(),
    priority,
  ])
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

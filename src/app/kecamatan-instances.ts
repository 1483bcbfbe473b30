import { type Totals, totalsOf } from '../domain/totals.ts'
import type { Sql } from '../store/database.ts'
import type { Snapshot } from '../store/reports.ts'
import { listVillagesOf, type ObligationRow } from '../store/rounds.ts'
import { placeName } from './places.ts'
import type { Services } from './services.ts'
import type { LaneTurn } from './turn.ts'
import { villageAnswers } from './village-answers.ts'

/** The village obligations behind a kecamatan's: same round, its villages. */
export async function villagesBehind(sql: Sql, kecamatan: ObligationRow): Promise<readonly ObligationRow[]> {
  return listVillagesOf(sql, kecamatan.roundId, kecamatan.regionCode)
}

/** What the camat's report opens with: the villages, and what each reported. */
export async function kecamatanInstances(turn: LaneTurn, obligation: ObligationRow): Promise<Snapshot['instances']> {
  const { sql, services } = turn
  const villages = await villagesBehind(sql, obligation)
  const speech = { texts: services.texts, language: (await turn.person())?.language ?? 'id' }
  const answers = await villageAnswers(sql, services.db, villages)
  return {
    desa_kecamatan: villages.map((v) => ({
      name: v.regionCode,
      label: placeName(v, speech),
      kecamatan: obligation.regionCode,
    })),
    laporan_desa: answers.map((village) => {
      const count = (status: string) => String(village.activities.filter((a) => a.status === status).length)
      return {
        name: village.regionCode,
        label: village.name,
        tanggal_pertemuan: '',
        selesai: count('selesai'),
        berjalan: count('berjalan'),
        belum: count('belum'),
        batal: count('batal'),
      }
    }),
  }
}

/** The totals as they stand now, with the list of villages in: what a confirmed kecamatan report freezes. */
export async function kecamatanTotals(
  services: Services,
  sql: Sql,
  obligation: ObligationRow,
  now: number,
): Promise<{ readonly at: number; readonly villages: readonly string[]; readonly totals: Totals }> {
  const villages = await villagesBehind(sql, obligation)
  const answers = await villageAnswers(sql, services.db, villages)
  const expected = villages.map((v) => ({
    regionCode: v.regionCode,
    name: v.regionName,
    excused: v.excusedBecause !== null,
  }))
  return { at: now, villages: answers.map((a) => a.regionCode), totals: totalsOf(expected, answers) }
}

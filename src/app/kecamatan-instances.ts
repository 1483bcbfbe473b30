import { type ExpectedPlace, type Totals, totalsOf } from '../domain/totals.ts'
import type { Sql } from '../store/database.ts'
import { listVillagesOf, type ObligationRow } from '../store/obligations.ts'
import { listMeetingDates, type Snapshot } from '../store/reports.ts'
import { listMonitoringRounds } from '../store/rounds.ts'
import { outlierWords } from '../wording/word-digest.ts'
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
  const speech = { texts: services.texts, language: (await turn.person())?.language ?? 'id', zone: obligation.zone }
  const answers = await villageAnswers(sql, services.db, villages)
  const met = await listMeetingDates(
    sql,
    services.db,
    villages.map((v) => v.id),
  )
  const { outliers } = totalsOf(villages.map(expectedOf), answers, await answersBefore(services, sql, obligation))
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
        tanggal_pertemuan: met.get(village.regionCode) ?? '',
        selesai: count('selesai'),
        berjalan: count('berjalan'),
        belum: count('belum'),
        batal: count('batal'),
        // worth a second look before the camat says "ya"; the village's figures stay as they are
        perhatian: outliers
          .filter((o) => o.regionCode === village.regionCode)
          .map((o) => outlierWords(o, speech))
          .join('; '),
      }
    }),
  }
}

/** What the same villages reported in the round before. */
async function answersBefore(
  services: Services,
  sql: Sql,
  { roundNumber, regionCode }: ObligationRow,
): Promise<Awaited<ReturnType<typeof villageAnswers>>> {
  const before = (await listMonitoringRounds(sql)).findLast((r) => r.number < roundNumber)
  if (!before) return []
  return villageAnswers(sql, services.db, await listVillagesOf(sql, before.id, regionCode))
}

function expectedOf(v: ObligationRow): ExpectedPlace {
  return { regionCode: v.regionCode, name: v.regionName, excused: v.excusedBecause !== null }
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
  return { at: now, villages: answers.map((a) => a.regionCode), totals: totalsOf(villages.map(expectedOf), answers) }
}

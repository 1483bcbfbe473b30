import {
  type ForVillage,
  type PriorityGrade,
  priorityGrades,
  type RecommendationLevel,
  recommendationLevels,
} from '../domain/recommendations.ts'
import { kabupatenOf } from '../domain/regions.ts'
import type { Json } from '../lib/json.ts'
import type { Sql } from '../store/database.ts'
import type { ObligationRow } from '../store/obligations.ts'
import { dropMissing, type NewRecommendation, saveRecommendation, words } from '../store/recommendations.ts'
import { type LatestAnswer, listLatestAnswers, type Snapshot } from '../store/reports.ts'
import { listWords, type Speech } from '../wording/when.ts'
import { choiceLabels } from './choice-labels.ts'
import type { Services } from './services.ts'

/**
 * The camat said "ya" to a matrix, or corrected it: each row taken becomes a recommendation, each row left out keeps its
 * reason, and rows that a correction took away again are dropped. What was said of a recommendation since stays.
 */
export async function acceptMatrix(
  services: Services,
  sql: Sql,
  about: { readonly reportId: number; readonly obligation: ObligationRow; readonly snapshot: Snapshot },
  now: number,
): Promise<{ readonly taken: number; readonly leftOut: number }> {
  const { reportId, obligation, snapshot } = about
  const answers = await listLatestAnswers(sql, reportId)
  const label = await choiceLabels(services, sql)
  const speech = { texts: services.texts, language: 'id', zone: obligation.zone }
  const named = (code: string) => label('kendala', code)
  const base = {
    roundId: obligation.roundId,
    kabupatenCode: kabupatenOf(obligation.regionCode),
    regionCode: obligation.regionCode,
    reportId,
  }
  const rows = [
    ...(snapshot.instances.usulan ?? []).map((row) => ({
      ...base,
      ...proposedRow(row, answersOf(answers, 'usulan', row.name!)),
    })),
    ...addedItems(answers).map((item) => ({
      ...base,
      ...addedRow(item, answersOf(answers, 'tambahan', item), snapshot, named, speech),
    })),
  ]
  for (const row of rows) await saveRecommendation(sql, row, now)
  await dropMissing(
    sql,
    services.db,
    { roundId: obligation.roundId, regionCode: obligation.regionCode, reportId },
    rows.map((row) => row.key),
    now,
  )
  return { taken: rows.filter((row) => !row.dropped).length, leftOut: rows.filter((row) => row.dropped).length }
}

type Answers = (name: string) => Json
type Row = Omit<NewRecommendation, 'roundId' | 'kabupatenCode' | 'regionCode' | 'reportId'>

function answersOf(answers: readonly LatestAnswer[], repeat: string, item: string): Answers {
  const prefix = `${repeat}[${item}]/`
  const own = new Map(
    answers.filter((a) => a.path.startsWith(prefix)).map((a) => [a.path.slice(prefix.length), a.value]),
  )
  return (name) => own.get(name) ?? null
}

/** The items of the further rows that were not taken back. */
function addedItems(answers: readonly LatestAnswer[]): readonly string[] {
  return answers.flatMap(({ path, value }) => {
    const item = /^tambahan\[([^\]]+)\]\/usulan_tambahan$/.exec(path)?.[1]
    return item === undefined || value === null ? [] : [item]
  })
}

/** A proposal with what was changed in it. */
function proposedRow(proposal: Readonly<Record<string, string>>, answer: Answers): Row {
  const get = (name: string) => proposal[name] ?? ''
  const dropped = answer('keputusan') === 'keluarkan'
  return {
    key: get('name'),
    kendala: words(get('kendala')),
    problem: get('masalah'),
    text: textOf(answer('usulan_baru')) || get('teks'),
    level: levelOf(textOf(answer('tingkat_baru')) || get('tingkat')),
    responsible: codesOf(answer('pihak_baru')) ?? words(get('pihak')),
    targetMonth: (textOf(answer('target_baru')) || get('target')).slice(0, 7) || null,
    funding: codesOf(answer('sumber_baru')) ?? words(get('sumber')),
    priority: gradeOf(textOf(answer('prioritas_baru')) || get('prioritas')),
    reason: dropped ? textOf(answer('alasan_keluar')) || null : null,
    villages: JSON.parse(get('desa') || '[]') as ForVillage[],
    dropped,
  }
}

function addedRow(
  item: string,
  answer: Answers,
  snapshot: Snapshot,
  named: (kendala: string) => string,
  speech: Speech,
): Row {
  const kendala = codesOf(answer('kendala_tambahan')) ?? []
  const villages = codesOf(answer('desa_tambahan')) ?? []
  const activity = textOf(answer('kegiatan_tambahan'))
  return {
    key: `tambahan.${item}`,
    kendala,
    problem: listWords(kendala.map(named), speech),
    text: textOf(answer('usulan_tambahan')),
    level: levelOf(textOf(answer('tingkat_tambahan'))),
    responsible: codesOf(answer('pihak_tambahan')) ?? [],
    targetMonth: textOf(answer('target_tambahan')).slice(0, 7) || null,
    funding: codesOf(answer('sumber_tambahan')) ?? [],
    priority: gradeOf(textOf(answer('prioritas_tambahan'))),
    reason: null,
    villages: villages.map((regionCode) => ({
      regionCode,
      name: snapshot.instances.desa_kecamatan?.find((v) => v.name === regionCode)?.label ?? regionCode,
      activities: activity === '' ? [] : [{ entityId: '', name: activity }],
    })),
    dropped: false,
  }
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : ''
}

/** Undefined where nothing was answered: the proposal's then stand. */
function codesOf(value: Json): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : undefined
}

function levelOf(code: string): RecommendationLevel {
  return recommendationLevels.find((level) => level === code) ?? 'kabupaten'
}

function gradeOf(code: string): PriorityGrade {
  return priorityGrades.find((grade) => grade === code) ?? 'sedang'
}

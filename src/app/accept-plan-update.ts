import { type PlanVersion, planDiff } from '../domain/plan-versions.ts'
import type { EngineEvent } from '../engine/events/index.ts'
import type { Form } from '../flows/form.ts'
import type { Json } from '../lib/json.ts'
import { localDate } from '../lib/local-time.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import type { Sql } from '../store/database.ts'
import { listEntities, listEntitiesByIds, setEntityClosed } from '../store/entities.ts'
import { listPlanVersions, savePlanVersion, versionBefore } from '../store/plan-versions.ts'
import { planChanged } from '../store/report-figures.ts'
import { listLatestAnswers, type Snapshot } from '../store/reports.ts'
import { planUpdated } from '../wording/system/plan-versions.ts'
import { planWords } from './plan-words.ts'
import { showPath } from './shown-answers.ts'
import type { LaneTurn } from './turn.ts'

/** The form of the yearly update of a village's livelihood plan. */
export const planUpdateForm = 'pemutakhiran_vlp'

/**
 * The yearly update of a plan was sent, or corrected afterwards, and its properties are written: an activity that was
 * taken out leaves the plan, with its history; one that was taken out by mistake comes back. The plan as it now stands is
 * kept as the version of the year. Figures of the village that were made from the plan before no longer hold. Returns
 * what differs from the version before, to be said at the end.
 */
export async function acceptPlanUpdate(
  turn: LaneTurn,
  about: {
    readonly reportId: number
    readonly regionCode: string
    readonly startedAt: number
    readonly form: Form
    readonly snapshot: Snapshot
  },
  events: readonly EngineEvent[],
): Promise<OutboundMessage> {
  const { sql, services, now } = turn
  const { reportId, regionCode, snapshot } = about
  for (const event of events) {
    if (event.kind !== 'entity-changed' || event.create) continue
    const isOut = event.values.keputusan_vlp === 'dihapus'
    await setEntityClosed(sql, { list: event.list, entityId: event.entityId, regionCode, closedAt: isOut ? now : null })
  }
  await planChanged(sql, services.db, [regionCode])
  await turn.flush()
  if ((await listPlanVersions(sql, regionCode)).length === 0)
    await savePlanVersion(sql, { regionCode, reportId: null, at: about.startedAt }, planAsLoaded(about))
  const made = await savePlanVersion(sql, { regionCode, reportId, at: now }, await planOf(turn, about))
  const before = versionBefore(await listPlanVersions(sql, regionCode), made)
  const to = await turn.audience()
  return planUpdated(
    {
      place: snapshot.fields.desa ?? regionCode,
      year: made.year,
      before: before ?? null,
      diff: planDiff(before ?? { ...made, activities: [], ended: [], profile: [], goal: '' }, made),
      words: await planWords(services, sql, to.language),
    },
    to,
  )
}

/** The plan as the conversation saw it at its start: what the first version of a workshop is compared with. */
function planAsLoaded({
  snapshot,
  startedAt,
}: {
  readonly snapshot: Snapshot
  readonly startedAt: number
}): PlanVersion {
  const items = snapshot.instances.kegiatan ?? []
  const years = items.map(({ tahun_vlp }) => Number(tahun_vlp)).filter((year) => year > 0)
  return {
    year: years.length > 0 ? Math.max(...years) : Number(snapshot.fields.tahun) - 1,
    source: 'loaded',
    heldOn: localDate(startedAt, snapshot.zone),
    profile: [],
    goal: '',
    activities: items.map(({ name = '', label = '', desa: _, ...properties }) => ({ id: name, label, properties })),
    ended: [],
  }
}

const profileQuestions = [
  'hari_pertama',
  'peserta_pertama',
  'hari_kedua',
  'peserta_kedua',
  'penduduk',
  'kk',
  'peluang',
  'cerita_peluang',
  'risiko',
  'cerita_risiko',
  'rentan',
] as const

async function planOf(
  turn: LaneTurn,
  {
    reportId,
    regionCode,
    form,
    snapshot,
  }: {
    readonly reportId: number
    readonly regionCode: string
    readonly form: Form
    readonly snapshot: Snapshot
  },
): Promise<PlanVersion> {
  const { sql, services } = turn
  const answers = new Map((await listLatestAnswers(sql, reportId)).map(({ path, value }) => [path, value]))
  const decided = [...answers].flatMap(([path, value]) => {
    const [, id] = /^kegiatan\[([^\]]+)\]\/keputusan$/.exec(path) ?? []
    return id === undefined ? [] : [{ id, decision: value }]
  })
  const over = decided.filter(({ decision }) => decision === 'selesai' || decision === 'dihapus')
  const out = await listEntitiesByIds(
    sql,
    services.db,
    'kegiatan',
    over.map(({ id }) => id),
  )
  const heldOn = answers.get('hari_pertama')
  const said = textOf(answers.get('tujuan_baru'))
  return {
    year: Number(snapshot.fields.tahun),
    source: 'workshop',
    heldOn: typeof heldOn === 'string' ? heldOn : localDate(turn.now, snapshot.zone),
    profile: profileQuestions.flatMap((name) => {
      const value = answers.get(name) ?? null
      const shown = showPath(form, name, 'id')
      return value === null ? [] : [{ name, label: shown.question, said: shown.say(value) }]
    }),
    goal: said === '' ? (snapshot.instances.vlp_lalu?.[0]?.tujuan ?? '') : said,
    activities: (await inThePlan(sql, regionCode)).map(({ entityId, label, properties }) => ({
      id: entityId,
      label,
      properties,
    })),
    ended: over.map(({ id, decision }) => ({
      id,
      label: out.find(({ entityId }) => entityId === id)?.label ?? id,
      how: decision === 'selesai' ? ('selesai' as const) : ('dihapus' as const),
      reason: textOf(answers.get(`kegiatan[${id}]/alasan_hapus`)),
    })),
  }
}

/** What a plan called finished stays on record with its result, but is no part of the plan any more. */
async function inThePlan(sql: Sql, regionCode: string) {
  return (await listEntities(sql, 'kegiatan', regionCode)).filter((i) => i.properties.keputusan_vlp !== 'selesai')
}

const textOf = (value: Json | undefined) => (typeof value === 'string' ? value : '')

/** The list `vlp_lalu` of the form: the version before the one that is being made. */
export async function planBefore(
  sql: Sql,
  regionCode: string,
  year: number,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const last = (await listPlanVersions(sql, regionCode)).findLast((v) => v.source === 'workshop' && v.year < year)
  if (!last) return []
  const number = (name: string) => (last.profile.find((line) => line.name === name)?.said ?? '').replace(/\D/g, '')
  return [
    {
      name: String(last.year),
      label: String(last.year),
      tahun: String(last.year),
      penduduk: number('penduduk'),
      kk: number('kk'),
      tujuan: last.goal,
    },
  ]
}

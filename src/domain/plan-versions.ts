/**
 * A village's livelihood plan (VLP) as it stood after a workshop, and what differs between two of them. Each version is
 * kept whole: a later change of the plan never changes what an earlier version says.
 */
export interface PlanVersion {
  readonly year: number
  /** `loaded`: the plan as it was before the first workshop told here. */
  readonly source: 'loaded' | 'workshop'
  /** The workshop's first day, or the day on which the plan was written down. */
  readonly heldOn: string
  /** What the workshop said of the village, in its words: participants, people, opportunities, risks … */
  readonly profile: readonly ProfileLine[]
  readonly goal: string
  readonly activities: readonly PlanActivity[]
  /** What left the plan in this version. */
  readonly ended: readonly EndedActivity[]
}

export interface ProfileLine {
  /** Name of the question. */
  readonly name: string
  readonly label: string
  readonly said: string
}

export interface PlanActivity {
  readonly id: string
  readonly label: string
  readonly properties: Readonly<Record<string, string>>
}

export interface EndedActivity {
  readonly id: string
  readonly label: string
  readonly how: 'selesai' | 'dihapus'
  readonly reason: string
}

/** Properties of an activity that a plan says; how far it is belongs to the monitoring. */
export const plannedProperties = [
  'bidang',
  'tantangan',
  'lokasi',
  'kelompok',
  'target',
  'satuan',
  'mulai',
  'selesai',
  'biaya',
  'sumber',
  'penanggung_jawab',
  'dokumen_desa',
  'tahun_rkpdes',
] as const
export type PlannedProperty = (typeof plannedProperties)[number]

/** What of the profile is compared: dates and participants differ every year. */
const comparedLines: readonly string[] = ['penduduk', 'kk', 'peluang', 'risiko', 'rentan']

export interface PlanDiff {
  readonly added: readonly PlanActivity[]
  readonly changed: readonly {
    readonly activity: PlanActivity
    readonly before: PlanActivity
    /** None where it only has another name. */
    readonly properties: readonly PlannedProperty[]
  }[]
  readonly ended: readonly EndedActivity[]
  /** In both, as they were. */
  readonly carried: readonly PlanActivity[]
  readonly profile: readonly { readonly label: string; readonly before: string; readonly after: string }[]
  readonly goal?: { readonly before: string; readonly after: string }
}

/** That an activity is in no document yet need not have been said. */
const planned = ({ properties }: PlanActivity, name: PlannedProperty) =>
  name === 'dokumen_desa' && properties[name] === 'belum' ? '' : (properties[name] ?? '')

/** What the later version says that the earlier did not. */
export function planDiff(before: PlanVersion, after: PlanVersion): PlanDiff {
  const earlier = new Map(before.activities.map((activity) => [activity.id, activity]))
  const later = new Set(after.activities.map(({ id }) => id))
  const changed: PlanDiff['changed'][number][] = []
  const carried: PlanActivity[] = []
  for (const activity of after.activities) {
    const was = earlier.get(activity.id)
    if (!was) continue
    const properties = plannedProperties.filter((name) => planned(was, name) !== planned(activity, name))
    if (properties.length === 0 && was.label === activity.label) carried.push(activity)
    else changed.push({ activity, before: was, properties })
  }
  // of versions that do not follow one on the other the reasons stand in those between
  const gone = before.activities.filter(({ id }) => !later.has(id) && !after.ended.some((e) => e.id === id))
  return {
    added: after.activities.filter(({ id }) => !earlier.has(id)),
    changed,
    ended: [
      ...after.ended.filter(({ id }) => earlier.has(id)),
      ...gone.map(({ id, label }) => ({ id, label, how: 'dihapus' as const, reason: '' })),
    ],
    carried,
    profile: after.profile.flatMap(({ name, label, said }) => {
      const was = before.profile.find((line) => line.name === name)
      return was && was.said !== said && comparedLines.includes(name) ? [{ label, before: was.said, after: said }] : []
    }),
    ...(before.goal !== after.goal && after.goal !== '' && { goal: { before: before.goal, after: after.goal } }),
  }
}

/** The difficulties that the activities deal with, each once, in their order. */
export function challengesOf({ activities }: PlanVersion): readonly string[] {
  return [...new Set(activities.map(({ properties }) => properties.tantangan ?? '').filter((text) => text !== ''))]
}

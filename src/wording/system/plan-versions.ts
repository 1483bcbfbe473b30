import type { PlanDiff, PlannedProperty, PlanVersion } from '../../domain/plan-versions.ts'
import type { OutboundMessage } from '../../messages/outbound.ts'
import { type Audience, lines, say } from '../context.ts'
import type { Speech } from '../when.ts'

/** The end of the yearly update of a plan: what is new, changed, ended and carried over, in chat and on paper. */

export type SayProperty = (name: PlannedProperty, value: string, properties: Readonly<Record<string, string>>) => string

export function planUpdated(
  about: {
    readonly place: string
    readonly year: number
    readonly before: Pick<PlanVersion, 'year' | 'source'> | null
    readonly diff: PlanDiff
    readonly words: SayProperty
  },
  to: Audience,
): OutboundMessage {
  const { place, year, before, diff, words } = about
  const since = before === null || before.source === 'loaded' ? 'plan-since-loaded' : 'plan-since'
  return {
    text: lines(
      say(to, 'plan-updated', { place, year: String(year) }),
      say(to, since, { year: String(before?.year ?? year - 1) }),
      ...planDiffLines(diff, words, to, mostInChat),
    ),
  }
}

/** So many names of a kind in one message; the paper has them all. */
const mostInChat = 8

/** One line each for what is new, changed, ended and carried over. */
export function planDiffLines(
  diff: PlanDiff,
  words: SayProperty,
  speech: Speech,
  most = Number.POSITIVE_INFINITY,
): readonly string[] {
  const listed = (key: string, names: readonly string[]) => {
    if (names.length === 0) return []
    const shown = names.slice(0, most)
    const more = names.length > shown.length ? [say(speech, 'plan-more', { n: names.length - shown.length })] : []
    return [say(speech, key, { n: names.length, names: [...shown, ...more].join('; ') })]
  }
  const changes = diff.changed.map(({ activity, before, properties }) => {
    // an amount is said with its unit, a document with its year
    const names = new Set(
      properties.map((name) => (name === 'satuan' ? 'target' : name === 'tahun_rkpdes' ? 'dokumen_desa' : name)),
    )
    const parts = [...names].map((name) => {
      const unit = name === 'target' && !properties.includes('satuan') ? {} : before.properties
      const from = words(name, before.properties[name] ?? '', unit)
      const what = say(speech, propertyKeys[name])
      const to = words(name, activity.properties[name] ?? '', activity.properties)
      return say(speech, from === '' ? 'plan-change-new' : 'plan-change', { what, from, to })
    })
    const renamed = before.label === activity.label ? [] : [say(speech, 'plan-renamed', { before: before.label })]
    return `${activity.label} (${[...renamed, ...parts].join(', ')})`
  })
  const ended = (how: 'selesai' | 'dihapus') =>
    diff.ended.filter((e) => e.how === how).map(({ label, reason }) => (reason === '' ? label : `${label} (${reason})`))
  return [
    ...listed(
      'plan-added',
      diff.added.map(({ label }) => label),
    ),
    ...listed('plan-changed', changes),
    ...listed('plan-finished', ended('selesai')),
    ...listed('plan-taken-out', ended('dihapus')),
    ...listed(
      'plan-carried',
      diff.carried.map(({ label }) => label),
    ),
    ...(diff.goal ? [say(speech, 'plan-goal', { goal: diff.goal.after })] : []),
    ...diff.profile.map(({ label, before, after }) => say(speech, 'plan-profile', { label, before, after })),
  ]
}

/** A unit is said with its amount, the year of the RKPDes with its document. */
const propertyKeys: Readonly<Record<Exclude<PlannedProperty, 'satuan' | 'tahun_rkpdes'>, string>> = {
  bidang: 'plan-word-bidang',
  tantangan: 'plan-word-tantangan',
  lokasi: 'plan-word-lokasi',
  kelompok: 'plan-word-kelompok',
  target: 'plan-word-target',
  mulai: 'plan-word-mulai',
  selesai: 'plan-word-selesai',
  biaya: 'plan-word-biaya',
  sumber: 'plan-word-sumber',
  penanggung_jawab: 'plan-word-penanggung_jawab',
  dokumen_desa: 'plan-word-dokumen_desa',
}

import type { ForVillage, PriorityGrade, RecommendationLevel } from './recommendations.ts'
import { monthAfter } from './recommendations.ts'
import { byCode } from './regions.ts'
import type { VillageAnswers } from './village-figures.ts'

/**
 * Rows for the matrix, proposed from what villages said holds their activities up and whom they ask for what, and from
 * what the kecamatan noted in its meeting. Like rows of several villages become one row that keeps the list of villages.
 * A proposal is only that: camat or kasi take, change or drop each one.
 */
export interface Proposal {
  /** Stable within a kecamatan and round, fit for an item id: `hama.pertanian`, `dukungan.pertanian`, `cuaca`. */
  readonly key: string
  /** Code of the constraint; '' where only support is asked for. */
  readonly kendala: string
  /** Code of the field of livelihood; '' for several. */
  readonly bidang: string
  /** Kinds of support asked for, most often first. */
  readonly dukungan: readonly string[]
  readonly villages: readonly ForVillage[]
  readonly activities: number
  readonly level: RecommendationLevel
  /** Who is to do it: OPD codes, or `desa`, `kecamatan`, `provinsi_pusat`, `bangkit`. */
  readonly responsible: readonly string[]
  /** `YYYY-MM` */
  readonly targetMonth: string
  /** Codes of funding sources. */
  readonly funding: readonly string[]
  readonly priority: PriorityGrade
  /** What the meeting said of the problem, and the kind of support it named, in its own words. */
  readonly notes: readonly string[]
  readonly wishes: readonly string[]
}

/** What the kecamatan noted about one village. */
export interface MeetingNote {
  readonly regionCode: string
  readonly name: string
  readonly kendala: readonly string[]
  /** OPD codes that could help. */
  readonly opd: readonly string[]
  /** Its words on the problem and on the kind of support; '' where nothing was said. */
  readonly problem: string
  readonly wish: string
}

export interface ProposalOptions {
  /** Today at the kecamatan: targets count from it. */
  readonly todayOn: string
  /** How many villages reported; for the priority. */
  readonly reported: number
  /** More rows than this are too many for one conversation: fields are then put together. */
  readonly most?: number
  /** The offices of the kabupaten, by code; all that are usual where nothing is said. */
  readonly offices?: readonly string[]
}

const none = 'tidak_ada'
/** Who is named in a support question without being an office of the kabupaten. */
const notAnOffice: ReadonlySet<string> = new Set(['desa', 'kecamatan', 'opd', 'bangkit', 'lain', 'lainnya', none])

/** The office that usually deals with a field of livelihood; a proposal, changed with one tap. */
const officeOfField: Readonly<Record<string, string>> = {
  pertanian: 'pertanian',
  peternakan: 'peternakan',
  perikanan: 'perikanan',
  olahan: 'koperasi_umkm',
  kerajinan: 'koperasi_umkm',
  usaha_mikro: 'koperasi_umkm',
  pertukangan: 'nakertrans',
  konservasi: 'lingkungan_hidup',
  wisata: 'pariwisata',
}
/** For the rest, and where a kabupaten has no such office: the first of these that it has. */
const officesForTheRest = ['dpmd', 'bapperida'] as const

/** What people settle among themselves rather than by an office. */
const settledLocally: ReadonlySet<string> = new Set(['adat', 'beda_pendapat', 'tenaga', 'lahan'])

const defaultMost = 15

/** One activity (or village, from the meeting) that a row stands for. */
interface Grain {
  readonly kendala: string
  readonly bidang: string
  readonly regionCode: string
  readonly name: string
  readonly activity: { readonly entityId: string; readonly name: string } | null
  readonly dukungan: readonly string[]
  readonly asked: readonly string[]
  readonly problem: string
  readonly wish: string
}

/**
 * Proposes the rows of one kecamatan. Villages that did not report are not in them. The order is the one in which they
 * are shown: priority first, then how many villages, then the key, so that the same answers give the same list.
 */
export function proposeRows(
  villages: readonly VillageAnswers[],
  notes: readonly MeetingNote[],
  options: ProposalOptions,
): readonly Proposal[] {
  const grains = [...villages.flatMap(grainsOfVillage), ...notes.flatMap((note) => grainsOfNote(note, villages))]
  const groups = grouped(grains, options.most ?? defaultMost)
  return groups
    .map(([key, own]) => proposalOf(key, own, options))
    .sort(
      (a, b) =>
        rank(a.priority) - rank(b.priority) ||
        b.villages.length - a.villages.length ||
        (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
    )
}

/** A constraint counts once an activity; support without a constraint makes a row of its own. */
function grainsOfVillage(village: VillageAnswers): readonly Grain[] {
  return village.activities.flatMap((activity) => {
    const kendala = [...new Set(activity.kendala)].filter((code) => code !== none)
    const dukungan = [...new Set(activity.dukungan)].filter((code) => code !== none)
    if (kendala.length === 0 && dukungan.length === 0) return []
    const grain = {
      bidang: activity.bidang,
      regionCode: village.regionCode,
      name: village.name,
      activity: { entityId: activity.entityId, name: activity.name },
      dukungan,
      asked: [...new Set(activity.pihak)].filter((code) => code !== none),
      problem: '',
      wish: '',
    }
    return (kendala.length === 0 ? [''] : kendala).map((code) => ({ ...grain, kendala: code }))
  })
}

/**
 * What the meeting noted joins the village's own rows with that constraint, in every field in which the village has one;
 * where it has none it is a row over all fields.
 */
function grainsOfNote(note: MeetingNote, villages: readonly VillageAnswers[]): readonly Grain[] {
  const own = villages.find((v) => v.regionCode === note.regionCode)
  return [...new Set(note.kendala)]
    .filter((code) => code !== none)
    .flatMap((kendala) => {
      const fields = new Set(own?.activities.filter((a) => a.kendala.includes(kendala)).map((a) => a.bidang) ?? [])
      return (fields.size === 0 ? [''] : [...fields]).map((bidang) => ({
        kendala,
        bidang,
        regionCode: note.regionCode,
        name: note.name,
        activity: null,
        dukungan: [],
        asked: note.opd,
        problem: note.problem.trim(),
        wish: note.wish.trim(),
      }))
    })
}

/**
 * Rows by constraint and field. Where that makes too many, first the fields that only one village names are put
 * together within their constraint, then all fields are.
 */
function grouped(grains: readonly Grain[], most: number): readonly (readonly [string, readonly Grain[]])[] {
  const villagesIn = (own: readonly Grain[]) => new Set(own.map((g) => g.regionCode)).size
  const byField = Map.groupBy(grains, (g) => keyOf(g.kendala, g.bidang))
  if (byField.size <= most) return [...byField]
  const weak = new Set([...byField].filter(([, own]) => villagesIn(own) === 1).map(([key]) => key))
  const folded = Map.groupBy(grains, (g) =>
    weak.has(keyOf(g.kendala, g.bidang)) ? keyOf(g.kendala, '') : keyOf(g.kendala, g.bidang),
  )
  return folded.size <= most ? [...folded] : [...Map.groupBy(grains, (g) => keyOf(g.kendala, ''))]
}

function keyOf(kendala: string, bidang: string): string {
  return [kendala === '' ? 'dukungan' : kendala, bidang].filter((part) => part !== '').join('.')
}

function proposalOf(key: string, grains: readonly Grain[], options: ProposalOptions): Proposal {
  const { kendala } = grains[0]!
  const fields = new Set(grains.map((g) => g.bidang))
  const bidang = fields.size === 1 ? [...fields][0]! : ''
  const villages = [...Map.groupBy(grains, (g) => g.regionCode)]
    .map(([regionCode, own]) => ({
      regionCode,
      name: own[0]!.name,
      activities: [...new Map(own.flatMap((g) => g.activity ?? []).map((a) => [a.entityId, a])).values()],
    }))
    .sort(byCode)
  const activities = villages.reduce((n, v) => n + v.activities.length, 0)
  const { level, responsible } = whoIsAsked(kendala, grains, options.offices)
  return {
    key,
    kendala,
    bidang,
    dukungan: byCount(grains.flatMap((g) => g.dukungan)),
    villages,
    activities,
    level,
    responsible,
    targetMonth: monthAfter(options.todayOn, level === 'desa' || level === 'kecamatan' ? 3 : 6),
    funding:
      level === 'desa' ? ['dana_desa'] : level === 'kabupaten' ? ['opd_apbd'] : level === 'bangkit' ? ['stimulan'] : [],
    priority: priorityOf(villages.length, activities, options.reported),
    notes: said(grains.map((g) => g.problem)),
    wishes: said(grains.map((g) => g.wish)),
  }
}

/**
 * The highest level that was asked for help; where nobody was named, what people settle among themselves stays with
 * them and the rest goes to the office of the field. At kabupaten level there is always an office.
 */
function whoIsAsked(
  kendala: string,
  grains: readonly Grain[],
  known: readonly string[] | undefined,
): { readonly level: RecommendationLevel; readonly responsible: readonly string[] } {
  const asked = grains.flatMap((g) => g.asked)
  const offices = byCount(asked.filter((code) => !notAnOffice.has(code)))
  if (offices.length > 0) return { level: 'kabupaten', responsible: offices.slice(0, 3) }
  const named = new Set(asked)
  const toOffices = () => ({
    level: 'kabupaten' as const,
    responsible: byCount(grains.map((g) => officeFor(g.bidang, known))).slice(0, 3),
  })
  if (named.has('opd')) return toOffices()
  if (named.has('bangkit')) return { level: 'bangkit', responsible: ['bangkit'] }
  if (named.has('kecamatan')) return { level: 'kecamatan', responsible: ['kecamatan'] }
  if (named.has('desa')) return { level: 'desa', responsible: ['desa'] }
  if (!settledLocally.has(kendala)) return toOffices()
  const one = new Set(grains.map((g) => g.regionCode)).size === 1
  return one ? { level: 'desa', responsible: ['desa'] } : { level: 'kecamatan', responsible: ['kecamatan'] }
}

/** Of the field where the kabupaten has such an office, else of those that look after villages and plans. */
function officeFor(bidang: string, known: readonly string[] | undefined): string {
  const wanted = [officeOfField[bidang], ...officesForTheRest].filter((code) => code !== undefined)
  return wanted.find((code) => known?.includes(code) ?? true) ?? known?.[0] ?? officesForTheRest[0]
}

/** High where at least half of the villages that reported, and more than one, have it. */
function priorityOf(villages: number, activities: number, reported: number): PriorityGrade {
  if (villages >= 2 && villages * 2 >= reported) return 'tinggi'
  return villages >= 2 || activities >= 3 ? 'sedang' : 'rendah'
}

function said(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== '')
}

function rank(priority: PriorityGrade): number {
  return priority === 'tinggi' ? 0 : priority === 'sedang' ? 1 : 2
}

/** Each code once, most often first, then by code. */
function byCount(codes: readonly string[]): readonly string[] {
  return [...Map.groupBy(codes, (code) => code)]
    .sort(([a, own], [b, other]) => other.length - own.length || (a < b ? -1 : 1))
    .map(([code]) => code)
}

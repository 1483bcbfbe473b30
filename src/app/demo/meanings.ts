import type { Choice, Form, Question } from '../../flows/form.ts'
import { addDays } from '../../lib/local-time.ts'
import type { SeededRandom } from '../../lib/seeded-random.ts'
import type { DemoActivity } from '../demo-cast.ts'
import type { Meant, OptionRead } from './typing.ts'

/** What an invented person would answer: a value, a word that skips or keeps, or photos. */
export type Intent =
  | { readonly kind: 'say'; readonly meant: Meant }
  | { readonly kind: 'skip' }
  | { readonly kind: 'photos'; readonly count: number }

/** The question as it was read, with the options that stood under it. */
export interface Asked {
  readonly form: Form
  readonly question: Question
  readonly options: readonly OptionRead[]
  /** The message that put it. */
  readonly text: string
  /** "Sama" was offered or hinted at. */
  readonly hasPrevious: boolean
  readonly todayOn: string
}

type Status = DemoActivity['result']['status']

/** How things stand with one activity of a village today. */
export interface ActivityNow {
  readonly entityId: string
  readonly name: string
  readonly unit: string
  readonly changed: boolean
  readonly status: Status
  readonly percent: number
  readonly result: number
  readonly money: number
  readonly startedOn: string
  readonly obstacles: readonly string[]
  readonly support: readonly string[]
  readonly supportFrom: readonly string[]
}

const obstacles = ['dana', 'cuaca', 'bahan_alat', 'tenaga', 'hama', 'pasar', 'adat', 'tidak_ada'] as const
const support = ['dana', 'bibit_bahan', 'alat', 'pelatihan', 'pendampingan', 'pemasaran', 'tidak_ada'] as const
const supporters = ['desa', 'kecamatan', 'opd', 'bangkit'] as const

/** What became of a village's activities since the last round: most stand where they stood, a few moved on. */
export function activitiesNow(plan: readonly DemoActivity[], todayOn: string, random: SeededRandom): ActivityNow[] {
  return plan.map((activity) => {
    const { result } = activity
    const before = { percent: result.persen ?? 0, result: result.hasil ?? 0, money: result.danaTerpakai ?? 0 }
    const moves =
      (result.status === 'berjalan' && random.chance(0.3)) || (result.status === 'belum' && random.chance(0.15))
    const startedOn = result.status === 'belum' ? `${addDays(todayOn, -40).slice(0, 7)}` : activity.mulai
    const percent = moves ? Math.min(100, before.percent + 5 * random.int(1, 8)) : before.percent
    const status: Status = !moves ? result.status : percent >= 100 ? 'selesai' : 'berjalan'
    const share = status === 'selesai' ? 1 : percent / 100
    const kept = { obstacles: result.kendala, support: result.dukungan, supportFrom: result.dukunganDari }
    return {
      entityId: activity.entityId,
      name: activity.name,
      unit: activity.satuan,
      changed: moves,
      status,
      percent: Math.min(percent, 99),
      result: moves ? Math.max(before.result, Math.round(activity.target * share)) : before.result,
      money: moves ? Math.max(before.money, Math.round((activity.biaya * share) / 100_000) * 100_000) : before.money,
      startedOn,
      ...(moves
        ? {
            obstacles: [random.pick(obstacles)],
            support: [random.pick(support)],
            supportFrom: [random.pick(supporters)],
          }
        : kept),
    }
  })
}

/** What is in one person's head: their meeting, their activities, and chance for the rest. */
export class Mind {
  readonly activities: readonly ActivityNow[]
  readonly #random: SeededRandom
  readonly #men: number
  readonly #women: number
  readonly #daysAgo: number
  readonly #sendsPhotos: number
  readonly #sex: 'l' | 'p'
  readonly #batches: number
  /** The batch of the meeting that is being asked about. */
  #batch = 1

  constructor(
    activities: readonly ActivityNow[],
    sex: 'l' | 'p',
    random: SeededRandom,
    { batches = 1 }: { readonly batches?: number } = {},
  ) {
    this.activities = activities
    this.#batches = batches
    this.#sex = sex
    this.#random = random
    this.#men = random.int(4, 19)
    this.#women = random.chance(0.04) ? 0 : random.int(3, 16)
    this.#daysAgo = random.int(1, 4)
    this.#sendsPhotos = random.chance(0.5) ? random.int(1, 2) : 0
  }

  intent(asked: Asked, activity: ActivityNow | undefined): Intent {
    const { question } = asked
    const known = this.#byName(asked, activity) ?? this.#byType(asked)
    return (
      known ??
      (question.required ? { kind: 'say', meant: { kind: 'text', question: question.name } } : { kind: 'skip' })
    )
  }

  #byName(asked: Asked, activity: ActivityNow | undefined): Intent | undefined {
    const { todayOn, question } = asked
    const random = this.#random
    const say = (meant: Meant): Intent => ({ kind: 'say', meant })
    switch (question.name) {
      case 'kesiapan':
        return choose(asked, ['mulai'])
      case 'tanggal_pertemuan':
        return say({ kind: 'date', value: addDays(todayOn, -this.#daysAgo) })
      case 'tanggal_batch':
        this.#batch = Number(/batch (\d+)/.exec(asked.text)?.[1] ?? 1)
        return say({ kind: 'date', value: addDays(todayOn, this.#batch - this.#batches) })
      case 'hadir':
        return say(people(this.#men, this.#women))
      case 'peserta':
        return say(people(this.#men + 2 * this.#batch, this.#women + this.#batch))
      case 'status':
        return choose(asked, [activity?.status ?? 'berjalan'])
      case 'persen':
        return say({ kind: 'percent', value: Math.max(1, activity?.percent ?? 50) })
      case 'hasil':
        return say({ kind: 'quantity_unit', value: { value: activity?.result ?? 1, unit: activity?.unit ?? 'unit' } })
      case 'dana_terpakai':
        return say({ kind: 'money_idr', value: activity?.money ?? 0 })
      case 'bulan_mulai':
        return say({ kind: 'month', value: activity?.startedOn ?? todayOn.slice(0, 7) })
      case 'bulan_selesai':
        return say({ kind: 'month', value: addDays(todayOn, -28).slice(0, 7) })
      case 'rencana_mulai':
        return say({ kind: 'month', value: addDays(todayOn, 45).slice(0, 7) })
      case 'kendala':
        return choose(asked, activity?.obstacles.length ? activity.obstacles : ['tidak_ada'])
      case 'dukungan':
        return choose(asked, activity?.support.length ? activity.support : ['tidak_ada'])
      case 'dukungan_dari':
        return choose(asked, activity?.supportFrom.length ? activity.supportFrom : ['desa'])
      case 'izin_foto':
      case 'tidak_hadir_betul':
      case 'sesuai':
        return say({ kind: 'yesno', value: true })
      case 'cerita_kendala':
      case 'pelajaran':
        return random.chance(0.6) ? say({ kind: 'text', question: question.name }) : { kind: 'skip' }
      case 'foto':
        return this.#sendsPhotos > 0 ? { kind: 'photos', count: this.#sendsPhotos } : { kind: 'skip' }
      case 'jumlah_batch':
        return say({ kind: 'integer', value: this.#batches })
      case 'desa_hadir':
        return chooseOptions(asked.options.filter((_, i) => i % this.#batches === this.#batch - 1))
      case 'desa_dibahas':
        return random.chance(0.6) ? chooseOptions(asked.options.slice(0, 1)) : { kind: 'skip' }
      case 'masalah':
        return choose(asked, ['pasar'])
      case 'dukungan_kabupaten':
        return choose(asked, ['pertanian'])
      case 'tanggal_rakor':
        return random.chance(0.5) ? say({ kind: 'date', value: addDays(todayOn, 12) }) : { kind: 'skip' }
      case 'panggilan':
        return choose(asked, [this.#sex === 'l' ? 'bapak' : 'ibu'])
      default:
        return this.#aboutMatrix(asked)
    }
  }

  /** Most of what the house proposes for the matrix is taken as it stands; some is looked at, left out, or added. */
  #aboutMatrix(asked: Asked): Intent | undefined {
    const { todayOn, question } = asked
    const random = this.#random
    const say = (meant: Meant): Intent => ({ kind: 'say', meant })
    switch (question.name) {
      case 'perlu_dilihat':
        return random.chance(0.5) ? (chooseOptions(byNumber(asked.options.slice(0, 2))) ?? skip) : skip
      case 'keputusan':
        return choose(asked, [random.pick(['terima', 'perbaiki', 'keluarkan'])])
      case 'bagian_diubah':
        return choose(asked, ['target', 'prioritas'])
      case 'target_baru':
      case 'target_tambahan':
        return say({ kind: 'month', value: addDays(todayOn, 120).slice(0, 7) })
      case 'prioritas_baru':
        return choose(asked, ['tinggi'])
      case 'jumlah_tambahan':
        return say({ kind: 'integer', value: random.chance(0.3) ? 1 : 0 })
      case 'desa_tambahan':
        return chooseOptions(asked.options.slice(0, 2))
      case 'kendala_tambahan':
        return choose(asked, ['lahan'])
      case 'tingkat_tambahan':
        return choose(asked, ['kabupaten'])
      case 'pihak_tambahan':
        return choose(asked, ['pupr'])
      case 'prioritas_tambahan':
        return choose(asked, ['sedang'])
      default:
        return undefined
    }
  }

  /** Questions of forms that these people never saw: something sensible of the right kind. */
  #byType(asked: Asked): Intent | undefined {
    const { question, todayOn } = asked
    const say = (meant: Meant): Intent => ({ kind: 'say', meant })
    switch (question.type) {
      case 'yesno':
        return say({ kind: 'yesno', value: true })
      case 'integer':
      case 'decimal':
      case 'range':
        return say({ kind: 'integer', value: 3 })
      case 'percent':
        return say({ kind: 'percent', value: 50 })
      case 'money_idr':
        return say({ kind: 'money_idr', value: 2_500_000 })
      case 'quantity_unit':
        return say({ kind: 'quantity_unit', value: { value: 10, unit: 'unit' } })
      case 'count_by_sex':
        return say(people(this.#men, Math.max(1, this.#women)))
      case 'date':
        return say({ kind: 'date', value: addDays(todayOn, -2) })
      case 'month':
        return say({ kind: 'month', value: addDays(todayOn, -40).slice(0, 7) })
      case 'select_one':
      case 'select_multiple':
        return chooseOptions(
          asked.options.slice(0, 1),
          question.type === 'select_one',
          asked.form.choices.get(question.list ?? ''),
        )
      default:
        return undefined
    }
  }
}

const skip: Intent = { kind: 'skip' }

/** Nobody types "Pasar & harga, home industry dan olahan (2 desa)": such options are named by their numbers. */
const byNumber = (options: readonly OptionRead[]) => options.map(({ number }) => ({ number, label: `${number}` }))

const people = (l: number, p: number): Meant => ({ kind: 'count_by_sex', value: { total: l + p, l, p } })

/** Codes of the form's list, by the numbers under which they stood in the message. */
function choose({ form, question, options }: Asked, codes: readonly string[]): Intent | undefined {
  const list = form.choices.get(question.list ?? '') ?? []
  const found = codes.flatMap((code) => {
    const label = list.find((choice) => choice.code === code)?.label.in('id').source
    const option = options.find((o) => o.label === label)
    return option ? [{ code, option }] : []
  })
  const [first] = found
  if (!first) return undefined
  if (question.type === 'select_one')
    return { kind: 'say', meant: { kind: 'choice', value: first.code, option: first.option } }
  return {
    kind: 'say',
    meant: { kind: 'choices', value: found.map((f) => f.code), options: found.map((f) => f.option) },
  }
}

/** Options as they stand, where the list is not the form's own (the villages of a kecamatan). */
function chooseOptions(options: readonly OptionRead[], one = false, list: readonly Choice[] = []): Intent | undefined {
  const [first] = options
  if (!first) return undefined
  const codes = options.flatMap((o) => list.find((c) => c.label.in('id').source === o.label)?.code ?? [])
  if (one) return { kind: 'say', meant: { kind: 'choice', value: codes[0] ?? '', option: first } }
  return { kind: 'say', meant: { kind: 'choices', value: codes, options } }
}

import { addDays } from '../lib/local-time.ts'

/**
 * What the house asks a village some time after a report: whether goods are still in use, 30 and 90 days after they came,
 * and whether a training is put into practice, 30 days after it ended.
 */
export const laterKinds = ['pemakaian', 'praktik'] as const
export type LaterKind = (typeof laterKinds)[number]

export interface LaterQuestion {
  readonly kind: LaterKind
  /** The item of the report it is about (`n1`), empty for the report as a whole. */
  readonly item: string
  /** What people call it; empty where they gave no name. */
  readonly label: string
  /** When the goods came, or the training ended. */
  readonly sinceOn: string
  readonly afterDays: number
  readonly dueOn: string
}

const useAfterDays = [30, 90] as const
const practiceAfterDays = 30
/** So long after it was due it is not asked any more. */
export const askedWithinDays = 60
/** Who does not answer is asked once more, after this many days. */
export const askAgainAfterDays = 21
export const timesAsked = 2

const answersOfTrouble: readonly string[] = ['tidak', 'rusak', 'dijual']
/** Staff should see to it: goods lie idle, broke, or were sold. */
export const isTrouble = (kind: LaterKind, answer: string) => kind === 'pemakaian' && answersOfTrouble.includes(answer)

/** The forms after which something is asked later. */
export const laterForms: Readonly<Record<string, (answers: ReadonlyMap<string, unknown>) => readonly LaterQuestion[]>> =
  {
    penerimaan_stimulan: afterGoods,
    pelatihan: afterTraining,
  }

/** By the path of an answer its value, compound ones as they are stored. */
function afterGoods(answers: ReadonlyMap<string, unknown>): readonly LaterQuestion[] {
  const sinceOn = answers.get('tanggal_terima')
  if (typeof sinceOn !== 'string') return []
  return itemsOf(answers, 'barang').flatMap((item) => {
    const received = answers.get(`barang[${item}]/jumlah_diterima`)
    if (amountOf(received) <= 0) return []
    const name = answers.get(`barang[${item}]/nama_barang`)
    return useAfterDays.map((afterDays) => ({
      kind: 'pemakaian' as const,
      item,
      label: typeof name === 'string' ? name : '',
      sinceOn,
      afterDays,
      dueOn: addDays(sinceOn, afterDays),
    }))
  })
}

function afterTraining(answers: ReadonlyMap<string, unknown>): readonly LaterQuestion[] {
  const sinceOn = answers.get('tanggal_selesai')
  if (typeof sinceOn !== 'string') return []
  const topic = answers.get('topik')
  return [
    {
      kind: 'praktik',
      item: '',
      label: typeof topic === 'string' ? topic : '',
      sinceOn,
      afterDays: practiceAfterDays,
      dueOn: addDays(sinceOn, practiceAfterDays),
    },
  ]
}

function itemsOf(answers: ReadonlyMap<string, unknown>, repeat: string): readonly string[] {
  const items = [...answers.keys()].flatMap((path) => {
    const [, name, item] = /^([a-z_]+)\[([^\]]+)\]/.exec(path) ?? []
    return name === repeat ? [item!] : []
  })
  return [...new Set(items)]
}

function amountOf(value: unknown): number {
  return typeof value === 'object' && value !== null && 'value' in value ? Number(value.value) : Number.NaN
}

// The shapes every reader shares. The one principle behind them: a value or a question, never a silent guess.

/** Why no value could be read. Codes are stable: callers count them and choose how much help to offer. */
export type AskReason =
  | 'empty' // nothing but politeness, a greeting or a sign
  | 'too_long' // longer than any reply to one question
  | 'unclear' // no value was recognised
  | 'not_known' // the person says that they do not know (yet)
  | 'asked_back' // the reply is a question
  | 'restricted' // "tapi", "kecuali", "belum semua": a value with a condition
  | 'rate' // "per kelompok", "masing-masing": a share where the whole is asked
  | 'several_values'
  | 'range'
  | 'vague' // "20an", "puluhan", "minggu lalu"
  | 'grouping' // a dot or comma with two readings: 2.500 jt
  | 'words_differ' // digits and the words in brackets disagree
  | 'not_whole'
  | 'negative'
  | 'too_large'
  | 'unit_missing' // money without ribu or juta, a quantity without its unit
  | 'other_unit' // a percentage for a number, kilograms for rupiah
  | 'out_of_range'
  | 'invalid_date'
  | 'invalid_time'
  | 'wrong_side' // a coming day where a past one was asked, or the reverse
  | 'weekday_differs'
  | 'day_missing'
  | 'month_missing'
  | 'year_missing'
  | 'part_of_day' // "jam 7": morning or evening
  | 'sex_missing'
  | 'sum_differs'
  | 'no_match'
  | 'several_match'
  | 'partly_read' // a list of choices of which one part was not recognised
  | 'invalid_phone'

export interface AskOption {
  readonly label: string
  /** What the person could have typed to mean this option; reading it gives a value. */
  readonly text: string
}

export interface Ask {
  readonly ask: AskReason
  /** One short question in Bahasa, polite, easy to answer. */
  readonly question: string
  readonly options?: readonly AskOption[]
}

export type Reading<T> = { readonly value: T; readonly approximate?: true } | Ask

/** Words that programme staff add for a kabupaten. They win over the shipped tables. */
export interface Lexicon {
  /** Local spelling or word → standard Indonesian, one or several words: `{ tarada: 'tidak ada' }`. */
  readonly words?: Readonly<Record<string, string>>
  /** Choice code or label → further ways to say it: `{ selesai: ['su klar'] }`. */
  readonly choices?: Readonly<Record<string, readonly string[]>>
  /** Forms of address and politeness that carry no answer. */
  readonly fillers?: readonly string[]
  /** Local unit → canonical unit: `{ loka: 'ikat' }`. */
  readonly units?: Readonly<Record<string, string>>
}

export interface ReadContext {
  /** The contact's own local date, YYYY-MM-DD. */
  readonly referenceOn: string
  /** The side a date without a year goes to; `month` asks for a month only. */
  readonly want?: 'past' | 'future' | 'month'
  /** "Pak", "Bu", "Bapak/Ibu": used in questions. */
  readonly address?: string
  readonly lexicon?: Lexicon
}

export interface ChoiceOption {
  readonly code: string
  readonly label: string
  readonly synonyms?: readonly string[]
}

export interface RegionOption {
  readonly code: string
  readonly name: string
  /** Code of the region above (a desa's kecamatan). */
  readonly within?: string
  readonly aliases?: readonly string[]
}

export interface CountBySex {
  readonly total: number
  /** laki-laki */
  readonly l: number
  /** perempuan */
  readonly p: number
}

export interface Quantity {
  readonly value: number
  /** Canonical unit, see `unitFamily`. */
  readonly unit: string
}

export const isAsk = (reading: Reading<unknown>): reading is Ask => 'ask' in reading

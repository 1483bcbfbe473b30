import type { Ask, AskOption, AskReason, ReadContext } from './types.ts'
import { formatMonth } from './write/dates.ts'

// Every question a reader can put. One short sentence that names what is missing, polite, with an example or the two or
// three things it could have been. `{sapaan}` becomes the person's form of address.

export type QuestionKind =
  | 'yesno'
  | 'integer'
  | 'decimal'
  | 'money_idr'
  | 'percent'
  | 'date'
  | 'month'
  | 'time'
  | 'count_by_sex'
  | 'choice'
  | 'choices'
  | 'phone'
  | 'quantity_unit'
  | 'region'
  | 'person'
  | 'text'

const examples: Readonly<Record<QuestionKind, string>> = {
  yesno: 'Balas ya atau tidak.',
  integer: 'Contoh: 12.',
  decimal: 'Contoh: 2,5.',
  money_idr: 'Contoh: 2,5 juta. Kalau belum ada, balas 0.',
  percent: 'Contoh: 40%.',
  date: 'Contoh: 12 {bulan}.',
  month: 'Contoh: {bulan}.',
  time: 'Contoh: 14.30, atau jam 9 pagi.',
  count_by_sex: 'Contoh: 7 laki-laki, 5 perempuan.',
  choice: 'Balas dengan nomornya.',
  choices: 'Boleh lebih dari satu. Contoh: 1, 3.',
  phone: 'Contoh: 0812 3456 7890.',
  quantity_unit: 'Contoh: 250 ekor.',
  region: 'Tulis nama lengkapnya.',
  person: 'Tulis namanya saja.',
  text: 'Satu dua kalimat sudah cukup.',
}

const openings: Readonly<Record<QuestionKind, string>> = {
  yesno: 'Maaf, maksudnya ya atau tidak, {sapaan}?',
  integer: 'Maaf, berapa angkanya, {sapaan}?',
  decimal: 'Maaf, berapa angkanya, {sapaan}?',
  money_idr: 'Maaf, berapa rupiah, {sapaan}?',
  percent: 'Maaf, sudah berapa persen, {sapaan}?',
  date: 'Maaf, tanggal berapa, {sapaan}?',
  month: 'Maaf, bulan apa, {sapaan}?',
  time: 'Maaf, jam berapa, {sapaan}?',
  count_by_sex: 'Maaf, berapa laki-laki dan berapa perempuan, {sapaan}?',
  choice: 'Maaf, yang mana, {sapaan}?',
  choices: 'Maaf, yang mana saja, {sapaan}?',
  phone: 'Maaf, berapa nomor HP-nya, {sapaan}?',
  quantity_unit: 'Maaf, berapa jumlahnya dan apa satuannya, {sapaan}?',
  region: 'Maaf, nama desa atau kecamatannya apa, {sapaan}?',
  person: 'Maaf, siapa namanya, {sapaan}?',
  text: 'Boleh ditulis dengan kata-kata, {sapaan}?',
}

/** Sentences that fit a reason whatever is asked; a kind's own opening is used where none stands here. */
const byReason: Readonly<Partial<Record<AskReason, string>>> = {
  too_long: 'Pesannya panjang sekali, {sapaan}. Boleh jawabannya saja?',
  not_known: 'Tidak apa-apa, {sapaan}. Kalau sudah tahu, mohon dibalas; kalau belum, balas lewati.',
  asked_back: 'Maaf kalau kurang jelas, {sapaan}.',
  rate: 'Jumlah seluruhnya berapa, {sapaan}?',
  range: 'Supaya bisa dicatat, mohon satu angka saja, {sapaan}.',
  several_values: 'Ada lebih dari satu angka, {sapaan}. Yang mana yang dicatat?',
  vague: 'Kira-kira berapa tepatnya, {sapaan}?',
  grouping: 'Titik atau komanya bisa dibaca dua cara, {sapaan}. Boleh ditulis lagi angkanya?',
  words_differ: 'Angka dan tulisannya berbeda, {sapaan}. Mana yang betul?',
  not_whole: 'Mohon angka bulat, {sapaan}.',
  negative: 'Mohon angka tanpa tanda kurang, {sapaan}.',
  too_large: 'Angkanya besar sekali, {sapaan}. Boleh ditulis lagi?',
}

const dateReasons: Readonly<Partial<Record<AskReason, string>>> = {
  several_values: 'Ada lebih dari satu tanggal, {sapaan}. Yang mana yang dicatat?',
  range: 'Mohon satu tanggal saja, {sapaan}.',
  vague: 'Tepatnya tanggal berapa, {sapaan}?',
  day_missing: 'Tanggal berapa tepatnya, {sapaan}?',
  month_missing: 'Bulan apa, {sapaan}?',
  year_missing: 'Tahun berapa, {sapaan}?',
  invalid_date: 'Tanggal itu tidak ada di kalender, {sapaan}. Boleh ditulis lagi?',
}

/** An ask in standard words. A kind passes its own `sentence` where it can be more helpful. */
export function ask(
  ctx: ReadContext,
  kind: QuestionKind,
  reason: AskReason,
  sentence?: string,
  options?: readonly AskOption[],
): Ask {
  const isDate = kind === 'date' || kind === 'month'
  const text =
    sentence ?? `${(isDate ? dateReasons[reason] : undefined) ?? byReason[reason] ?? openings[kind]} ${examples[kind]}`
  const question = (isDate ? text.replace('{bulan}', formatMonth(monthBeside(ctx))) : text).replaceAll(
    '{sapaan}',
    ctx.address ?? 'Bapak/Ibu',
  )
  return options && options.length > 0 ? { ask: reason, question, options } : { ask: reason, question }
}

/** The month before the reference date, or after it where the question asks for a day to come. */
function monthBeside({ referenceOn, want }: ReadContext): string {
  const months =
    Number(referenceOn.slice(0, 4)) * 12 + Number(referenceOn.slice(5, 7)) - 1 + (want === 'future' ? 1 : -1)
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

import { monthSpellings, weekdaySpellings } from './lexicon/calendar.ts'
import { distance, skeleton } from './similar.ts'

const months = new Map(monthSpellings.flatMap((typed, i) => typed.split(' ').map((word) => [word, i + 1] as const)))
const weekdays = new Map(weekdaySpellings.flatMap((typed, i) => typed.split(' ').map((word) => [word, i] as const)))
// "sptmbr", "agsts", "kms": typed in haste, without the vowels behind the first letter
for (const [table, typed] of [
  [months, monthSpellings],
  [weekdays, weekdaySpellings],
] as const)
  for (const [i, row] of typed.entries()) {
    const name = row.split(' ')[0]!
    const bare = name[0]! + skeleton(name.slice(1))
    if (bare.length > 2 && !table.has(bare)) table.set(bare, table === months ? i + 1 : i)
  }
const longNames = monthSpellings.flatMap((typed, i) => {
  const name = typed.split(' ')[0]!
  return name.length >= 7 ? [[name, i + 1] as const] : []
})

/** 1–12, or undefined. Long names forgive one wrong letter. */
export function monthOf(word: string): number | undefined {
  const end = word.length - 1
  const known =
    months.get(word) ??
    // "novemberrr"
    (word[end] === word[end - 1] && word[end] === word[end - 2]
      ? months.get(word.replace(/(.)\1{2,}$/u, '$1'))
      : undefined) ??
    // "januarimi" of Makassar
    (end > 4 && word[end] === 'i' && (word[end - 1] === 'm' || word[end - 1] === 'j')
      ? months.get(word.slice(0, -2))
      : undefined)
  if (known || word.length < 6 || word.length > 12) return known
  return longNames.find(([name]) => distance(word, name, 1) <= 1)?.[1]
}

/** 0 (Sunday) – 6, or undefined; "minggu" is decided by its place. */
export const weekdayOf = (word: string): number | undefined => weekdays.get(word)

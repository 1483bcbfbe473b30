/** What a reply to the overview says: which activities changed, or which are the same. Numbers count from 1. */
export type OverviewReply =
  | { readonly kind: 'same'; readonly numbers: readonly number[] }
  | { readonly kind: 'changed'; readonly numbers: readonly number[] }
  | { readonly kind: 'all_changed' }

/**
 * Reads "semua sama", "semua sama kecuali 3 dan 5", "3 dan 5 berubah", "kecuali 3", "tidak ada yang berubah", "semua
 * berubah". Undefined for anything else, and where a number is none of the list's: then the list is shown again.
 */
export function readOverviewReply(text: string, count: number): OverviewReply | undefined {
  const said = ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .replace(/\b(tdk|tida|tak|gak|ga|gk|nggak|ndak|nda|seng|sing|sonde|trada|tarada|nyanda)\b/g, 'tidak')
    .replace(/\b(smua|semuanya|smuanya|seluruhnya|sumua)\b/g, 'semua')
    .replace(/\b(samua|sama saja|sama sja|sm|masih sama|tetap)\b/g, 'sama')
    .replace(/\b(brubah|berobah|berubh|perubahan|brobah|ganti|baru)\b/g, 'berubah')
    .replace(/\b(kcuali|selain|terkecuali|cuma|hanya|tapi|tetapi|kec)\b/g, 'kecuali')
    .trim()} `
  // a word of another grammar ("tgl 5 juli 2024", "3 selesai") makes it another answer
  if (
    !said
      .trim()
      .split(' ')
      .every((word) => /^\d{1,3}$/.test(word) || grammar.has(word))
  )
    return undefined
  const numbers = numbersIn(said)
  if (numbers.some((number) => number < 1 || number > count)) return undefined
  const all = / semua /.test(said)
  const same = / sama /.test(said)
  const except = / kecuali /.test(said)
  const negated =
    /\btidak (?:ada )?(?:yang |yg )?(?:ada )?berubah/.test(said) || /\bbelum (?:ada )?(?:yang |yg )?berubah/.test(said)
  const changed = / berubah /.test(said) && !negated

  if (numbers.length > 0) {
    const before = / sama | berubah | kecuali /.exec(said)
    // "3 dan 5 sama" keeps those; "sama kecuali 3" changes it
    if (same && !except && !changed) return before && allBefore(said, ' sama ') ? { kind: 'same', numbers } : undefined
    if (negated && !except) return undefined
    if (all && changed && except) return { kind: 'same', numbers }
    if (same && changed && !except && !/ yang | yg /.test(said)) return undefined
    return { kind: 'changed', numbers }
  }
  if (except) return undefined
  if (negated || (same && !changed)) return { kind: 'changed', numbers: [] }
  if (all && changed) return { kind: 'all_changed' }
  return undefined
}

/** Whether every number stands before the word. */
function allBefore(said: string, word: string): boolean {
  const at = said.indexOf(word)
  return !/\d/.test(said.slice(at)) || !/\d/.test(said.slice(0, at))
}

const words: Readonly<Record<string, number>> = {
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
  sepuluh: 10,
}

/** Every word a reply to the list is made of, after spellings are made one. */
const grammar: ReadonlySet<string> = new Set([
  ...Object.keys(words),
  ...'semua sama berubah kecuali tidak belum ada yang yg dan dgn dengan sampai smp sampe hingga s no nomor nomer'.split(
    ' ',
  ),
  ...'kegiatan saja sja aja masih juga lain lainnya yang seperti putaran lalu kemarin tadi itu ini nya'.split(' '),
  ...'ya iya baik oke ok bapak ibu pak bu bapa mama terima kasih makasih mohon maaf selamat pagi siang sore malam'.split(
    ' ',
  ),
])

/** "3 dan 5", "no 3,5", "3 sampai 5", "tiga". */
function numbersIn(said: string): number[] {
  const tokens = said.trim().split(/\s+/)
  const numbers: number[] = []
  for (let i = 0; i < tokens.length; i++) {
    const number = /^\d{1,3}$/.test(tokens[i]!) ? Number(tokens[i]) : words[tokens[i]!]
    if (number === undefined) continue
    const last = numbers.at(-1)
    const isSpan = last !== undefined && /^(sampai|smp|sampe|hingga|s)$/.test(tokens[i - 1] ?? '') && number > last
    if (isSpan) for (let next = last + 1; next <= number; next++) numbers.push(next)
    else numbers.push(number)
  }
  return [...new Set(numbers)]
}

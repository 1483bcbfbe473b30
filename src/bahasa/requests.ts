import type { CommandWord } from './commands.ts'
import { commonWords } from './lexicon/common-words.ts'
import * as lexicon from './lexicon/request-words.ts'
import { requests } from './lexicon/requests.ts'
import { distance, wordSet } from './similar.ts'
import type { Token } from './text.ts'

// Commands said in a sentence: the words of one part of a reply, each known to one of the rules in lexicon/requests.ts.

export interface RequestFound {
  readonly command: CommandWord
  readonly argument?: string
  readonly exact: boolean
  /** Other sentences beside it change nothing. */
  readonly plain?: boolean
}

interface Rule {
  readonly command: CommandWord
  readonly says: readonly ReadonlySet<string>[]
  readonly allowed: ReadonlySet<string>
  readonly exact: boolean
  readonly plain: boolean
}

const around = wordSet(lexicon.around)
/** Beside what names the questions themselves. */
const joining = wordSet('di ke dari dengan ada pada dalam punya juga sini situ soalnya karena masih')
const aside = wordSet(`${lexicon.aside} ${lexicon.around}`)

const rules: readonly Rule[] = requests.map(({ command, says, beside = '', exact, plain }) => ({
  command,
  says: says.map(wordSet),
  allowed: new Set([
    ...around,
    ...(exact || plain ? joining : []),
    ...says.flatMap((part) => [...wordSet(part)]),
    ...wordSet(beside),
  ]),
  exact: exact === true,
  plain: plain === true,
}))

const vocabulary: ReadonlyMap<string, string> = (() => {
  const words = new Map<string, string>()
  const known = [...rules.flatMap((rule) => [...rule.allowed]), ...aside]
  known.push(
    ...wordSet(`${lexicon.putOff} ${lexicon.whenWords} ${lexicon.whenOpeners} ${lexicon.waiting} ${lexicon.busy}`),
  )
  for (const [standard, typed] of Object.entries(lexicon.requestSpellings)) {
    words.set(standard, standard)
    for (const spelling of typed.split(' ')) if (spelling) words.set(spelling, standard)
  }
  for (const word of known) if (!words.has(word)) words.set(word, word)
  return words
})()

const none: readonly number[] = []
/** Where each rule is looked for: at the words of the part that everyday answers say least. */
const rulesSaying: ReadonlyMap<string, readonly number[]> = (() => {
  const map = new Map<string, number[]>()
  const everyday = (part: ReadonlySet<string>) => [...part].filter((word) => around.has(word) || aside.has(word)).length
  for (const [at, rule] of rules.entries()) {
    const parts = rule.says.filter((part) => !part.has('?'))
    const key = parts.reduce((a, b) => (everyday(b) < everyday(a) ? b : a))
    for (const word of key) map.set(word, [...(map.get(word) ?? none), at])
  }
  return map
})()

/** Long enough that a slip of one letter does not make another word. */
const longWords = Map.groupBy(
  [...vocabulary].filter(([word]) => word.length >= 7),
  ([word]) => word[0]!,
)

/** The word as the rules have it: spellings, letters drawn out, endings, one letter wrong in a long word. */
export function canonical({ low, text }: Token): string {
  // "belum siapa-siapa": nobody, no question who
  if (low === 'siapa-siapa') return low
  const known = vocabulary.get(low) ?? vocabulary.get(text)
  if (known !== undefined) return known
  if (drawn.test(low)) {
    const single = low.replace(drawnOut, '$1')
    const found = vocabulary.get(single) ?? vocabulary.get(low.replace(drawnOut, '$1$1'))
    if (found !== undefined) return found
  }
  const bare = vocabulary.get(low.replace(ending, ''))
  if (bare !== undefined) return bare
  if (low.length < 6 || low.length > 20 || low !== text || common.has(low)) return text
  const near = new Set(
    (longWords.get(low[0]!) ?? [])
      .filter(([word]) => Math.abs(word.length - low.length) <= 1 && distance(low, word, 1) <= 1)
      .map(([, w]) => w),
  )
  return near.size === 1 ? [...near][0]! : text
}
const common = wordSet(commonWords.replaceAll('\n', ' '))
const drawn = /(\p{L})\1/u
const drawnOut = /(\p{L})\1+/gu
const ending = /(?:nya|lah|kah|x)$/

/** Said of the past, of others or of a state: "sudah kembali", "belum mulai". */
const states = wordSet('sudah belum baru masih sedang pernah akan sempat tetap')
const guarded = wordSet('bahasa mulai lanjut kembali lewati batal berhenti lapor hapus_data_saya ubah pengaduan')
const wants = wordSet('mau ingin minta bisa boleh tolong mohon coba hendak ayo mari yuk silakan harap')

/** The request that these words are, and nothing but it. */
export function requestIn(words: readonly string[], asks = false): RequestFound | undefined {
  let candidates: Set<number> | undefined
  for (const word of words)
    for (const at of rulesSaying.get(word) ?? none) {
      candidates ??= new Set()
      candidates.add(at)
    }
  // most replies say nothing that a request must say
  if (!candidates) return undefined
  for (const at of [...candidates].sort((a, b) => a - b)) {
    const found = matches(rules[at]!, words, asks)
    if (found) return found
  }
  return undefined
}

function matches({ command, says, allowed, exact, plain }: Rule, words: readonly string[], asks: boolean) {
  const strange = words.filter((word) => !allowed.has(word))
  if (strange.length > (plain && isOwnWish(words) ? 1 : 0) || strange.some((word) => others.has(word))) return undefined
  if (!says.every((part) => words.some((word) => part.has(word)) || (asks && part.has('?')))) return undefined
  if (guarded.has(command) && !plain) {
    // "kami lanjut" tells, "kami mau lanjut" asks
    if (words.includes('kami') && !words.some((word) => wants.has(word))) return undefined
    if (
      words.some((word, i) => says[0]!.has(word) && i > 0 && states.has(words[i - 1]!) && !says[0]!.has(words[i - 1]!))
    )
      return undefined
  }
  return { command, exact: exact && strange.length === 0, plain }
}

/** Said of oneself or asked for: then one word that nobody listed changes nothing. */
const isOwnWish = (words: readonly string[]) => words.length > 3 && words.some((word) => own.has(word))
const own = wordSet('saya tolong mohon bisa boleh')
const others = wordSet(
  'warga masyarakat camat dinas kades bpd mereka dia ketua kelompok bupati polisi guru bidan kecuali tapi',
)

/** A part that only gives a reason or readies oneself. */
export const isAside = (words: readonly string[]): boolean =>
  words.every((word) => aside.has(word)) || words.every((word) => busy.has(word) || around.has(word))

// "mau ganti jawaban no 2", "balik ke pertanyaan 5 dulu"

const beforeLabel = wordSet('nomor pertanyaan jawaban isian poin kegiatan bagian kolom yang ke')
const besideLabel = wordSet(
  'angka di isinya ke dari tadi salah keliru jawab isi lihat ada sudah dulu punya tulis kirim data laporan di jawaban pertanyaan nomor isian',
)
const back = wordSet('kembali balik mundur ulang pulang')
const numerals = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh']

/** A request that names a question by its label. */
export function labelledRequest(tokens: readonly Token[], words: readonly string[]): RequestFound | undefined {
  const at = tokens.findIndex(
    (token, i) =>
      i > 0 &&
      (isLabel(token) || (numerals.includes(token.text) && beforeLabel.has(words[i - 1]!) && words[i - 1] !== 'yang')),
  )
  if (at < 0) return undefined
  const others = words.filter((_, i) => i !== at)
  if (
    !others.every(
      (word) => around.has(word) || beforeLabel.has(word) || besideLabel.has(word) || word === 'ubah' || back.has(word),
    )
  )
    return undefined
  const isNamed = beforeLabel.has(words[at - 1]!)
  const numeral = numerals.indexOf(tokens[at]!.text)
  const argument = numeral >= 0 ? String(numeral) : tokens[at]!.low
  if (/^[a-z]$/.test(argument) && !isNamed) return undefined
  if (
    words[0] === 'ke' &&
    words[1] === 'nomor' &&
    others.every((word) => around.has(word) || word === 'ke' || word === 'nomor')
  )
    return { command: 'kembali', argument, exact: true }
  const keys = others.filter((word) => word === 'ubah' || back.has(word))
  if (keys.includes('ubah')) return { command: 'ubah', argument, exact: true, plain: true }
  if (keys.length > 0)
    return isNamed || others.length < 4 ? { command: 'kembali', argument, exact: isNamed, plain: isNamed } : undefined
  // "jawaban no 3 salah"
  const isWrong = others.some((word) => word === 'salah' || word === 'keliru')
  return isWrong && isNamed && words[at - 1] !== 'ke' && words[at - 1] !== 'yang'
    ? { command: 'ubah', argument, exact: false }
    : undefined
}

export const isLabel = ({ low }: Token) => /^(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-df-z])$/.test(low)

// "nanti sore baru sy isi", "besok pagi sy lanjutkan"

const putOff = wordSet(lexicon.putOff)
const putOffSurely = wordSet(lexicon.putOffSurely)
const whenWords = wordSet(lexicon.whenWords)
const whenOpeners = wordSet(lexicon.whenOpeners)
const waiting = wordSet(lexicon.waiting)
const busy = wordSet(lexicon.busy)

/** A promise to answer later, with the time it names as it was typed. */
export function postponement(
  tokens: readonly Token[],
  words: readonly string[],
  clean: string,
): RequestFound | undefined {
  const isTime = (i: number) => whenWords.has(words[i]!) || (tokens[i]!.kind === 'number' && isHour(words, i))
  const isKnown = (word: string, i: number) =>
    isTime(i) || putOff.has(word) || waiting.has(word) || busy.has(word) || around.has(word) || whenOpeners.has(word)
  if (!words.every(isKnown)) return undefined
  // "kerja dilanjutkan habis panen" tells of the work
  if (tokens.some(({ low }, i) => i > 0 && low.startsWith('dilanjut') && busy.has(words[i - 1]!))) return undefined
  const soon = words.indexOf('sebentar')
  const then = words[soon + 2]
  // "sebentar lagi panen" tells of the work
  if (soon >= 0 && words[soon + 1] === 'lagi' && then !== undefined && !around.has(then) && !putOff.has(then))
    return undefined
  const waits = words.some((word) => waiting.has(word))
  const answers = words.some((word) => putOff.has(word) && word !== 'laporan' && word !== 'jawaban')
  const first = words.findIndex((word, i) => isTime(i) || (whenOpeners.has(word) && i < words.length - 1))
  if (!waits && first < 0) return undefined
  const isMine = !words.includes('kami') && !words.includes('kita')
  let argument: string | undefined
  if (first >= 0) {
    let end = first
    const isTold = whenOpeners.has(words[first]!)
    while (
      end + 1 < words.length &&
      (isTime(end + 1) ||
        (words[end + 1] === 'lagi' && !putOff.has(words[end + 2] ?? '')) ||
        (isTold && !isVerb(words, end + 1)))
    )
      end++
    argument = clean.slice(tokens[first]!.start, tokens[end]!.end)
  }
  const found = { command: 'nanti', ...(argument !== undefined && { argument }) } as const
  if (answers && (waits || first >= 0)) {
    if (!isMine && !words.some((word) => putOffSurely.has(word))) return undefined
    // "sebentar sore" alone would do, "minggu depan" alone is a date
    return {
      ...found,
      exact: isMine && words.some((word) => putOffSurely.has(word)),
      plain: isMine && words.some((word) => putOffSurely.has(word)),
    }
  }
  // "tunggu kapal" tells what the work waits for
  const after = words[words.indexOf('tunggu') + 1]
  if (
    words.includes('tunggu') &&
    after !== undefined &&
    !around.has(after) &&
    !waiting.has(after) &&
    !whenWords.has(after) &&
    !/^\d/.test(after)
  )
    return undefined
  if (!words.some((word) => waiting.has(word) && word !== 'sempat' && word !== 'sibuk') && waits)
    return words.includes('kami') || !words.every((word) => around.has(word) || ofOneself.has(word))
      ? undefined
      : { ...found, exact: false }
  if (waits) {
    // waiting, and where one is; "nanti rapat" is a plan
    const isNext =
      words[0] === 'nanti' &&
      words.length > 1 &&
      !['ya', 'saja', 'dulu', 'lagi'].includes(words[1]!) &&
      !words
        .slice(1)
        .every((word, i) => isTime(i + 1) || word === 'saja' || word === 'dulu' || word === 'ya' || around.has(word))
    return isNext && argument === undefined ? undefined : { ...found, exact: false }
  }
  const isPutOff = words.includes('saja') || words.includes('dulu')
  return isPutOff && !words.includes('minggu') && words.every((word, i) => isTime(i) || around.has(word))
    ? { ...found, exact: false }
    : undefined
}

const ofOneself = wordSet('sibuk sempat belum masih lagi sedang sekali isi jawab tidak')

const isHour = (words: readonly string[], i: number) =>
  ['jam', 'pukul', 'setengah'].includes(words[i - 1] ?? '') || ['jam', 'menit', 'hari'].includes(words[i + 1] ?? '')

const isVerb = (words: readonly string[], i: number) =>
  words[i] === 'baru' ||
  putOff.has(words[i]!) ||
  (words[i] === 'saya' && putOff.has(words[i + 1] ?? '')) ||
  words[i] === 'ya'

// "pak tolong ubah jumlah KK": what is to change, as typed

const fields = wordSet('jumlah total tanggal angka jawaban isian persen nilai luas')
const moreFields = wordSet(
  'jadwal nama harga dana biaya umur lokasi tempat alamat jenis kk peserta anggota laki perempuan ketua kepala sekretaris bendahara kegiatan waktu hari bulan tahun jam usia satuan status anggaran data keterangan volume foto desa',
)
/** What tells of a change that was made, or where, or by whom. */
const told = wordSet('oleh lewat sudah belum akan karena di dari dinas musdes selesai sedang agar supaya tidak')

/** A change that names what is to change in words. */
export function changeOf(tokens: readonly Token[], words: readonly string[], clean: string): RequestFound | undefined {
  const at = words.indexOf('ubah')
  if (at < 0 || at + 1 >= words.length) return undefined
  const lead = words.slice(0, at)
  if (!lead.every((word) => around.has(word))) return undefined
  const from = words.findIndex(
    (word, i) => i > at && word !== 'yang' && word !== 'itu' && word !== 'jawaban' && word !== 'data',
  )
  const start = from < 0 ? at + 1 : from
  const rest = words.slice(start)
  if (rest.length === 0 || rest.length > 8) return undefined
  const argument = clean.slice(tokens[at + 1]!.start).trim()
  // "ubah no 3 jadi 12" names the question and the value
  const numbered =
    /^(?:(?:yang|yg|jawaban|jwban|pertanyaan|nomor|nomer|nmr|no)\b\.?\s*)+(\d{1,3}(?:\.\d{1,3})*|[a-z])\s*[,:]?\s+(?:jadi|menjadi|jd|ke|=)\s*(\S.*)$/is.exec(
      argument,
    )
  if (numbered) return { command: 'ubah', argument: `${numbered[1]!.toLowerCase()} jadi ${numbered[2]!}`, exact: false }
  if (/^(?:\d{1,3}(?:\.\d{1,3})*|[a-z])\s+(?:jadi|menjadi|jd|ke|=)\s*\S/is.test(argument))
    return { command: 'ubah', argument, exact: false }
  if (rest.some((word) => told.has(word))) return undefined
  const isAsked = lead.some((word) => wants.has(word))
  const isField = fields.has(rest[0]!) || words[at + 1] === 'jawaban'
  const isMore = moreFields.has(rest[0]!)
  const becomes = rest.some((word) => word === 'jadi' || word === 'menjadi')
  return isField || (isMore && (isAsked || becomes)) ? { command: 'ubah', argument, exact: false } : undefined
}

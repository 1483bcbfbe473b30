import { harmFillers, harmGroups, harmSpellings, harmVerbs } from './lexicon/harm.ts'
import { coercing, harmHints } from './lexicon/harm-hints.ts'
import { unitWords } from './lexicon/numbers.ts'
import { wordSet } from './similar.ts'
import { cleanText, MAX_LENGTH, tokenize } from './text.ts'

// Text → words with the groups of the lexicon they belong to. Groups, and single words that a hint names, are numbers here.

export interface HarmWord {
  readonly low: string
  /** What it belongs to; empty for a mark. */
  ids: readonly number[]
  /** 2 ends a sentence, 1 is a comma. */
  readonly stop: 0 | 1 | 2
}

const idOf = new Map<string, number>()
export const groupId = (name: string): number => {
  const known = idOf.get(name)
  if (known !== undefined) return known
  idOf.set(name, idOf.size)
  return idOf.size - 1
}

const vocabulary = new Map<string, number[]>()
const teach = (word: string, name: string) => {
  const ids = vocabulary.get(word) ?? []
  const id = groupId(name)
  if (!ids.includes(id)) vocabulary.set(word, [...ids, id])
}

/** memukul, menampar, mengejar, menyiram; and without "me", as people say it. */
function nasal(root: string): readonly string[] {
  const [first = '', rest] = [root[0], root.slice(1)]
  const stem =
    first === 'p'
      ? `m${rest}`
      : first === 't'
        ? `n${rest}`
        : first === 's'
          ? `ny${rest}`
          : first === 'k'
            ? `ng${rest}`
            : 'bfv'.includes(first)
              ? `m${root}`
              : 'dcjz'.includes(first)
                ? `n${root}`
                : 'aiueogh'.includes(first)
                  ? `ng${root}`
                  : root
  return [stem, `me${stem}`, `ma${stem}`]
}
const endings = ['', 'i', 'kan', 'in', 'in', 'akan']

for (const [group, roots] of Object.entries(harmVerbs))
  for (const root of roots.split(' ')) {
    const put = (word: string, voice: string) => {
      teach(word, group)
      teach(word, `${voice}:${group}`)
    }
    for (const end of endings) {
      put(`di${root}${end}`, 'di')
      put(`d${root}${end}`, 'di')
      put(`${root}${end}`, 'me')
      for (const stem of nasal(root)) put(`${stem}${end}`, 'me')
      put(`ba${root}${end}`, 'me')
    }
    for (const stem of nasal(root).slice(0, 1)) for (const noun of [`pe${stem}an`, `pe${stem}`]) put(noun, 'pe')
    if (!['tidur', 'pegang', 'makan', 'hamil'].includes(root)) put(`pe${root}an`, 'pe')
  }
for (const [group, words] of Object.entries(harmGroups)) for (const word of words.split(' ')) teach(word, group)
const fillers = wordSet(harmFillers)

for (const list of Object.values(harmHints))
  for (const hint of list) for (const part of hint.split(/[ |]/)) if (/^[\p{Ll}\d%-]+$/u.test(part)) teach(part, part)
for (const word of coercing.split(' ')) teach(word, 'coercing')

for (const [word, typed] of Object.entries(harmSpellings))
  for (const spelling of typed.split(' '))
    for (const [name, id] of idOf) if (vocabulary.get(word)?.includes(id)) teach(spelling, name)

const ids = {
  anak: groupId('ANAK'),
  hewan: groupId('HEWAN'),
  benda: groupId('BENDA'),
  bukanAnak: groupId('BUKAN_ANAK'),
  pakai: groupId('PAKAI'),
  sekolah: groupId('SEKOLAH'),
  angka: groupId('ANGKA'),
  umurAnak: groupId('UMUR_ANAK'),
  umurKawin: groupId('UMUR_KAWIN'),
  belia: groupId('BELIA'),
  sentuh: groupId('SENTUH'),
  sentuhDua: groupId('SENTUH_DUA'),
  raba: groupId('RABA'),
  rabaDua: groupId('RABA_DUA'),
  minta: groupId('MINTA'),
  mintaSendiri: groupId('MINTA_SENDIRI'),
  pejabat: groupId('PEJABAT'),
  orang: groupId('ORANG'),
  perempuan: groupId('PEREMPUAN'),
  murid: groupId('MURID'),
}
/** Touching again and again. */
const doubles = [
  [ids.sentuh, ids.sentuhDua],
  [ids.raba, ids.rabaDua],
] as const
/** The passive of every active. */
const passiveOf = new Map(Object.keys(harmVerbs).map((group) => [groupId(`me:${group}`), groupId(`di:${group}`)]))

export const has = (word: HarmWord | undefined, id: number): boolean => word?.ids.includes(id) ?? false

function look(word: string): readonly number[] | undefined {
  const known = vocabulary.get(word)
  if (known || word.length < 4 || !lastLetters.has(word.at(-1)!)) return known
  return vocabulary.get(word.replace(/(?:nya|lah|ku|mu|mi|ji|mo|x)$/u, ''))
}

const lastLetters = new Set('ahuiox')
const drawn = /(\p{L})\1/u

/** What is typed, in words that the hints know. */
export function harmWords(text: string): HarmWord[] {
  const words: HarmWord[] = []
  const tokens = tokenize(cleanText(text.toLowerCase()).slice(0, MAX_LENGTH))
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.kind === 'mark') {
      const stop = '.!?;\n'.includes(token.text) ? 2 : token.text === ',' ? 1 : 0
      if (stop) words.push({ low: token.text, ids: none, stop })
      else if (token.text === '%') words.push({ low: '%', ids: look('%') ?? none, stop: 0 })
      continue
    }
    let low = token.low
    let doubled = false
    if (token.kind === 'number') {
      words.push({ low, ids: [ids.angka, ...(look(low) ?? none)], stop: 0 })
      continue
    }
    if (low.includes('-')) low = low.slice(0, low.indexOf('-'))
    doubled = low !== token.low
    const two = low.indexOf('2')
    if (two > 0) {
      low = low.slice(0, two)
      doubled = true
    }
    // "di pukul", "di per kosa"
    const next = tokens[i + 1]
    if (low === 'di' && next?.kind === 'word') {
      const both = `di${next.low.replace(/2.*$/, '')}`
      if (isPassive(both)) {
        low = both
        doubled = next.low.includes('2')
        i++
      }
    }
    // no hint is written in other letters
    if (!latin.test(low)) {
      words.push({ low, ids: none, stop: 0 })
      continue
    }
    if (fillers.has(low) || fillers.has(token.text)) continue
    const own =
      look(low) ??
      (drawn.test(low) ? look(low.replace(/(\p{L})\1+/gu, '$1')) : undefined) ??
      misspelt(low) ??
      (token.text === low ? clipped(low) : undefined)
    const standard = token.text === low ? undefined : look(token.text)
    let found: readonly number[] = own ? (standard ? [...own, ...standard] : own) : (standard ?? none)
    if (doubled) {
      found = [...found, ...(vocabulary.get(`${low}2`) ?? none)]
      for (const [once, twice] of doubles) if (found.includes(once)) found = [...found, twice]
    }
    words.push({ low, ids: found, stop: 0 })
  }
  for (let i = 0; i < words.length; i++) adjust(words, i)
  return words
}
const latin = /^[a-z]/
const none: readonly number[] = []
const isPassive = (word: string) => vocabulary.get(word)?.some((id) => passives.has(id)) ?? false
const passives = new Set(passiveOf.values())

/** A long word of harm with a letter too few or too many: "pemerkosan", "dilechkan". */
function misspelt(word: string): readonly number[] | undefined {
  if (word.length < 7 || word.length > 16) return undefined
  const less = slips.get(word)
  if (less || !likely.test(word)) return less
  for (let i = 1; i < word.length; i++) {
    const shorter = word.slice(0, i) + word.slice(i + 1)
    const swapped = word.slice(0, i - 1) + word[i] + word[i - 1] + word.slice(i + 1)
    for (const form of [shorter, swapped]) if (telling.test(form) && vocabulary.has(form)) return vocabulary.get(form)
  }
  return undefined
}
/** A verb of harm with a vowel left out: "dipukl", "diancm". */
function clipped(word: string): readonly number[] | undefined {
  if (word.length < 5 || word.length > 11 || !/^[dm]/.test(word) || !/[^aeiou]{3}|[^aeioung][^aeiou]$/.test(word))
    return undefined
  for (let i = 1; i <= word.length; i++)
    for (const vowel of 'aiueo') {
      const whole = word.slice(0, i) + vowel + word.slice(i)
      if (isPassive(whole) || vocabulary.get(whole)?.some((id) => passiveOf.has(id))) return vocabulary.get(whole)
    }
  return undefined
}
const telling = /leceh|perkosa|merkosa|aniaya|cabul|keroyok|kroyok|intimidasi|korupsi|kekerasan|pungutan|gelap/
const likely = /lec|rko|kos|iay|cab|roy|dasi|rups|keke|pung|gela/
/** Such words with one letter left out. */
const slips = new Map<string, readonly number[]>()
for (const [word, found] of vocabulary) {
  if (word.length < 8 || !telling.test(word)) continue
  for (let i = 1; i < word.length; i++) {
    const less = word.slice(0, i) + word.slice(i + 1)
    if (!vocabulary.has(less)) slips.set(less, found)
  }
}

const drop = (word: HarmWord, ...gone: readonly number[]) => {
  word.ids = word.ids.filter((id) => !gone.includes(id))
}
/** What stands in every third answer. */
const daily =
  /^(?:saya|kami|katong|tidak|belum|ada|di|dari|dengan|untuk|dan|orang|desa|warga|ibu|bapak|kelompok|uang|dana|anak|kalau|baru|dia|dong|dinas|karena|sampai|dapat|saja|cuma|rumah|jalan|kerja|semua)$/
const clock = wordSet('berapa rata tadi pagi siang sore malam setengah brp')
/** A number in words ends so. */
const numberEnds = wordSet(`${Object.keys(unitWords).join(' ')} belas puluh sepuluh ratus`)
const belas = wordSet(Object.keys(unitWords).join(' '))
const first = wordSet(
  'kami katong kitong ketong kita saya sy beta bet aku kelompok petani warga masyarakat nelayan kader ingin mau mohon ibu',
)
/** About how many words belong to a group; numbers are everywhere. */
export const commonness = (id: number): number => sizes.get(id) ?? (id === ids.angka ? 500 : 1)
const sizes = new Map<number, number>()
for (const [word, found] of vocabulary)
  for (const id of found) sizes.set(id, (sizes.get(id) ?? 0) + (daily.test(word) ? 100 : 1))

const passiveMakers = wordSet('dapat dapa kena kenak kana dpt')
const olderThan = wordSet('tua ortu wali orangtua ortunya mama ibu mamanya')
const ageWords = wordSet('umur usia berumur berusia umurnya usianya baru masih')
const pupil = wordSet(
  'anak ana anaknya murid siswa siswi kelas kls masih tamat nona di adik ade adek gadis remaja cucu ponakan pacar cewek putus bangku seorang sekolah masuk pelajar umur perempuan',
)
const schoolStaff = wordSet('guru kepsek kepala gedung bangun rehab dana komite tamat lulusan')

const youngOnes = wordSet('nona ade adik ana cewek')
const offices = wordSet('dusun desa lurah rt rw soa negeri kampung camat kantor')
const titles = wordSet('pak pa bapak bapa bpk bp kepala')

/** What the neighbours make of a word. */
function adjust(words: HarmWord[], i: number) {
  const word = words[i]!
  const next = words[i + 1]
  const before = words[i - 1]
  if (
    (word.low === 'pukul' || word.low === 'pkl' || word.low === 'pukl') &&
    (has(next, ids.angka) || clock.has(next?.low ?? '') || belas.has(next?.low ?? ''))
  )
    word.ids = none
  // a bundle, and woven cloth
  if (
    word.low === 'ikat' &&
    (has(before, ids.angka) || numberEnds.has(before?.low ?? '') || before?.low === 'tenun' || before?.low === 'per')
  )
    word.ids = none
  if (has(word, ids.anak) && next && !next.stop) {
    if (has(next, ids.hewan)) word.ids = [ids.hewan]
    else if (has(next, ids.bukanAnak)) word.ids = next.low === 'mantu' || next.low === 'menantu' ? [ids.orang] : none
  }
  if (has(word, ids.anak) && before && olderThan.has(before.low)) drop(word, ids.anak, ids.murid)
  // "nona kecil", "ade nona"
  if (
    (youngOnes.has(word.low) && next?.low === 'kecil') ||
    (word.low === 'nona' && (before?.low === 'ade' || before?.low === 'ana' || before?.low === 'adik'))
  )
    word.ids = [...word.ids, ids.anak]
  // "pak dusun", "bapa desa"
  if (offices.has(word.low) && before && titles.has(before.low)) word.ids = [ids.pejabat]
  if ((has(word, ids.benda) || has(word, ids.hewan)) && has(before, ids.pakai)) drop(word, ids.benda, ids.hewan)
  if (
    has(word, ids.sekolah) &&
    (schoolStaff.has(before?.low ?? '') ||
      ((word.low === 'sd' || word.low === 'smp') &&
        !pupil.has(before?.low ?? '') &&
        !(has(before, ids.umurAnak) && /^k/.test(words[i - 2]?.low ?? ''))))
  )
    drop(word, ids.sekolah)
  if (passiveMakers.has(word.low) && next) {
    const target = next.low === 'kas' || next.low === 'di' ? words[i + 2] : next
    const passive = target?.ids.map((id) => passiveOf.get(id)).filter((id) => id !== undefined) ?? []
    if (target && passive.length) target.ids = [...target.ids, ...passive]
  }
  if (
    has(word, ids.minta) &&
    [words[i - 1], words[i - 2]].some((w) => w && first.has(w.low)) &&
    !has(before, ids.pejabat)
  )
    word.ids = [...word.ids, ids.mintaSendiri]
  if (word.low === 'umur' && (before?.low === 'bawah' || before?.low === 'dibawah')) word.ids = [...word.ids, ids.belia]
  if (word.low === 'sekolah' && before && /^(?:masih|msh|duduk)$/.test(before.low)) word.ids = [...word.ids, ids.belia]
  const age = ageAt(words, i)
  if (age !== undefined && age < 19) {
    word.ids = [...word.ids, ids.umurKawin, ...(age < 18 ? [ids.umurAnak] : [])]
  }
}

/** "umur 14", "anak 12 tahun", "umur empat belas", "kelas 5". */
function ageAt(words: readonly HarmWord[], i: number): number | undefined {
  const word = words[i]!
  const before = words[i - 1]
  const next = words[i + 1]?.low ?? ''
  let age = /^\d{1,2}$/.test(word.low) ? Number(word.low) : undefined
  if (age === undefined) {
    if (word.low === 'sebelas') age = 11
    else if (next === 'belas' && word.low in unitWords) age = 10 + unitWords[word.low]!
  }
  if (age === undefined || !before) return undefined
  if (ageWords.has(before.low) && before.low !== 'baru' && before.low !== 'masih') return age
  if (before.low === 'kelas' || before.low === 'kls' || before.low === 'klas') return age <= 12 ? age : undefined
  const unit = /^(?:tahun|thn|th|taon|taong)$/.test(age > 10 && next === 'belas' ? (words[i + 2]?.low ?? '') : next)
  const person =
    has(before, ids.orang) || has(before, ids.anak) || has(before, ids.perempuan) || ageWords.has(before.low)
  return unit && person ? age : undefined
}

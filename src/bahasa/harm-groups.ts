import { harmGroups, harmSpellings, harmVerbs } from './lexicon/harm.ts'
import { coercing, harmHints } from './lexicon/harm-hints.ts'

// The words of the lexicon by the groups they belong to. Groups, and single words that a hint names, are numbers here.

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

export const vocabulary = new Map<string, number[]>()
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

for (const list of Object.values(harmHints))
  for (const hint of list) for (const part of hint.split(/[ |]/)) if (/^[\p{Ll}\d%-]+$/u.test(part)) teach(part, part)
for (const word of coercing.split(' ')) teach(word, 'coercing')

for (const [word, typed] of Object.entries(harmSpellings))
  for (const spelling of typed.split(' '))
    for (const [name, id] of idOf) if (vocabulary.get(word)?.includes(id)) teach(spelling, name)

// "suaminya" is whatever "suami" is
for (const [word, found] of vocabulary)
  if (word.endsWith('nya'))
    for (const id of vocabulary.get(word.slice(0, -3)) ?? []) if (!found.includes(id)) found.push(id)

export const ids = {
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
  tidak: groupId('TIDAK'),
  orang: groupId('ORANG'),
  perempuan: groupId('PEREMPUAN'),
  murid: groupId('MURID'),
  senjata: groupId('SENJATA'),
  tani: groupId('TANI'),
  luka: groupId('LUKA'),
  dana: groupId('DANA'),
  barang: groupId('BARANG'),
  ulang: groupId('ULANG'),
  mau: groupId('MAU'),
  pukul: groupId('PUKUL'),
  mePukul: groupId('me:PUKUL'),
}
/** The passive of every active. */
export const passiveOf = new Map(
  Object.keys(harmVerbs).map((group) => [groupId(`me:${group}`), groupId(`di:${group}`)]),
)

export const has = (word: HarmWord | undefined, id: number): boolean => word?.ids.includes(id) ?? false
export const none: readonly number[] = []
export const isPassive = (word: string) => vocabulary.get(word)?.some((id) => passives.has(id)) ?? false
export const passives = new Set(passiveOf.values())
export const drop = (word: HarmWord, ...gone: readonly number[]) => {
  word.ids = word.ids.filter((id) => !gone.includes(id))
}
/** What stands in every third answer. */
const daily =
  /^(?:saya|kami|katong|tidak|belum|ada|mau|bisa|dapat|kasi|minta|datang|bayar|ikut|jadi|masuk|tanah|surat|bantuan|malam|hari|jual|beli|tahun|di|dari|dengan|untuk|dan|orang|desa|warga|ibu|bapak|kelompok|uang|dana|anak|kalau|baru|dia|dong|dinas|karena|sampai|dapat|saja|cuma|rumah|jalan|kerja|semua)$/
/** About how many words belong to a group; numbers are everywhere. */
export const commonness = (id: number): number => sizes.get(id) ?? (id === ids.angka ? 500 : 1)
const sizes = new Map<number, number>()
for (const [word, found] of vocabulary)
  for (const id of found) sizes.set(id, (sizes.get(id) ?? 0) + (daily.test(word) ? 100 : 1))

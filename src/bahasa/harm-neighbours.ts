import { drop, groupId, type HarmWord, has, ids, isPassive, none, passiveOf, passives } from './harm-groups.ts'
import { unitWords } from './lexicon/numbers.ts'
import { wordSet } from './similar.ts'

// What the words around it make of a word: a clock, a young animal, an age, a child who only looks on.

export function adjustWords(words: HarmWord[]): void {
  for (let i = 0; i < words.length; i++) adjust(words, i)
  markWitnesses(words)
}

const clock = wordSet('berapa rata tadi pagi siang sore malam setengah brp')
/** A number in words ends so. */
const numberEnds = wordSet(`${Object.keys(unitWords).join(' ')} belas puluh sepuluh ratus`)
const belas = wordSet(Object.keys(unitWords).join(' '))
const first = wordSet(
  'kami katong kitong ketong kita saya sy beta bet aku kelompok petani warga masyarakat nelayan kader ingin mau mohon ibu',
)
const denied = wordSet(
  'ada bisa mau pernah boleh bole tau tahu dapat dapa brani berani kasi suka setuju ikut sampai jadi pulang usah perlu sanggup tahan enak jelas kerja lapor lia lihat cukup',
)
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

const witnessing = wordSet(
  'cerita bilang kata lapor lihat lia liat dengar lari menangis nangis manangis menjerit teriak bateriak minta panggil datang bangunkan sembunyi takut',
)
const quoting = wordSet('kata menurut')
const elders = wordSet('mama ibu istri isteri bini maitua nenek oma janda mamanya ibunya istrinya tante')
const broken = wordSet('piring gelas kursi perabot')
const suffering = wordSet('menjerit teriak pincang lebam biru bengkak pingsan berdarah menangis nangis sasaran')
const isHurting = (word: HarmWord | undefined) => word?.ids.some((id) => passiveOf.has(id)) ?? false
const isHurt = (word: HarmWord | undefined) =>
  word !== undefined && (suffering.has(word.low) || has(word, ids.luka) || word.ids.some((id) => passives.has(id)))

/** A child who saw or heard what was done to somebody else is not the one it was done to. */
function markWitnesses(words: readonly HarmWord[]) {
  let children: HarmWord[] | undefined
  for (const [k, word] of words.entries()) {
    if (!has(word, ids.anak)) continue
    const sees = witnessing.has(words[k + 1]?.low ?? '') || quoting.has(words[k - 1]?.low ?? '')
    if (sees) (children ??= []).push(word)
  }
  if (!children) return
  const another = words.some((word, k) => {
    if (broken.has(word.low)) return true
    if (!elders.has(word.low) || words[k + 1]?.low === 'tiri') return false
    return isHurting(words[k - 1]) ? !isPassive(words[k - 1]!.low) : isHurt(words[k + 1]) || isHurt(words[k + 2])
  })
  if (another) for (const word of children) drop(word, ids.anak, ids.murid)
}

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
  // "seng bisa" is no zinc
  if (word.low === 'seng' && next && (denied.has(next.low) || has(next, ids.mau)))
    word.ids = [ids.tidak, groupId('tidak'), groupId('seng')]
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
  // "uang sendiri", "bibit sendiri", "sendiri bikin": one's own
  if (
    (word.low === 'sendiri' || word.low === 'pribadi') &&
    (has(before, ids.dana) || has(before, ids.barang) || /^(?:bikin|buat)$/.test(next?.low ?? ''))
  )
    word.ids = none
  // "parang dan cangkul"
  if (has(word, ids.senjata) && (next?.low === 'dan' || before?.low === 'dan')) drop(word, ids.pukul, ids.mePukul)
  // "tiga hari" is no day of remembrance
  if (word.low === 'hari' && (has(before, ids.angka) || numberEnds.has(before?.low ?? ''))) word.ids = none
  if (isNamedAgain(words, i)) word.ids = [...word.ids, ids.ulang]
  // "nona kecil", "ade nona"
  if (
    (youngOnes.has(word.low) && next?.low === 'kecil') ||
    (word.low === 'nona' && (before?.low === 'ade' || before?.low === 'ana' || before?.low === 'adik'))
  )
    word.ids = [...word.ids, ids.anak]
  // "pak dusun", "bapa desa"
  if (offices.has(word.low) && before && titles.has(before.low) && !has(word, ids.pejabat)) word.ids = [ids.pejabat]
  if ((has(word, ids.benda) || has(word, ids.hewan)) && has(before, ids.pakai)) drop(word, ids.benda, ids.hewan)
  if (
    has(word, ids.sekolah) &&
    (schoolStaff.has(before?.low ?? '') ||
      ((word.low === 'sd' || word.low === 'smp') &&
        !pupil.has(before?.low ?? '') &&
        !((has(before, ids.umurAnak) || belas.has(before?.low ?? '')) && /^k/.test(words[i - 2]?.low ?? ''))))
  )
    drop(word, ids.sekolah)
  if (passiveMakers.has(word.low) && next) {
    const target = next.low === 'kas' || next.low === 'di' ? words[i + 2] : next
    const passive = target?.ids.map((id) => passiveOf.get(id)).filter((id) => id !== undefined) ?? []
    const atWork = has(target, ids.senjata) && words.slice(Math.max(0, i - 4), i + 7).some((w) => has(w, ids.tani))
    if (target && passive.length && !atWork) target.ids = [...target.ids, ...passive]
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

/** "anggaran jalan ada tapi jalannya tidak ada" */
function isNamedAgain(words: readonly HarmWord[], i: number): boolean {
  const { low } = words[i]!
  const base = low.endsWith('nya') ? low.slice(0, -3) : words[i - 1]?.stop ? low : ''
  if (base.length < 2 || (!has(words[i + 1], ids.tidak) && words[i + 1]?.low !== 'mana')) return false
  return words.slice(Math.max(0, i - 9), i).some((word) => word.low === base)
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

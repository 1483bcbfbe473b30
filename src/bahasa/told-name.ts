import { commonWords } from './lexicon/common-words.ts'
import * as lexicon from './lexicon/names.ts'
import { isCapital, partAt, type Word, wordsOf } from './name-words.ts'
import { wordSet } from './similar.ts'

// A person's name inside a sentence: "yang urus bibit itu mama Wilhelmina Ghoba, beliau bendahara". The name is the one
// run of words that can be a name, and something must introduce it: a form of address, an office, "nama", "oleh", "adalah".
// What stands around it may explain, but nothing may take it back, deny it, or name a second person.

interface Run {
  readonly start: number
  readonly end: number
  /** Where the offices and forms of address before it begin. */
  readonly chain: number
  readonly addressed: boolean
  readonly office: string | undefined
}

const lines = (text: string) => wordSet(text.replace(/\s+/g, ' '))
const common = lines(commonWords)
const given = lines(lexicon.givenNames)
const addresses = wordSet(lexicon.addressWords.replace(' hi', ''))
const offices = wordSet(lexicon.officeWords)
const heads = wordSet(lexicon.placeOffices)
const areas = wordSet(lexicon.officeAreas)
const greetings = wordSet(lexicon.nameGreetings)
const particles = wordSet(lexicon.nameParticles)
const placeWords = wordSet(lexicon.placeWords)
const toPlaces = wordSet(lexicon.toPlaces)
const leads = lines(lexicon.toldLeads)
const spoils = lines(lexicon.toldSpoils)
const others = wordSet(lexicon.otherSubjects)

/** Everyday, also with the usual beginnings and endings: "rumahnya", "mewakili". */
export function isCommon(low: string): boolean {
  if (given.has(low)) return false
  if (common.has(low) || offices.has(low) || low.endsWith('nya') || /[-2]/.test(low)) return true
  const stem = low.replace(/^(?:me[mn]?g?|be[rl]|di|ter|pe[rmn]?g?|ke|se)(?=\p{L}{4})/u, '')
  return stem !== low && (common.has(stem) || common.has(stem.replace(/(?:kan|an|i)$/, '')))
}

/** "kpl", "sm", "dgn": short for another word. */
const vowelless = /^[^aeiouy\W\d.'-]{2,}$/
const initials = wordSet('hj pdt dr drs ir st abd md mhd sr rm br fr')
const isWord = (low: string) => isCommon(low) || (vowelless.test(low) && !initials.has(low))

/** Words that may take a name back, or join a second one to it. */
export const takesBack = (low: string): boolean => spoils.has(low) || low === 'dan' || low === 'sama'

/** A name that is given to persons, not to places. */
export const isGiven = (low: string) =>
  given.has(low) || (low.length >= 5 && !common.has(low) && /(?:[nitkmrpdvl]us|iana|elina)$/.test(low))

export function nameTold(text: string): readonly string[] | 'several' | undefined {
  const words = wordsOf(text)
  if (words.length < 2 || words.length > 60) return undefined
  const cased = isCased(words)
  const runs = runsOf(words, cased)
  if (runs.length === 0) return undefined
  const name = (run: Run) => words.slice(run.start, run.end).map((word) => word.low)
  if (new Set(runs.map((run) => name(run).join(' '))).size > 1) return 'several'
  const [run] = runs
  if (!run || !isIntroduced(words, run, cased) || !ends(words, run, cased) || isSpoilt(words, run)) return undefined
  const own = words.slice(run.start, run.end).map((word) => word.raw)
  if (isEither(own)) return 'several'
  const degree = words[run.end]
  return degree?.degree ? [...own.slice(0, -1), `${own.at(-1)},`, degree.raw] : own
}

/** "la ode ato la ali": one of two. Written large, "Ahmad Ato Rumbara" is a name. */
export const isEither = (name: readonly string[]) =>
  name.some((word, i) => {
    if (i === 0 || i + 1 >= name.length || !eithers.has(word.toLowerCase().replace(/['’]$/, ''))) return false
    const shouted = word === word.toUpperCase() && name[0] === name[0]!.toUpperCase()
    return shouted || word === word.toLowerCase() || particles.has(name[i + 1]!.toLowerCase())
  })
const eithers = wordSet('atau ato to at atw atow ataw ataukah atou atu or ka kah')

/** Large and small letters tell names from other words; not where all are small, all large, or all begin large. */
function isCased(words: readonly Word[]): boolean {
  const lettered = words.filter((word) => word.low.length > 2 && /\p{L}/u.test(word.low))
  return (
    lettered.some((word) => !isCapital(word) && !particles.has(word.low)) &&
    lettered.some((word) => isCapital(word) && (word.pause === '' || !isCommon(word.low)))
  )
}

function runsOf(words: readonly Word[], cased: boolean): readonly Run[] {
  const runs: Run[] = []
  const isNamed = (i: number, inside: boolean): boolean => {
    const word = words[i]!
    if (isHouse(words, i)) return true
    if (inside && word.low === 'ode') return true
    if (inside && cased && word.raw === 'Raja') return words[i + 1] === undefined || words[i + 1]!.pause !== ''
    if (word.degree || /\d/.test(word.low) || greetings.has(word.low) || offices.has(word.low)) return false
    if (inside && isCapital(word) && (alsoNames.has(word.low) || (cased && clans.has(word.low)))) return true
    const next = words[i + 1]
    if (inside && !cased && clans.has(word.low))
      return next === undefined || next.pause !== '' || (isNamed(i + 1, true) && words[i - 1] !== undefined)
    if (addresses.has(word.low) || (areas.has(word.low) && !given.has(word.low))) return false
    if (word.raw.length === 2 && word.raw.endsWith('.')) return true
    if (cased) return isCapital(word) && !isWord(word.low) && !isAcronym(words, i)
    return word.low.length > 1 && !isWord(word.low)
  }
  for (let i = 0; i < words.length; i++) {
    if (!isNamed(i, false)) continue
    let end = i + 1
    while (
      words[end] &&
      words[end]!.pause === '' &&
      (isNamed(end, true) || (particles.has(words[end]!.low) && words[end + 1]?.pause === '' && isNamed(end + 1, true)))
    )
      end++
    const run = { start: i, end, ...chainBefore(words, i) }
    if (!isPlace(words, run) && (cased || isLikely(words, run))) runs.push(run)
    i = end - 1
  }
  return runs.filter((run) => !runs.some((other) => run.start >= other.chain && run.end <= other.start))
}
/** "Wa Ode Nurhayati", "ibu wa ana": names of Buton; another "wa" is a telephone. */
function isHouse(words: readonly Word[], i: number): boolean {
  const next = words[i + 1]
  if ((words[i]!.low !== 'wa' && words[i]!.low !== 'la') || next === undefined || next.pause !== '') return false
  return next.low === 'ode' || (addresses.has(words[i - 1]?.low ?? '') && next.low.length > 1 && !isWord(next.low))
}
const alsoNames = wordSet('kaka ina ama om')
const clans = wordSet(lexicon.clanWords)

/** "SK", "PPL": among words in small letters. */
const isAcronym = (words: readonly Word[], i: number) => {
  const { raw } = words[i]!
  if (raw !== raw.toUpperCase() || raw.length < 2 || raw.length > 5 || raw.endsWith('.')) return false
  return (
    !addresses.has(words[i - 1]?.low ?? '') &&
    ![words[i - 1], words[i + 1]].some((near) => near && near.raw.length > 2 && near.raw === near.raw.toUpperCase())
  )
}

/** The offices and forms of address right before a run: "bapak", "ibu kades", "kaur pembangunan". */
function chainBefore(words: readonly Word[], start: number): Pick<Run, 'chain' | 'addressed' | 'office'> {
  let chain = start
  let addressed = false
  let office: string | undefined
  for (let i = start - 1; i >= 0 && words[i + 1]!.pause === ''; i--) {
    const { low } = words[i]!
    if (addresses.has(low)) addressed ||= office === undefined
    else if (/^\d{1,3}$/.test(low) && labels.has(words[i - 1]?.low ?? '')) continue
    else if (offices.has(low) || (isArea(low) && opensOffice(words, i))) office ??= low
    else {
      const head = addressed && office === undefined ? headBefore(words, i) : -1
      if (head < 0) break
      i = head
      office = words[i]!.low
    }
    chain = i
  }
  return { chain, addressed, office }
}
/** "pak camat Gorom Timur bapak Usman Rumalolas": whose camat. */
function headBefore(words: readonly Word[], at: number): number {
  for (let i = at; i >= 0 && i > at - 3 && words[i + 1]!.pause === ''; i--) {
    const { low } = words[i]!
    if (isGiven(low) || !(isCapital(words[i]!) || placeWords.has(low) || !isCommon(low))) return -1
    if (words[i]!.pause === '' && heads.has(words[i - 1]?.low ?? '')) return i - 1
  }
  return -1
}
const isArea = (low: string) => areas.has(low) || here.has(low)
const here = wordSet('di sini disini')
/** An office stands before the area: "kaur | pembangunan", "ketua | kelompok tani". */
function opensOffice(words: readonly Word[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 3 && words[i + 1]!.pause === ''; i--) {
    if (offices.has(words[i]!.low)) return true
    if (!isArea(words[i]!.low)) return false
  }
  return false
}

const isPerson = (words: readonly Word[], i: number) => isGiven(words[i]!.low) || isHouse(words, i)

/** "di Waikabubak", "desa Kori", "kelompok Harapan". */
const isPlace = (words: readonly Word[], { start, chain, addressed, office }: Run) => {
  if (isPerson(words, start)) return false
  const directly = words[start - 1]
  if (words[start]!.pause !== '' || !directly) return false
  return toPlaces.has(directly.low) || (office !== undefined && !addressed && chain < start && areas.has(directly.low))
}

/** Where the writing says nothing, a run is a name only behind a form of address or an office, or where it is a given name. */
const isLikely = (words: readonly Word[], run: Run) => {
  const before = run.start === run.chain ? words[run.start - 1]?.low : undefined
  return run.addressed || isPerson(words, run.start) || before === 'nama' || before === 'namanya'
}

function isIntroduced(words: readonly Word[], run: Run, cased: boolean): boolean {
  const own = words.slice(run.start, run.end)
  const person = isPerson(words, run.start) || (titles.has(own[0]!.low) && own.length > 1)
  const atStart = run.chain === 0 || words[run.chain]!.pause === 'pause'
  const before = atStart ? undefined : words[run.chain - 1]!.low
  // "kades Hameli Ate" is the village's, "kades Natalia Wunda" a person
  if (run.office !== undefined) {
    const nearest = words.slice(run.chain, run.start).findLast((word) => !/\d/.test(word.low))!.low
    const directly = addresses.has(nearest)
    if (!directly && !person) return false
    if (
      !directly &&
      (heads.has(nearest) || areas.has(nearest)) &&
      (own.length < 2 || own.some((word) => placeWords.has(word.low)))
    )
      return false
  } else if (!run.addressed) {
    const behind = words[run.start]!.pause === 'colon' || (before !== undefined && introduces(before))
    if (atStart ? !(person || (cased && own.length > 1)) : !(behind && (cased || person || named.has(before!))))
      return false
  }
  if ((run.addressed || run.office) && isKept(words, run.chain)) return true
  if (before !== undefined && ((run.chain <= 3 && thanks.has(before)) || (before !== 'dengan' && joins.has(before))))
    return false
  if (before !== undefined && stands.has(before) && run.addressed && run.office !== undefined) return true
  return before === undefined || words[run.chain]!.pause === 'colon' || leadFits(words, run.chain)
}
/** "kunci balai ada di pak Simon", "buku kas dipegang sama ibu Yuli": with whom it is. */
const isKept = (words: readonly Word[], end: number) =>
  withs.has(words[end - 1]?.low ?? '') &&
  keeping.has(words[end - 2]?.low ?? '') &&
  kept.has(words[words[0]!.low === 'yang' ? 1 : 0]!.low)
const withs = wordSet('di sama pada dengan dgn deng')
const keeping = wordSet('ada dipegang disimpan tersimpan')
const kept = wordSet(
  'kunci kuncinya stempel cap buku bukunya kas uang uangnya arsip catatan data datanya berkas mesin alat',
)
const titles = wordSet('h hj pdt dr drs ir ust rm sr')
const named = wordSet('nama namanya bernama')
/** "terima kasih ibu Maria": who is spoken to. */
const thanks = wordSet(
  'kasih makasih trims pagi siang sore malam maaf halo hai salam permisi tabe assalamualaikum syalom shalom baik siap oke ok oh',
)
/** "mewakili camat bapak Saleh" */
const stands = wordSet('mewakili wakili')
const introduces = (low: string) => leads.has(low) || isOwned(low) || acts(low)
/** "ketuanya", "orangnya"; not "rumahnya", "mantannya", "tetangganya" */
const isOwned = (low: string) => {
  const stem = low.endsWith('nya') && low !== 'tanya' ? low.slice(0, -3) : ''
  return stem !== '' && stem !== 'rumah' && !spoils.has(stem)
}
/** "dibuka", "dipimpin": not "dibantu", "ditunjuk", which speak of another. */
const acts = (low: string) => /^di\p{L}{4,}$/u.test(low) && !spoils.has(low)

/** What stands between the last pause and the name opens like an answer to "siapa". */
function leadFits(words: readonly Word[], end: number): boolean {
  let start = end
  while (start > 0 && words[start]!.pause !== 'pause') start--
  const lead = words.slice(start, end).filter((word) => !greetings.has(word.low) && !addresses.has(word.low))
  const [first] = lead
  if (!first) return true
  const before = words[end - 1]!.low
  // "saya tunggu pak Simon": of the speaker only what says who it is
  if (speakers.has(first.low))
    return lead.every((word) => speakers.has(word.low) || isOffice(word.low) || selves.has(word.low))
  if (first.low === 'dengan') return lead.length === 1
  // "yang punya lahan bapak Lukas Bora"
  if (
    (first.low === 'yang' || first.low === 'yg') &&
    (lead[1]?.low === 'punya' || lead[1]?.low === 'pemilik') &&
    lead.length === 3
  )
    return true
  // "yang jaga pompa air om Titus", but "yang antar pak Simon", "yang jaga kebun pak Simon"
  if (lead.some((word) => word.low === 'yang' || word.low === 'yg')) return !anothers.has(before)
  // "tanah itu dihibahkan oleh bapa Yakobus"
  if (before === 'oleh' && acts(words[end - 2]?.low ?? '')) return true
  return introduces(before) && (introduces(first.low) || opens.has(first.low) || offices.has(first.low))
}
const isOffice = (low: string) => offices.has(low) || areas.has(low)
const anothers = wordSet(lexicon.anothers)
const speakers = wordSet('saya sy sa beta aku kami katong kita kitong')
const selves = wordSet('nama namanya adalah ini itu pe pu punya pung lengkap sendiri dengan oleh')
const opens = wordSet(
  'tetap masih ada seorang tulis catat yang yg sekarang skrg saat kalau kalo untuk utk pada tadi kemarin waktu tahun bulan minggu hari malam pagi siang sore rapat acara kegiatan pertemuan musyawarah musdes pelatihan program sosialisasi penyuluhan laporan pekerjaan pembangunan',
)

/** What follows the name is no part of it. */
function ends(words: readonly Word[], { start, end, chain }: Run, cased: boolean): boolean {
  const own = words.slice(start, end)
  const next = words[end]
  const joined = next !== undefined && next.pause === ''
  if (joined && joins.has(next.low)) return false
  // "pak Markus lagi keluar" tells of him and answers nothing
  if (joined && doing.has(next.low) && (chain === 0 || words[chain]!.pause !== '')) return false
  // "pak Simon Rehi & ibu Maria"
  const known = (word: Word) =>
    isWord(word.low) || addresses.has(word.low) || areas.has(word.low) || greetings.has(word.low)
  if (own.length > 5 || own.every((word) => word.raw.endsWith('.'))) return false
  if (!joined || next.degree || /\d/.test(next.low)) return cased || fitsLength(own, true)
  // "maria dg": short for a word that may be of the name
  if (!cased && end + 1 === words.length && vowelless.test(next.low) && !isCommon(next.low))
    return selves.has(next.low) || speakers.has(next.low)
  if (!cased) return known(next) && fitsLength(own)
  return isCapital(next)
    ? known(next) && next.low !== next.raw && (offices.has(next.low) || addresses.has(next.low))
    : known(next) || own.length > 1
}
const doing = wordSet(
  'lagi lg sedang bilang blg kata suruh minta mau akan pergi pigi keluar pulang datang ada sudah sdh su masih msh pindah berangkat',
)
const joins = wordSet('dan dn dengan dgn deng sama serta bersama n')
/** Without capitals a longer run may have taken in a word that is no name. */
const fitsLength = (own: readonly Word[], atEnd = false) => {
  const extra = own
    .slice(1)
    .filter((word) => isGiven(word.low) || particles.has(word.low) || word.raw.endsWith('.')).length
  return own.length - extra <= (atEnd && isGiven(own[0]!.low) ? 3 : 2)
}

/** Words around the name that take it back, put it in doubt, or speak of it as past. */
function isSpoilt(words: readonly Word[], { start, end }: Run): boolean {
  return (
    words.some((word, i) => {
      if (i >= start && i < end) return false
      const { low } = word
      const next = words[i + 1]?.low ?? ''
      const before = words[i - 1]?.low ?? ''
      if (/\d/.test(low)) return i < start ? !labels.has(before) : next === 'orang' && word.pause !== ''
      if (low === 'kalau' || low === 'kalo') return next !== 'yang' && next !== 'yg'
      // ", dia yang lama"
      if (low === 'lama' && before === 'yang' && i > start && himself.has(words[i - 2]?.low ?? '')) return true
      if (isOfFormer(words, i, start)) return false
      // "pak Domi ketua lama"
      if (former.has(low) && i > start && offices.has(before)) return true
      if (low === 'nanti' && i === 0 && (next === 'yang' || next === 'yg')) return !receives.has(words[2]?.low ?? '')
      if (low === 'dulu') return before !== 'dari' && before !== 'sejak'
      if (low === 'semua') return i === end || i === start - 1 || speakers.has(before)
      // "mama nya Yosef"
      if (low === 'nya') return addresses.has(before)
      // "yang biasanya memimpin"
      if (low === 'biasanya') return before !== 'yang' && before !== 'yg'
      // "dia yang biasa jaga mesin air", ", biasa mangkal di pasar", but ", biasa dipanggil Udin"
      if (low === 'biasa')
        return before !== 'yang' && before !== 'yg' && !(i >= end && word.pause !== '' && isDoing(next))
      // "adik Selvi Kaka" is what she is called, "adik pak Simon" another; "masak untuk anak sekolah"
      if (low === 'adik') return i !== start - 1
      if (low === 'anak') return i === start - 1 || i === end || !children.has(next)
      // "bapak Lukas punya kelompok", "doa dibawakan pak Markus, rapat dipimpin kades"
      if (owns.has(low)) return i === end
      if ((performs.has(low) || low === 'oleh') && i > end) return true
      if (negations.has(low) || states.has(low)) return !isOfOthers(words, i, start, end)
      return spoils.has(low)
    }) || words.slice(0, start).filter((word) => performs.has(word.low)).length > 1
  )
}
const receives = wordSet('terima menerima sambut menyambut buka membuka pimpin memimpin tunggu hadir datang')
const isDoing = (low: string) => low !== '' && !calls.has(low) && !speakers.has(low) && !addresses.has(low)
const calls = wordSet('dipanggil panggil disapa disebut sebut kenal dikenal orang nama namanya juga')
const children = wordSet('posyandu sekolah anak paud balita balita2 kecil yatim sd')
const owns = wordSet('punya pu pung punk pe')
const performs = wordSet('dibuka ditutup dipimpin dibawakan dipandu diisi dilatih diurus dikelola dipegang dibawa')
const states = wordSet('dirawat dipanggil diundang wafat berpulang cuti sakit meninggal pindah berhenti mundur')
const labels = wordSet('dusun kadus rt rw tahap tanggal tgl batch pokja kelompok termin jam')
export const negations = wordSet('tidak tdk belum blm jangan jgn gak ga tra tara tarada sonde seng sing bukan tak')

/** "ketua lama sudah pindah ke Waikelo": in a part of its own, of one who is no longer it. */
function isOfFormer(words: readonly Word[], i: number, start: number): boolean {
  const { from, to } = partAt(words, i)
  if (start >= from && start < to) return false
  return words
    .slice(from, to)
    .some(({ low }, k, part) => former.has(low) && (offices.has(part[k - 1]?.low ?? '') || part[k - 1]?.low === 'yang'))
}
const former = wordSet('lama sebelumnya dulu pertama')

/** "karena pak camat tidak hadir", ", sinyal tidak ada": denied of somebody or something else. */
function isOfOthers(words: readonly Word[], at: number, start: number, end: number): boolean {
  if (words[at]!.low === 'bukan') return false
  const { from, to } = partAt(words, at)
  const own = start >= from && start < to
  const reason = words.findIndex((word, i) => i >= Math.max(from, own ? end : from) && i < at && because.has(word.low))
  if (own && reason < 0) return false
  const clause = words.slice(Math.max(from, reason), at)
  return (
    clause.some((word) => others.has(word.low) || offices.has(word.low)) &&
    !words.slice(from, to).some((word) => himself.has(word.low))
  )
}
const because = wordSet('karena krn karna sebab soalnya mewakili wakili mewakilkan gara')
const himself = wordSet('beliau dia ia orangnya dorang pasti tentu jelas tahu tau yakin')

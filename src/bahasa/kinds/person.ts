import {
  addressWords,
  clanWords,
  nameClosings,
  nameGreetings,
  nameOpenings,
  nameParticles,
  nameTails,
  notNames,
  officeWords,
} from '../lexicon/names.ts'
import { ask } from '../questions.ts'
import { prepare } from '../reply.ts'
import { wordSet } from '../similar.ts'
import { MAX_LENGTH, MAX_TOKENS } from '../text.ts'
import { isCommon, isEither, isGiven, nameTold, takesBack } from '../told-name.ts'
import type { ReadContext, Reading } from '../types.ts'
import { withoutWho } from '../who-is.ts'

/**
 * A person's name, without "nama saya", form of address, office and thanks. Words typed in one case are capitalised. A
 * name behind an office ("kades Kori") is a question: it may be the village's.
 */
export function readPerson(text: string, ctx: ReadContext): Reading<string> {
  if (text.length > MAX_LENGTH) return ask(ctx, 'person', 'too_long')
  // no more tokens than letters: only a long reply can have too many
  const reply = text.length > MAX_TOKENS ? prepare(text, ctx) : undefined
  if (typeof reply === 'string') return ask(ctx, 'person', reply)
  if (text.includes('?')) return ask(ctx, 'person', 'asked_back')
  // one blank and one line break say as much as many
  const said = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/\n[\s]*/gu, '\n')
  return personIn(corrected(said.replace(opening, '')), ctx)
}

/** "1. Melkianus Dendo", "sama Rahma Kelilauw" (the answer to "with whom"). */
const opening = /^\s*(?:1\s?[.)]\s*|(?:sama|sm)\s+(?!.*\bs(?:aja|j)\b))(?=\p{L})/iu

/** "Rahmat Sialana eh bukan, Rahman Sialana": the second name alone, if what takes the first back is plain. */
function corrected(text: string): string {
  const found =
    /^[^,.;]{3,60}[\s,.;]+(?:eh|aduh|waduh|ups|maaf|oh)[\s,.]+(?:maaf[\s,]+)?(?:bukan|salah|keliru)(?:\s+(?:ketik|tulis|nama))?\s*[,.:;]\s*(.{3,60})$/isu.exec(
      text,
    )
  return found && namesAlone(found[1]!)?.length === 1 ? found[1]! : text
}

function personIn(said: string, ctx: ReadContext): Reading<string> {
  const text = wholeName(said)
  const names = namesAlone(text)
  const [only] = names ?? []
  if (only !== undefined && names!.length === 1 && !inDoubt(text) && !isCalling([only])) return { value: only }
  const told = nameTold(text)
  if (Array.isArray(told) && !isCalling(told)) return { value: joined(told) }
  if (told === 'several' || (names && names.length > 1))
    return ask(ctx, 'person', 'several_values', 'Siapa nama satu orangnya, {sapaan}? Tulis namanya saja.')
  return ask(ctx, 'person', names?.length === 0 ? 'empty' : 'unclear')
}

/**
 * "om Boy, nama lengkap Robertus Malo": what follows, if it is a name. "sekarang sudah ganti, Agustinus Dapa": the one in
 * office without saying so.
 */
function wholeName(said: string): string {
  const text = withoutWho(said).replace(changed, '').replace(owned, ofOffice).replace(ofVillage, ofPerson)
  if (!text.includes('engkap')) return text
  const found = /^[^.;:]{3,40},\s*(?:nama )?lengkap(?:nya)?[\s:]+(?!saya|sy|beta)(.{3,60})$/isu.exec(text)
  return found && namesAlone(found[1]!)?.length === 1 ? found[1]! : text
}

/** "sekretarisnya": their secretary. */
const owned = /(?<!\p{L})(\p{L}+?) ?nya(?!\p{L})/giu
const ofOffice = (whole: string, office: string) => (offices.has(office.toLowerCase()) ? office : whole)
/** "pak desa Lukas Japa": what the kepala desa is called; a place would have no given name. */
const ofVillage = /^\s*(?:pak|bapak|bapa) desa\s+(\p{L}+)(?=\s|$)/iu
const ofPerson = (whole: string, name: string) => (isGiven(name.toLowerCase()) ? name : whole)
const changed = /^\s*(?:(?:sekarang|skrg|skrang)\s+)?(?:su|so|sdh|sudah|udah)\s+(?:di)?ganti\s*[,.]\s*/iu
/** The names of a reply that is nothing else but names, politeness and offices; undefined where something else stands. */
function namesAlone(text: string): readonly string[] | undefined {
  const parts = text
    .split(partBreaks)
    .map((part) => wordsOf(part))
    .filter((words) => words.length > 0)
  const names: string[] = []
  for (const words of parts) {
    // ", kaur keuangan" and "(kepala desa)" behind a name say what the person does
    if (names.length > 0 && tails.has(lowOf(words[0]!))) {
      if (words.some((word) => isGiven(lowOf(word)))) return undefined
      continue
    }
    // "bendahara: Agustina"
    if (
      names.length === 0 &&
      parts.length === 2 &&
      words === parts[0] &&
      words.every((word, i) => tails.has(lowOf(word)) || (i > 0 && addresses.has(lowOf(word))))
    )
      continue
    // "Baharuddin, saya sendiri"
    if (names.length > 0 && selves.has(words.map(lowOf).join(' '))) continue
    // "HP : 0812…" on the line below
    if (names.length > 0 && words.every((word) => /^[\d.-]+$/.test(word))) continue
    // "Yakobus Rehi, S.Th"
    if (names.length > 0 && words.every((word) => degree.test(word))) {
      names[names.length - 1] += `, ${words.join(' ')}`
      continue
    }
    const name = nameIn(words)
    if (name === undefined) return undefined
    if (name.length > 0) names.push(joined(name))
  }
  return names
}

const selves = new Set(['saya sendiri', 'sy sendiri', 'sa sendiri', 'beta sendiri', 'itu saya', 'itu saya sendiri'])

const joined = (name: readonly string[]) =>
  name.map((word, i) => (degreeInCapitals.test(word) ? word : capitalised(word, i))).join(' ')
/** "S.STP": as it was typed. */
const degreeInCapitals = /^[SMA]\.\p{Lu}{2}/u

/** "Yohanis Malo, ketua, tapi sudah berhenti", "nama ibu saya Yosina": the name may be another's. */
const inDoubt = (text: string) =>
  text.split(/[\s,.;:()]+/).some((word) => takesBack(word.toLowerCase()) || formers.has(word.toLowerCase())) ||
  ofKin.test(text)
const formers = wordSet('lama dulu dulunya sebelumnya')
const ofKin = /\bnama (?:ibu|bapak|bapa|mama|istri|suami|anak|adik|kakak)(?:nya)? (?:saya|sy|beta|sa|kami)\b/i

// a full stop ends a part only behind a whole word: "H. Ahmad" is one name
const partBreaks = /[,;:\n!"“”()/&+]+|(?<=\p{L}{5})\.\s+/u
const degree = /^(?:(?:S|M|A|Dr|Drs|Ir|Sp|Amd|Lc)\.? ?[A-Za-z]{0,3}(?:\.[A-Za-z]{1,4})*\.?|SE|SH|SP|ST|MM|MT|MH)$/
const nameSigns = /[^\p{L}\p{M}\p{N}'’.\- ]+/gu

const openings = wordSet(nameOpenings)
const addresses = wordSet(addressWords)
const closings = wordSet(nameClosings)
const greetings = wordSet(nameGreetings)
const tails = wordSet(nameTails)
const particles = wordSet(nameParticles)
const never = wordSet(notNames)
const offices = wordSet(officeWords)

const lowOf = (word: string) => {
  const low = word.toLowerCase()
  return low.endsWith('.') ? low.slice(0, -1) : low
}
const wordsOf = (part: string) =>
  part
    .replace(nameSigns, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))

/** The words of a name, none where there is only politeness, undefined where something else stands. */
function nameIn(part: readonly string[]): readonly string[] | undefined {
  if (part.every((word) => greetings.has(lowOf(word)) || addresses.has(lowOf(word)))) return []
  // "terima kasih ibu Maria": who is spoken to
  const greeted = part.findIndex((word) => !thanks.has(lowOf(word)))
  if (greeted > 0 && addresses.has(lowOf(part[greeted]!)) && part.length > greeted + 1) return undefined
  if (part.length > 1 && thanking.has(lowOf(part[0]!)) && greeted > 0) return undefined
  let words = part.slice()
  // "kita pe nama Yosef": the name begins behind the word
  const named = words.findIndex((word) => lowOf(word) === 'nama' || lowOf(word) === 'namanya')
  if (words.slice(0, Math.max(0, named)).some((word) => denials.has(lowOf(word)))) return undefined
  if (named >= 0) words = words.slice(named)
  words = words.slice(behindOffice(words))
  // "si Jefri Loghe"; "si gondrong" is only what somebody is called
  if (words.length > 1 && lowOf(words[0]!) === 'si') {
    if (!isGiven(lowOf(words[1]!)) && words.slice(1).filter(isCapital).length < 2) return undefined
    words = words.slice(1)
  }
  // "Kasih Rumbara", "Selamat Riyadi" may be names
  if (words.length > 1 && lowOf(words[0]!) === 'selamat' && isCapital(words[1]!) && !greetings.has(lowOf(words[1]!)))
    return undefined
  if (words.length > 1 && lowOf(words[0]!) === 'kasih') return undefined
  const leads = (word: string) => openings.has(lowOf(word)) || greetings.has(lowOf(word)) || addresses.has(lowOf(word))
  while (words.length > 0 && leads(words[0]!)) {
    const address = lowOf(words[0]!)
    words = words.slice(1)
    // "mama nya Yosef"
    if (addresses.has(address) && words.length > 1 && lowOf(words[0]!) === 'nya') return undefined
    if (rajaAddress.has(address) && opensRaja(words)) words = words.slice(1)
  }
  // "bidan Sitna Kelian": what she does
  if (words.length > 1 && works.has(lowOf(words[0]!)) && !tails.has(lowOf(words[1]!))) {
    words = words.slice(1)
    while (words.length > 1 && addresses.has(lowOf(words[0]!))) words = words.slice(1)
  }
  const tail = words.findIndex(
    (word, i) =>
      i > 0 && tails.has(lowOf(word)) && !(lowOf(word) === 'raja' && isCapital(word)) && !opensClan(words, i),
  )
  // "ketua Beno sekretaris Lukas"
  if (tail > 0 && words.slice(tail).some((word) => isGiven(lowOf(word)))) return undefined
  if (tail > 0) words = words.slice(0, tail)
  while (words.length > 1 && closes(words)) words = words.slice(0, -1)
  words = words.slice(...amongCapitals(words))
  if (words.length === 0) return []
  const last = words.at(-1)!
  if (last.endsWith('.') && last.length > 3) words = [...words.slice(0, -1), last.slice(0, -1)]
  return isName(words) ? words : undefined
}

/**
 * "sekretaris negeri bapak Hasan", "yang tanda tangan adalah Ibu Maria": where the form of address behind an office or an
 * "adalah" stands. What is written large before it may be a name of its own, and then nothing is left out.
 */
function behindOffice(words: readonly string[]): number {
  const at = words.findIndex((word, i) => i > 0 && addresses.has(lowOf(word)))
  const name = words[at + 1]
  if (at < 1 || name === undefined || !isCapital(name) || tails.has(lowOf(name)) || addresses.has(lowOf(name))) return 0
  const before = words.slice(0, at)
  const office = before.every((word, i) => tails.has(lowOf(word)) || (i > 0 && areas.has(lowOf(word))))
  const told =
    copulas.has(lowOf(before.at(-1)!)) &&
    before.length >= 3 &&
    (!isCapital(before[0]!) || subjects.has(lowOf(before[0]!))) &&
    before.slice(1).every((word) => !isCapital(word) && !denials.has(lowOf(word)))
  return office || told ? at : 0
}
const thanks = wordSet(
  'baik siap oke ok oh selamat pagi siang sore malam terima kasih makasih maaf halo hai salam permisi',
)
const thanking = wordSet('terima makasih')
const areas = wordSet(
  'desa negeri kecamatan kami kita keuangan pemerintahan kesejahteraan pembangunan perencanaan umum',
)
const subjects = wordSet('yang yg penanggung penandatangan nama')
const copulas = wordSet('adalah ialah yaitu yakni')
const denials = wordSet('bukan tidak belum kalau dulu mantan tadinya')

/**
 * "Bapa Raja Husen Andai": the form of address of a negeri's head. One word behind it, or a word that places are named
 * with, may be the negeri instead ("Bapa Raja Kian Darat").
 */
const opensRaja = (words: readonly string[]) =>
  lowOf(words[0] ?? '') === 'raja' &&
  words.length >= 3 &&
  !words.slice(1).some((word) => placeWords.has(lowOf(word)) || tails.has(lowOf(word)))
const rajaAddress = wordSet('bapa bapak pak bpk')
const placeWords = wordSet('darat laut besar kecil timur barat utara selatan tengah tua baru lama atas bawah pulau')

/** "Wa Ode Sitti", "wa ana": of Buton; another "wa" is a telephone. */
const opensClan = (words: readonly string[], i: number) =>
  lowOf(words[i]!) === 'wa' &&
  (/^ode$/i.test(words[i + 1] ?? '') ||
    (i === 0 && words.length > 1 && words.slice(1).every((word) => !isCommon(lowOf(word)))))
const houses = wordSet('ode la wa')
const clans = wordSet(clanWords)

/** "Pak Haji" is what somebody is called, not who it is. */
const isCalling = (name: readonly string[]) =>
  (name.length === 1 && callings.has(name[0]!.toLowerCase())) || descents.has(name.join(' ').toLowerCase())
/** Titles of Buton: of a family, not of a person. */
const descents = new Set(['la ode', 'wa ode'])
const callings = wordSet(
  'haji hajah imam ustad ustadz ustadzah pendeta pastor romo guru mantri bidan suster perawat dokter kewang marinyo mauweng modin bilal penghulu penatua diaken majelis katekis vikaris rato dukun tukang babinsa sopir kader ppl penyuluh kepsek danramil kapolsek latu upu kapitan mandor bos juragan tuan komandan tete nene',
)
const works = wordSet('bidan mantri suster perawat guru kader penyuluh ppl babinsa katekis')

const isCapital = (word: string) => word.charAt(0) !== word.charAt(0).toLowerCase()

/** "bapa tua Ndara Pati", "Rian Malo bro": among capitals a small word of address or kinship is no part of the name. */
function amongCapitals(words: readonly string[]): readonly [number, number] {
  let start = 0
  let end = words.length
  if (!words.some(isCapital)) return [start, end]
  while (start < end && isAside(words[start]!)) start++
  while (end > start && isAside(words[end - 1]!)) end--
  return [start, end]
}
const isAside = (word: string) =>
  !isCapital(word) && (addresses.has(lowOf(word)) || closings.has(lowOf(word)) || kinship.has(lowOf(word)))
const kinship = wordSet('tua tengah besar kecil bungsu sulung bro sis gan cuy lur ges guys min')

/** A closing word in small letters, or one that is never part of a name; "Wula Kaka" may be a name. */
function closes(words: readonly string[]): boolean {
  const last = words.at(-1)!
  if (!closings.has(lowOf(last)) || isInitial(words.at(-2)!)) return false
  return !isCapital(last) || !isCapital(words[0]!) || !alsoNames.has(lowOf(last))
}
/** "stefanus b. kaka": what stands behind an initial is a name, also where it is a form of address elsewhere. */
const isInitial = (word: string) => /^\p{L}\.$/u.test(word)
const alsoNames = wordSet('kaka kak kakak om mas')

/** "haji Baharuddin" */
const pilgrims = wordSet('haji hajah hajjah hj h')
/** What opens a name although it is no name itself. */
const staying = wordSet('haji hajah pendeta pastor romo wa la')
/** Short for a name, or a title that stays with it. */
const titles = wordSet('hj pdt dr drs ir st abd md mhd sr rm br fr')

function isName(words: readonly string[]): boolean {
  const joined = words.join(' ')
  if (words.length > 6 || joined.length > 80 || /\p{N}/u.test(joined) || !/\p{L}{2}/u.test(joined)) return false
  if (words.some((word) => never.has(lowOf(word))) || isEither(words)) return false
  // "kpl", "sm": short for another word
  if (words.some((word) => /^[^aeiouy\W\d.'-]{2,}$/i.test(word) && !titles.has(lowOf(word)))) return false
  // telephones write the first word large: "Paulus bili"
  const capitals = words.slice(1).some(isCapital) || words.length === 1 ? words.filter(isCapital).length : 0
  // "Hari Senin", "kunci gudang", "PENANGGUNG JAWABNYA"
  const plain = words.filter(
    (word, i) =>
      isCommon(lowOf(word)) && !opensClan(words, i) && !(i > 0 && isGiven(lowOf(words[0]!)) && clans.has(lowOf(word))),
  ).length
  const shouted = words.every((word) => word === word.toUpperCase())
  if (plain === words.length || (plain > 0 && (capitals === 0 || shouted))) return false
  // "Moderator Marten Ngongo", "Besok Marten Ngongo"
  if (words.length > 1 && /^\p{L}+$/u.test(words[0]!) && isCommon(lowOf(words[0]!)) && !staying.has(lowOf(words[0]!)))
    return false
  // "Beny Wila PPL"
  if (!shouted && words.some((word) => /^\p{Lu}{2,4}$/u.test(word))) return false
  // among capitalised words a small one belongs to a sentence; all in small letters, five words are one
  if (
    capitals > 0 &&
    words.some(
      (word, i) =>
        !isCapital(word) && !particles.has(lowOf(word)) && !/['’.-]/.test(word) && !(i === 0 && pilgrims.has(word)),
    )
  )
    return false
  // "rian malo dp": a short word that nobody knows
  if (capitals === 0 && words.length > 1 && !isCapital(words[0]!) && [words[0]!, words.at(-1)!].some(isShort))
    return false
  return capitals > 0 || words.length <= 4
}

const isShort = (word: string) =>
  word.length <= 2 && !titles.has(word) && !particles.has(word) && !isGiven(word) && !isCommon(word)

function capitalised(word: string, i: number): string {
  const letters = word.replace(/[^\p{L}]/gu, '')
  if (i > 0 && particles.has(word) && !houses.has(word)) return word
  if (/^(?:drs|pdt|hj|ir)\.$/i.test(word)) return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
  const lower = word === word.toLowerCase()
  const upper = word === word.toUpperCase() && letters.length > 3
  if (/^(?:LA|WA|ODE)$/.test(word)) return word.charAt(0) + word.slice(1).toLowerCase()
  if (!lower && !upper) return word
  if (word.includes('.') && letters.length <= 3 && i === 0 && (!lower || word === 'dr.')) return word
  return word
    .toLowerCase()
    .replace(/(^|[.-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

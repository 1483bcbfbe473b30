import * as words from './lexicon/names.ts'
import { wordSet } from './similar.ts'
import { isCommon, isGiven, negations, takesBack } from './told-name.ts'

// What people say of the person they name: how to find her, whose neighbour or daughter she is, who had the office before.
// None of it is part of the name, and words that make the name another's elsewhere ("anak", "suami") only tell who she is.

/** The reply without what only tells who the person named in it is. */
export function withoutWho(said: string): string {
  if (said.length > 240) return said
  const text = withoutAbout(/[,.]/.test(said) ? said.replace(former, '') : said).replace(habit, '')
  return withoutKin(behindOwnKin(text)).replace(behalf, ' atas nama ')
}

/** "untuk urusan data biasanya sama kak Novi": who it is for the matter that was asked about. */
const habit =
  /^\s*(?:kalau|kalo|kl|klo|untuk|utk|soal) (?:soal |untuk |urusan )?[^,.;:]{3,60}? biasanya (?:(?:kami|kita|katong|saya) )?(?:hubungi|sama|ke|lewat|cari|dengan|panggil) /iu

/** ", orangnya sabar dan rumahnya dekat lapangan", ". Beliau guru di SD Inpres": what is told of the one just named. */
function withoutAbout(said: string): string {
  const found = mayTell.test(said) ? about.exec(said) : null
  if (!found) return said
  const [, lead, tail] = found
  // "bendaharanya Nur Aini, baru diganti": the one who is it now
  const replaced = /^baru (?:saja )?diganti[. ]*$/iu.test(tail!) && isOffice(/^\s*(\p{L}+?)nya /iu.exec(lead!)?.[1])
  return replaced || onlyTells(tail!.split(/[\s,.;()]+/).filter(Boolean)) ? lead! : said
}
/** A pause and one of the beginnings below: most replies are let through at once. */
const mayTell = /[,.\n]\s*(?:beliau|dia|orang|rumah|alamat|tinggal|di|ter|baru|suami|ist|isteri)/i
const about =
  /^([^,.;:]*(?:[^,.;:]|(?<=\b(?:hj?|pdt|drs?|ir|\p{L}))\.)*\p{L}{2})\s*[,.\n]\s*((?:(?:beliau|dia|orangnya|rumah(?:nya)?|alamat(?:nya)?|tinggal(?:nya)?|dipilih|terpilih|diangkat|dilantik|baru (?:saja )?(?:di|ter)\p{L}+)|(?:suami|istri|isteri)nya (?:guru|pegawai|petani|nelayan|tukang|pendeta|bidan|perawat))(?!\p{L}).*)$/isu
const isOffice = (word = '') => offices.has(word.toLowerCase())

function onlyTells(tail: readonly string[]): boolean {
  return !tail.some((word, i) => {
    const low = word.toLowerCase()
    const [before, next] = [tail[i - 1] ?? '', tail[i + 1]?.toLowerCase() ?? '']
    if (low === 'jadi') return !offices.has(next)
    if (negations.has(low)) return !(low === 'tidak' && easily.has(next))
    if (low === 'lama') return !/^(?:sudah|su|sdh)$/i.test(before)
    if (low.endsWith('nya') && isOffice(low.slice(0, -3))) return true
    if (ended.has(low) || (takesBack(low) && !harmless.has(low))) return true
    // "dipilih lagi": perhaps somebody else by now; "istrinya bidan yang pegang uang"
    if (i === 1 && low === 'lagi') return true
    if (low === 'yang' && ofSpouse.test(tail[0]!)) return true
    // "rumah dekat pak Simon Lende"
    if (/^rumah/i.test(tail[0]!) && tail.slice(Math.max(0, i - 3), i).some((other) => nears.has(other))) return false
    if (addresses.has(low)) return next !== '' && !isCommon(next) && !offices.has(next)
    if (isGiven(low)) return true
    const large = i > 0 && word !== low && !isCommon(low)
    return large && !places.has(before.toLowerCase()) && before === before.toLowerCase()
  })
}
const offices = wordSet(words.officeWords)
const places = wordSet(words.toPlaces)
const ofSpouse = /^(?:suami|istri|isteri)nya$/i
const nears = wordSet('dekat depan belakang samping sebelah')
const easily = wordSet('jauh sulit susah terlalu')
const harmless = wordSet(
  'biasanya biasa dipilih diangkat dikenal dan istri istrinya suami suaminya isteri isterinya anak anaknya sama dicari',
)
/** He may be it no longer. */
const ended = wordSet(
  'sakit cuti meninggal wafat pindah berhenti mundur dulu diganti wakil wakilnya sementara kalau kalo merantau pensiun keluar bantu membantu ulang besok serahkan sibuk',
)

/** ", sejak bapaknya meninggal", ", menggantikan suaminya yang merantau ke Kalimantan": who had it before. */
const former =
  /,\s*(?:(?:se(?:jak|telah|sudah)|karena|krn) (?:almarhum )?\p{L}+nya (?:yang )?(?:meninggal|pindah|sakit|merantau|pensiun|berhenti|wafat)|(?:meng)?gantikan (?:almarhum )?(?:bapa|bapak|ayah|mama|ibu|suami|istri|kakak|adik|om|anak)nya)\b(?!.*\b(?:bukan|tapi|atau|eh|ralat|nanti)\b)[^,.;:]*\.?\s*$/iu
/** "sekdes a.n. Rahman Kastella" */
const behalf = /(?<=\p{L})\s+a\.?\s?\/?n\.\s+(?=\p{L})/giu

/** "Anak saya yang nomor dua, namanya Gregorius", "yang jadi ketua anak saya Idris": the name is the one's told of. */
function behindOwnKin(text: string): string {
  const said = text.trim().split(/\s+/)
  const low = (i: number) => (said[i] ?? '').toLowerCase().replace(/[,:]$/, '')
  const at = said.findIndex((_, i) => younger.has(low(i).replace(/nya$/, '')) || elder.has(low(i)))
  if (at < 0 || !mayLead(said.slice(0, at))) return text
  let i = at + 1
  while (ranks.has(low(i))) i++
  const isNamed = at > 0 && low(at - 1) === 'nama' && (/:$/.test(said[at]!) || low(at).endsWith('nya'))
  if (selves.has(low(i))) i++
  else if (!isNamed) return text
  while (low(i) === 'sendiri' || low(i) === 'yang' || ranks.has(low(i))) i++
  if (naming.has(low(i))) i++
  const name = elder.has(low(at)) && addresses.has(low(i)) ? i + 1 : i
  if (said[name] === undefined || isCommon(low(name))) return text
  const lead = said.slice(0, at).filter((_, k) => low(k) !== 'itu' && low(k) !== 'dia')
  return [...lead, ...said.slice(i)].join(' ')
}
/** Nothing, "nama", "itu", or "yang …" that does not say what was done with them. */
const mayLead = (lead: readonly string[]) => {
  const [first = 'nama'] = lead
  if (lead.length < 2) return /^(?:nama|itu|dia)$/i.test(first)
  return /^(?:yang|yg)$/i.test(first) && !lead.some((word) => /[,.;:]$/.test(word) || joining.has(word.toLowerCase()))
}
const joining = wordSet('dengan dgn deng sama dan bantu antar bawa untuk utk rumah kebun milik di ke jaga')
const younger = wordSet(words.youngerKin)
const elder = wordSet(words.elderKin)
const selves = wordSet('saya sy sa beta kami')
const ranks = wordSet(
  'kandung ipar sulung bungsu pertama kedua ketiga perempuan laki-laki nomor ke paling satu dua tiga empat lima tua besar kecil tengah',
)
const naming = wordSet('nama namanya bernama si adalah itu')
const addresses = wordSet(words.addressWords)

/** "…, tetangga kandang saya", "… pak anak dari kepala desa yang lama": the last part, if it only says whose kin. */
function withoutKin(text: string): string {
  for (const part of [behindPause, behindAddress, neighbour]) {
    const found = part.exec(text)
    if (found && isKin(found[2]!)) return found[1]!
  }
  return text
}
const behindPause = /^(.*\S)\s*[,(\n]\s*([^,.;:(\n]+?)[).\s]*$/su
const behindAddress = /^(.*\s(?:pak|bapak|bu|ibu|kak|kaka|bapa))\s+(\p{L}[^,.;:(\n]+?)[.\s]*$/isu
const neighbour = /^([^,.;:]*\S)\s+(tetangga\s[^,.;:(\n]+?)[.\s]*$/isu

function isKin(part: string): boolean {
  const said = part.toLowerCase().split(/\s+/)
  return (
    said.length > 1 &&
    said.length <= 7 &&
    said.some((word) => kin.has(word)) &&
    said.some((word) => owners.has(word)) &&
    said.every((word) => kin.has(word) || owners.has(word) || beside.has(word))
  )
}
const kin = wordSet(words.kinWords)
const owners = wordSet(words.ownerWords)
const beside = wordSet(`${words.besideKin} ${words.addressWords}`)

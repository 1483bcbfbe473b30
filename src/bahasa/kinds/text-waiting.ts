import * as words from '../lexicon/waiting.ts'
import { isAddressed, isPolite } from '../reply.ts'
import { wordSet } from '../similar.ts'
import { isOneOf, type Token } from '../text.ts'

// "sebentar kk lg rapat", "nanti malam sy cerita ya kak, msh jaga anak": a reply of parts that ask to wait, promise an
// answer or say why it can't be given now, and of nothing else. "masih rapat dengan warga" alone is an answer.

const longest = 18

export function asksToWait(all: readonly Token[]): boolean {
  if (all.length > longest * 2) return false
  const parts = partsOf(all)
  if (parts === undefined || parts.reduce((sum, part) => sum + part.length, 0) > longest) return false
  let waiting = false
  for (const [i, part] of parts.entries()) {
    if (isWait(part) || isPromise(part, waiting || parts[i - 1]?.[0]?.text === 'tunggu') || isUnable(part))
      waiting = true
    else if (!isReason(part) && !(i > 0 && part.length <= 3 && isUnable(parts[i - 1]!, true)))
      // "tunggu bu, sapi lepas"
      return i === 1 && waiting && has(strong, parts[0]![0]) && isShort(parts.slice(1).flat())
  }
  return waiting
}

const isShort = (rest: Part) => rest.length <= 5 && !rest.some((token) => token.kind === 'number')
const strong = wordSet('nanti sebentar tunggu tar santar wait sek sik sekedap')
type Part = readonly Token[]
const has = (set: ReadonlySet<string>, token: Token | undefined) => token !== undefined && isOneOf(set, token)
const core = wordSet(words.waits)
const besideWaits = wordSet(words.besideWaits)
const tails = wordSet(words.tails)
const openers = wordSet(words.openers)
const progressing = wordSet(words.progressing)
const doing = wordSet(words.doing)
const self = wordSet('saya kami kita katong kitong ketong torang kitorang beta be b ta tak')
const alone = wordSet('saya beta be b tak')
const softening = wordSet('ya e nah yo jo do kah nggih maaf siap oke insya allah waduh aduh adoh wih')
const leading = wordSet('sekarang ini itu karena maaf dia beliau masalahnya anak adik')
const lacking = wordSet(words.lacking)
const places = wordSet('di ke')
const spans = wordSet('menit jam hari minggu mnt')
export const negations = wordSet('tidak belum kurang')
const able = wordSet('sempat bisa dapat sanggup')
const hours = wordSet('malam sore siang pagi sorean malaman siangan')

/** Cut at pauses, forms of address, softening words, and before "(saya) masih …"; undefined where something is asked. */
function partsOf(all: readonly Token[]): readonly Part[] | undefined {
  const parts: Token[][] = [[]]
  for (const [i, token] of all.entries()) {
    const own = parts.at(-1)!
    if (token.text === '?' || token.text === ':' || token.text === 'tapi') return undefined
    const breaks = token.kind === 'mark' || has(softening, token) || isSpokenTo(all, i)
    if (!breaks && !opensReason(all, i, own)) own.push(token)
    else {
      if (own.length > 0) parts.push([])
      if (!breaks) parts.at(-1)!.push(token)
    }
  }
  return parts.filter((part) => part.length > 0)
}
/** "bu guru", "kk"; "kalau pak kades datang" speaks of him. */
const isSpokenTo = (all: readonly Token[], i: number) => {
  const [before, token] = [all[i - 1], all[i]!]
  if (before && (isAddressed(before, token) || (isPolite(before) && titles.has(token.text))))
    return !told.has(all[i - 2]?.text ?? '')
  return elders.test(token.low) || (isPolite(token) && !told.has(before?.text ?? ''))
}
const titles = wordSet('guru pendeta ustad dokter mantri bidan kader')
const told = wordSet('kalau sama dengan ke antar jemput')
const elders = /^(?:kk|pa)$/
/** In "sebentar lagi panen" the same word is of the time. */
const opensReason = (all: readonly Token[], i: number, own: Part) => {
  const at = has(self, all[i]) ? i + 1 : i
  if (!has(progressing, all[at]) || own.length === 0 || !isWait(own)) return false
  const unclear = all[at]?.text === 'lagi' || all[at]?.text === 'baru'
  return at > i || !unclear || has(doing, all[at + 1])
}

/** "nanti dulu", "agak sorean", "5 menit lagi", "mohon waktunya" */
function isWait(part: Part): boolean {
  // "tunggu saya ambil kacamata dulu"
  const own = part[1]?.text === 'dulu' ? 2 : 1
  if (has(core, part[0]) && has(alone, part[own]))
    return part.length <= 7 && !part.some((token) => token.text === 'baru' || token.kind === 'number')
  if (part.length <= 6 && isAway(part)) return true
  return (
    part.every((token) => token.kind === 'number' || has(core, token) || has(besideWaits, token)) &&
    part.some(
      (token, i) =>
        has(core, token) ||
        (token.text === 'agak' && has(hours, part[i + 1])) ||
        ((has(hours, token) || token.kind === 'number') && part[i + 1]?.text === 'baru') ||
        (token.text === 'lain' && times.has(part[i + 1]?.text ?? '')) ||
        (has(spans, token) && part[i + 1]?.text === 'lagi') ||
        (token.low.startsWith('waktu') && (i === 0 || has(gives, part[i - 1])) && part.length <= 5),
    )
  )
}

const times = wordSet('kali waktu')
/** "sa masih bawa motor", "masih di luar kota", "otw kantor", "sy antar anak dulu", "makan dulu": nothing is told but this. */
function isAway(part: Part): boolean {
  const last = part.at(-1)!.text
  if (last === 'dulu' && (has(alone, part[0]) || has(doing, part.at(-2)))) return true
  if (part[0]!.low === 'otw') return true
  const at = part.findIndex((token) => has(progressing, token))
  if (at < 0 || at > 1) return false
  const [next, thing] = [part[at + 1], part[at + 2]]
  return (
    (next?.text === 'bawa' && has(vehicles, thing)) ||
    (next?.text === 'di' && has(wheres, thing) && part.length <= at + 4)
  )
}
const vehicles = wordSet('motor mobil oto perahu')
const wheres = wordSet(
  'jalan perjalanan luar kantor kebun sawah laut pasar gereja masjid rumah kota kampung sekolah puskesmas',
)

/** "kutulis nanti malam", "nanti kalau sudah senggang sy tulis", "nanti anak saya yang ketik" */
function isPromise(part: Part, waiting: boolean): boolean {
  const at = part.findLastIndex((token, i) => writes.test(token.low) || isTold(part, i))
  if (at < 0) return false
  const lead = part.slice(0, at)
  const behind = part.slice(isTold(part, at) ? at + 2 : at + 1)
  if (!behind.every((token) => has(tails, token))) return false
  const opens = openers.has(lead[0]?.text ?? '') || openers.has(lead[0]?.low ?? '') || isSpan(lead)
  if (!(opens || waiting || behind.some((token) => has(core, token) || has(hours, token)))) return false
  if (lead.some((token) => negations.has(token.text) && token.low !== 'tak' && !lead.some((t) => t.text === 'kalau')))
    return false
  const before = lead.at(-1)
  if (before?.text === 'yang') return opens || waiting
  const plain = lead.every(
    (token) => has(core, token) || has(besideWaits, token) || has(self, token) || has(openers, token),
  )
  const own = has(alone, before) || (before?.text === 'baru' && asked.test(part[at]!.low))
  return plain || (own && lead.length <= 8)
}
const asked = /^(?:di)?(?:jawab|balas|tulis|ketik|kabari|cerita|carita)$/
const isSpan = (lead: Part) => lead.some((token, i) => has(spans, token) && lead[i + 1]?.text === 'lagi')
const writes = new RegExp(`^(?:${words.writes})$`)
const isTold = (part: Part, i: number) => has(gives, part[i]) && has(given, part[i + 1])
const gives = wordSet('kasih kasi kase kas bari beri minta')
const given = wordSet('tahu kabar info jawaban')

/** "belum sempat ketik"; `typing`: nothing but answering can be meant */
function isUnable(part: Part, typing = false): boolean {
  const at = part.findIndex((token) => negations.has(token.text))
  if (
    at < 0 ||
    !has(able, part[at + 1]) ||
    !part.slice(0, at).every((token) => has(self, token) || has(besideWaits, token))
  )
    return false
  const verb = part[at + 2]
  if (verb === undefined) return part[at + 1]!.text === 'sempat'
  return (
    (typing ? types : writes).test(verb.low) &&
    part.slice(at + 3).every((token) => has(tails, token) || has(besideWaits, token))
  )
}
const types = /^(?:meng|ng)?(?:ketik|etik)$|^(?:men|n)?jawab$|^(?:mem)?balas$/

/** "masih di jalan", "ini lagi mati lampu", "hp mau mati", "di sawah", "tunggu anak pulang sekolah" */
function isReason(part: Part): boolean {
  if (part.some((token) => token.kind === 'number')) return false
  const own = part.slice(part.findIndex((token) => !has(self, token) && !has(leading, token)))
  const first = own[0]
  if (own.length > 7) return false
  if (has(progressing, first)) return own.length > 1
  if (first?.text === 'ada') return has(doing, own[1]) || own.length < part.length
  if (has(places, first)) return own.length <= 4
  if (first?.text === 'tunggu') return own.length <= 5
  return own.some((token) => has(lacking, token) || types.test(token.low))
}

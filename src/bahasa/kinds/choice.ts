import { withoutCounts } from '../counted-labels.ts'
import { isDeniedTrouble, withoutDenied, withoutFine } from '../denied.ts'
import { isElsewhere } from '../elsewhere.ts'
import { withoutCorrection } from '../hedges.ts'
import { isGenericBeside, type Scan, scan, scanNamed } from '../match.ts'
import { indexOptions, type OptionIndex } from '../match-index.ts'
import type { Hit } from '../match-numbers.ts'
import { ask } from '../questions.ts'
import { asksBack, isPolite, prepare, saysPending, saysUnknown } from '../reply.ts'
import { wordSet } from '../similar.ts'
import { withoutExcuse } from '../stories.ts'
import { isOneOf, type Token } from '../text.ts'
import type { Ask, ChoiceOption, ReadContext, Reading } from '../types.ts'
import { behindReason, openingOf, pickedAgain } from './choice-again.ts'
import { isOtherwise, isState, isStillToCome, isUnfinished } from './choice-status.ts'
import { withoutSubjects } from './choices-beside.ts'
import { isTalk } from './choices-talk.ts'
import { isPutOff, startsNow } from './start.ts'

/** The code of the one option a reply names: by number, ordinal, label, synonym, key word, beginning or misspelling. */
export function readChoice(said: string, offered: readonly ChoiceOption[], ctx: ReadContext): Reading<string> {
  const { text, options } = withoutCounts(said, offered)
  const index = indexOptions(options, ctx.lexicon)
  const reply = prepare(text, ctx, index.offersLater ? 'told' : undefined)
  if (typeof reply === 'string') return ask(ctx, 'choice', reply)
  // "bisa pak, silakan": with whom it is said to left out
  const bare = reply.tokens.filter((token) => token.kind !== 'mark' && !isPolite(token)).map((token) => token.text)
  const exact = exactOption(reply.text, options, index)
  if (exact) return { value: exact.code }
  if (asksBack(reply.all)) return ask(ctx, 'choice', 'asked_back')
  const bareExact = exactOption(bare.join(' '), options, index)
  if (bareExact) return { value: bareExact.code }
  const asked = withoutTopic(withoutExcuse(reply.all, options, index))
  const opened = opensWithSalah(asked, index) ? asked : withoutCorrection(asked)
  // "tidak, belum mulai"
  const corrected = index.isStatus && opened[0]?.text === 'tidak' && opened[1]?.text === ',' ? opened.slice(2) : opened
  const all = withoutDenied(corrected, options, index, false)
  // "hujan sudah reda", "pembeli banyak"; of other lists only what was once so
  if (!index.isStatus && (once.has(all[0]?.text ?? '') || (index.isProblems && withoutFine(all, options, index).only)))
    return askWhich(ctx, options, [], 'restricted')
  const last = meansLast(all) ? options.at(-1) : undefined
  if (last) return { value: last.code }
  const opening = openingOf(all, index)
  if (opening !== undefined) return { value: options[opening]!.code }
  const [lead, explanation, because] = split(all)
  const first = scan(lead, options, index, false)
  const found =
    first.hits.length === 0 && !first.unsettled && !first.stalled && !first.badNumber
      ? scan(all, options, index, false)
      : first
  const own = found === first ? lead : all
  if (
    found.hits.length === 0 &&
    !saysUnknown(own) &&
    all.some((token) => agrees.has(token.text)) &&
    startsNow(reply.all, options)
  )
    return { value: 'mulai' }
  if (saysUnknown(own) || (saysPending(own) && !found.hits.some((hit) => hit.by === 'phrase')))
    return ask(ctx, 'choice', 'not_known')
  // "hama belalang di kebun jagung": where it is
  const settled = index.isProblems ? withoutSubjects(own, found.hits) : found.hits
  const chosen = new Set(settled.filter((hit) => !isParticle(own, hit, found.hits)).map((hit) => hit.option))
  // "belum, karena tukang masih kerja gereja": the work of others
  if (found === first) {
    const behind = because && index.isStatus ? behindReason(explanation) : explanation
    // "tenun, pertaniyan" is not split
    const joint = lead.findIndex((token) => joints.has(token.text))
    const again = joint > 0 ? [...lead.slice(joint), ...behind] : behind
    for (const option of pickedAgain(again, options, index)) chosen.add(option)
    const told = scanNamed(behind, options, index, false).hits
    // "olahan, bikin abon ikan": what the same thing is made of
    const isPart = (at: number) => told.some((other) => other.end === at && chosen.has(other.option))
    for (const hit of told.toSorted((a, b) => a.start - b.start))
      if (
        hit.by === 'phrase' &&
        !hit.doubtful &&
        !isSender(behind, hit.start) &&
        !planned.has(behind[hit.start - 1]?.text ?? '') &&
        !(behind[hit.end - 1]!.text === 'dipakai' && behind[hit.end]?.text === 'orang') &&
        !(offices.has(behind[hit.start]!.text) && behind[hit.start]!.low.endsWith('nya')) &&
        (index.isStatus || !(isAbsent(behind, hit.end) || isPart(hit.start)))
      )
        chosen.add(hit.option)
  }
  // "2, eh maaf 1"
  if (found === first && explanation.some((token) => corrects.has(token.low)))
    for (const hit of scan(explanation, options, index, false).hits) chosen.add(hit.option)
  if (found.badNumber) return askWhich(ctx, options, [], 'out_of_range')
  if (chosen.size > 1) return askWhich(ctx, options, [...chosen], 'several_match')
  const [only] = chosen
  if (only === undefined) {
    if (startsNow(reply.all, options)) return { value: 'mulai' }
    if (found.rivals.length > 1) return askWhich(ctx, options, found.rivals, 'several_match')
    if (found.unsettled || found.stalled) return askWhich(ctx, options, [], 'restricted')
    return askWhich(ctx, options, [], reply.tokens.length === 0 ? 'empty' : 'no_match')
  }
  const numbered = found.hits.some((hit) => hit.by === 'number')
  if (
    isElsewhere(reply.tokens, true) ||
    (found.stalled && !(options[only]!.code === 'belum' && isBroken(own, found))) ||
    (!numbered && isTalk(own, found.hits, index)) ||
    (index.isSources && (found.hits.some((hit) => isCut(own, hit)) || all.some((token) => token.text === 'diganti'))) ||
    (!numbered && found.hits.some((hit) => hit.doubtful)) ||
    isQuestioned(own, found) ||
    // "sudah pak, belum pak"
    (options[only]!.code === 'belum' && openingOf(lead, index) !== undefined) ||
    (index.isStatus && isOtherwise(own, found, options[only]!)) ||
    (index.isProblems && isDeniedTrouble(own, found.hits, options, index)) ||
    (numbered && found.strayNumber) ||
    found.hits.some((hit) => isNotTheOne(own, hit, options)) ||
    isRestricted(own, found, index.isStatus && isState(options[only]!, 'berjalan'), index.isProblems) ||
    (index.isStatus && reply.all.some((token) => supposed.has(token.low))) ||
    isStillToCome(own, found, only, index) ||
    (!numbered && found.hits.some((hit) => isGenericBeside(own, hit, found.used, index))) ||
    contradicts(explanation, options, only, index) ||
    isUnfinished(own, explanation, found, options[only]!, index)
  )
    return askWhich(ctx, options, [only], 'restricted')
  if (options[only]!.code === 'mulai' && !numbered && isPutOff(own)) return askWhich(ctx, options, [], 'restricted')
  return { value: options[only]!.code }
}

/** "sebentar ya bu": the "ya" asks for leave. */
const isParticle = (tokens: readonly Token[], hit: Hit, hits: readonly Hit[]) =>
  hit.by === 'phrase' &&
  hit.end === hit.start + 1 &&
  tokens[hit.start]!.text === 'ya' &&
  hits.some((other) => other.end === hit.start && other.option !== hit.option)

/** The reply is a code or a label letter for letter: no other reading can be better. */
export function exactOption(
  text: string,
  options: readonly ChoiceOption[],
  index: OptionIndex,
): ChoiceOption | undefined {
  const at = text.length <= 200 ? index.exact.get(text.trim().toLowerCase()) : undefined
  return at === undefined ? undefined : options[at]
}

/** "kalau yang jalan tani itu belum mulai": of what it is said, no condition. */
function withoutTopic(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex((token) => token.kind === 'word' && !isPolite(token) && !greets.has(token.text))
  if (tokens[at]?.text !== 'kalau' || !topics.has(tokens[at + 1]?.text ?? '')) return tokens
  const end = tokens.findIndex((token, i) => i > at + 1 && (token.text === 'itu' || token.text === 'ini'))
  if (end < 0 || end > at + 7 || tokens.slice(at, end).some((token) => token.kind === 'mark')) return tokens
  return tokens.slice(end).some((token) => token.text === 'baru' || token.text === 'kalau')
    ? tokens
    : tokens.slice(end + 1)
}
const greets = wordSet('selamat pagi siang sore malam')
const topics = wordSet('yang kegiatan program pekerjaan soal untuk')

/** "salah orang" is an answer where an option says so, no correction. */
export const opensWithSalah = (tokens: readonly Token[], index: OptionIndex) =>
  tokens[0]?.text === 'salah' && index.byFirst.has('salah')

const joints = wordSet(', dan dengan sama terus plus & +')
const agrees = wordSet('ya bisa boleh silakan silahkan siap oke')
const once = wordSet('dulu dulunya tadinya awalnya mulanya')
/** "tunggu kades", "kades lama", "kades sakit"; "siap bu" is no form of address; "saya bukan kades lagi". */
function isNotTheOne(tokens: readonly Token[], hit: Hit, options: readonly ChoiceOption[]): boolean {
  if (hit.by !== 'phrase') return false
  const [before, after] = [tokens[hit.start - 1]?.text ?? '', tokens[hit.end]?.text ?? '']
  const { code } = options[hit.option]!
  if (code === 'bukan_saya') return after === 'lagi'
  const said = tokens.findLast((token, i) => i < hit.start && token.kind === 'word' && !isPolite(token))
  if (code === 'kepala_desa' || code === 'raja_negeri')
    return (
      (code === 'raja_negeri' && greetings.has(said?.text ?? '')) ||
      standsIn.has(before) ||
      said?.text === 'tunggu' ||
      tokens[hit.start - 1]?.low === 'ibu' ||
      isSender(tokens, hit.start) ||
      isAbsent(tokens, hit.end) ||
      former.has(after) ||
      (after === 'yang' && sends.has(tokens[hit.end + 1]?.text ?? ''))
    )
  // "boleh foto saja"
  if (code === 'setuju') return onlyThis.has(after) && tokens[hit.end + 1]?.text === 'saja'
  if (hit.end > hit.start + 1 || !addresses.has(tokens[hit.start]!.low)) return false
  const others = tokens.filter(
    (token, i) => token.kind === 'word' && (i < hit.start || i >= hit.end) && !isPolite(token),
  )
  return others.length > 0 && after !== 'saja' && !others.some((token) => isOneOf(calls, token))
}
const addresses = wordSet('pak bapak bapa bpk ibu bu mama')
const standsIn = wordSet(
  'nanti besok biasanya harusnya seharusnya mestinya tunggu menunggu untuk nama wakili wakil tanya cari',
)
const greetings = wordSet('pagi siang sore malam siap baik oke ya')
const onlyThis = wordSet('foto nama data')
const former = wordSet('lama baru belum terpilih sebelumnya')
const calls = wordSet(
  'panggil dipanggil panggilan sapa sapaan sebut disebut cukup biasa biasanya pakai yang nomor pilihan untuk',
)
/** "fasilitator, pak kades tidak pegang hp": why it is not the other one. */
const isAbsent = (tokens: readonly Token[], end: number) => {
  const next =
    tokens[end]?.text === 'masih' || tokens[end]?.text === 'lagi' || tokens[end]?.text === 'sedang'
      ? tokens[end + 1]
      : tokens[end]
  return (
    absent.has(next?.text ?? '') ||
    // "kades lagi di Bula"
    (next?.text === 'di' &&
      (tokens[end]!.text === 'lagi' || tokens[end]!.text === 'sedang') &&
      tokens[tokens.indexOf(next) + 1]?.text !== 'sini') ||
    (next?.text === 'tidak' && lacks.has(tokens[tokens.indexOf(next) + 1]?.text ?? ''))
  )
}
/** "sekretaris, disuruh bapak kades": who sent the one that answers. */
const isSender = (tokens: readonly Token[], start: number) => {
  let i = start - 1
  while (tokens[i] && isPolite(tokens[i]!)) i--
  return sends.has(tokens[i]?.text ?? '')
}
/** "masih jalan, target selesai desember" */
const planned = wordSet('target targetnya ditargetkan rencana rencananya harapan semoga')
const corrects = wordSet('eh ralat koreksi salah maksudnya maksud')
const sends = wordSet('disuruh diminta diutus ditugaskan mewakili perintah suruh')
const absent = wordSet('ke sakit sibuk berhalangan pergi cuti dinas keluar rapat mengikuti ikut pulang')
const offices = wordSet('sekretaris sekretarisnya bendahara bendaharanya')
const lacks = wordSet('pegang punya pakai pake bisa ada sempat di')

const breaks = wordSet(', . ; \n (')

/** The part that answers and the part that explains: after a pause that follows something, or a "because". */
function split(tokens: readonly Token[]): [readonly Token[], readonly Token[], boolean] {
  let content = 0
  for (const [i, token] of tokens.entries()) {
    const explains = token.text === 'karena' || (waits.has(token.text) && isBelum(tokens, i))
    if (content > 0 && (breaks.has(token.text) || explains)) {
      const numberDot = token.text === '.' && tokens[i - 1]?.kind === 'number'
      if (!numberDot && !(token.text === ',' && isListComma(tokens, i)))
        return [tokens.slice(0, i), tokens.slice(i + 1), token.text === 'karena']
    }
    if (token.kind !== 'mark' && !isPolite(token) && token.text !== 'maaf') content++
  }
  return [tokens, [], false]
}

/** "belum tunggu hujan": why not yet. "sedang menunggu" is no work in progress. */
const waits = wordSet('tunggu menunggu')
function isBelum(tokens: readonly Token[], i: number): boolean {
  const before = tokens.slice(0, i).filter((token) => token.kind === 'word' && !isPolite(token))
  return before.at(before.at(-1)?.text === 'masih' ? -2 : -1)?.text === 'belum' || before[0]?.text === 'belum'
}

/** "Bahan, alat": a comma inside a label is matched over, so the reply is not cut right behind one bare word. */
const isListComma = (tokens: readonly Token[], i: number) =>
  i + 2 >= tokens.length && tokens[i + 1]?.kind === 'word' && tokens.length <= 3

/** "yang terakhir", "nomor terakhir". */
const meansLast = (tokens: readonly Token[]) => {
  const words = tokens.filter((token) => token.kind !== 'mark' && !isPolite(token))
  return words.length <= 4 && words.at(-1)?.text === 'terakhir' && words.slice(0, -1).every((t) => lasts.has(t.text))
}
const lasts = wordSet('yang nomor pilihan pilih saya')

const contradictions = wordSet('tapi kecuali sebagian')
const limiting = wordSet('cuma hanya')
const helps = wordSet('pegang bantu membantu antar ketik anak anaknya keponakan bawa isi')
/** The explanation takes the answer back: "…, tapi", "…, minggu ini macet". "tukang cuma 2" only explains a work that goes on. */
function contradicts(
  explanation: readonly Token[],
  options: readonly ChoiceOption[],
  only: number,
  index: OptionIndex,
): boolean {
  if (explanation.some((token) => contradictions.has(token.text))) return true
  if (explanation.length === 0) return false
  // "bukan saya, saya cuma pegang hp": who only helps
  if (!index.isStatus)
    return explanation.some((token, i) => limiting.has(token.text) && !helps.has(explanation[i + 1]?.text ?? ''))
  // "batal, pindah ke tahun depan" is put off
  if (isState(options[only]!, 'batal') && explanation.some((token) => putOff.has(token.text))) return true
  return isState(options[only]!, 'berjalan') && scanNamed(explanation, options, index, false).stalled
}

/** "belum mulai, mesin masih rusak": why not; nothing else is at a standstill. */
const isBroken = (tokens: readonly Token[], found: Scan) => {
  const at = tokens.findIndex((token) => token.text === 'rusak')
  return at > 1 && found.hits.every((hit) => hit.end > hit.start + 1 && hit.end < at) && !stands.test(textOf(tokens))
}
const textOf = (tokens: readonly Token[]) => tokens.map((token) => token.text).join(' ')
const stands = /henti|macet|mandek|tunda|gagal|stop|libur|istirahat|mangkrak/

/** "dana desa tahun ini dipotong" */
const isCut = (tokens: readonly Token[], hit: Hit) =>
  hit.by === 'phrase' && tokens.slice(hit.end, hit.end + 4).some((token) => cuts.has(token.text))
const cuts = wordSet('kecil sedikit janji dijanji dipotong dikurangi hilang dicuri disunat dikorupsi')

const putOff = wordSet('besok lusa depan ditunda tunda diundur')

const restrictions = wordSet(
  'tapi atau kecuali sebagian setengah separuh kadang antara selain bukan tidak belum jangan kurang mungkin kata katanya kalau kalo asal jika sepertinya kayaknya rasanya perasaan setahu seingat infonya barangkali terancam nampaknya tampaknya agaknya hampir sekitar kira antara mayoritas kebanyakan sebelah tetangga rata-rata umumnya biasanya',
)

/** A word outside the match takes it back: "tidak selesai", "sebagian selesai". */
function isRestricted(tokens: readonly Token[], found: Scan, ongoing: boolean, problems: boolean): boolean {
  return tokens.some((token, i) => {
    if (found.used.has(i) || (ongoing && shares.has(token.text))) return false
    if (problems && found.hits.some((hit) => hit.end === i && lacking.has(token.text))) return false
    // "sudah jalan tapi belum selesai"
    if (ongoing && found.unsettled && token.text === 'tapi') return false
    // "masih jalan tapi lambat"
    if (ongoing && token.text === 'tapi' && slow.has(tokens[i + 1]?.text ?? '')) return false
    return restrictions.has(token.text)
  })
}

/** "selesai kali", "selesai apanya", "kapan selesainya", "siapa yang setuju". */
const isQuestioned = (tokens: readonly Token[], found: Scan): boolean =>
  tokens.some((token, i) => {
    if (token.text === 'salah' && tokens[i + 1]?.text === 'satu') return true
    // "tidak jadi batal", "belum jalan lancar"
    if (found.used.has(i - 1) && found.used.has(i) && token.text === 'batal' && tokens[i - 1]!.text === 'jadi')
      return true
    if (found.used.has(i) || token.kind !== 'word') return false
    if (smooth.has(token.text) && found.used.has(i - 1) && tokens.slice(0, i).some((t) => t.text === 'belum'))
      return true
    const next = tokens[i + 1]
    if (token.text === 'kali' && found.used.has(i - 1))
      return next === undefined || next.kind === 'mark' || isPolite(next) || next.text === 'ya'
    return questions.has(token.text) && !token.low.includes('-') && !token.low.endsWith('2') && next?.text !== 'saja'
  })
const smooth = wordSet('lancar maksimal optimal sempurna rutin penuh')
const questions = wordSet('siapa kapan mana apa apanya kenapa mengapa bagaimana gimana')
const lacking = wordSet('kurang tidak belum')
const slow = wordSet('lambat pelan pelan-pelan')
/** "sudah jalan setengah" goes on all the same. */
const shares = wordSet('setengah separuh sebagian')
/** "harusnya sudah selesai", "beta pikir sudah selesai". */
const supposed = wordSet('harusnya seharusnya semestinya mestinya pikir kirain menurut masa')

/** At most three options are offered by name; of more the person sees the list again anyway. */
export function askWhich(
  ctx: ReadContext,
  options: readonly ChoiceOption[],
  candidates: readonly number[],
  reason: Ask['ask'],
  kind: 'choice' | 'choices' = 'choice',
): Ask {
  const offered = candidates.length >= 2 && candidates.length <= 3 ? [...candidates].sort((a, b) => a - b) : []
  const shown = offered.map((i) => ({ label: options[i]!.label, text: String(i + 1) }))
  if (shown.length > 0) {
    const list = shown.map((option) => `${option.text} ${option.label}`).join(', atau ')
    return ask(ctx, kind, reason, `Yang mana, {sapaan}: ${list}?`, shown)
  }
  if (candidates.length === 1) {
    const option = options[candidates[0]!]!
    return ask(ctx, kind, reason, `Maksudnya ${option.label}, {sapaan}? Balas dengan nomornya.`, [
      { label: option.label, text: String(candidates[0]! + 1) },
    ])
  }
  return ask(
    ctx,
    kind,
    reason,
    options.length > 0 ? `Maaf, yang mana, {sapaan}? Balas nomor 1 sampai ${options.length}.` : undefined,
  )
}

import { ask } from '../questions.ts'
import { asksBack, asksWithWord, isPolite, prepare, saysPending, saysUnknown } from '../reply.ts'
import { wordSet } from '../similar.ts'
import { isOneOf, type Token } from '../text.ts'
import type { AskReason, ReadContext, Reading } from '../types.ts'
import {
  asFound,
  isAhead,
  isArranged,
  isAsked,
  isEmptyTalk,
  isLong,
  isNamedOther,
  isOnlyWell,
  isOpposed,
  isOwn,
  isSince,
  isThough,
  isUnopposed,
  isWay,
  refuses,
  withoutOwnFault,
  withoutTopic,
} from './yesno-beside.ts'

/** Ya or tidak. "belum" is no; a condition, a hedge or a contradiction is a question. */
export function readYesno(text: string, ctx: ReadContext): Reading<boolean> {
  const reply = prepare(text, ctx)
  if (typeof reply === 'string') return ask(ctx, 'yesno', reply)
  const answer = decide(reply.all)
  return typeof answer === 'boolean' ? { value: answer } : ask(ctx, 'yesno', answer)
}

const yesWords = wordSet(
  'ya nggih inggih sudah betul oke baik boleh bisa siap setuju ada tentu pasti silahkan silakan sesuai mau jelas sepakat lanjutkan pernah selesai cocok dapat mantap jadi aktif selalu rutin sering lengkap',
)
const noWords = wordSet('tidak belum bukan jangan salah keliru nihil n t batalkan')
const yesSigns = wordSet('👍 ✅ ✔ ☑ 👌')
const noSigns = wordSet('❌ 👎 ✖ ❎')
/** Negated, these mean consent or no trouble; which of the two depends on the question. */
const traps = wordSet('apa masalah keberatan salah papa napa tahu mengapa')
const unsure = wordSet(
  'tapi atau kecuali asal kalau kalo klo kl jika apabila sebagian setengah separuh kadang kadang-kadang hampir kurang ? nanti tunggu tergantung semoga mudah-mudahan mudahan sementara antara insyaallah insyallah insya gpp gapapa hanya cuma lumayan begitulah sedikit beberapa entah lupa terserah rata-rata kebanyakan umumnya mayoritas biasanya tertentu',
)
const hedges = wordSet(
  'setahu seingat mungkin sepertinya kayaknya rasanya barangkali kira sekitar rasa perasaan katanya kata menurut infonya dengar-dengar dengar2 harusnya seharusnya semestinya mestinya agaknya nampaknya tampaknya',
)
const isHedge = (token: Token) => isOneOf(hedges, token)
const subjects = wordSet(
  'kami kita katong kitorang saya dorang dong semua itu ini memang orang orangnya dia alat alatnya barang barangnya bantuan warga sekali saja juga masih lagi pun par untuk maaf yah kalau yang foto fotonya hasil data datanya isi isinya sudah sampai hari sekarang di desa negeri dusun kampung sini pung pu punya tahun bulan minggu periode',
)

function decide(all: readonly Token[]): boolean | AskReason {
  const words = all.filter((token) => token.kind === 'word')
  const signs = new Set(
    all.flatMap((token) => (yesSigns.has(token.text) ? [true] : noSigns.has(token.text) ? [false] : [])),
  )
  if (asksBack(all)) return 'asked_back'
  if (words.length === 0) {
    if (signs.size === 1) return [...signs][0]!
    return all.some((token) => token.kind === 'number') ? 'unclear' : 'empty'
  }
  if (senangHati(words)) return true
  const plain = words.filter((token) => !isPolite(token))
  // "no" is short for nomor elsewhere; "tidak tidak"
  if (plain.length === 1 && plain[0]!.low === 'no') return false
  if (plain.length > 1 && plain.every((token) => token.text === 'tidak') && words.length === all.length) return false
  const told = asFound(withoutOwnFault(all))
  if (saysUnknown(told)) return 'not_known'
  if (!signs.has(false) && isOnlyWell(all)) return true
  const clauses = clausesOf(withoutTopic(told))
  for (const [at, clause] of clauses.entries()) {
    const lead = leadOf(clause)
    if (lead === undefined) {
      // "aman kak, tidak ada yang potong": a no that is good news
      if (clause.some((t) => wellWords.has(t.text))) return 'unclear'
      if (saysPending(clause) && !isLateExcuse(clause, clauses[at + 1])) return 'not_known'
      if (clause.some((t) => unsure.has(t.text) || isHedge(t))) return 'restricted'
      continue
    }
    if (lead === 'trap') return 'unclear'
    const later = clauses.slice(at + 1).flat()
    const spoilt = lead.value ? yesSpoilt(clause, lead.at, later) : noSpoilt(clause, lead.at, clauses.slice(at + 1))
    if (spoilt) return spoilt
    const opposite = lead.value ? 'belum' : 'sudah'
    // "anggota dari dusun dua sudah dapat, dusun tiga belum"
    const shared = lead.at > 0 && portions.has(clause[0]!.text)
    if (
      clauses
        .slice(0, at)
        .some(
          (part) =>
            part.length > 1 && (endsSo(part) === !lead.value || (shared && part.some((t) => t.text === opposite))),
        )
    )
      return 'unclear'
    if (signs.has(!lead.value)) return 'unclear'
    return lead.value
  }
  if (signs.size === 1 && words.every((token) => isPolite(token))) return [...signs][0]!
  return asksWithWord(all) ? 'asked_back' : words.every((token) => isPolite(token)) ? 'empty' : 'unclear'
}

const portions = wordSet('dusun rt rw kelompok kampung desa')
/** "maaf baru lihat hp, sudah benar" */
const isLateExcuse = (clause: readonly Token[], next: readonly Token[] | undefined) =>
  next !== undefined && clause.some((t) => t.text === 'maaf') && clause.some((t) => t.text === 'baru')
const senangHati = (words: readonly Token[]) =>
  words.length <= 5 &&
  words.some((t, i) => t.text === 'senang' && words[i + 1]?.text === 'hati' && words[i - 1]?.text === 'dengan')

/** Parts between pauses and before "karena": the first that takes a side decides, the others explain. */
function clausesOf(all: readonly Token[]): Token[][] {
  const clauses: Token[][] = [[]]
  for (const [at, token] of all.entries()) {
    if (token.kind === 'mark') {
      if (',.;:\n('.includes(token.text) && clauses.at(-1)!.length > 0) clauses.push([])
      continue
    }
    if (token.text === 'karena' || token.text === 'bahwa') clauses.push([])
    // "belum ada, jalan putus jadi alat tidak bisa masuk"
    const before = clauses.at(-1)!
    const concludes =
      before.length === 0 &&
      clauses.length > 1 &&
      (concluding.has(all[at + 1]?.text ?? '') || concluding.has(all[at + 1]?.low ?? ''))
    if (token.text === 'jadi' && (concludes || (before.length > 2 && !beforeJadi.has(before.at(-1)!.text)))) {
      clauses.push([])
      continue
    }
    // "tidak pak tidak ada pungutan"
    const own = clauses.at(-1)!
    const none = own.length === 2 && own[1]!.text === 'ada' && !agreeable.has(all[at + 1]?.text ?? '')
    if (isPolite(token) && noWords.has(own[0]?.text ?? '') && (own.length === 1 || none)) clauses.push([])
    if (isPolite(token) && !answering.has(token.low)) continue
    clauses.at(-1)!.push(token)
  }
  return clauses.filter((clause) => clause.length > 0)
}

/** ", jadi jawabannya belum" */
const concluding = wordSet('belum sudah jawaban jawabannya')
const beforeJadi = wordSet('tidak belum bisa sudah pasti mau akan baru')
/** Polite words that answer or hedge. */
const answering = wordSet('silahkan silakan mantap insyaallah insyallah insya')

type Lead = { readonly value: boolean; readonly at: number }

/** The first word that takes a side, if only its subject stands before it. */
function leadOf(clause: readonly Token[]): Lead | 'trap' | undefined {
  for (let i = 0; i < clause.length && i < 8; i++) {
    const { text, low } = clause[i]!
    if (noWords.has(text) || low === 'g') {
      const next = clause[i + 1]?.text ?? ''
      // "tar dulu" waits, "tar ada" denies
      if (low === 'tar' && next === 'dulu') return 'trap'
      if (low === 'bukannya' || clause[i - 1]?.text === 'yang' || isSecondHand(clause, i)) return 'trap'
      if (traps.has(next) || noWords.has(next) || isUnheard(clause, i)) return 'trap'
      // "tidak ada masalah" may be a no or a yes: it hangs on what was asked
      if ((next === 'ada' && traps.has(clause[i + 2]?.text ?? '')) || isUnopposed(clause, i, refuses)) return 'trap'
      // "ternyata salah data"
      if (text === 'salah' && next !== '' && !wholly.has(next)) return 'trap'
      // "nama jangan", "foto jangan": what else stands, is not said
      if (text === 'jangan' && i > 0 && !subjects.has(clause[i - 1]!.text)) return 'trap'
      return { value: false, at: i }
    }
    if (text === 'masih' && (i === clause.length - 1 || stillSo.has(clause[i + 1]!.text))) return { value: true, at: i }
    // "semua sudah", "alat sudah diterima", but not "yang sudah"
    if (yesWords.has(text)) {
      const before = clause[i - 1]?.text ?? ''
      // "ada ada saja"
      if (text === 'ada' && clause[i + 1]?.text === 'ada') return 'trap'
      // "mana ada", "masa sudah", "baru mau"; "tahun lalu ada" is not now
      if ((low.includes('-') || low.endsWith('2')) && clause.length > 1) continue
      if (
        (!permits.has(text) && isSecondHand(clause, i)) ||
        (text === 'ya' &&
          (sighs.has(clause[i + 1]?.low ?? '') || (clause[i + 1]?.text === 'itu' && clause[i + 2]?.text === 'dia')))
      )
        return 'trap'
      // "ya belum lah", "iya tidak ada bu"
      if (text === 'ya' && i === 0 && isPlainNo(clause)) return { value: false, at: 1 }
      // "boleh lihat dulu"
      if ((text === 'mau' || text === 'boleh' || text === 'bisa') && askingFirst.has(clause[i + 1]?.text ?? ''))
        return undefined
      if (before === 'mana' || before === 'masa' || before === 'masak' || (text === 'mau' && before === 'baru'))
        return 'trap'
      if (lasting.has(text) && once.has(before)) return 'trap'
      if (text === 'bisa' && clause[i + 1]?.text === 'jadi') return undefined
      if (surely.has(text) && noWords.has(clause[i + 1]?.text ?? '')) continue
      if (clause[i + 1]?.text === 'yang' || clause[i - 1]?.text === 'yang') return 'trap'
      if (text === 'sudah') {
        const next = clause[i + 1]
        if (next && (aboutTo.has(next.text) || next.text === 'bukan')) return 'trap'
        if (next && (noWords.has(next.text) || next.text === 'lama'))
          return noWords.has(next.text) && !traps.has(clause[i + 2]?.text ?? '') ? { value: false, at: i + 1 } : 'trap'
      }
      return { value: true, at: i }
    }
    if (unsure.has(text) || isHedge(clause[i]!)) return undefined
    // "bahwa bantuan dimaksud belum diterima"
    if (i >= 2 && !subjects.has(text) && clause[0]!.text !== 'bahwa') return undefined
  }
  return undefined
}

const wholly = wordSet('semua itu ini sekali saja juga')
const isPlainNo = (clause: readonly Token[]) => {
  const [no, next] = [clause[1]?.text ?? '', clause[2]?.text]
  if (no !== 'tidak' && no !== 'belum') return false
  // "ya tidak" may be "ya, kan?"
  return (
    (next === undefined && no === 'belum') || (clause.length === 3 && (next === 'ada' || plainly.has(clause[2]!.low)))
  )
}
const plainly = wordSet('lah to toh sih e ee')
const askingFirst = wordSet('minta tahu tanya tanyakan cek lihat pikir pikir-pikir periksa rapat bicara diskusi apa')
/** "sekdes bilang sudah", "desa sebelah sudah", "pengajuannya sudah": not of what was asked. */
const isSecondHand = (clause: readonly Token[], at: number) =>
  clause.slice(0, at).some((token) => isOneOf(others, token))
const others = wordSet(
  'bilang blg bilangnya informasinya infonya sebelah tetangga lain pas proses prosesnya pengajuan pengajuannya administrasi',
)
const permits = wordSet('boleh setuju silakan silahkan')
const sighs = wordSet('allah tuhan ampun elah salam gusti namanya begitu begitulah berharap kami-berharap')
const lasting = wordSet('ada aktif rutin jalan')
const once = wordSet('dulu dulunya lalu')
/** "sudah mau panen" */
const aboutTo = wordSet(
  'mau dekat akan hampir capek cape tua malam sore siang lelah bosan proses pengajuan tahap dijanji dijanjikan janji',
)
const stillSo = wordSet('ada dipakai digunakan berfungsi aktif jalan hidup baik bagus')
const wellWords = wordSet('aman lancar utuh terkendali')
/** "belum dengar" is no no. */
const isUnheard = (clause: readonly Token[], at: number) => {
  let i = at + 1
  while (beforeUnheard.has(clause[i]?.text ?? '')) i++
  const [word, next] = [clause[i]?.text ?? '', clause[i + 1]?.text ?? '']
  return unheard.has(word) || (gets.has(word) && news.has(next))
}
/** "belum dapat laporan mengenai hal itu", "belum terima kabar" */
const gets = wordSet('dapat mendapat mendapatkan dapa terima menerima ada peroleh')
const news = wordSet('info informasi laporan kabar berita data')
const beforeUnheard = wordSet('sempat pernah saya kami katong kita')
const unheard = wordSet('dengar lihat cek periksa buka baca tanya')
const surely = wordSet('jelas pasti tentu')
/** "sudah rusak" to "masih dipakai?" is no, to "sudah dicek?" hardly a yes. */
const gone = wordSet(
  'rusak habis mati hilang dijual gagal batal lewat terlambat busuk macet tutup bubar terjual pindah meninggal',
)

const agreeable = wordSet(
  'masalah apa keberatan kendala ragu hambatan potongan pungutan kekurangan kerusakan keluhan sisa utang hutang tunggakan',
)

function yesSpoilt(clause: readonly Token[], at: number, later: readonly Token[]): AskReason | undefined {
  const rest = [...clause.slice(0, at), ...clause.slice(at + 1), ...later]
  if (
    isPart(clause) ||
    clause.some(
      (t, i) => t.text === 'yang' && i > at && (clause[i + 1]?.text === 'sudah' || clause[i + 1]?.text === 'belum'),
    )
  )
    return 'restricted'
  if (isTag(clause, at) || clause.slice(at + 1).some((token, i, all) => isAsked(token, all[i + 1]))) return 'unclear'
  if (
    !able.has(clause[at]!.text) &&
    clause.some((_, i) => isAhead(clause, i) || (promises.has(clause[at]!.text) && weekdays.has(clause[i]!.text))) &&
    !clause.some(isArranged)
  )
    return 'restricted'
  for (const [i, token] of rest.entries()) {
    if (token.text === 'tunggu' && isLong(rest, i)) continue
    if (unsure.has(token.text) || isHedge(token) || (plans.has(token.text) && !along.has(rest[i - 1]?.text ?? '')))
      return 'restricted'
    if (isOpposed(rest, i) && !noWords.has(rest[i - 2]?.text ?? '')) return 'restricted'
    if (gone.has(token.text) && !isWay(rest, i) && !isThough(rest, i)) return 'unclear'
    if (
      token.text === 'saja' &&
      rest[i - 1]?.text !== 'kapan' &&
      !yesWords.has(rest[i - 1]?.text ?? '') &&
      !(goAhead.has(rest[i - 1]?.text ?? '') && isOwn(rest.slice(i + 1))) &&
      i > 0
    )
      return 'restricted'
    if (noWords.has(token.text) && token.low !== 'n' && token.low !== 't') {
      const next = rest[i + 1]?.text ?? ''
      if (agreeable.has(next) || (next === 'ada' && agreeable.has(rest[i + 2]?.text ?? '')) || isUnopposed(rest, i))
        continue
      return 'unclear'
    }
  }
  return undefined
}
const retracts = wordSet('eh ralat koreksi')
/** "sudah 50 persen", "belum 100 persen" */
const isPart = (clause: readonly Token[]) =>
  clause.some((token) => token.text === 'persen' || token.text === '%') &&
  !(clause.some((token) => token.text === '100') && !clause.some((token) => noWords.has(token.text)))
/** "sudah kali", "sudah bukan": perhaps, or a question. */
const isTag = (clause: readonly Token[], at: number) => {
  const next = clause[at + 1]?.text
  return (next === 'kali' || next === 'bukan') && (clause.length === at + 2 || clause[at + 2]!.text === 'ya')
}
const promises = wordSet('siap oke baik')
const weekdays = wordSet('senin selasa rabu kamis jumat sabtu')
const able = wordSet('bisa boleh mau setuju')
const along = wordSet('luar sesuai menurut')
const goAhead = wordSet('pakai pake gunakan ambil lanjut kirim tulis catat muat pasang')
const plans = wordSet('niat harapan kemungkinan keinginan berharap akan rencana rencananya diusahakan usahakan')

function noSpoilt(clause: readonly Token[], at: number, later: readonly (readonly Token[])[]): AskReason | undefined {
  const next = clause[at + 1]?.text
  const plainly = clause[at]!.text === 'bukan' && next === 'begitu' && at + 2 === clause.length && later.length === 0
  if (next !== undefined && partNo.has(next) && !plainly) return 'restricted'
  if (isTag(clause, at) || isPart(clause)) return 'restricted'
  // "dulu tidak ada sekarang sudah ada"
  if (endsSo(clause) === true && clause.length > at + 2) return 'unclear'
  for (const [i, token] of clause.entries()) {
    if (i === at) continue
    // "belum, nanti bulan depan"
    const later =
      i > at &&
      clause[at]!.text === 'belum' &&
      (token.text === 'nanti' || (token.text === 'tunggu' && i > at + 1 && clause[i - 1]!.text === 'nanti'))
    if (unsure.has(token.text) && token.text !== 'kurang' && !later) return 'restricted'
    if (isHedge(token)) return 'restricted'
    if (i > at + 1 && (noWords.has(token.text) || (strongYes.has(token.text) && i !== clause.length - 1)))
      return 'unclear'
    // "semua belum" is a no, "belum semua" is not
    const none = token.text === 'semua' && at === 1 && clause[at]!.text === 'belum'
    if (
      i < at &&
      !(i === 0 && at === 1 && isPlainNo(clause)) &&
      (token.text === 'ya' || token.text === 'betul' || token.text === 'semua') &&
      !none
    )
      return 'unclear'
  }
  for (const part of later) {
    // "tidak, eh ada"
    if (retracts.has(part[0]!.low)) return 'unclear'
    const opening = part[0]!.text
    if (noWords.has(opening) && isTrap(part, 1)) return 'unclear'
    if (part.some((token) => laterUnsure.has(token.text)) && !isVain(part) && !isNamedOther(part) && !isEmptyTalk(part))
      return 'restricted'
    // "sudah tiga kali kami usul": how often it was asked for
    const often =
      opening === 'sudah' &&
      part.some(
        (token, i) =>
          asked.has(token.text) && (to.has(part[i + 1]?.text ?? '') || part.slice(1, 6).some((t) => t.text === 'kali')),
      )
    if (isSince(part)) continue
    // "tidak, sudah dihentikan"
    if (opening === 'sudah' && stopped.has(part[1]?.text ?? '')) continue
    // "tidak ada, sudah saya periksa"
    if (opening === 'sudah' && part.slice(1, 4).some((token) => checked.has(token.text)) && endsSo(part) !== true)
      continue
    if (part.length > 1 && endsSo(part) === true && !often) return 'unclear'
    if (strongYes.has(opening) || (opening === 'sudah' && !often)) return 'unclear'
  }
  return undefined
}
/** What a part ends with: "dusun 1 sudah", "dusun 2 belum ada". */
function endsSo(part: readonly Token[]): boolean | undefined {
  const at = part.at(-1)?.text === 'ada' ? part.length - 2 : part.length - 1
  const word = part[at]?.text ?? ''
  return word === 'sudah' ? true : word === 'belum' || word === 'tidak' ? false : undefined
}
/** "kami sudah dua kali tanya ke dinas tapi jawabannya masih proses": asked for in vain. */
const isVain = (part: readonly Token[]) => {
  const but = part.findIndex((token) => token.text === 'tapi')
  if (but < 1 || part.some((token, i) => i !== but && laterUnsure.has(token.text))) return false
  return (
    part.slice(0, but).some((token) => asked.has(token.text)) &&
    part.slice(but).some((token) => waiting.has(token.text)) &&
    !part.slice(but).some((token) => token.text === 'sudah' || token.text === 'sebagian' || token.text === 'ada')
  )
}
const waiting = wordSet('belum tidak masih proses tunggu menunggu')
const stopped = wordSet('berhenti dihentikan tutup ditutup bubar rusak mati hilang pindah macet')
const checked = wordSet('periksa cek lihat hitung cari cocokkan')
const to = wordSet('ke kepada sama di')
const isTrap = (part: readonly Token[], i: number) =>
  traps.has(part[i]?.text ?? '') || (part[i]?.text === 'ada' && traps.has(part[i + 1]?.text ?? ''))
const asked = wordSet(
  'tanya tanyakan usul usulkan mengusulkan diusulkan minta meminta lapor melapor mohon ajukan mengajukan diajukan',
)
const partNo = wordSet(
  'merata maksimal optimal rutin tiap setiap semua tentu lama juga terlalu begitu selalu seberapa sepenuhnya sering banyak semuanya',
)
const strongYes = wordSet('ya betul boleh setuju siap oke')
const laterUnsure = wordSet('tapi atau kecuali asal kalau kalo klo sebagian cuma hanya ?')

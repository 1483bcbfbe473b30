import { withoutBeside } from './beside-days.ts'
import { withoutComment, withoutReference, withoutUrging } from './comment.ts'
import { isElsewhere } from './elsewhere.ts'
import { type ExplanationRules, explains, partsOf } from './explained.ts'
import { withoutCorrection, withoutHedges, withoutOtherHedges } from './hedges.ts'
import * as words from './lexicon/explaining.ts'
import { asMeant } from './meant.ts'
import { findMentions, type Mentions } from './mentions.ts'
import { monthOf } from './months.ts'
import { ask, type QuestionKind } from './questions.ts'
import { asksBack, isPolite, prepare, saysPending, saysUnknown, withoutPoliteness } from './reply.ts'
import { wordSet } from './similar.ts'
import { isOneOf, type Token } from './text.ts'
import type { Ask, ReadContext } from './types.ts'

/** What dates and months share: tokens, the days and months named in them, and the replies that name none. */
export function readMentions(
  text: string,
  ctx: ReadContext,
  kind: QuestionKind,
): Ask | (Mentions & { readonly tokens: readonly Token[]; readonly approximate: boolean }) {
  const reply = prepare(text, ctx)
  if (typeof reply === 'string') return ask(ctx, kind, reply)
  if (reply.tokens.length === 0) return ask(ctx, kind, 'empty')
  if (asksBack(reply.tokens)) return ask(ctx, kind, 'asked_back')
  const plain = withoutBeside(
    withoutUrging(withoutPoliteness(withoutOtherHedges(withoutNames(reply.all), 'day'), ctx.lexicon)),
    ctx,
    kind,
  )
  const turns = plain.some((token) => turning.has(token.text))
  const named = turns ? withoutFeast(withoutPapers(plain)) : plain
  const planned =
    kind === 'month' && ctx.want !== 'past'
      ? withoutOwnProviso(withoutProviso(withoutReference(named)))
      : withoutProviso(withoutReference(named))
  const sole = turns ? withoutTurns(planned, ctx.referenceOn) : planned
  const told = withoutRemark(withoutAsides(sole, ctx), ctx.referenceOn)
  const { tokens, approximate } = withoutHedges(withoutCorrection(told))
  const found = findMentions(tokens, ctx.referenceOn)
  if (found.mentions.length === 0 && found.strayNumbers.length === 0 && (saysUnknown(tokens) || saysPending(tokens)))
    return ask(ctx, kind, 'not_known')
  if (found.mentions.length > 0 && isOfAnswering(tokens, found)) return ask(ctx, kind, 'not_known')
  const last = reply.tokens[reply.tokens.length - 1]!.low
  if (found.mentions.length === 1 && (sequel.has(last) || isOfEvent(tokens, found.mentions[0]!)))
    return ask(ctx, kind, 'vague')
  if (opensSupposed(told) && found.mentions.length > 0) return ask(ctx, kind, 'restricted')
  if (hasRestriction(tokens) || isElsewhere(reply.tokens, true) || isPutOff(tokens, found))
    return ask(ctx, kind, found.mentions.length + found.strayNumbers.length > 0 ? 'restricted' : 'unclear')
  return { ...found, tokens, approximate }
}

const withoutTurns = (tokens: readonly Token[], referenceOn: string) =>
  withoutCircumstance(
    withoutSequel(
      asMeant(tokens, (part) => findMentions(part, referenceOn).mentions),
      referenceOn,
    ),
    referenceOn,
  )
/** What opens one of these turns of speech; without any of them nothing is looked for. */
const turning = wordSet(
  'bukan jangan salah keliru ralat typo kebalik maksud maksudku mksdnya mksudnya mksd nomor sp 17 belasan sesudah setelah sehabis selepas sebelum waktu semoga seperti sama',
)

/** "SK Nomor 18/KEP/DS/2024", "SP2D": the number of a paper. */
function withoutPapers(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    (token, i) =>
      (token.text === 'nomor' && tokens[i + 1]?.kind === 'number' && tokens[i + 2]?.text === '/') ||
      (token.text === 'sp' && tokens[i + 1]?.text === '2' && tokens[i + 2]?.low === 'd'),
  )
  if (at < 0) return tokens
  let end = at + 2
  while (tokens[end]?.glued && tokens[end]!.text !== ',' && tokens[end]!.text !== '.') end++
  return [...tokens.slice(0, at), ...tokens.slice(end)]
}

/** "sesudah acara 17an", "sibuk lomba tujuh belasan": the feast, no day of its own. */
function withoutFeast(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    (token, i) =>
      ((token.text === '17' && tokens[i + 1]?.low === 'an') ||
        (token.text === 'tujuh' && tokens[i + 1]?.text === 'belasan')) &&
      feasts.has(tokens[i - 1]?.text ?? ''),
  )
  return at < 0 ? tokens : [...tokens.slice(0, at), ...tokens.slice(at + 2)]
}
const feasts = wordSet('acara lomba perayaan sibuk dengan upacara kegiatan persiapan panitia pesta')

/** "20 agustus, sesudah acara selesai", "bulan depan, setelah perayaan 17 Agustus": behind a pause, what comes before it. */
function withoutSequel(tokens: readonly Token[], referenceOn: string): readonly Token[] {
  const at = tokens.findIndex((token, i) => i > 1 && sequels.has(token.text) && tokens[i - 1]!.kind === 'mark')
  if (at < 0) return tokens
  const lead = tokens.slice(0, at - 1)
  const sequel = tokens.slice(at + 1)
  if (findMentions(lead, referenceOn).mentions.length !== 1 || sequel.some((token) => shifts.has(token.text)))
    return tokens
  // "sebelum itu masih sibuk", but "sebelum 20 agustus" is a limit
  return tokens[at]!.text === 'sebelum' && sequel[0]?.text !== 'itu' ? tokens : lead
}
const sequels = wordSet('sesudah setelah sehabis selepas sebelum')
const shifts = wordSet(
  'jadi menjadi pindah diundur digeser maju mundur ditunda tapi bukan atau baru batal mungkin tunggu',
)

/** "juni, waktu kapal tidak jalan", "19 agustus, semoga tidak hujan", "november, sama dengan tahun lalu": said of the day named. */
function withoutCircumstance(tokens: readonly Token[], referenceOn: string): readonly Token[] {
  const at = tokens.findIndex(
    (token, i) =>
      i > 0 && (circumstantial.has(token.text) || (token.text === 'sama' && tokens[i + 1]?.text === 'dengan')),
  )
  if (at < 0) return tokens
  let end = at + 1
  while (tokens[end] && tokens[end]!.kind !== 'mark') end++
  const said = tokens.slice(at + 1, end)
  if (said.length < 2 || said.some((token) => shifts.has(token.text) || touches.has(token.text))) return tokens
  const compared = tokens[at]!.text === 'sama' || tokens[at]!.text === 'seperti'
  const own = findMentions(said, referenceOn)
  const harmless = compared
    ? tokens[end - 2]!.text === 'tahun' && tokens[end - 1]!.text === 'lalu'
    : own.mentions.length === 0 && (own.strayNumbers.length === 0 || isScene(tokens, at, said))
  const lead = tokens.slice(0, at)
  return harmless && findMentions(lead, referenceOn).mentions.length === 1 ? [...lead, ...tokens.slice(end)] : tokens
}
/** ", waktu itu 17 ibu datang": how it was, with numbers of people and things. */
const isScene = (tokens: readonly Token[], at: number, said: readonly Token[]) =>
  tokens[at]!.text === 'waktu' &&
  tokens[at - 1]!.kind === 'mark' &&
  said[0]!.text === 'itu' &&
  said.length > 3 &&
  said.every(({ kind, text }, i) => !dated.has(text) && (kind !== 'number' || said[i + 1]?.kind === 'word'))
const dated = wordSet('tanggal tgl hari bulan tahun minggu jam')
const circumstantial = wordSet('waktu semoga seperti')
const touches = wordSet('kecuali asal kalau kalo batal belum ? sampai')

/** "apabila tidak ada perubahan jadwal", "kalau tidak ada halangan": what is said of any plan, at its end or its opening. */
function withoutProviso(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    (token, i) =>
      provisos.has(token.text) &&
      tokens[i + 1]?.text === 'tidak' &&
      tokens[i + 2]?.text === 'ada' &&
      hindrances.has(tokens[i + 3]?.text ?? ''),
  )
  if (at < 0) return tokens
  let end = at + 4
  while (tokens[end]?.kind === 'word' && ofHindrances.has(tokens[end]!.text)) end++
  const next = tokens[end]
  const opens =
    at === 0 && next !== undefined && (next.text === 'tanggal' || next.text === 'hari' || next.kind !== 'word')
  if (next !== undefined && next.kind !== 'mark' && !opens) return tokens
  return [...tokens.slice(0, at), ...tokens.slice(end)]
}
const provisos = wordSet('apabila jika kalau kalo kl klo bila')
const hindrances = wordSet('perubahan halangan aral hambatan kendala')
const ofHindrances = wordSet('jadwal rencana melintang lain lagi apa-apa')

/** "kalau bahan su ada", "kalau ombak su teduh": on what the plan rests, behind it or before it. A plan is asked for all the same. */
function withoutOwnProviso(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex((token) => provisos.has(token.text))
  if (at < 0) return tokens
  let end = at + 1
  while (tokens[end]?.kind === 'word' && monthOf(tokens[end]!.low) === undefined && !endsProviso.has(tokens[end]!.text))
    end++
  const said = tokens.slice(at + 1, end)
  const outside = said.some((token) => isOneOf(circumstances, token))
  if (!outside || said.length > 7 || (end < tokens.length && at > 0 && tokens[end]!.kind !== 'mark')) return tokens
  return [...tokens.slice(0, at), ...tokens.slice(end)]
}
const endsProviso = wordSet('bulan tanggal minggu hari besok lusa')
const circumstances = wordSet(`${words.bystanders} ${words.materials} tuhan bibit dana uang anakan panen sehat`)

/** Parts without a day of their own: "maaf baru balas, sinyal hilang 5 hari. …", "…, yang buka pak camat deng 3 kades". */
function withoutAsides(tokens: readonly Token[], { referenceOn, want }: ReadContext): readonly Token[] {
  const parts = partsOf(tokens).map(({ start, end }) => tokens.slice(start, end))
  if (parts.length === 1) return tokens
  const named = parts.map((part) => {
    const { mentions, weekdays } = findMentions(part, referenceOn)
    return mentions.length > 0 || weekdays.length > 0
  })
  const first = named.indexOf(true)
  if (first < 0) return tokens
  const told = parts.every(
    (part, i) =>
      named[i] ||
      part.every((token) => token.kind === 'mark') ||
      (explains(part, want === 'past' ? aside : asideOfPlan, undefined) &&
        (i > first || part.some((token) => isOneOf(excuses, token)))),
  )
  return told ? parts.filter((_, i) => named[i]).flat() : tokens
}
const excuses = wordSet(words.excuses)
const spansOfTime = wordSet('hari minggu bulan jam')
const directions = wordSet('lalu lagi yang depan')
/** What may be missing though the day was held. */
const ofPapers = wordSet(`${words.papers} ${words.officers} sinyal jaringan pulsa hp listrik lampu`)
const aside: Omit<ExplanationRules, 'owns'> = {
  foreign: (number, part) => {
    const next = part[number.end]
    if (number.scale >= 1000) return true
    // "sinyal hilang 5 hari", "karena 2 bulan ini orang sibuk"
    if (spansOfTime.has(next?.text ?? ''))
      return (
        !directions.has(part[number.end + 1]?.text ?? '') &&
        part.some((t) => t.text === 'karena' || excuses.has(t.text))
      )
    return (
      next?.kind === 'word' &&
      next.low.length > 2 &&
      number.value > 1 &&
      !joining.has(next.text) &&
      monthOf(next.low) === undefined
    )
  },
  bystanders: ofPapers,
  absence: true,
  stops: wordSet('awal akhir pertengahan lalu depan selama sampai mulai sesudah setelah sebelum habis'),
}
/** Of a plan also what it needs: "dua bulan lagi, alat dari dinas belum tiba". */
const asideOfPlan = { ...aside, bystanders: new Set([...ofPapers, ...wordSet(`${words.materials} alat bahan bibit`)]) }
const joining = wordSet('juga dan atau sampai yang lagi lalu sama dengan saja hari minggu bulan tahun')

/** "30 Juli. Kalau bisa lain kali jangan hari pasar": a sentence without a day or a number, behind a day. */
const withoutRemark = (tokens: readonly Token[], referenceOn: string): readonly Token[] =>
  withoutComment(tokens, {
    spoils: restrictions,
    answers: (lead) => {
      const { mentions, strayNumbers } = findMentions(lead, referenceOn)
      return mentions.length > 0 && strayNumbers.length === 0
    },
    rivals: (comment) => {
      const { mentions, strayNumbers, weekdays } = findMentions(withoutSpans(withoutAgreement(comment)), referenceOn)
      return mentions.length > 0 || strayNumbers.length > 0 || weekdays.length > 0
    },
  })
/** ". Sudah disepakati dengan PPL kemarin": when the day was agreed on. */
const withoutAgreement = (tokens: readonly Token[]) =>
  tokens.some((token) => agreed.has(token.low))
    ? tokens.filter((token) => token.text !== 'kemarin' && token.text !== 'tadi')
    : tokens
const agreed = wordSet('disepakati disetujui diumumkan dibicarakan disampaikan')
/** "acara tiga hari": how long something else took. "tiga hari lagi" and "tiga hari sebelumnya" name a day. */
const withoutSpans = (tokens: readonly Token[]) =>
  tokens.filter((token, i) => {
    const span = spans.has(tokens[i + 1]?.text ?? '') && (tokens[i + 2]?.kind ?? 'mark') === 'mark'
    return !(span && (token.kind === 'number' || small.has(token.text)))
  })
const spans = wordSet('hari jam malam')
const small = wordSet('satu dua tiga empat lima enam tujuh')

const restrictions = wordSet(
  'tapi atau kecuali selain jangan bukan belum tidak batal tiap setiap biasanya antara asal kalau kalo klo jika apabila beberapa belasan puluhan lupa mar paling selambat selambatnya kan ceria',
)
/** "harusnya tgl 2 agustus": whether it was so is not said. */
const opensSupposed = (tokens: readonly Token[]) => /^(?:se)?(?:harusnya|mestinya)$/.test(tokens[0]?.low ?? '')

/** "besok saya kabari", "sudah lapor kemarin", "seperti kemarin", "panen kemarin": the day of something else. */
function isOfAnswering(tokens: readonly Token[], { mentions }: Mentions): boolean {
  if (!mentions.every((mention) => mention.is === 'on' && relative.has(tokens[mention.start]!.text))) return false
  return (
    tokens.some((token) => isOneOf(answering, token)) ||
    // "hari ini panas sekali pak"
    mentions.some(({ end }) => weathers.has(tokens[end]?.text ?? '')) ||
    // "sekarang saya di kebun"
    (tokens[0]!.text === 'sekarang' && tokens[1]?.text === 'saya' && tokens[2]?.text === 'di') ||
    mentions.some(({ start }) => tokens[start]!.text === 'kemarin' && seasons.has(tokens[start - 1]?.text ?? ''))
  )
}
const relative = wordSet('kemarin besok lusa hari sekarang tadi barusan')
const answering = wordSet(
  'kirim dikirim lapor jawab kabari kabarkan tanya tanyakan cek periksa tentukan sibuk sinyal balas ketik telepon hubungi tulis',
)
const weathers = wordSet('panas hujan dingin angin mendung cerah capek cape lelah libur ribut ramai rame')
const seasons = wordSet('yang seperti sama dengan lebaran natal paskah puasa raya merah panen tanam musim')

/**
 * "5 agustus itu hari pasar", "30 agustus gajian", "anak saya lahir bulan juni", "17 agustus semua ikut upacara", "bulan lalu
 * kami masih sibuk": when something else is.
 */
function isOfEvent(
  tokens: readonly Token[],
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  if (start === 0 && end === tokens.length) return false
  if (tokens.slice(Math.max(0, start - 3), start).some((token) => token.text === 'lahir')) return true
  if (tokens[end]?.low === 'undangannya') return true
  let at = end
  while (persons.has(tokens[at]?.text ?? '')) at++
  const next = tokens[at]?.text ?? ''
  const second = tokens[at + 1]?.text ?? ''
  if (befalls.has(next)) return true
  if (next === 'itu') return second === 'musim' || (second === 'hari' && feastDays.has(tokens[at + 2]?.text ?? ''))
  if (next === 'masih') return second === 'sibuk' || second === 'di'
  if (next === 'ikut') return at > end
  if (heads.has(next) && leaving.has(second)) return true
  // "besok kami mau ke kecamatan"
  const goes = next === 'ke' || ((next === 'mau' || next === 'pergi') && second === 'ke')
  return goes && at > end && start === 0 && !tokens.some((token) => meetings.has(token.text))
}
/** "pak camat datang tgl 6 agustus, musyawarah sesudahnya" */
const sequel = wordSet('sesudahnya setelahnya')
const persons = wordSet('saya kami kita katong beta orang semua mereka anak-anak')
const befalls = wordSet('gajian libur pensiun lahir ulangan nikah')
const feastDays = wordSet('pasar libur raya besar ibadah jumat')
const heads = wordSet('camat kades raja bupati sekdes ketua pendamping')
const leaving = wordSet('ganti diganti pindah pensiun cuti baru')
const meetings = wordSet('rapat pertemuan musyawarah kumpul tanam kerja bakti latih pelatihan pendamping')

/** "5 Agustus, lalu diundur": the day does not hold, and no other is named. */
const isPutOff = (tokens: readonly Token[], { mentions }: Mentions) => {
  const end = Math.max(0, ...mentions.map((mention) => mention.end))
  return (
    mentions.length > 0 &&
    tokens.some(
      (token, i) =>
        i >= end && (putOff.has(token.text) || (token.text === 'tunggu' && decisions.has(tokens[i + 1]?.text ?? ''))),
    )
  )
}
const decisions = wordSet('kabar keputusan jawaban jadwal info surat persetujuan')
const putOff = wordSet('diundur ditunda tertunda')
const hasRestriction = (tokens: readonly Token[]) =>
  tokens.some(
    (t, i) =>
      restrictions.has(t.text) &&
      // "hujan tapi tetap jadi", "tapi masyarakat tetap datang"
      !(t.text === 'tapi' && tokens.slice(i + 1, i + 4).some((token) => token.text === 'tetap')) &&
      !(
        t.text === 'mar' &&
        (tokens[i - 1]?.kind === 'number' || tokens[i + 1]?.kind === 'number' || isDash(tokens[i + 1]))
      ),
  )

const isDash = (token: Token | undefined) => token?.text === '-' || token?.text === '/'

/** "di rumah pak Agus": a name, not August. */
function withoutNames(all: readonly Token[]): Token[] {
  return all.filter((token, i) => {
    if (token.kind !== 'word' || !monthOf(token.low)) return true
    // "agus yang tau"
    if (i === 0) return !(token.low === 'agus' && all[1]?.text === 'yang' && doers.has(all[2]?.text ?? ''))
    const before = all[i - 1]!
    if (before.kind !== 'word' || !isPolite(before)) return true
    // "pak agus yang bawa", not "pak juli yang lalu"
    const [next, second] = [all[i + 1]?.text ?? '', all[i + 2]?.text ?? '']
    if (next === 'yang' ? second !== 'lalu' && second !== 'depan' && second !== 'kemarin' : doers.has(next))
      return false
    return !beforeNames.has(all[i - 2]?.text ?? '')
  })
}
const doers = wordSet('tahu bilang blg bawa pegang catat urus punya suruh kasih kasi minta')
const beforeNames = wordSet('rumah dengan sama oleh dari di ke kepada bersama')

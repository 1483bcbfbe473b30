import * as words from '../lexicon/postponing.ts'
import { isPostponed } from '../postponed.ts'
import { ask } from '../questions.ts'
import { isAddressed, isPolite, prepare } from '../reply.ts'
import { wordSet } from '../similar.ts'
import { isOneOf, MAX_LENGTH, type Token } from '../text.ts'
import type { AskReason, ReadContext, Reading } from '../types.ts'
import { evadesAtLength } from './text-evasions.ts'
import { onlyAsks } from './text-questions.ts'
import { asSpelled } from './text-spelling.ts'
import { asksToWait, negations } from './text-waiting.ts'

/**
 * Free text as typed, without the white space around it and without control characters. What is only politeness, a
 * promise to answer later or a question about the question is no answer.
 */
export function readText(text: string, ctx: ReadContext): Reading<string> {
  if (text.length > MAX_LENGTH) return ask(ctx, 'text', 'too_long')
  const value = text.toWellFormed().replace(lineEnds, '\n').replace(controls, '').trim()
  if (!value || !says.test(value)) return ask(ctx, 'text', 'empty')
  const evaded = value.length <= longest ? evades(value, ctx) : undefined
  return evaded === undefined ? { value } : ask(ctx, 'text', evaded, questions[evaded])
}
const lineEnds = /\r\n?/g
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g
const says = /[\p{L}\p{N}\p{Extended_Pictographic}]/u
/** What is longer tells something, whatever else stands in it. */
const longest = 200
const questions: Readonly<Partial<Record<AskReason, string>>> = {
  asked_back: 'Maaf kalau kurang jelas, {sapaan}. Tulis saja menurut {sapaan} sendiri, satu dua kalimat sudah cukup.',
  not_known: 'Tidak apa-apa, {sapaan}. Kalau sudah sempat, mohon ditulis; kalau tidak, balas lewati.',
}

const times = wordSet(words.times)
const answering = wordSet(words.answering)
const beside = wordSet(words.beside)
const askings = wordSet('apa apakah bagaimana mana siapa kenapa mengapa gimana bgmn gmn kah berapa')
const ofTask = wordSet(words.ofTask)
const softening = wordSet('ya dulu saja lagi nanti sebentar e')
const understanding = wordSet('mangarti ngarti ngarti mengerti ngerti paham jelas tahu ingat bingung lupa sempat bisa')

function evades(value: string, ctx: ReadContext): AskReason | undefined {
  const reply = prepare(value, ctx, 'told')
  if (typeof reply === 'string') return undefined
  const spelled = asSpelled(reply.all)
  return evadesSpelled(value, reply.all) ?? (spelled === reply.all ? undefined : evadesSpelled(value, spelled))
}

function evadesSpelled(value: string, all: readonly Token[]): AskReason | undefined {
  if (isPostponed(all, true) || asksToWait(all)) return 'not_known'
  const said = all.filter((token) => token.kind !== 'mark' || token.text === '?')
  if (said.length === 0) return 'empty'
  const own = said.filter(
    (token, i) => (!isPolite(token) && !(i > 0 && isAddressed(said[i - 1]!, token))) || token.low === 'tolong',
  )
  const bare = own.filter((token) => token.text !== '?')
  // "hah? maksudnya gmn bang"
  const opens = bare.findIndex((token) => !startled.has(token.low))
  if (bare.length > 0 && opens < 0) return own.length > bare.length ? 'asked_back' : 'empty'
  const plain = opens > 0 ? bare.slice(opens) : bare
  if (plain.length === 0)
    return said.some((token) => token.text === '?') ? 'asked_back' : isThanks(said) ? 'empty' : undefined
  const has = (set: ReadonlySet<string>) => plain.some((token) => isOneOf(set, token))
  if (plain.every((token) => isOneOf(received, token) || (token.text === 'baik' && has(acknowledging)))) return 'empty'
  // "maaf salah kirim", "kepencet"
  if (
    plain.length <= 5 &&
    plain.every((token) => slips.has(token.low) || token.text === 'salah' || token.low === 'eh') &&
    has(slipped)
  )
    return 'empty'
  // "maksudnya kegiatan yang mana", "pertanyaan ini untuk tahun lalu atau tahun ini"
  if (asksAbout.has(plain[0]!.low) && plain.length <= 10 && pointers.has(plain[1]?.text ?? '')) return 'asked_back'
  // "apa yang ditanya ini pa?"
  if (/\?\s*$/.test(value) && plain.length <= 10 && askings.has(plain[0]!.text)) return 'asked_back'
  if (plain.every((token) => token.text === 'sudah')) return 'empty'
  const evaded = onlyAsks(plain) ?? evadesAtLength(all, plain, own.length > plain.length)
  if (evaded) return evaded
  if (!plain.every(isBeside)) return undefined
  const isSmall = (token: Token) => small.has(token.text) || softening.has(token.text)
  if (own.length > plain.length || has(asideAsks) || has(explaining) || (has(examples) && has(requests)))
    return 'asked_back'
  if (
    has(askings) &&
    (has(ofTask) || has(answering) || plain.every((token) => askings.has(token.text) || isSmall(token)))
  )
    return 'asked_back'
  const next = (i: number) => plain[i + 1]?.text ?? ''
  if (has(lost) || plain.some((token, i) => negations.has(token.text) && understanding.has(next(i)))) return 'not_known'
  if (has(times) && plain.some((token, i) => token.text === 'kasih' && next(i) === 'tahu')) return 'not_known'
  if (has(answering) && (has(times) || has(before))) return 'not_known'
  // "saya baca dulu", "telepon saja"
  const first = plain.findIndex(
    (token, i) => (answering.has(token.text) || looking.has(token.text)) && next(i) === 'dulu',
  )
  if (first >= 0 && (next(first + 1) !== 'baru' || has(answering))) return 'not_known'
  if (plain.some((token, i) => calls.has(token.text) && next(i) === 'saja')) return 'not_known'
  // "lagi nyetir", "jawaban menyusul", "nanti dikabari"
  if (has(driving) || has(following) || plain[0]!.text === 'sabar') return 'not_known'
  if (has(repeating)) return 'asked_back'
  if (has(times) && plain.every((token) => times.has(token.text) || isSmall(token))) return 'not_known'
  return undefined
}

const isBeside = ({ text, low }: Token) => besides.has(text) || besides.has(low) || waits.test(low)
/** "siap bu", "oke": that the question was received. */
const slipped = wordSet('salah sala salahkirim salakirim kepencet kepincit')
const received = wordSet(
  'ya siap oke terima kasih banyak selamat pagi siang sore malam sama-sama maaf mohon minta laksanakan infonya informasinya tes test p',
)
/** "salah kirim", "kepencet" */
const slips = wordSet(
  'maaf sori sorry sory kirim salahkirim salakirim sala kepencet kepincit pencet tekan ketik orang nomor kamar chat grup wa sambung tadi ini itu',
)
/** Beside these "baik" says no more. */
const acknowledging = wordSet('siap oke')
const isThanks = (said: readonly Token[]) => said.every((token) => isPolite(token))
const lost = wordSet('bingung lupa entah')
/** "tar", "bntr", "bntar", "sbentar": what is left of "sebentar" and "ntar". */
const waits = /^(?:tar|s?e?b[ae]?nta?r|wait)$/
const small = wordSet(words.small)
const asideAsks = wordSet('kah')
const explaining = wordSet('jelaskan dijelaskan maksud maksudnya')
const examples = wordSet('contoh contohnya')
const requests = wordSet('kasih kasi minta bisa boleh tolong apa bagaimana')
const before = wordSet('tadi dulu')
/** Said in surprise before the question. */
const startled = wordSet('ha hah haah heh hee huh loh lho hm hmm hmmm eh ehh waduh aduh adoh adooh ado aii ai aih wah')
const asksAbout = wordSet('maksud maksudnya pertanyaan pertanyaannya')
const pointers = wordSet('ini itu kegiatan yang apa bagaimana gimana siapa desa')
const driving = wordSet('nyetir menyetir otw kepanjangan')
const following = wordSet('menyusul nyusul vn')
const repeating = wordSet('ulangi diulang')
const looking = wordSet('baca lihat buku catatan cari rapat diskusi bicara ingat')
const calls = wordSet('telepon telpon telp wa sms')
const besides: ReadonlySet<string> = new Set(
  [
    times,
    answering,
    beside,
    askings,
    ofTask,
    small,
    softening,
    received,
    negations,
    understanding,
    lost,
    explaining,
    calls,
  ].flatMap((set) => [...set]),
)

import { ask } from '../questions.ts'
import { prepare } from '../reply.ts'
import { wordSet } from '../similar.ts'
import { MAX_LENGTH } from '../text.ts'
import type { ReadContext, Reading } from '../types.ts'

/** A person's name, without "nama saya", form of address and thanks; names typed in one case are capitalised. */
export function readPerson(text: string, ctx: ReadContext): Reading<string> {
  if (text.length > MAX_LENGTH) return ask(ctx, 'person', 'too_long')
  const reply = prepare(text, ctx)
  if (typeof reply === 'string') return ask(ctx, 'person', reply)
  if (text.includes('?')) return ask(ctx, 'person', 'asked_back')
  // greetings before, thanks after: the part of the reply that holds a name
  const parts = text
    .toWellFormed()
    .normalize('NFC')
    .split(partBreaks)
    .map(nameIn)
    .filter((part) => part !== '')
  if (parts.length === 0) return ask(ctx, 'person', 'empty')
  if (parts.length > 1)
    return ask(ctx, 'person', 'several_values', 'Siapa nama satu orangnya, {sapaan}? Tulis namanya saja.')
  const name = parts[0]!
  const words = name.split(' ')
  if (/\d/.test(name)) return ask(ctx, 'person', 'unclear')
  if (words.length > 6 || name.length > 80 || words.some((word) => notNames.has(word.toLowerCase())))
    return ask(ctx, 'person', 'unclear')
  if (!/\p{L}{2}/u.test(name)) return ask(ctx, 'person', 'unclear')
  return { value: capitalised(name) }
}

const partBreaks = /[,;:\n!"“”()]+|\.\s+(?=\p{Lu}\p{Ll}{3,}.*\s\p{L}{4,}$)/u
const nameSigns = /[^\p{L}\p{M}\p{N}'’.\- ]+/gu

const openings = wordSet(
  'nama nama2 saya sy sa beta aku ini adalah ialah lengkap atas namanya nm pu punya dengan dari an a.n yang yg hadir oleh kami',
)
const titles = wordSet(
  'pak bapak bpk bpk. bapa ibu bu mama kaka kakak kak ka bung usi caca abang bang om tante tanta nona nyong adik sdr sdr. sdri sdri. saudara saudari h. hj. hi. pdt. ust. ustad mas mbak',
)
const trailing = wordSet(
  'pak bapak bpk bapa ibu bu kaka kakak kak ya makasih terimakasih trims mksh tks thx bos mas mbak om',
)
const greetings = wordSet(
  'selamat pagi siang sore malam assalamualaikum salam shalom syalom halo hai hallo terima kasih mohon izin maaf permisi makasih trims tabe wr wb iya ya baik siap ok oke betul banyak',
)
const notNames = wordSet(
  'tidak tdk belum blm tahu tau siapa saja sendiri kepala desa camat raja sekretaris sekdes kades lurah bendahara kaur kasi ketua anggota pokja bpd saniri staf staff operator warga semua orang ada yang yg bukan nanti lupa negeri kecamatan kabupaten dinas rahasia dan atau tapi nomor hp lewati batal lanjut ubah kembali bantuan berhenti ringkasan apa kenapa boleh tanpa',
)

/** The name in one part of a reply, or nothing. */
function nameIn(part: string): string {
  let words = part.replace(nameSigns, ' ').split(/\s+/).filter(Boolean)
  const low = (i: number) => words[i]?.toLowerCase() ?? ''
  if (words.every((word) => greetings.has(word.toLowerCase()) || titles.has(word.toLowerCase()))) return ''
  while (words.length > 0 && (openings.has(low(0)) || greetings.has(low(0)))) words = words.slice(1)
  // "Pak Markus": the form of address is ours to choose; a title alone is no name
  while (words.length > 0 && titles.has(low(0))) words = words.slice(1)
  while (words.length > 0 && openings.has(low(0))) words = words.slice(1)
  while (words.length > 0 && (trailing.has(low(words.length - 1)) || greetings.has(low(words.length - 1))))
    words = words.slice(0, -1)
  return words.join(' ').replace(/^[.\-' ]+|[-' ]+$/g, '')
}

function capitalised(name: string): string {
  if (name !== name.toLowerCase() && name !== name.toUpperCase()) return name
  if (name === name.toUpperCase() && name.length <= 3) return name
  return name
    .toLowerCase()
    .replace(/(^|[\s.-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

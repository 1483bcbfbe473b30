import * as words from './lexicon/unreal.ts'
import { wordSet } from './similar.ts'
import { isOneOf, type Token } from './text.ts'

// Values of another time, of others, or of a case that is only thought of, whatever kind is asked: "dulu jam 8, sekarang
// ganti", "tahun lalu panen 3 ton", "desa sebelah jam 10", "andai dapat 20 juta", "kata orang 9 juta, saya ragu".

/** @param ofPast where the past itself is a part of the value: a month or a day "tahun lalu" */
export function isElsewhere(tokens: readonly Token[], ofPast = false): boolean {
  if (!tokens.some((token) => isOneOf(signals, token))) return false
  let start = 0
  while (start < tokens.length && (tokens[start]!.kind === 'mark' || small.has(tokens[start]!.text))) start++
  let end = start
  while (end < tokens.length && !isPause(tokens, end)) end++
  const lead = tokens.slice(start, end)
  const [a, b] = [lead[0]?.text ?? '', lead[1]?.text ?? '']
  const now = tokens.findIndex((_, i) => i > start && isNow(tokens, i))
  // a number behind "sekarang" is of now
  const renewed = now >= 0 && tokens.slice(now).some((token) => token.kind === 'number')
  const rest = tokens.slice(end)
  if (irreal.has(lead[0]?.low ?? '') || irreal.has(a)) return true
  if (ifs.has(a) && cases.has(b)) return true
  // "kalau jadi jam 9"; "kalau dapat jam 9" says which hour is wished
  if (ifs.has(tokens[start - 1]?.text ?? '') && a !== 'dapat' && cases.has(a)) return true
  if (doubts.has(tokens[tokens.length - 1]?.text ?? '') || isUnsure(tokens)) {
    if (lead.some((token, i) => token.low === 'kata' || (heard.has(token.low) && i < 3))) return true
  }
  if (a === 'kata' && (lead[1]?.low === 'orang2' || lead[1]?.low === 'orang-orang')) return true
  if (
    isOfNeighbours(lead) &&
    !(rest.some((token) => self.has(token.text)) && rest.some((token) => token.kind === 'number'))
  )
    return true
  const once = then(lead)
  if (once === undefined || renewed) return false
  if (now >= 0) return tokens.slice(now).some((token) => isOneOf(changed, token))
  return !ofPast && once === 'gone'
}

/** How the first part speaks of another time: of one that is over, or only of what is usual. */
function then(lead: readonly Token[]): 'gone' | 'usual' | undefined {
  for (let i = 0; i < Math.min(lead.length, 3); i++) {
    const { text, low } = lead[i]!
    const next = lead[i + 1]?.text ?? ''
    if (i === 0 && (text === 'dulu' || low === 'dulunya')) return 'gone'
    if (i < 2 && (spans.has(text) || low === 'th') && (next === 'lalu' || lead[i + 1]?.low === 'lampau'))
      return text === 'tahun' || text === 'musim' || low === 'th' || (i === 0 && isBare(text, lead[2]))
        ? 'gone'
        : 'usual'
    if (i < 2 && (text === 'tahun' || text === 'musim') && next === 'kemarin') return 'gone'
    if (i === 0 && text === 'waktu' && lead.slice(1, 5).some((token) => token.text === 'dulu')) return 'gone'
    if (usual.has(low) || text === 'kemarin' || next === 'kemarin') return 'usual'
  }
  return undefined
}

/** "bulan lalu 7 L 12 P" */
const isBare = (span: string, next: Token | undefined) => span === 'bulan' && next?.kind === 'number'

/** "desa sebelah …", "tetangga punya …", "di kelompok sebelah …" */
function isOfNeighbours(lead: readonly Token[]): boolean {
  for (let i = 0; i < Math.min(lead.length, 4); i++) {
    const { text, low } = lead[i]!
    if (low === 'tetangga' && (i === 0 || owners.has(lead[i - 1]!.text))) return true
    if (text === 'lain' && i === 1 && groups.has(lead[0]!.text)) return true
    if ((low === 'sebelah' || low === 'seberang') && i > 0 && owners.has(lead[i - 1]!.text)) return true
  }
  return false
}

/** "sekarang", "tahun ini", "yang ini", "yang besok" */
const isNow = (tokens: readonly Token[], i: number) => {
  const { text } = tokens[i]!
  const next = tokens[i + 1]?.text
  return (
    text === 'sekarang' ||
    ((spans.has(text) || text === 'kali' || text === 'yang') &&
      (next === 'ini' || (text === 'yang' && next === 'besok')))
  )
}
const isUnsure = (tokens: readonly Token[]) =>
  tokens.some(({ text }, i) => doubts.has(text) || (surely.has(text) && unsure.has(tokens[i - 1]?.text ?? '')))
const isPause = (tokens: readonly Token[], i: number) =>
  tokens[i]!.kind === 'mark' &&
  pauses.has(tokens[i]!.text) &&
  !(tokens[i - 1]?.kind === 'number' && tokens[i]!.glued && tokens[i + 1]?.glued)

const pauses = wordSet(', . ; \n')
const small = wordSet('ya oh kalau itu yang di untuk waktu2 memang sebenarnya punya saya kami')
const irreal = wordSet(words.irreal)
const ifs = wordSet('kalau jika kalo kl klo bila apabila')
const cases = wordSet('jadi dapat terpilih disetujui')
const heard = wordSet(words.heard)
const doubts = wordSet('ragu ragu2 ragu-ragu meragukan')
const surely = wordSet('yakin percaya pasti')
const unsure = wordSet('tidak kurang belum')
const self = wordSet('kami kita katong kitong sini ketong')
const owners = wordSet('desa kampung dusun kelompok negeri orang punya milik kata rumah posyandu kecamatan rt rw')
const groups = wordSet('desa kampung dusun kelompok')
const spans = wordSet('tahun bulan musim minggu')
const usual = wordSet('biasanya biasax awalnya tadinya sebelumnya mulanya')
const changed = wordSet(words.changed)
const signals = new Set([
  ...irreal,
  ...heard,
  ...usual,
  ...'dulu dulunya lalu lampau kemarin jadi dapat terpilih disetujui kata tetangga sebelah seberang lain'.split(' '),
])

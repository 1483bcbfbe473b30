import { isPolite } from './reply.ts'
import { wordSet } from './similar.ts'
import { isOneOf, type Token } from './text.ts'
import { isCommon } from './told-name.ts'

// A village or kecamatan named inside a sentence: "saya sekretaris desa Mata Pyawu, mohon maaf baru sempat membalas". The
// name must be introduced ("desa", "dari"), be the only one in the reply, and nothing may say that the person is of
// another place.

export interface Told {
  readonly words: readonly string[]
  readonly level: 'desa' | 'kecamatan' | undefined
}

/** Where a name could begin, and what of the level was said before it. */
export function toldNames(
  tokens: readonly Token[],
  isName: (words: readonly string[]) => boolean,
): readonly Told[] | 'doubtful' {
  const takes = (token: Token, i: number) =>
    // ", kami di sebelah"
    (isOneOf(taken, token) || (token.text === 'sebelah' && i + 1 === tokens.length)) &&
    // "yang dulu pernah dapat bantuan"
    !(token.text === 'pemekaran' && tokens[i - 1]?.text === 'sejak' && (tokens[i + 1]?.kind ?? 'mark') === 'mark') &&
    !(token.text === 'dulu' && tokens[i - 1]?.text === 'yang' && tokens[i + 1]?.text === 'pernah')
  if (tokens.some((token, i) => takes(token, i) || (i > 0 && token.text === 'kalau'))) return 'doubtful'
  const found: Told[] = []
  // behind "di" an everyday word is a second place at most
  const froms = (before: string | undefined) => before === 'dari' || (before === 'di' && found.length > 0)
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.kind !== 'word') continue
    const end = longest(tokens, i, isName) || (leads(tokens, i) ? unknownUntil(tokens, i) : 0)
    if (end === 0) continue
    const level = levels[tokens[i - 1]?.text ?? '']
    // "saya dikira kades": an everyday word is a name only behind "desa" or "dari"
    if (end === i + 1 && level === undefined && isCommon(tokens[i]!.low) && !froms(tokens[i - 1]?.text)) continue
    if (!isOwn(tokens, i, level !== undefined)) return 'doubtful'
    if (isDenied(tokens, i, end) || leaves.has(tokens[end]?.text ?? '')) return 'doubtful'
    found.push({ words: tokens.slice(i, end).map((token) => token.text), level })
    i = end - 1
  }
  return found
}

const levels: Readonly<Record<string, 'desa' | 'kecamatan'>> = {
  desa: 'desa',
  negeri: 'desa',
  kelurahan: 'desa',
  kecamatan: 'kecamatan',
}

/** Behind "desa", and behind a "dari" that opens: "sa dari wee wela". */
const leads = (tokens: readonly Token[], i: number) =>
  levels[tokens[i - 1]?.text ?? ''] !== undefined ||
  (tokens[i - 1]?.text === 'dari' && (i === 1 || speaks.has(tokens[i - 2]!.text)))

/** The longest run of words that is a name, from here. */
function longest(tokens: readonly Token[], start: number, isName: (words: readonly string[]) => boolean): number {
  const words: string[] = []
  let end = 0
  for (let i = start; i < tokens.length && i < start + 6 && tokens[i]!.kind === 'word'; i++) {
    words.push(tokens[i]!.text)
    if (isName(words)) end = i + 1
  }
  return end
}

/** "desa kalena ronggo pak": up to the first everyday word. */
function unknownUntil(tokens: readonly Token[], start: number): number {
  let end = start
  while (tokens[end]?.kind === 'word' && !isPolite(tokens[end]!) && !isCommon(tokens[end]!.low) && end < start + 4)
    end++
  return end > start ? end : 0
}

/** "saya dari Boinhia", "kepala dusun di desa Hameli Ate"; not "sebelah desa Kori", "masih di Kori", "pulang dari Kori". */
function isOwn(tokens: readonly Token[], start: number, named: boolean): boolean {
  let i = named ? start - 2 : start - 1
  while (i >= 0 && (named ? officeOf : around).has(tokens[i]!.text)) i--
  const before = tokens[i]
  // "saya staf di kantor camat Kodi Utara"
  const office = before?.text === 'kantor' ? i : tokens[i - 1]?.text === 'kantor' ? i - 1 : -1
  if (office >= 0 && (before!.text === 'kantor' ? named : before!.text === 'camat')) return isAtWork(tokens, office)
  if (before === undefined || before.kind !== 'word' || isPolite(before)) return named || i < start - 1 || i < 0
  if (before.text === 'dari' || before.text === 'di') return !passing.has(tokens[i - 1]?.text ?? '')
  if (beside.has(before.text)) return false
  if (named && before.text === 'untuk') return !passing.has(tokens[i - 1]?.text ?? '')
  return speaks.has(before.text) || (named && tells.has(before.text))
}
/** "saya bertugas di kantor camat …", "kami dari kantor camat …"; not "tadi saya di kantor camat". */
function isAtWork(tokens: readonly Token[], at: number): boolean {
  const [before, verb] = [tokens[at - 1], tokens[at - 2]]
  if (before === undefined || before.kind !== 'word' || isPolite(before)) return at === 0
  if (before.text === 'dari') return verb === undefined || speaks.has(verb.text) || verb.text === 'laporan'
  if (staff.has(before.text)) return true
  if (before.text !== 'di' || verb === undefined) return false
  return staff.has(verb.text) || (works.has(verb.text) && speaks.has(tokens[at - 3]?.text ?? ''))
}
const works = wordSet('tugas bertugas kerja bekerja mengabdi')
const staff = wordSet('staf pegawai honorer operator penyuluh pendamping fasilitator bendahara sekretaris kasi')
const officeOf = wordSet(
  'kepala sekretaris kades sekdes bendahara operator staf perangkat kaur kasi kadus ketua raja camat pemerintah pemdes warga administratif administrasi bpd dusun',
)
const around = wordSet('negeri desa administratif persiapan')
const speaks = wordSet(
  'ini itu saya kami kita katong kitong beta orang warga adalah yaitu nama namanya sekdes kades sekretaris bendahara operator raja camat',
)
const tells = wordSet(
  'pegang dampingi mendampingi urus punya pung pu laporan lapor melapor mewakili wakil tinggal tugas bertugas asal warga orang kader nama desanya masuk lokasi alamat kelompok pokja fasilitator pendamping sini kita adalah jadi',
)
/** "dari Kori pulang", "Kori ke atas sedikit" */
const leaves = wordSet('ke arah sebelah pulang kembali berangkat turun naik')
const passing = wordSet(
  'pecahan induk tanya pulang pindah jauh dekat turun datang kembali berangkat keluar mekar pemekaran bagian masih lagi sementara sedang ada rapat acara kegiatan pesta sekolah kerja nikah belanja singgah mampir sampai tiba sekarang bantuan bibit',
)
const beside = wordSet(
  'ke sebelah dekat samping tetangga depan belakang lewat arah seberang antara sampai bukan seperti dengan sama selain batas perbatasan menuju sekitar',
)

/** In the same breath: "desa Kori belum", "desa Kori dan Noha". */
function isDenied(tokens: readonly Token[], start: number, end: number): boolean {
  let from = start
  while (from > 0 && tokens[from - 1]!.kind === 'word') from--
  let to = end
  while (tokens[to]?.kind === 'word' && tokens[to]!.text !== 'karena') to++
  return tokens.slice(from, to).some(({ text }) => denials.has(text)) || isJoined(tokens, end)
}
/** "desa Kori dan Noha"; not "kantor camat Kodi Utara dan laporan ini mencakup …". */
const isJoined = (tokens: readonly Token[], end: number): boolean => {
  const next = tokens[end]
  if (next && isPolite(next)) return isJoined(tokens, end + 1)
  return joins.has(next?.text ?? '') && !(next!.text === 'dan' && papers.has(tokens[end + 1]?.text ?? ''))
}
const papers = wordSet('laporan data surat berkas')
const denials = wordSet('bukan tidak belum jangan')
const joins = wordSet('dan dengan sama & / -')
const taken = wordSet(
  'sebelahnya sampingnya dekatnya atau tapi kecuali selain bukan antara pindah dulu dulunya mekar pemekaran digabung gabung ganti berganti tetangga mungkin lupa entah jika mana suami istri isteri kenal tanya pecahan mertua orangtua ?',
)

/** "toko saya di", "stasi kami ada di", "saya mengajar di", "saya ikut kec": behind it stands the place, and perhaps why. */
export function behindSeat(all: readonly Token[]): Token[] {
  let at = seats.has(all[0]?.text ?? '') ? 1 : 0
  if (at > 0 && kindsOfSeat.has(all[at]?.text ?? '')) at++
  if (!owners.has(all[at]?.text ?? '')) return [...all]
  const seated = at > 0
  at++
  if (!seated && belongs.has(all[at]?.text ?? '')) return all.slice(all[at + 1]?.text === 'wilayah' ? at + 2 : at + 1)
  if (seated ? located.has(all[at]?.text ?? '') : serving.has(all[at]?.text ?? '')) at++
  else if (!seated) return [...all]
  if (all[at]?.text !== 'di') return [...all]
  // "saya mengajar di sekolah dasar yang ada di"
  const school = all.findIndex((token, i) => i > at && token.text === 'di')
  const inner = school > 0 ? all.slice(at + 1, school) : []
  const placed = located.has(inner.at(-1)?.text ?? '') && seats.has(inner[0]?.text ?? '') && inner.length <= 5
  return all.slice((placed && inner.every(({ kind }) => kind === 'word') ? school : at) + 1)
}
const seats = wordSet(
  'rumah toko kios warung kantor sekolah stasi paroki gereja masjid jemaat pokja kelompok posyandu pustu puskesmas sanggar paud kampung bengkel',
)
const kindsOfSeat = wordSet('besar adat baca tenun tani nelayan ternak dasar leluhur produksi camat desa jahit')
const located = wordSet('ada berada terletak letaknya')
const serving = wordSet('mengajar bertugas tugas guru bidan mengabdi kerja bekerja')
const belongs = wordSet('ikut masuk')
const owners = wordSet('saya beta kami kita katong')

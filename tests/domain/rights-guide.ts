// The guide that says who may do what, written from the code: docs/panduan/hak-akses.md.
import { commandRights as chatRights } from '../../src/app/commands/index.ts'
import { commandRights } from '../../src/cli/command-rights.ts'
import { commands } from '../../src/cli/commands.ts'
import { type Position, positionFacts } from '../../src/domain/positions.ts'
import { type Action, type ActorSeat, actions, can } from '../../src/domain/rights.ts'
import { pages } from '../../src/web/pages/index.ts'

/** What each right is, for those who give out seats. */
const words: Readonly<Record<Action, string>> = {
  answer_report: 'menulis laporan tempatnya, juga meneruskan yang dimulai orang lain',
  fill_in_report: 'mengisi laporan untuk desa lewat telepon',
  read_report: 'membaca isi laporan',
  read_aggregates: 'membaca jumlah dan rangkuman',
  read_late_names: 'membaca nama desa yang belum lapor',
  read_double_reports: 'melihat bahwa raja dan kepala desa masing-masing melapor',
  choose_official_report: 'memilih laporan mana dari keduanya yang dihitung',
  return_report: 'mengembalikan jawaban untuk diperbaiki',
  verify_report: 'menyatakan laporan sudah diperiksa',
  nudge: 'mengingatkan satu desa',
  open_round: 'membuat, membuka dan menutup putaran',
  extend_or_excuse: 'memperpanjang batas atau membebaskan tempat',
  import_rows: 'memasukkan data: orang, rencana, rapat, matriks, capaian',
  see_persons: 'melihat nama dan jabatan orang',
  invite_person: 'membuat kode undangan',
  mark_calendar: 'mengisi hari setempat dan tanggal perencanaan',
  export_data: 'mengambil data sebagai berkas dan melihat capaian',
  answer_help: 'menjawab yang minta bantuan, mengetik pesan suara',
  pause_sending: 'menghentikan semua pengiriman',
  manage_programme: 'mengatur program: formulir, templat, tautan masuk',
  handle_complaint: 'membaca pengaduan tentang orang',
  handle_fraud: 'membaca pengaduan tentang uang dan barang',
  confirm_address: 'membenarkan nomor baru seseorang',
  manage_seats: 'mengakhiri dan mengganti pemegang jabatan',
  connect_group: 'menghubungkan grup ke rangkuman',
  delegate_report: 'mewakilkan penulisan laporan',
  answer_follow_up: 'memberi kabar tindak lanjut',
  send_policy: 'mengirim penyegaran kebijakan',
  publish_story: 'menyunting dan menerbitkan cerita perubahan',
  erase_person: 'memberi salinan data pribadi kepada orangnya, atau menghapusnya',
  handle_breach: 'menangani kegagalan pelindungan data pribadi',
}

const groups: readonly (readonly [title: string, positions: readonly Position[]])[] = [
  ['Desa', ['kepala_desa', 'pejabat_desa', 'raja_negeri', 'sekretaris_desa', 'pokja_desa', 'bpd_saniri']],
  ['Kecamatan dan kabupaten', ['camat', 'kasi_kecamatan', 'opd', 'anggota_pokja', 'anggota_forum', 'pendamping_p3md']],
  [
    'Tim program dan petugas',
    ['fasilitator_desa', 'koordinator_kabupaten', 'staf', 'admin', 'petugas_pseah', 'petugas_antikorupsi'],
  ],
]

/** Every seat in which a position can sit, around one desa of Teluk Waru. */
function seatsOf(position: Position): readonly ActorSeat[] {
  return positionFacts[position].levels.map((level) =>
    level === 'body'
      ? { position, bodyKabupaten: '81.05' }
      : {
          position,
          regionCode: {
            provinsi: '81',
            kabupaten: '81.05',
            kecamatan: '81.05.15',
            desa: '81.05.15.2003',
            programme: '*',
          }[level],
        },
  )
}

const places = {
  desa: '81.05.15.2003',
  otherDesa: '81.05.15.2004',
  kecamatan: '81.05.15',
  farDesa: '81.05.04.2001',
  otherKecamatan: '81.05.04',
  kabupaten: '81.05',
  elsewhere: '53.18.01.2001',
  elsewhereKecamatan: '53.18.01',
  elsewhereKabupaten: '53.18',
  programme: '*',
} as const

/** The places that a seat reaches, in a word; a reach that has no word is a mistake in the rights. */
const reachWords: Readonly<Record<string, string>> = {
  '': '–',
  desa: 'desanya',
  kecamatan: 'kecamatannya',
  'desa otherDesa kecamatan': 'kecamatannya dan desa di dalamnya',
  'desa otherDesa kecamatan farDesa otherKecamatan kabupaten': 'kabupatennya dan isinya',
  'kecamatan otherKecamatan kabupaten': 'jumlah per kecamatan di kabupatennya',
  [Object.keys(places).join(' ')]: 'seluruh program',
}

function cell(action: Action, position: Position): string {
  const found = seatsOf(position).map((seat) => {
    const reached = Object.entries(places).filter(([, regionCode]) => can({ seats: [seat] }, action, { regionCode }))
    const word = reachWords[reached.map(([name]) => name).join(' ')]
    if (word === undefined)
      throw new Error(`${action} of ${position} reaches ${reached.join(' ')}: there is no word for it`)
    return word
  })
  return [...new Set(found)].join(' / ')
}

function grid(positions: readonly Position[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    row(['hak', ...positions.map((p) => positionFacts[p].label)]),
    row(['---', ...positions.map(() => '---')]),
    ...actions
      .map((action) => [words[action], ...positions.map((position) => cell(action, position))])
      .filter(([, ...cells]) => cells.some((text) => text !== '–'))
      .map(row),
  ].join('\n')
}

/** Where each right is asked: pages and buttons of the console, words in chat, commands of the terminal. */
function doors(): string {
  const at = (right: string) => ({
    console: pages.flatMap((page) => [
      ...(page.right === right ? [page.path] : []),
      ...Object.entries(page.actions).flatMap(([name, a]) => (a.right === right ? [`${page.path} ${name}`] : [])),
    ]),
    chat: [...chatRights].flatMap(([name, needed]) => (needed === right ? [name] : [])),
    terminal: Object.keys(commands).filter((name) => commandRights[name as keyof typeof commandRights] === right),
  })
  const listed = (names: readonly string[]) =>
    names.length === 0 ? '–' : names.map((n) => n.replaceAll('_', ' ')).join(', ')
  const rows = [
    ...actions.map((action) => [words[action], at(action)] as const),
    ['data dan laporan sendiri: setiap orang', at('own')] as const,
    ['mesin, formulir, orang contoh: yang memegang komputernya', at('machine')] as const,
  ]
  return [
    '| hak | konsol | chat | terminal |',
    '| --- | --- | --- | --- |',
    ...rows.map(([what, d]) => `| ${what} | ${listed(d.console)} | ${listed(d.chat)} | ${listed(d.terminal)} |`),
  ].join('\n')
}

export function rightsGuide(): string {
  return `# Siapa boleh apa

Hak melekat pada jabatan dan tempatnya, bukan pada orang atau nomor HP: jabatan berakhir, haknya ikut berakhir. Halaman ini
ditulis dari program itu sendiri; kalau hak berubah dan halaman ini tidak, pemeriksaan gagal. Jabatan yang bisa bertempat di
beberapa tingkat punya beberapa isi, dipisahkan garis miring. Hak yang tidak disebut di satu tabel tidak ada pada siapa pun di
tabel itu.

${groups.map(([title, positions]) => `## ${title}\n\n${grid(positions)}`).join('\n\n')}

Yang duduk di desa, kecamatan, OPD, Pokja, Forum, atau pendamping tidak membaca pengaduan tentang uang, apa pun jabatan lainnya.

## Di mana hak itu ditanyakan

Setiap halaman, tombol, kata, dan perintah menanyakan satu hak, lalu menanyakannya sekali lagi untuk tempat yang dimaksud. Yang
memegang komputer punya hak admin seluruh program; pengaduan tidak terbuka dari terminal.

${doors()}
`
}

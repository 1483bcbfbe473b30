import { describe, expect, it } from 'vitest'
import type { EngineEvent } from '../../src/engine/events/index.ts'
import { wordEvents } from '../../src/wording/word-events.ts'
import { raja, shown, texts } from './support.ts'

const question = {
  kind: 'question-asked',
  path: 'pertemuan/peserta',
  question: 'peserta',
  type: 'count_by_sex',
  step: 5,
  text: 'Berapa orang yang hadir?',
  example: '12 orang, 7 laki-laki 5 perempuan',
  optional: false,
  help: 0,
} as const satisfies EngineEvent

const status = {
  kind: 'question-asked',
  path: 'kegiatan[e2]/status',
  question: 'status',
  type: 'select_one',
  step: 6,
  text: 'Bagaimana keadaannya sekarang?',
  choices: [
    { code: 'selesai', label: 'Sudah selesai' },
    { code: 'berjalan', label: 'Sedang berjalan' },
    { code: 'belum', label: 'Belum mulai' },
    { code: 'batal', label: 'Tidak jadi' },
  ],
  optional: false,
  progress: { at: 7, of: 18 },
  item: { index: 2, count: 8, label: 'Kebun pala' },
  help: 0,
} as const satisfies EngineEvent

const obstacle = {
  kind: 'question-asked',
  path: 'kegiatan[e2]/kendala',
  question: 'kendala',
  type: 'select_multiple',
  step: 8,
  text: 'Apa kendala utamanya?',
  choices: [
    { code: 'dana', label: 'Dana' },
    { code: 'cuaca', label: 'Cuaca dan musim' },
    { code: 'tidak_ada', label: 'Tidak ada' },
  ],
  multiple: { chosen: ['cuaca'] },
  optional: false,
  help: 0,
} as const satisfies EngineEvent

const recorded = {
  kind: 'answer-recorded',
  path: 'pertemuan/peserta',
  question: 'peserta',
  type: 'count_by_sex',
  value: { total: 12, l: 7, p: 5 },
  echo: '12 orang: 7 laki-laki dan 5 perempuan',
  raw: '12 org 7 L',
  by: 'person',
} as const satisfies EngineEvent

const refused = { kind: 'answer-refused', path: 'pertemuan/peserta', reason: 'unclear', tries: 1 } as const
const line = { label: '3', name: 'Kebun pala', value: 'sedang berjalan, 40 %', state: 'given', indent: 0 } as const
const recap = {
  kind: 'recap-shown',
  step: 40,
  purpose: 'recap',
  submitted: false,
  lines: [
    { label: 'a', name: 'Tanggal pertemuan', value: '12 Juli 2024', state: 'given', indent: 0 },
    { ...line, state: 'carried' },
    { label: '3.2', name: 'Dukungan', value: 'alat', state: 'flagged', indent: 1 },
    { label: 'b', name: 'Foto', value: '', state: 'skipped', indent: 0 },
    { label: 'c', name: 'Pelajaran', value: '', state: 'open', indent: 0 },
  ],
} as const satisfies EngineEvent

/** What a person reads, event by event and in the turns they come in. One row and more for every kind. */
const rows: readonly [what: string, events: readonly EngineEvent[], reply: string][] = [
  [
    'the first question, with its example',
    [question],
    'Berapa orang yang hadir?\nContoh: 12 orang, 7 laki-laki 5 perempuan',
  ],
  [
    'an echo and the next question: where we are, the activity, numbered buttons',
    [recorded, status],
    `Baik, 12 orang: 7 laki-laki dan 5 perempuan.

(7 dari 18) Kegiatan 2 dari 8: Kebun pala
Bagaimana keadaannya sekarang?
[1. Sudah selesai] [2. Sedang berjalan] [3. Belum mulai] [4. Tidak jadi]`,
  ],
  [
    'an answer that is not worth an echo',
    [
      { ...recorded, echo: '' },
      { ...question, example: '' },
    ],
    'Berapa orang yang hadir?',
  ],
  ['a hedged value', [{ ...recorded, echo: '20 orang', approximate: true }], 'Baik, kira-kira 20 orang.'],
  ['a changed value', [{ ...recorded, echo: '45 %', replaced: true }], 'Baik, diganti: 45 %.'],
  ['"sama"', [{ ...recorded, echo: '40 %', by: 'carried' }], 'Baik, masih sama: 40 %.'],
  ['a calculated value', [{ ...recorded, by: 'calculated' }], ''],
  [
    'several answers of one message',
    [recorded, { ...recorded, path: 'dana', echo: 'Rp 2.500.000' }, { ...question, example: '' }],
    'Baik, sudah dicatat:\n• 12 orang: 7 laki-laki dan 5 perempuan\n• Rp 2.500.000\n\nBerapa orang yang hadir?',
  ],
  ['a photo', [{ ...recorded, type: 'image', echo: '' }], 'Baik, fotonya sudah diterima.'],
  [
    'several answers under the numbers that "ubah" takes',
    [
      { ...recorded, label: 'b' },
      { ...recorded, path: 'kegiatan[k1]/status', label: '1.4', echo: 'Sedang berjalan' },
    ],
    'Baik, sudah dicatat:\nb. 12 orang: 7 laki-laki dan 5 perempuan\n1.4. Sedang berjalan',
  ],
  [
    'one question answered in two pieces of one message',
    [
      { ...recorded, echo: 'Dana' },
      { ...recorded, echo: 'Dana, Lahan', replaced: true },
    ],
    'Baik, Dana, Lahan.',
  ],
  [
    'a voice note for a text',
    [{ ...recorded, type: 'text', value: { voice: '17' }, echo: '' }],
    'Baik, pesan suaranya sudah diterima.',
  ],
  [
    'more photos',
    [{ ...question, type: 'image', photos: { kept: 1, most: 3 } }],
    'Baik, 1 foto sudah diterima. Boleh kirim lagi, paling banyak 3. Kalau sudah, ketik "cukup".\n[Cukup]',
  ],
  [
    'one more item',
    [{ ...question, text: 'Kegiatan lain', another: { count: 1 } }],
    'Kegiatan lain: masih ada lagi?\n[1. Ya, ada lagi] [2. Tidak, sudah semua]',
  ],
  [
    "last round's value",
    [{ ...question, text: 'Kira-kira sudah berapa persen?', example: '60', previous: '40 %' }],
    'Kira-kira sudah berapa persen?\nPutaran lalu: 40 %. Balas "sama" kalau tetap, atau tulis yang baru.\nContoh: 60\n[Sama]',
  ],
  [
    'an answer that is being changed',
    [{ ...question, text: 'Kira-kira sudah berapa persen?', example: '', previous: '40 %', because: 'edited' }],
    'Kira-kira sudah berapa persen?\nTercatat: 40 %. Balas "sama" kalau tetap, atau tulis yang baru.\n[Sama]',
  ],
  [
    'several may be chosen: a list with ticks, buttons with numbers',
    [obstacle],
    `Apa kendala utamanya?
1. Dana
✓ 2. Cuaca dan musim
3. Tidak ada
Boleh lebih dari satu, contoh: 1 3
[1] [✓2] [3] [Selesai]`,
  ],
  [
    'yes or no',
    [{ ...question, type: 'yesno', text: 'Boleh foto ini dipakai untuk laporan?', example: '' }],
    'Boleh foto ini dipakai untuk laporan?\n[1. Ya] [2. Tidak]',
  ],
  [
    'something to acknowledge',
    [{ ...question, type: 'acknowledge', text: 'Sudah dibaca?', example: '' }],
    'Sudah dibaca?\n[1. Baik]',
  ],
  ['what may be skipped', [{ ...question, optional: true, example: '' }], 'Berapa orang yang hadir?\n[Lewati]'],
  [
    'what became relevant',
    [{ ...question, because: 'became_relevant', example: '' }],
    'Ada satu pertanyaan yang ikut berubah:\nBerapa orang yang hadir?',
  ],
  [
    'what was sent back with a comment',
    [{ ...question, because: 'returned', returnedComment: 'jumlahnya lebih besar dari penduduk', example: '' }],
    'Mohon dilihat lagi jawaban ini. Catatan: jumlahnya lebih besar dari penduduk\nBerapa orang yang hadir?',
  ],
  [
    'a group entered',
    [{ ...question, introduction: 'Sekarang tentang pertemuannya.', example: '' }],
    'Sekarang tentang pertemuannya.\n\nBerapa orang yang hadir?',
  ],
  [
    'a first reply not understood',
    [refused, { ...question, help: 1 }],
    'Maaf, belum tertangkap.\n\nBerapa orang yang hadir?\nContoh: 12 orang, 7 laki-laki 5 perempuan',
  ],
  [
    'a second: the hint comes too, the place does not',
    [
      { ...refused, tries: 2 },
      { ...question, help: 2, hint: 'Cukup perkiraan.', progress: { at: 2, of: 18 } },
    ],
    'Maaf, masih belum tertangkap. Mari kita coba pelan-pelan.\n\nBerapa orang yang hadir?\nCukup perkiraan.\nContoh: 12 orang, 7 laki-laki 5 perempuan',
  ],
  [
    'a third: a human',
    [
      { ...refused, tries: 3 },
      { kind: 'human-offered', step: 9, path: 'pertemuan/peserta' },
    ],
    'Maaf, masih belum tertangkap. Mari kita coba pelan-pelan.\n\nSupaya lebih mudah, mau dibantu petugas kami lewat telepon atau pesan?\n[1. Ya, mohon dibantu] [2. Coba lagi sendiri]',
  ],
  [
    "the form's own sentence",
    [{ ...refused, reason: 'constraint', message: 'Paling sedikit satu orang.' }],
    'Paling sedikit satu orang.',
  ],
  [
    'two readings of one reply',
    [
      {
        ...refused,
        message: '2.500 jt itu berapa, Bapak/Ibu?',
        options: [
          { code: '2,5 juta', label: 'Rp 2.500.000' },
          { code: '2,5 miliar', label: 'Rp 2.500.000.000' },
        ],
      },
    ],
    '2.500 jt itu berapa, Bapak/Ibu?\n[1. Rp 2.500.000] [2. Rp 2.500.000.000]',
  ],
  [
    'candidates without a question',
    [{ ...refused, options: [{ code: 'a', label: 'Kodi' }] }],
    'Maaf, belum tertangkap. Maksud Bapak Raja yang mana?\n[1. Kodi]',
  ],
  ...(
    [
      ['constraint', 'Mohon dicek lagi.'],
      ['wrong_kind', 'Terima kasih. Untuk pertanyaan ini jawabannya ditulis saja.'],
      ['unit_family', 'Satuannya berbeda dari rencana. Mohon tulis angka dan satuannya.'],
      ['too_long', 'Jawabannya panjang sekali. Mohon diringkas dalam beberapa kalimat.'],
      ['required', 'Pertanyaan ini diperlukan untuk laporan.'],
      ['photo_expected', 'Di sini mohon kirim fotonya. Kalau belum ada, ketik "lewati".'],
      ['excluded', '"Tidak ada" tidak bisa dipilih bersama yang lain. Mohon pilih salah satunya.'],
      [
        'verified',
        'Laporan ini sudah diperiksa, jadi tidak diganti lagi di sini. Kalau ada yang keliru, ketik "bantuan".',
      ],
    ] as const
  ).map(
    ([reason, reply]) =>
      [`a refusal because of ${reason}`, [{ ...refused, reason }], reply] as [string, EngineEvent[], string],
  ),
  ['a skip', [{ kind: 'answer-skipped', path: 'foto', question: 'foto' }], 'Baik, dilewati.'],
  [
    '"kembali"',
    [{ kind: 'answer-cleared', path: 'foto', question: 'foto', because: 'taken_back' }],
    'Baik, kembali ke pertanyaan tadi.',
  ],
  [
    'what fell away with another answer',
    [{ kind: 'answer-cleared', path: 'foto', question: 'foto', because: 'irrelevant' }],
    '',
  ],
  [
    'a soft check',
    [
      {
        kind: 'confirmation-asked',
        path: 'x',
        step: 9,
        echo: '12 orang: 12 laki-laki',
        message: 'Tidak ada ibu-ibu yang hadir, betul?',
      },
    ],
    '12 orang: 12 laki-laki. Tidak ada ibu-ibu yang hadir, betul?\n[1. Ya, betul] [2. Ubah]',
  ],
  [
    'why',
    [{ kind: 'reason-asked', path: 'x', step: 9, why: 'soft_check' }],
    'Boleh diceritakan sebabnya? Satu kalimat sudah cukup.',
  ],
  [
    'why skipped',
    [{ kind: 'reason-asked', path: 'x', step: 9, why: 'skip' }],
    'Baik. Boleh tahu mengapa dilewati? Satu kalimat sudah cukup.',
  ],
  [
    'why corrected',
    [{ kind: 'reason-asked', path: 'x', step: 9, why: 'correction' }],
    'Laporan ini sudah dikirim. Mengapa jawabannya perlu diganti? Satu kalimat sudah cukup.',
  ],
  [
    'a command word where words are wanted',
    [{ kind: 'command-questioned', path: 'x', step: 9, raw: 'lewati', command: 'lewati' }],
    'Apakah "lewati" itu jawabannya, atau perintah "lewati"?\n[1. Itu jawabannya] [2. Perintah: lewati]',
  ],
  [
    'the list of activities',
    [
      {
        kind: 'overview-shown',
        step: 2,
        items: [
          { label: '1', name: 'Kebun pala', state: 'sedang berjalan, 40 %' },
          { label: '2', name: 'Ternak kambing', state: 'belum mulai' },
        ],
      },
    ],
    `Keadaan kegiatan menurut putaran lalu:
1. Kebun pala: sedang berjalan, 40 %
2. Ternak kambing: belum mulai

Ada yang berubah? Balas "semua sama", atau "semua sama kecuali 2".
[Semua sama] [Isi satu per satu]`,
  ],
  [
    'items kept',
    [{ kind: 'items-kept', kept: ['1', '2', '4'], open: ['3', '5'] }],
    'Baik, 3 kegiatan tetap seperti putaran lalu. Sekarang nomor 3 dan 5.',
  ],
  [
    'all kept',
    [{ kind: 'items-kept', kept: ['1', '2'], open: [] }],
    'Baik, semua kegiatan tetap seperti putaran lalu.',
  ],
  [
    'the recap',
    [recap],
    `Ini ringkasannya. Sudah benar?
a. Tanggal pertemuan: 12 Juli 2024
3. Kebun pala: sedang berjalan, 40 % (tetap)
   3.2. Dukungan: alat (perlu dilihat lagi)
b. Foto: dilewati
c. Pelajaran: belum dijawab

Balas "ya" untuk mengirim, atau "ubah" dengan nomornya, contoh: ubah a
[Ya, kirim] [Ubah]`,
  ],
  [
    '"ringkasan"',
    [{ ...recap, purpose: 'summary', lines: [line] }],
    'Jawaban sampai sekarang:\n3. Kebun pala: sedang berjalan, 40 %\n\nUntuk meneruskan, ketik "lanjut". Untuk mengganti, contoh: ubah 3\n[Lanjut]',
  ],
  [
    '"ringkasan" with the open question after it',
    [
      { ...recap, purpose: 'summary', lines: [line] },
      { ...question, example: '' },
    ],
    'Jawaban sampai sekarang:\n3. Kebun pala: sedang berjalan, 40 %\n\nUntuk mengganti, contoh: ubah 3\n\nBerapa orang yang hadir?',
  ],
  ['"ringkasan" before the first answer', [{ ...recap, purpose: 'summary', lines: [] }], 'Belum ada jawaban.'],
  [
    '"ringkasan" of a sent report',
    [{ ...recap, purpose: 'summary', submitted: true, lines: [line] }],
    'Jawaban sampai sekarang:\n3. Kebun pala: sedang berjalan, 40 %\n\nLaporan ini sudah dikirim. Untuk mengganti, contoh: ubah 3',
  ],
  [
    '"ubah"',
    [{ kind: 'change-choice-asked', step: 3, lines: [line] }],
    '3. Kebun pala: sedang berjalan, 40 %\n\nNomor berapa yang mau diubah?\n[3]',
  ],
  [
    '"ubah 99"',
    [{ kind: 'change-choice-asked', step: 3, lines: [line], unknown: '99' }],
    '3. Kebun pala: sedang berjalan, 40 %\n\nNomor 99 tidak ada di daftar ini. Nomor berapa yang mau diubah?\n[3]',
  ],
  [
    'words where a number of the list is wanted',
    [{ kind: 'change-choice-asked', step: 3, lines: [line], unknown: 'yang kebun' }],
    '3. Kebun pala: sedang berjalan, 40 %\n\nMaaf, belum tertangkap. Nomor berapa yang mau diubah?\n[3]',
  ],
  [
    'an item of another repeat than the plan',
    [{ ...question, path: 'batch[n1]/tanggal', item: { index: 1, count: 2, label: '' }, example: '' }],
    'Ke-1 dari 2\nBerapa orang yang hadir?',
  ],
  ['a bare number', [{ ...recorded, echo: '0' }], 'Baik, tercatat 0.'],
  [
    '"semua"',
    [
      {
        kind: 'all-asked',
        step: 3,
        entries: [
          {
            label: 'a',
            question: 'tanggal',
            text: 'Tanggal pertemuan?',
            example: '12 Juli 2024',
            previous: '3 Februari 2024',
          },
          { label: '1.1', question: 'status', text: 'Kebun pala: keadaannya?', choices: status.choices.slice(0, 2) },
        ],
      },
    ],
    `Semua pertanyaan sekaligus. Balas dalam satu pesan: nomor, lalu jawabannya. Yang belum tahu boleh dikosongkan.

a. Tanggal pertemuan?
(contoh: 12 Juli 2024)
(putaran lalu: 3 Februari 2024; kalau tetap: sama)

1.1. Kebun pala: keadaannya?
1 Sudah selesai, 2 Sedang berjalan

Contoh balasan:
a. 12 Juli 2024
1.1. 1`,
  ],
  [
    '"bantuan"',
    [
      { kind: 'help-given', hint: 'Cukup perkiraan.' },
      { ...question, example: '' },
    ],
    'Cukup perkiraan.\nYang bisa ditulis kapan saja: kembali, ubah, lewati, nanti, ringkasan, semua, berhenti. Ketik "bantuan" sekali lagi untuk dibantu petugas.\n\nBerapa orang yang hadir?',
  ],
  [
    'help from a person',
    [{ kind: 'human-requested' }],
    'Baik, Bapak Raja. Petugas kami akan menghubungi paling lambat satu hari kerja.\nJawaban yang sudah ada tersimpan. Untuk meneruskan sendiri, ketik "lanjut" kapan saja.',
  ],
  [
    '"nanti"',
    [{ kind: 'pause-asked', step: 4 }],
    'Baik, kapan kita lanjutkan? Contoh: besok jam 9, atau Senin.\n[1. Nanti sore] [2. Besok pagi] [3. Belum tahu]',
  ],
  [
    'a pause with a time, in the zone of the contact',
    [{ kind: 'session-paused', until: Date.parse('2024-08-15T00:00:00Z'), answered: 7, of: 18 }],
    'Baik, Bapak Raja. Kita lanjutkan besok pukul 09.00 WIT. Jawaban sudah tersimpan (7 dari 18).',
  ],
  [
    'a pause without a time',
    [{ kind: 'session-paused', answered: 7, of: 18 }],
    'Baik, Bapak Raja. Jawaban sudah tersimpan (7 dari 18). Kalau sudah siap, ketik "lanjut".',
  ],
  [
    'a pause before anything',
    [{ kind: 'session-paused', answered: 0, of: 18 }],
    'Baik, Bapak Raja. Kalau sudah siap, ketik "mulai".',
  ],
  [
    'a pause before anything, with a time',
    [{ kind: 'session-paused', until: Date.parse('2024-08-19T00:00:00Z'), answered: 0, of: 18 }],
    'Baik, Bapak Raja. Kita mulai Senin, 19 Agustus pukul 09.00 WIT.',
  ],
  [
    'going on after days',
    [
      { kind: 'session-resumed', afterMs: 3 * 86_400_000 + 5000, answered: 7, of: 18 },
      { ...question, example: '' },
    ],
    'Selamat pagi, Bapak Raja. Kita lanjutkan: 7 dari 18 pertanyaan sudah terjawab 3 hari lalu.\n\nBerapa orang yang hadir?',
  ],
  [
    'going on after minutes',
    [{ kind: 'session-resumed', afterMs: 60_000, answered: 7, of: 18 }],
    'Baik, kita lanjutkan.',
  ],
  [
    'beginning after days',
    [{ kind: 'session-resumed', afterMs: 86_400_000, answered: 0, of: 18 }],
    'Selamat pagi, Bapak Raja. Mari kita mulai.',
  ],
  [
    'going on at the opening question, which greets by itself',
    [
      { kind: 'session-resumed', afterMs: 86_400_000, answered: 0, of: 18 },
      { ...question, text: 'Selamat pagi, Bapak Raja. Bisa kita mulai sekarang?', example: '' },
    ],
    'Selamat pagi, Bapak Raja. Bisa kita mulai sekarang?',
  ],
  [
    'pieces left of a message',
    [{ kind: 'rest-left', text: '15 orang' }],
    'Yang belum tercatat: 15 orang. Kita isi satu per satu, ya.',
  ],
  ['a last note', [{ kind: 'note-said', text: 'Sampai bertemu.' }], 'Sampai bertemu.'],
  [
    'a photo before its question',
    [{ kind: 'photo-kept', path: 'foto', kept: 1, most: 3 }],
    'Baik, fotonya kami simpan untuk pertanyaan foto (1 dari paling banyak 3).',
  ],
  ['a dialogue finished that is no report', [{ kind: 'report-submitted', again: false }], 'Terima kasih, Bapak Raja.'],
  ['a correction', [{ kind: 'report-corrected', path: 'x' }], 'Baik, perbaikannya sudah dicatat.'],
  [
    'a correction with its value',
    [
      { ...recorded, echo: '45 %', replaced: true },
      { kind: 'report-corrected', path: 'x' },
    ],
    'Baik, diganti: 45 %.',
  ],
  [
    'an old button',
    [{ kind: 'stale-pressed' }, { ...question, example: '' }],
    'Tombol itu untuk pertanyaan yang sudah lewat. Untuk menggantinya, ketik "ubah".\n\nBerapa orang yang hadir?',
  ],
  ['"kembali" at the first question', [{ kind: 'nothing-to-undo' }], 'Ini sudah pertanyaan pertama.'],
  [
    '"bukan saya"',
    [{ kind: 'contact-denied' }],
    'Terima kasih sudah memberi tahu, dan mohon maaf. Kami tidak akan menanyakannya lagi ke nomor ini.\nKalau berkenan: siapa yang sekarang mengurus laporan ini? Cukup nama atau jabatannya.',
  ],
  [
    'words that may point to harm: a soft offer after the question, nothing repeated',
    [
      { kind: 'concern-noticed', category: 'kekerasan' },
      { ...question, example: '' },
    ],
    'Berapa orang yang hadir?\n\nKalau ada hal yang ingin disampaikan secara rahasia, ketik "pengaduan" kapan saja. Tidak ada yang dilaporkan tanpa kemauan Bapak Raja sendiri.',
  ],
  [
    'a changed plan item',
    [{ kind: 'entity-changed', list: 'kegiatan', entityId: 'e2', create: false, values: {} }],
    '',
  ],
  ['a request to the house', [{ kind: 'house-command-chosen', command: 'siapa_belum' }], ''],
  ['something for a later form', [{ kind: 'follow-on-noted', what: 'story', path: 'x' }], ''],
]

describe('what a person reads', () => {
  it.each(rows)('%s', (_what, events, reply) => {
    expect(shown(wordEvents(events, raja()))).toBe(reply)
  })

  it('has a row for every kind of event', () => {
    const kinds = new Set(rows.flatMap(([, events]) => events.map((event) => event.kind)))
    // the type makes this list complete: a new kind does not compile until it stands here, and then wants its row
    const all: Record<EngineEvent['kind'], true> = {
      'question-asked': true,
      'answer-recorded': true,
      'answer-skipped': true,
      'answer-cleared': true,
      'answer-refused': true,
      'confirmation-asked': true,
      'reason-asked': true,
      'command-questioned': true,
      'overview-shown': true,
      'items-kept': true,
      'recap-shown': true,
      'change-choice-asked': true,
      'all-asked': true,
      'help-given': true,
      'human-offered': true,
      'human-requested': true,
      'house-command-chosen': true,
      'pause-asked': true,
      'session-paused': true,
      'session-resumed': true,
      'note-said': true,
      'photo-kept': true,
      'rest-left': true,
      'report-submitted': true,
      'report-corrected': true,
      'stale-pressed': true,
      'nothing-to-undo': true,
      'contact-denied': true,
      'concern-noticed': true,
      'entity-changed': true,
      'follow-on-noted': true,
    }
    expect(Object.keys(all).filter((kind) => !kinds.has(kind as EngineEvent['kind']))).toEqual([])
  })

  it('exists in English for every event', () => {
    for (const [, events] of rows) expect(() => wordEvents(events, raja({ language: 'en', texts }))).not.toThrow()
  })

  it('adds at most 300 characters to the text of the form', () => {
    const long = rows
      .filter(
        ([, events]) => !events.some(({ kind }) => /recap|overview|all-asked|change-choice|help-given/.test(kind)),
      )
      .filter(([, events, reply]) => {
        const own = events.reduce((sum, event) => sum + ('text' in event ? (event.text?.length ?? 0) : 0), 0)
        return reply.length - own > 300
      })
    expect(long.map(([what]) => what)).toEqual([])
  })
})

describe('choices', () => {
  it('stand numbered in the text on a channel without buttons', () => {
    const [message] = wordEvents([status], raja({ channel: 'whatsapp-web' }))
    expect(message!.text).toBe(
      '(7 dari 18) Kegiatan 2 dari 8: Kebun pala\nBagaimana keadaannya sekarang?\n1. Sudah selesai\n2. Sedang berjalan\n3. Belum mulai\n4. Tidak jadi',
    )
    expect(message!.choicesInText).toBe(true)
  })

  it('become number buttons under a list where labels do not fit', () => {
    const choices = [...status.choices, { code: 'x', label: 'Kelompok penerima dan desa beda pendapat soal lahan' }]
    expect(shown(wordEvents([{ ...status, choices }], raja()))).toMatch(
      /5\. Kelompok penerima dan desa beda pendapat soal lahan\n\[1\] \[2\] \[3\] \[4\] \[5\]$/,
    )
  })

  it('are the list in the text alone where there are more than the channel has buttons', () => {
    const choices = Array.from({ length: 20 }, (_, i) => ({ code: `d${i}`, label: `Dinas ${i + 1}` }))
    const [message] = wordEvents([{ ...status, choices }], raja({ channel: 'whatsapp-cloud' }))
    expect(message!.text).toContain('\n20. Dinas 20')
    expect(message!.choicesInText).toBe(true)
  })

  it('carry session, step and index, and nothing else', () => {
    const [message] = wordEvents([status], raja())
    expect(message!.choices!.map((choice) => choice.data)).toEqual(['a7.6.0', 'a7.6.1', 'a7.6.2', 'a7.6.3'])
  })

  it('say in words what may be skipped where no button does', () => {
    expect(shown(wordEvents([{ ...question, optional: true }], raja({ channel: 'whatsapp-web' })))).toContain(
      'Boleh dilewati: ketik "lewati".',
    )
  })

  it('redraw the pressed message when only a tick changed', () => {
    expect(wordEvents([obstacle], raja({ pressedMessage: 'm12' }))[0]!.replaces).toBe('m12')
    expect(wordEvents([recorded, obstacle], raja({ pressedMessage: 'm12' }))[0]!.replaces).toBeUndefined()
  })
})

describe('a reply', () => {
  it('is one message, cut only beyond the length of the channel, with the buttons on the last piece', () => {
    const lines = Array.from({ length: 120 }, (_, i) => ({ ...line, label: String(i + 1) }))
    const messages = wordEvents([{ ...recap, lines }], raja())
    expect(messages.map((message) => message.choices?.length ?? 0)).toEqual([0, 2])
    expect(Math.max(...messages.map((message) => message.text.length))).toBeLessThanOrEqual(4096)
    expect(messages[0]!.text).toMatch(/\d+\. Kebun pala: sedang berjalan, 40 %$/)
  })

  it('is silent when nothing happened that concerns the person', () => {
    expect(wordEvents([], raja())).toEqual([])
  })

  it('names who will help and by when, where that is known', () => {
    const helper = { who: 'Ibu Salma', byOn: '2024-08-15' }
    expect(shown(wordEvents([{ kind: 'human-requested' }], raja({ helper })))).toBe(
      'Baik, Bapak Raja. Ibu Salma akan menghubungi paling lambat besok (satu hari kerja).\nJawaban yang sudah ada tersimpan. Untuk meneruskan sendiri, ketik "lanjut" kapan saja.',
    )
  })

  it('carries the receipt number when the report was sent, or sent again', () => {
    expect(shown(wordEvents([{ kind: 'report-submitted', again: true }], raja({ receipt: 'SBT-2407-0007-3' })))).toBe(
      'Terima kasih, Bapak Raja. Laporan yang sudah diperbaiki sudah dikirim lagi.\nNomor tanda terima: SBT-2407-0007-3\nTim akan memeriksa. Selama belum diperiksa, jawaban masih bisa diganti: ketik "ubah".',
    )
    expect(shown(wordEvents([{ kind: 'report-submitted', again: false }], raja({ receipt: 'PD-2024-0713' })))).toBe(
      'Terima kasih, Bapak Raja. Laporan sudah dikirim.\nNomor tanda terima: PD-2024-0713\nTim akan memeriksa. Selama belum diperiksa, jawaban masih bisa diganti: ketik "ubah".',
    )
  })
})

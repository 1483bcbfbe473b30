import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withPaper } from '../../src/app/paper-to-send.ts'
import { printBriefing } from '../../src/app/print-briefing.ts'
import { printMeetingPack, printMinutes } from '../../src/app/print-meeting.ts'
import { printRound } from '../../src/app/print-round.ts'
import { noteMeeting, registerMeeting } from '../../src/app/register-meeting.ts'
import type { SimulatorChannel } from '../../src/channels/simulator/simulator-channel.ts'
import type { Block, Paper } from '../../src/documents/paper.ts'
import { tablesOf } from '../../src/documents/paper-tables.ts'
import { paperToPdf } from '../../src/documents/paper-to-pdf.ts'
import type { OutboundAttachment } from '../../src/messages/outbound.ts'
import { readAttachment } from '../../src/store/attachment-files.ts'
import type { Database } from '../../src/store/database.ts'
import { listRecommendations } from '../../src/store/recommendations.ts'
import { requireRound } from '../../src/store/rounds.ts'
import { opener } from '../support/databases.ts'
import { coordination, openStage, type Stage } from '../support/recommendation-stage.ts'
import type { Telephone } from '../support/small-programme.ts'

// one stage for all: papers only read
let stage: Stage
let db: Database
let second: number
const { open, close } = opener('sqlite')
const by = () => ({ now: stage.clock.now(), actor: 'test' })
const sessions = [{ on: '2024-08-20', attendance: { total: 32, l: 22, p: 10 }, atLeast: false }]

beforeAll(async () => {
  stage = await openStage(open)
  db = stage.services.db
  await stage.talk('camat', ...coordination, 'ya', 'lewati', '0', 'ya')
  const rakor = { kind: 'rakor', regionCode: '81.05', agenda: [], sessions: [] } as const
  const first = await registerMeeting(stage.services, { ...rakor, fromOn: '2024-07-01' }, by())
  const promise = { who: 'Bapperida', opd: 'bapperida', dueOn: '2024-07-15' }
  const commitments = [{ ...promise, what: '=1+1 data lokus <b>' }]
  await noteMeeting(stage.services, first.id, { decisions: [], agenda: [], sessions: [], commitments }, by())
  const { id } = await registerMeeting(
    stage.services,
    {
      ...rakor,
      fromOn: '2024-08-20',
      place: 'Aula Bapperida, Kota Uji',
      opener: 'Asisten 1',
      agenda: ['Hasil pemantauan', 'Tindak lanjut'],
      sessions,
      guests: 7,
    },
    by(),
  )
  second = id
  await noteMeeting(
    stage.services,
    id,
    {
      decisions: ['Matriks dibawa ke Forum OPD'],
      agenda: [],
      sessions: [],
      commitments: [{ ...promise, what: 'Bibit untuk dua desa', dueOn: '2024-09-30' }],
    },
    by(),
  )
})
afterAll(async () => {
  await stage.close()
  await close()
})

const tables = (paper: Paper) => paper.blocks.filter((b): b is Extract<Block, { kind: 'table' }> => b.kind === 'table')
const tableWith = (paper: Paper, title: string) =>
  tables(paper).find(({ columns }) => columns.some((column) => column.title === title))!
const print = (names = false) => printMeetingPack(stage.services, db, { meetingId: second, names }, by())

describe('the pack of a rakor', () => {
  it('opens with the facts of the invitation and the agenda', async () => {
    const paper = await print()
    expect(paper).toMatchObject({ title: 'Bahan Rakor pokja ke-2', landscape: true })
    expect(paper.subtitle).toContain('Selasa, 20 Agustus 2024')
    const facts = Object.fromEntries(paper.blocks.find((b) => b.kind === 'facts')!.rows)
    expect(facts).toMatchObject({ Tempat: 'Aula Bapperida, Kota Uji', 'Dibuka oleh': 'Asisten 1' })
    expect(facts['Putaran yang dibahas']).toBe('2024-08: 2 dari 3 desa sudah melapor')
    expect(paper.blocks.find((b) => b.kind === 'list')).toMatchObject({ items: ['Hasil pemantauan', 'Tindak lanjut'] })
  })

  it('says what became of the promises of the meeting before, not of its own', async () => {
    expect(tableWith(await print(), 'Dari rapat').rows).toEqual([
      ['1', '=1+1 data lokus <b>', 'Rakor pokja ke-1', 'Bapperida', '15 Juli 2024', 'Lewat batas', ''],
    ])
  })

  it('tells what is late, and what a village says has not arrived', async () => {
    const [late, called] = await listRecommendations(db, db)
    await db.run(`update recommendation set target_month = '2024-05' where id = $1`, late!.id)
    await db.run(`update recommendation set state = 'selesai' where id = $1`, called!.id)
    const [said] = await db.all<{ id: number }>(
      `insert into follow_up (recommendation_id, at, state, stage, source) values ($1, 0, 'selesai', 'usulan', 'staff') returning id`,
      called!.id,
    )
    const village = called!.villages[0]!
    await db.run(
      `insert into village_check (recommendation_id, region_code, follow_up_id, created_at, answer) values ($1, $2, $3, 0, 'belum')`,
      called!.id,
      village.regionCode,
      said!.id,
    )
    const paper = await print()
    expect(tableWith(paper, 'Belum sampai di').rows).toMatchObject(
      [['1', 'Teluk Uji', {}, {}, {}, {}, 'Selesai', village.name]].map((row) =>
        row.map((cell) => (typeof cell === 'string' ? cell : expect.any(String))),
      ),
    )
    expect(tableWith(paper, 'Lewat (hari)').rows.map((row) => [row[3], row[7]])).toEqual([
      [late!.text, expect.stringMatching(/^\d+$/)],
    ])
    expect(JSON.stringify(paper.blocks)).toContain(
      '1 selesai menurut penanggung jawab tetapi belum sampai menurut desa',
    )
  })

  it('has the round by kecamatan with its sums, and no village that is late', async () => {
    const paper = await print()
    const { rows, sum } = tableWith(paper, 'Kemajuan (%)')
    expect(rows.map((row) => row.slice(0, 5))).toEqual([['Teluk Uji', '3', '2', 'ya', '4']])
    expect(sum?.slice(0, 5)).toEqual(['Jumlah', '3', '2', '1', '4'])
    // the third village is named where it is part of a recommendation, and nowhere else
    expect(JSON.stringify([rows, tableWith(paper, 'Kendala'), tableWith(paper, 'Dukungan')])).not.toContain('Batu Uji')
  })

  it('has a list to sign with everybody expected, with names only where they are asked for, which is written down', async () => {
    const without = tableWith(await print(), 'Tanda tangan')
    expect(without.rows.length).toBeGreaterThanOrEqual(20)
    expect(without.rows.slice(0, 4).map((row) => row.slice(0, 3))).toEqual([
      ['1', '', 'Anggota Pokja, Dinas Pertanian'],
      ['2', '', 'Camat Teluk Uji'],
      ['3', '', 'Koordinator Kabupaten'],
      ['4', '', ''],
    ])
    const names = async () => stage.count(`audit where action = 'names_printed'`)
    expect(await names()).toBe(0)
    expect(tableWith(await print(true), 'Tanda tangan').rows[0]?.[1]).toBe('Pokja Uji')
    expect(await names()).toBe(1)
  })

  it('is a workbook with a sheet for each table, where nothing typed becomes a formula', async () => {
    const sheets = tablesOf(await print())
    const names = sheets.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Undangan', 'Acara', 'Komitmen rapat sebelumnya', 'Daftar hadir']))
    expect(new Set(names).size).toBe(names.length)
    expect(names.every((name) => name.length <= 31)).toBe(true)
    expect(sheets.find(({ name }) => name === 'Komitmen rapat sebelumnya')!.rows[0]![1]).toBe('=1+1 data lokus <b>')
  })
})

describe('the briefing before a meeting', () => {
  const briefing = (regionCode: string) =>
    printBriefing(stage.services, db, { regionCode, round: stage.round }, stage.clock.now())
  const listsOf = (paper: Paper) => paper.blocks.flatMap((b) => (b.kind === 'list' ? [b.items] : []))

  it('has five figures, three constraints at most, what is asked, and a chart, for a kabupaten and a kecamatan', async () => {
    for (const [code, name] of [
      ['81.05', 'Kabupaten Ujung Timur'],
      ['81.05.15', 'Kecamatan Teluk Uji'],
    ] as const) {
      const paper = await briefing(code)
      expect(paper.title).toBe(`Lembar ringkas ${name}`)
      expect(paper.subtitle).toContain('menjelang Rakor pokja ke-2, Selasa, 20 Agustus 2024')
      const { tiles } = paper.blocks.find((b) => b.kind === 'tiles')!
      expect(tiles.map(({ value }) => value).slice(0, 2)).toEqual(['2 dari 3', '1 dari 4'])
      expect(tiles).toHaveLength(5)
      const [constraints, asks] = listsOf(paper)
      expect(constraints?.[0]).toBe('Hama & penyakit: 2 kegiatan di 2 desa')
      expect(asks).toHaveLength(3)
      expect(asks?.[0]).toContain('Penanggung jawab: Dinas Pertanian')
      expect(paper.blocks.at(-1)).toMatchObject({ kind: 'picture' })
    }
  })

  it('weighs less than 300 KB and fits on one page, however long what people wrote is', async () => {
    await db.run(`update recommendation set text = $1`, 'Bibit <b>kerapu</b> untuk kelompok nelayan. '.repeat(60))
    const paper = await briefing('81.05')
    const pdf = await paperToPdf(paper, 0)
    expect(pdf.length).toBeLessThan(300_000)
    expect(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/Type \/Page\b/g),
    ).toHaveLength(1)
    expect(listsOf(paper)[1]?.[0]).toMatch(/^Bibit <b>kerapu<\/b>.{150,200}… Penanggung jawab/)
  })

  it('has no chart where nobody has told anything, and is of no village', async () => {
    const [other] = await db.all<{ id: number; code: string }>(`select id, code from round where code = '2024-07'`)
    const paper = await printBriefing(stage.services, db, { regionCode: '53.18.01', round: other! }, 0)
    expect(paper.blocks.map((b) => b.kind)).toEqual(['tiles', 'heading', 'text', 'heading', 'text'])
    await expect(briefing('81.05.15.2001')).rejects.toThrow('no kabupaten or kecamatan')
  })
})

describe('"lembar ringkas" in chat', () => {
  const sent: {
    readonly userId: string
    readonly message: { readonly text: string; readonly attachment?: OutboundAttachment }
  }[] = []
  const ask = async (who: Telephone, text: string) => {
    const before = sent.length
    await stage.talk(who, text)
    return sent.slice(before).map(({ message }) => [message.text, message.attachment?.name])
  }
  beforeAll(() => {
    const simulator = stage.services.channels.get('simulator') as SimulatorChannel
    simulator.onSent(({ userId }, message) => sent.push({ userId, message }))
  })

  it('brings the camat the page of their own kecamatan, and Pokja that of their kabupaten', async () => {
    expect(await ask('camat', 'minta lembar ringkas')).toEqual([
      [
        'Ini lembar ringkas Kecamatan Teluk Uji sebagai PDF satu halaman, boleh diteruskan.',
        'lembar-ringkas-81.05.15-2024-08.pdf',
      ],
    ])
    const { message } = sent.at(-1)!
    const bytes = await readAttachment(stage.services.dataDir, message.attachment!.hash)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await ask('pokja', 'bahan rapat')).toEqual([
      [
        'Ini lembar ringkas Kabupaten Ujung Timur sebagai PDF satu halaman, boleh diteruskan.',
        'lembar-ringkas-81.05-2024-08.pdf',
      ],
    ])
  })

  it('brings none to whoever has no seat for a kecamatan or kabupaten', async () => {
    for (const [text, file] of await ask('lina', 'lembar ringkas')) {
      expect(text).not.toContain('lembar ringkas')
      expect(file).toBeUndefined()
    }
  })

  it('says so in words where the page cannot be made', async () => {
    const paper = { kind: 'briefing', regionCode: '99.99.99', otherwise: 'Nanti saja.' } as const
    expect(await withPaper(stage.services, { text: 'Ini', paper }, 0)).toEqual({ text: 'Nanti saja.' })
  })
})

describe('the report of a round', () => {
  const report = (kabupatenCode: string) =>
    printRound(stage.services, db, { round: stage.round, kabupatenCode }, stage.clock.now())

  it('says who reported, how activities stand and what holds them up, by kecamatan with sums', async () => {
    const paper = await report('81.05')
    expect(paper).toMatchObject({ title: 'Laporan putaran 2024-08', landscape: true })
    expect(paper.subtitle).toContain('Kabupaten Ujung Timur · 8 Juli 2024 sampai 26 Juli 2024')
    expect(JSON.stringify(paper.blocks)).toContain('2 dari 3 desa di Kabupaten Ujung Timur sudah melapor')
    expect(tableWith(paper, 'Desa diminta')).toMatchObject({
      rows: [['Teluk Uji', '3', '2', '2', '0', '1', '0', 'sudah masuk']],
      sum: ['Jumlah', '3', '2', '2', '0', '1', '0', '1 dari 1'],
    })
    expect(tableWith(paper, 'Kemajuan (%)').sum?.slice(1, 6)).toEqual(['4', '1', '2', '1', '0'])
    expect(tableWith(paper, 'Pertemuan').sum).toEqual(['Jumlah', '2', '24', '14', '10'])
    expect(paper.blocks.at(-1)).toMatchObject({
      kind: 'list',
      items: expect.arrayContaining(['1 desa masih ditunggu laporannya.']),
    })
    expect(JSON.stringify(paper)).not.toMatch(/Karang Uji|Pasir Uji|Batu Uji/)
  })

  it('compares with no round that did not ask this kabupaten', async () => {
    expect(JSON.stringify((await report('81.05')).blocks)).toContain('Ini putaran pertama')
  })

  it('shows nobody of a meeting of few', async () => {
    await db.run(`update answer set value = '{"total":6,"l":5,"p":1}' where path = 'hadir'`)
    await db.run('delete from report_figures')
    const { rows, sum } = tableWith(await report('53.18'), 'Pertemuan')
    expect([rows[0]?.slice(1), sum?.slice(1)]).toEqual([
      ['1', '6', '–', '–'],
      ['1', '6', '–', '–'],
    ])
  })

  it('is short where the round asks nobody', async () => {
    await db.run(
      `insert into round (programme_id, code, number, state, kabupaten, demo) select programme_id, 'kosong', 9, 'draft', '', 1 from round limit 1`,
    )
    const round = await requireRound(db, 'kosong')
    const paper = await printRound(stage.services, db, { round, kabupatenCode: '81.05' }, stage.clock.now())
    expect(paper.blocks.map((b) => b.kind)).toEqual(['text', 'heading', 'list'])
    await expect(printRound(stage.services, db, { round, kabupatenCode: '99.99' }, 0)).rejects.toThrow(
      'no kabupaten 99.99',
    )
  })
})

describe('the draft of the minutes', () => {
  it('names the day in words, who came, what was decided and promised, and leaves room to sign', async () => {
    const paper = await printMinutes(stage.services, db, { meetingId: second })
    expect(paper).toMatchObject({
      title: 'BERITA ACARA\nRAKOR POKJA KE-2\nKABUPATEN UJUNG TIMUR',
      subtitle: 'Nomor: ............/............/............/2024',
      centred: true,
    })
    const texts = paper.blocks.flatMap((b) => (b.kind === 'text' ? [b.text] : []))
    expect(texts[0]).toBe(
      'Pada hari ini, Selasa, tanggal dua puluh bulan Agustus tahun dua ribu dua puluh empat (20 Agustus 2024), bertempat di Aula Bapperida, Kota Uji, telah dilaksanakan Rakor pokja ke-2 Kabupaten Ujung Timur yang dibuka oleh Asisten 1.',
    )
    expect(texts[1]).toBe(
      'Rapat dihadiri 32 (tiga puluh dua) orang, terdiri atas 22 laki-laki dan 10 perempuan, sebagaimana daftar hadir terlampir. Tamu yang dicatat tersendiri: 7 orang.',
    )
    expect(paper.blocks.filter((b) => b.kind === 'list').map((b) => b.items)).toEqual([
      ['Hasil pemantauan', 'Tindak lanjut'],
      ['Matriks dibawa ke Forum OPD'],
    ])
    expect(tables(paper)[0]?.rows).toEqual([['1', 'Bibit untuk dua desa', 'Bapperida', 'September 2024']])
    expect(paper.blocks.at(-1)).toMatchObject({
      lead: 'Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.',
      place: 'Kota Uji, 20 Agustus 2024',
      people: [{ role: 'Pimpinan rapat', name: 'Asisten 1' }, { role: 'Notulis' }, { role: 'Ketua pokja' }, {}],
    })
  })

  it('leaves lines where nothing was written down', async () => {
    const empty = await registerMeeting(
      stage.services,
      { kind: 'internal', regionCode: '81.05', fromOn: '2024-07-01', untilOn: '2024-07-04', agenda: [], sessions: [] },
      by(),
    )
    const paper = await printMinutes(stage.services, db, { meetingId: empty.id, letterNumber: '12/BA/2024' })
    expect(paper.subtitle).toBe('Nomor: 12/BA/2024')
    expect(paper.blocks.filter((b) => b.kind === 'writing')).toHaveLength(2)
    const said = JSON.stringify(paper.blocks)
    expect(said).toContain('(1 Juli 2024) sampai dengan Kamis, tanggal empat bulan Juli')
    expect(said).toContain('Rapat dihadiri ............ orang')
  })

  it('is of a meeting that is there', async () => {
    await expect(printMinutes(stage.services, db, { meetingId: 99 })).rejects.toThrow('there is no meeting 99')
  })
})

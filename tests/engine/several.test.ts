import { describe, expect, it } from 'vitest'
import { plan, villageTalk } from './cast.ts'
import { smallForm, Talk, type World } from './talk.ts'

const activity = smallForm(
  `
  - { type: integer, name: banyak, label: Berapa kegiatan? }
  - type: repeat
    name: kegiatan
    repeat_count: \${banyak}
    questions:
      - { type: select_one status, name: status, label: Keadaannya?, required: "true" }
      - { type: percent, name: persen, label: Berapa persen?, relevant: "\${status} = 'berjalan'", confirm: ". < 10", confirm_message: "Betul?" }
      - { type: select_multiple kendala, name: kendala, label: Kendalanya? }
      - { type: quantity_unit, name: hasil, label: Hasilnya? }
      - { type: text, name: cerita, label: Ceritanya? }
  - { type: integer, name: z, label: Z? }`,
  `choices:
  status: [{ name: selesai, label: Sudah selesai }, { name: berjalan, label: Sedang berjalan, synonyms: berjalan }]
  kendala: [{ name: dana, label: Dana }, { name: cuaca, label: Cuaca }, { name: alat, label: Alat }]`,
)

const first = () => new Talk(activity).say('2')
const given = (talk: Talk) =>
  talk.events.filter((event) => event.kind === 'answer-recorded').map((event) => [event.question, event.value])

describe('several answers in one message', () => {
  it('in the order of the questions', () => {
    const talk = first().say('berjalan, 40%, dana')
    expect(given(talk)).toEqual([
      ['status', 'berjalan'],
      ['persen', 40],
      ['kendala', ['dana']],
    ])
    expect(talk.asked).toBe('kegiatan[n1]/hasil')
  })

  it('are said back, each of them', () => {
    const talk = first().say('berjalan, 40%, dana')
    expect(talk.events.filter((event) => event.kind === 'answer-recorded').map((event) => event.echo)).toEqual([
      'Sedang berjalan',
      '40%',
      'Dana',
    ])
  })

  it('by line', () => {
    expect(given(first().say('berjalan\n40%\ndana, cuaca\n250 ekor'))).toEqual([
      ['status', 'berjalan'],
      ['persen', 40],
      ['kendala', ['dana', 'cuaca']],
      ['hasil', { value: 250, unit: 'ekor' }],
    ])
  })

  it('further choices of one question are that question', () => {
    expect(given(first().say('berjalan, 40%, dana, cuaca'))).toContainEqual(['kendala', ['dana', 'cuaca']])
  })

  it('numbered by the questions of the activity', () => {
    const talk = first().say('1. sudah selesai\n3. dana\n4. 250 ekor')
    expect(given(talk)).toEqual([
      ['status', 'selesai'],
      ['kendala', ['dana']],
      ['hasil', { value: 250, unit: 'ekor' }],
    ])
    expect(talk.asked).toBe('kegiatan[n1]/cerita')
  })

  it('as far as they are sure: what is not is named and asked', () => {
    const talk = first().say('berjalan, 40%, entah bagaimana, 250 ekor')
    expect(given(talk)).toEqual([
      ['status', 'berjalan'],
      ['persen', 40],
    ])
    expect(talk.last('rest-left')?.text).toBe('entah bagaimana, 250 ekor')
    expect(talk.asked).toBe('kegiatan[n1]/kendala')
  })

  it('a value that must be checked first is asked about, not slipped in', () => {
    const talk = first().say('berjalan, 5%, dana')
    expect(talk.session.answers['kegiatan[n1]/persen']).toBeUndefined()
    expect(talk.last('confirmation-asked')?.path).toBe('kegiatan[n1]/persen')
    expect(talk.last('rest-left')?.text).toBe('dana')
    expect(talk.say('ya').value('kegiatan[n1]/persen')).toBe(5)
  })

  it('with "sama" and "lewati" where the last value or none is meant', () => {
    const talk = villageTalk().say('mulai', 'kecuali 1', '12 agustus 2024', '7 laki-laki 5 perempuan')
    talk.say('berjalan, 60, 120 ekor, 6 jt, sama, lewati')
    expect(talk.session.answers['kegiatan[e1]/kendala']).toEqual({ v: ['dana'], f: 'carried' })
    expect(talk.session.answers['kegiatan[e1]/dukungan']).toEqual({ skipped: '' })
    expect(talk.kinds).not.toContain('rest-left')
  })

  it('a choice that fits two questions is asked', () => {
    const talk = villageTalk().say('mulai', 'kecuali 1', '12 agustus 2024', '7 laki-laki 5 perempuan')
    talk.say('berjalan, 40, cuaca, bibit')
    expect(talk.value('kegiatan[e1]/kendala')).toEqual(['cuaca'])
    expect(talk.last('rest-left')?.text).toBe('bibit')
    expect(talk.asked).toBe('kegiatan[e1]/dukungan')
  })

  it('of one question are one row', () => {
    const talk = first().say('berjalan', '40').say('dana, cuaca, alat')
    expect(given(talk)).toEqual([['kendala', ['dana', 'cuaca', 'alat']]])
    const line = first().say('berjalan, 40%, dana, cuaca, alat')
    expect(given(line).filter(([question]) => question === 'kendala')).toEqual([['kendala', ['dana', 'cuaca', 'alat']]])
  })

  it.each([
    ['12 agustus, 15 orang, 9 lk 6 pr', undefined],
    ['12 agustus, 15 orang 9 laki 6 perempuan', undefined],
    ['12 agustus, di rumah raja, 9 lk 6 pr', undefined],
    ['12 agustus\n9 lk 6 pr', undefined],
    ['12 agustus, 15 orang', '15 orang'],
    ['12 agustus, di rumah raja', undefined],
    ['senin, 12 agustus 2024', undefined],
  ])('"%s" at the date loses nothing', (text, left) => {
    const talk = villageTalk({ lists: { kegiatan: plan, laporan_lalu: [] } }).say('mulai', text)
    expect(talk.value('tanggal_pertemuan')).toBe('2024-08-12')
    expect(talk.last('rest-left')?.text).toBe(left)
    if (/9/.test(text)) expect(talk.value('hadir')).toEqual({ total: 15, l: 9, p: 6 })
    else expect(talk.asked).toBe('hadir')
  })

  it.each([['selesai, tapi belum semua'], ['12 agustus, 13 agustus']])('"%s" is no list', (text) => {
    const talk = villageTalk({ lists: { kegiatan: plan, laporan_lalu: [] } }).say('mulai')
    if (text.startsWith('selesai')) talk.say('12 agustus 2024', '9 lk 6 pr')
    expect(talk.say(text).kinds).toContain('answer-refused')
  })

  it('also after hours away', () => {
    const talk = first()
      .later(9 * 3_600_000)
      .say('berjalan, 40%, dana')
    expect(talk.value('kegiatan[n1]/persen')).toBe(40)
  })

  it('do not reach into the next activity', () => {
    const talk = first().say('sudah selesai, dana, 250 ekor')
    expect(talk.asked).toBe('kegiatan[n1]/cerita')
    expect(Object.keys(talk.session.answers).some((path) => path.startsWith('kegiatan[n2]'))).toBe(false)
  })

  it('the two numbers of one answer are one answer', () => {
    const form = smallForm(`
  - { type: count_by_sex, name: hadir, label: Siapa?, example: "7 L 5 P" }
  - { type: integer, name: lansia, label: Lansia? }`)
    const talk = new Talk(form).say('7 laki-laki, 5 perempuan')
    expect(talk.value('hadir')).toEqual({ total: 12, l: 7, p: 5 })
    expect(talk.asked).toBe('lansia')
  })

  it('never fill a free text', () => {
    const talk = first().say('sudah selesai, dana, 250 ekor, hujan terus')
    expect(talk.session.answers['kegiatan[n1]/cerita']).toBeUndefined()
  })
})

describe('the whole report in one message', () => {
  it('is asked by the numbers of "ubah", read, and only the rest asked', () => {
    const talk = villageTalk({ lists: { kegiatan: plan.slice(0, 2), laporan_lalu: [] } }).say('mulai', 'semua')
    const entries = talk.last('all-asked')?.entries ?? []
    expect(entries.filter((entry) => !entry.item).map((entry) => entry.label)).toEqual(['a', 'b', 'f'])
    expect(entries.filter((entry) => entry.item?.label === '2').map((entry) => entry.question)).toEqual([
      'status',
      'persen',
      'hasil',
      'kendala',
      'dukungan',
      'dukungan_dari',
    ])
    talk.say('a. 12 agustus 2024\nb. 7 laki-laki 5 perempuan\n1.1. belum mulai\n2.1. kurang tahu\nf. hujan terus')
    expect(talk.value('hadir')).toEqual({ total: 12, l: 7, p: 5 })
    expect(talk.value('kegiatan[e1]/status')).toBe('belum')
    expect(talk.value('pelajaran')).toBe('hujan terus')
    expect(talk.asked).toBe('kegiatan[e1]/kendala')
  })
  it('takes a line for each activity, and asks nothing that the line has said', () => {
    const talk = villageTalk({ lists: { kegiatan: plan.slice(0, 3), laporan_lalu: [] } }).say('mulai', 'semua')
    talk.say(
      'a. 12 agustus 2024\nb. 9 lk 6 pr\n1. berjalan, 60%, cuaca, alat, kecamatan\n2 belum mulai\n3. selesai, 900 kg, tidak ada, tidak ada\nf. hujan terus',
    )
    expect(talk.value('kegiatan[e1]/persen')).toBe(60)
    expect(talk.value('kegiatan[e2]/status')).toBe('belum')
    expect(talk.value('kegiatan[e3]/hasil')).toEqual({ value: 900, unit: 'kg' })
    expect(talk.value('kegiatan[e3]/dukungan')).toEqual(['tidak_ada'])
    expect(talk.value('pelajaran')).toBe('hujan terus')
  })

  it('names what it could not take', () => {
    const talk = villageTalk({ lists: { kegiatan: plan.slice(0, 2), laporan_lalu: [] } }).say('mulai', 'semua')
    talk.say('a. 12 agustus 2024\nb. kurang tahu\n1.1 belum mulai\n1.2 60')
    expect(talk.last('rest-left')?.text).toBe('b kurang tahu, 1.2 60')
    expect(talk.asked).toBe('hadir')
  })
})

describe('support and whom it is asked of, in one breath', () => {
  const firstReport = { lists: { kegiatan: plan, laporan_lalu: [] } }
  const atSupport = (world: World = firstReport) =>
    villageTalk(world).say('mulai', '12 agustus 2024', '7 laki-laki 5 perempuan', 'sedang berjalan', '60%', 'cuaca')

  it.each([
    ['bibit dari kecamatan', ['bibit_bahan'], ['kecamatan']],
    ['Bibit dan alat dr dinas', ['bibit_bahan', 'alat'], ['opd']],
    ['bibit, alat dari desa dan kecamatan', ['bibit_bahan', 'alat'], ['desa', 'kecamatan']],
    ['2 3 dari camat', ['bibit_bahan', 'alat'], ['kecamatan']],
  ])('%s', (text, support, from) => {
    const talk = atSupport().say(text)
    expect(talk.value('kegiatan[e1]/dukungan')).toEqual(support)
    expect(talk.value('kegiatan[e1]/dukungan_dari')).toEqual(from)
    expect(talk.asked).toBe('kegiatan[e2]/status')
  })

  it.each([
    ['bibit dari kebun sebelah', ['bibit_bahan']],
    ['bibit dari mana saja', ['bibit_bahan']],
    ['bibit', ['bibit_bahan']],
  ])('%s: from whom is asked', (text, support) => {
    const talk = atSupport().say(text)
    expect(talk.value('kegiatan[e1]/dukungan')).toEqual(support)
    expect(talk.asked).toBe('kegiatan[e1]/dukungan_dari')
  })

  it('takes nobody as the source of an obstacle', () => {
    const talk = villageTalk(firstReport).say('mulai', '12 agustus 2024', '7 laki-laki 5 perempuan')
    talk.say('sedang berjalan', '60%', 'dana dari desa')
    expect(talk.value('kegiatan[e1]/kendala')).toEqual(['dana'])
    expect(talk.asked).toBe('kegiatan[e1]/dukungan')
  })

  it('is read at the end of an activity in one message', () => {
    const talk = villageTalk(firstReport).say('mulai', '12 agustus 2024', '7 laki-laki 5 perempuan')
    talk.say('sedang berjalan, 60%, cuaca, pelatihan dari kecamatan')
    expect(talk.value('kegiatan[e1]/dukungan')).toEqual(['pelatihan'])
    expect(talk.value('kegiatan[e1]/dukungan_dari')).toEqual(['kecamatan'])
    expect(talk.asked).toBe('kegiatan[e2]/status')
  })

  it('is newer than last round, whose source would not be asked again', () => {
    const talk = villageTalk().say('mulai', 'semua sama kecuali 3', '12 agustus 2024', '7 laki-laki 5 perempuan')
    talk.say('sedang berjalan', '60%', '540 kg', '3 juta', 'cuaca', 'lewati', 'bibit dari desa')
    expect(talk.value('kegiatan[e3]/dukungan_dari')).toEqual(['desa'])
  })
})

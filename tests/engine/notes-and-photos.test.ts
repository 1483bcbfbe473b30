import { describe, expect, it } from 'vitest'
import { plan, villageTalk } from './cast.ts'
import { shippedForm, smallForm, Talk } from './talk.ts'

const firstRound = () => villageTalk({ lists: { kegiatan: plan.slice(0, 2), laporan_lalu: [] } })

describe('a note of the form', () => {
  it('is said although it is the very first thing', () => {
    const talk = new Talk(
      smallForm(`
  - { type: note, name: awal, label: Selamat datang. }
  - { type: integer, name: a, label: A? }`),
    )
    expect(talk.last('question-asked')?.introduction).toBe('Selamat datang.')
  })

  it('is said although no question follows', () => {
    const talk = new Talk(shippedForm('pendaftaran'), { fields: {} }).say('tidak')
    expect(talk.kinds).toContain('report-submitted')
    expect(talk.last('note-said')?.text).toMatch(/Kami tidak akan bertanya lagi/)
  })

  it('is said to whoever skips the consent: no answer is no consent', () => {
    const talk = new Talk(shippedForm('pendaftaran'), { fields: {} }).say('lewati', 'lewati')
    expect(talk.last('note-said')?.text).toMatch(/Kami tidak akan bertanya lagi/)
  })

  it('is not said to whoever agrees', () => {
    const talk = new Talk(shippedForm('pendaftaran'), { fields: {} }).say('setuju', 'setuju', 'setuju', 'bapak')
    expect(talk.kinds).toContain('report-submitted')
    expect(talk.all.map((event) => event.kind)).not.toContain('note-said')
  })

  it('is said before the list of activities', () => {
    const form = smallForm(
      `
  - { type: note, name: awal, label: Selamat datang. }
  - type: repeat
    name: kegiatan
    over: instance('rencana')/root/item
    questions:
      - { type: select_one status, name: status, label: Keadaan?, previous: "instance('rencana')/root/item[name = \${name}]/status" }`,
      `choices:
  status: [{ name: selesai, label: Selesai }, { name: belum, label: Belum }]`,
    )
    const talk = new Talk(form, { lists: { rencana: [{ name: 'e1', label: 'Pala', status: 'belum' }] } })
    expect(talk.last('overview-shown')?.introduction).toBe('Selamat datang.')
  })
})

describe('a photo', () => {
  it('that there is not is declined with "tidak ada", as with "lewati"; a promise of one is none', () => {
    const form = smallForm(`
  - { type: image, name: foto, label: Foto? }
  - { type: integer, name: a, label: A? }`)
    for (const text of ['tidak ada', 'belum ada fotonya', 'tra ada', 'lewati'])
      expect([text, new Talk(form).say(text).asked]).toEqual([text, 'a'])
    for (const text of ['nanti sore', 'ada']) expect([text, new Talk(form).say(text).asked]).not.toEqual([text, 'a'])
  })

  it('that comes early is kept for its question, and the open question stays', () => {
    const talk = firstRound().say('mulai').photo('p1', 'kebun')
    expect(talk.last('photo-kept')).toMatchObject({ path: 'foto', kept: 1, most: 3 })
    expect(talk.value('foto')).toEqual(['p1'])
    expect(talk.asked).toBe('tanggal_pertemuan')
  })

  it('that comes while a value is checked or the list is shown is kept too', () => {
    const checked = firstRound().say('mulai', '12 agustus 2024', '7 laki-laki 0 perempuan').photo('p1')
    expect(checked.kinds).toEqual(expect.arrayContaining(['photo-kept', 'confirmation-asked']))
    expect(villageTalk().say('mulai').photo('p1').kinds).toEqual(
      expect.arrayContaining(['photo-kept', 'overview-shown']),
    )
  })

  it('that comes after its question was skipped is kept, and the permission asked', () => {
    const talk = villageTalk().say('mulai', 'semua sama', '12 agustus 2024', '7 laki-laki 5 perempuan', 'lewati')
    expect(talk.photo('p1').value('foto')).toEqual(['p1'])
    expect(talk.asked).toBe('izin_foto')
    expect(talk.say('ya').asked).toBe('pelajaran')
  })

  it('that no question wants is refused kindly', () => {
    const talk = new Talk(smallForm('\n  - { type: integer, name: a, label: A? }')).photo('p1')
    expect(talk.last('answer-refused')?.reason).toBe('wrong_kind')
  })

  it('and a voice note are in the recap by what they are', () => {
    const talk = villageTalk().say('mulai', 'semua sama', '12 agustus 2024', '7 laki-laki 5 perempuan')
    talk.photo('p1').photo('p2').say('cukup', 'ya').give({ kind: 'voice', attachment: 'v1' })
    const lines = talk.last('recap-shown')?.lines ?? []
    expect(lines.find((line) => line.label === 'd')).toMatchObject({ media: 'photo', count: 2 })
    expect(lines.find((line) => line.label === 'f')).toMatchObject({ media: 'voice', value: '' })
  })
})

describe('where the way jumps', () => {
  const inside = () => firstRound().say('mulai', '12 agustus 2024', '7 laki-laki 5 perempuan', 'berjalan')

  it('the activity is named again after a break', () => {
    const talk = inside()
      .later(30 * 3_600_000)
      .say('halo')
    expect(talk.last('question-asked')).toMatchObject({ path: 'kegiatan[e1]/persen', item: { index: 1 } })
  })

  it('the activity is named again when an answer is changed, and with what follows from it', () => {
    const talk = inside().say('60', 'cuaca', 'bibit', '1', 'belum').say('ubah 1.1')
    expect(talk.last('question-asked')?.item?.label).toBe(plan[0]!.label)
    expect(talk.say('selesai').last('question-asked')).toMatchObject({ because: 'became_relevant', item: { index: 1 } })
  })

  it('what introduces the activities is said once', () => {
    const talk = inside().say('ubah b', '8 laki-laki 5 perempuan')
    expect(talk.asked).toBe('kegiatan[e1]/persen')
    expect(talk.last('question-asked')?.introduction).toBeUndefined()
    expect(talk.last('question-asked')?.item?.index).toBe(1)
  })
})

describe('"semua sama" inside the activities', () => {
  const third = () =>
    villageTalk()
      .say('mulai')
      .press(1)
      .say('12 agustus 2024', '7 laki-laki 5 perempuan', 'sama', 'sama', 'sama', 'sama')

  it('closes those that nobody has answered', () => {
    const talk = third()
    expect(talk.asked).toBe('kegiatan[e2]/status')
    talk.say('semua sama')
    expect(talk.last('items-kept')?.kept).toEqual(['2', '3', '4', '5', '6', '7', '8'])
    expect(talk.asked).toBe('foto')
  })

  it('but for those that are named', () => {
    const talk = third().say('semua sama kecuali 5')
    expect(talk.last('items-kept')).toMatchObject({ kept: ['2', '3', '4', '6', '7', '8'] })
    expect(talk.asked).toBe('kegiatan[e5]/status')
  })

  it('leaves an activity open that was begun', () => {
    const talk = third().say('berjalan', 'semua sama')
    expect(talk.last('items-kept')?.kept).toEqual(['3', '4', '5', '6', '7', '8'])
    expect(talk.asked).toBe('kegiatan[e2]/persen')
  })

  it('means nothing without a last round', () => {
    const talk = firstRound().say('mulai', '12 agustus 2024', '7 laki-laki 5 perempuan', 'semua sama')
    expect(talk.kinds).not.toContain('items-kept')
    expect(talk.asked).toBe('kegiatan[e1]/status')
  })
})

describe('"lewati" at the reason for leaving out', () => {
  it('is enough when said twice', () => {
    const talk = firstRound().say('mulai', 'lewati')
    expect(talk.kinds).toEqual(['reason-asked'])
    talk.say('lewati')
    expect(talk.session.answers.tanggal_pertemuan).toEqual({ skipped: '' })
    expect(talk.asked).toBe('hadir')
  })
})

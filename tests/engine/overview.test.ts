import { describe, expect, it } from 'vitest'
import { readOverviewReply } from '../../src/engine/overview-replies.ts'
import { lastRound, plan, villageTalk } from './cast.ts'

describe('the list of activities', () => {
  it('opens the report with the state of last round', () => {
    const talk = villageTalk().say('mulai')
    expect(talk.last('overview-shown')?.items[0]).toEqual({
      label: '1',
      name: 'Ternak ayam kampung',
      state: 'Sedang berjalan, 40%',
    })
    expect(talk.last('overview-shown')?.items).toHaveLength(8)
  })

  it('is not shown in a first round', () => {
    const talk = villageTalk({ lists: { kegiatan: plan, laporan_lalu: [] } }).say('mulai')
    expect(talk.asked).toBe('tanggal_pertemuan')
  })

  it('closes what is the same with its values, and asks the others', () => {
    const talk = villageTalk().say('mulai', 'semua sama kecuali 3 dan 5')
    expect(talk.last('items-kept')).toEqual({
      kind: 'items-kept',
      kept: ['1', '2', '4', '6', '7', '8'],
      open: ['3', '5'],
    })
    const carried = talk.events.filter(
      (event) => event.kind === 'answer-recorded' && event.path.startsWith('kegiatan[e1]/'),
    )
    expect(carried).toContainEqual(expect.objectContaining({ path: 'kegiatan[e1]/persen', value: 40, by: 'carried' }))
    // what nobody said is not said back
    expect(carried.every((event) => !('echo' in event))).toBe(true)
    expect(talk.say('12 agustus 2024', '7 laki-laki 5 perempuan').asked).toBe('kegiatan[e3]/status')
  })

  it('by button: all the same, or one by one', () => {
    expect(villageTalk().say('mulai').press(0).last('items-kept')?.open).toEqual([])
    const talk = villageTalk().say('mulai').press(1)
    expect(talk.kinds).not.toContain('items-kept')
    expect(talk.say('12 agustus 2024', '7 laki-laki 5 perempuan').asked).toBe('kegiatan[e1]/status')
  })

  it('asks nothing about a closed activity, not even what last round left open', () => {
    const lists = { kegiatan: plan, laporan_lalu: lastRound.map((row) => ({ ...row, kendala: '', dukungan: '' })) }
    const talk = villageTalk({ lists }).say('mulai', 'semua sama', '12 agustus 2024', '7 laki-laki 5 perempuan')
    expect(talk.asked).toBe('foto')
  })

  it('opens a closed activity again with "ubah 1", its values offered', () => {
    const talk = villageTalk().say('mulai', 'semua sama', 'ubah 1')
    expect(talk.last('question-asked')).toMatchObject({ path: 'kegiatan[e1]/status', previous: 'Sedang berjalan' })
    expect(talk.say('sama').last('question-asked')).toMatchObject({ path: 'kegiatan[e1]/persen', previous: '40%' })
  })

  it('is shown once more after anything that it cannot read', () => {
    expect(villageTalk().say('mulai', 'semua sama kecuali 9').kinds).toEqual(['answer-refused', 'overview-shown'])
    expect(villageTalk().say('mulai', 'apa ini').kinds).toEqual(['answer-refused', 'overview-shown'])
  })

  it('never takes a date or an amount for a number of the list', () => {
    const talk = villageTalk().say('mulai', 'tgl 5 juli 2024')
    expect(talk.session.kept).toEqual({})
    expect(talk.kinds).toEqual(['answer-refused', 'overview-shown'])
  })

  it('helps more each time, and offers a person after the third', () => {
    const talk = villageTalk().say('mulai', 'tgl 5 juli 2024')
    expect(talk.last('overview-shown')?.help).toBe(1)
    expect(talk.say('12 orang').last('overview-shown')?.help).toBe(2)
    expect(talk.say('apa ini').kinds).toEqual(['answer-refused', 'human-offered'])
    expect(talk.say('semua sama kecuali 3').last('items-kept')?.open).toEqual(['3'])
  })

  it('the offer of a person is taken, or left, and the list stays open', () => {
    const tired = () => villageTalk().say('mulai', 'apa', 'apa', 'apa')
    expect(tired().press(0).kinds).toEqual(['human-requested'])
    expect(tired().say('ya').say('semua sama').kinds).toContain('items-kept')
    expect(tired().say('2').kinds).toEqual(['overview-shown'])
  })

  it('keeps a deeper question at its last value, marked', () => {
    const talk = villageTalk().say('mulai', 'kecuali 3', '12 agustus 2024', '7 laki-laki 5 perempuan', '2')
    expect(talk.session.answers['kegiatan[e3]/bulan_mulai']).toEqual({ v: '2024-03', f: 'carried' })
  })
})

describe('a reply to the list', () => {
  it.each([
    ['semua sama', { kind: 'changed', numbers: [] }],
    ['sama semua pak', { kind: 'changed', numbers: [] }],
    ['masih sama', { kind: 'changed', numbers: [] }],
    ['tidak ada yang berubah', { kind: 'changed', numbers: [] }],
    ['seng ada yang berubah', { kind: 'changed', numbers: [] }],
    ['belum ada perubahan', { kind: 'changed', numbers: [] }],
    ['semua sama kecuali 3 dan 5', { kind: 'changed', numbers: [3, 5] }],
    ['semua sama, kecuali no. 3,5', { kind: 'changed', numbers: [3, 5] }],
    ['smua sama kcuali 3 & 5', { kind: 'changed', numbers: [3, 5] }],
    ['kecuali 3', { kind: 'changed', numbers: [3] }],
    ['3 dan 5 berubah', { kind: 'changed', numbers: [3, 5] }],
    ['yang berubah 2, 4 sampai 6', { kind: 'changed', numbers: [2, 4, 5, 6] }],
    ['cuma tiga yang berubah', { kind: 'changed', numbers: [3] }],
    ['3 5', { kind: 'changed', numbers: [3, 5] }],
    ['3 dan 5 sama', { kind: 'same', numbers: [3, 5] }],
    ['semua berubah kecuali 2', { kind: 'same', numbers: [2] }],
    ['semua berubah', { kind: 'all_changed' }],
    ['3 tidak berubah', undefined],
    ['semua sama kecuali 9', undefined],
    ['kecuali', undefined],
    ['ya', undefined],
    ['halo', undefined],
    ['tgl 5 juli 2024', undefined],
    ['5 juli', undefined],
    ['semua sama, 3 selesai', undefined],
    ['12 orang, 7 laki-laki 5 perempuan', undefined],
    ['3, 5', { kind: 'changed', numbers: [3, 5] }],
    ['semua sama pak, terima kasih', { kind: 'changed', numbers: [] }],
  ])('"%s" is %j', (text, expected) => {
    expect(readOverviewReply(text, 8)).toEqual(expected)
  })
})

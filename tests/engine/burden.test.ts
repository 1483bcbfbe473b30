import { describe, expect, it } from 'vitest'
import type { QuestionAsked } from '../../src/engine/events/index.ts'
import { plan, villageTalk } from './cast.ts'
import type { Talk } from './talk.ts'

/** How a village head answers each question of a core round. */
const replies: Readonly<Record<string, string>> = {
  kesiapan: 'mulai',
  tanggal_pertemuan: '12 agustus 2024',
  hadir: '7 laki-laki 5 perempuan',
  status: 'sedang berjalan',
  persen: '60%',
  bulan_mulai: 'maret 2024',
  bulan_selesai: 'juli 2024',
  dana_terpakai: '3 juta',
  sumber_dana: '1',
  kendala: 'cuaca',
  cerita_kendala: 'hujan terus sejak mei',
  dukungan: '1',
  dukungan_dari: '2',
  foto: 'lewati',
  pelajaran: 'lewati',
}

function answerAll(talk: Talk, most: number, reply: (asked: QuestionAsked) => string = replyTo): void {
  for (let turn = 0; turn < most && talk.session.state === 'running'; turn++) {
    const asked = talk.last('question-asked')
    if (talk.last('recap-shown')) talk.say('ya')
    else if (asked?.question === 'foto' && reply(asked) === 'foto') talk.photo('a1')
    else if (asked) talk.say(reply(asked))
    else throw new Error(`nothing asked: ${talk.kinds.join(' ')}`)
  }
}

/** Kebun pala is finished and needs nothing more, the well is not begun; the others are under way. */
function replyTo({ path, question }: QuestionAsked): string {
  const activity = plan.find((other) => path.includes(`[${other.name}]`))
  if (question === 'hasil') return `${Number(activity?.target) * 0.6} ${activity?.satuan}`
  if (question === 'status' && activity?.name === 'e2') return 'sudah selesai'
  if (question === 'status' && activity?.name === 'e7') return 'belum mulai'
  if (question === 'dukungan' && activity?.name === 'e2') return 'tidak ada'
  return replies[question] ?? 'lewati'
}

describe('the burden of a core round of eight activities', () => {
  it('is 25 messages and 600 letters at most when two changed', () => {
    const talk = villageTalk().say('mulai', 'semua sama kecuali 3 dan 5')
    answerAll(talk, 60)
    expect(talk.all.map((event) => event.kind)).toContain('report-submitted')
    expect(talk.messages).toBeLessThanOrEqual(25)
    expect(talk.typed).toBeLessThanOrEqual(600)
  })

  it('is 12 messages when an activity is answered in one', () => {
    const talk = villageTalk().say('mulai', 'semua sama kecuali 3 dan 5', '12 agustus 2024', '7 laki-laki 5 perempuan')
    talk.say('sedang berjalan\n60%\n540 kg\n3 juta\ncuaca, hama\nbibit', 'lewati')
    expect(talk.value('kegiatan[e3]/kendala')).toEqual(['cuaca', 'hama'])
    expect(talk.value('kegiatan[e3]/dukungan')).toEqual(['bibit_bahan'])
    expect(talk.asked).toBe('kegiatan[e5]/status')
    talk.say('sedang berjalan\n60%\n6 unit\n3 juta\ncuaca\nbibit', 'lewati')
    answerAll(talk, 20)
    expect(talk.all.map((event) => event.kind)).toContain('report-submitted')
    expect(talk.messages).toBeLessThanOrEqual(12)
  })

  it('is 45 messages at most in a first report', () => {
    const talk = villageTalk({ lists: { kegiatan: plan, laporan_lalu: [] } })
    answerAll(talk, 80)
    expect(talk.all.map((event) => event.kind)).toContain('report-submitted')
    expect(talk.messages).toBeLessThanOrEqual(45)
  })

  it('is 45 messages at most in a first report that asks support for all eight and sends a photo', () => {
    const talk = villageTalk({ lists: { kegiatan: plan, laporan_lalu: [] } })
    // every activity has all its questions, and support is answered as its example shows
    answerAll(talk, 80, ({ question, example, photos }) => {
      if (question === 'dukungan') return example?.split('atau: ')[1] ?? ''
      if (question === 'foto') return photos?.kept === 0 ? 'foto' : 'cukup'
      return question === 'izin_foto' ? 'boleh' : (replies[question] ?? 'lewati')
    })
    expect(talk.all.map((event) => event.kind)).toContain('report-submitted')
    expect(plan.map(({ name }) => talk.value(`kegiatan[${name}]/dukungan_dari`))).toEqual(
      Array.from(plan, () => ['kecamatan']),
    )
    expect(talk.value('izin_foto')).toBe('ya')
    expect(talk.messages).toBeLessThanOrEqual(45)
  })

  it('names every activity once, with its place', () => {
    const talk = villageTalk({ lists: { kegiatan: plan, laporan_lalu: [] } })
    answerAll(talk, 80)
    const items = talk.all.flatMap((event) => (event.kind === 'question-asked' && event.item ? [event.item] : []))
    expect(items.map((item) => item.label)).toEqual(plan.map((activity) => activity.label))
    expect(items.map((item) => item.index)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })
})

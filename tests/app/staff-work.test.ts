import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '../../src/lib/local-time.ts'
import type { OutboundMessage } from '../../src/messages/outbound.ts'
import { openRig, type Rig } from '../support/rig.ts'

// Dawang lies in Teluk Waru, kabupaten 81.05; Hasnah coordinates that kabupaten, Kristina the other one.
const koordinator = 'demo-81.05-koordinator'
const otherKoordinator = 'demo-53.18-koordinator'
const admin = 'demo-admin'
const kades = 'demo-81.05.15.2003-kades'
const dawang = '81.05.15.2003'

let rig: Rig
let round: string
beforeEach(async () => {
  rig = await openRig()
  round = await rig.openRound()
})
afterEach(() => rig.close())

const texts = (messages: readonly OutboundMessage[]) => messages.map((m) => m.text).join('\n---\n')
const say = async (userId: string, text: string) => texts(await rig.say(userId, text))
const all = <T>(query: string) => rig.services.db.all<T>(query)
const obligation = async () =>
  (
    await all<{ dueAt: number; because: string | null }>(
      `select o.due_at as "dueAt", o.excused_because as because from obligation o join round_form f on f.id = o.round_form_id
       join round r on r.id = f.round_id where r.code = '${round}' and o.region_code = '${dawang}'`,
    )
  )[0]!
const dueOn = async () => localDate((await obligation()).dueAt, 'Asia/Jayapura')

describe('Deadlines', () => {
  it('are extended for a village and for a kecamatan, and put back by "urungkan"', async () => {
    const before = await dueOn()
    expect(await say(koordinator, 'perpanjang desa Dawang sampai 21 Agustus')).toContain('Rabu, 21 Agustus')
    expect(await dueOn()).toBe('2024-08-21')
    expect(await say(koordinator, 'perpanjang kecamatan Teluk Waru sampai 25 agustus 2024')).toContain('desa) sekarang')
    expect(await dueOn()).toBe('2024-08-25')
    expect(await say(koordinator, 'urungkan')).toContain('kembali seperti semula')
    expect(await dueOn()).toBe('2024-08-21')
    expect(await say(koordinator, 'urungkan')).toContain('Tidak ada yang bisa diurungkan')
    expect(before).not.toBe('2024-08-21')
  })

  it('are asked about when the date or the place is not clear', async () => {
    expect(await say(koordinator, 'perpanjang desa Dawang sampai nanti-nanti')).toContain('belum tertangkap')
    expect(await say(koordinator, 'perpanjang desa Entahmana sampai 21 Agustus')).toContain('tidak ada di wilayah')
    expect(await say(koordinator, 'perpanjang desa Dawang sampai 1 Juli 2024')).toContain('sudah lewat')
  })

  it('of another kabupaten are not a koordinator’s, and a village head’s words are no command', async () => {
    const before = await obligation()
    expect(await say(otherKoordinator, 'perpanjang desa Dawang sampai 21 Agustus')).toContain('tidak ada di wilayah')
    await say(kades, 'bebaskan desa Dawang karena banjir')
    expect(await obligation()).toEqual(before)
  })
})

describe('A village', () => {
  it('is excused with its reason, asked again, and either is taken back', async () => {
    expect(await say(koordinator, 'bebaskan desa Dawang karena banjir bandang')).toContain('tidak diminta melapor')
    expect((await obligation()).because).toBe('banjir bandang')
    await say(koordinator, 'minta lagi desa Dawang')
    expect((await obligation()).because).toBeNull()
    await say(koordinator, 'urungkan')
    expect((await obligation()).because).toBe('banjir bandang')
  })
})

describe('A round', () => {
  it('is closed and opened again by somebody who has the right everywhere, and by nobody else', async () => {
    const state = async () =>
      (await all<{ state: string }>(`select state from round where code = '${round}'`))[0]!.state
    await say(koordinator, `tutup putaran ${round}`)
    expect(await state()).toBe('open')
    expect(await say(admin, `tutup putaran ${round}`)).toContain('ditutup')
    expect(await state()).toBe('closed')
    await say(admin, `buka lagi ${round}`)
    expect(await state()).toBe('open')
  })

  it('is taken back before anybody has heard of it, and not afterwards', async () => {
    expect(await say(admin, `batal buka ${round}`)).toContain('dibatalkan')
    await rig.openRound()
    await rig.remindAt(rig.clock.now() + 3_600_000)
    expect(await say(admin, `batal buka ${round}`)).toContain('sudah berjalan')
  })
})

describe('Sending', () => {
  it('is paused and goes on', async () => {
    expect(await say(admin, 'hentikan pengiriman')).toContain('dihentikan sementara')
    await rig.remindAt(rig.clock.now() + 3_600_000)
    expect(rig.heard(kades)).toEqual([])
    expect(await say(admin, 'urungkan')).toContain('berjalan lagi')
    await rig.remindAt(rig.clock.now() + 3_600_000)
    expect(texts(rig.heard(kades))).toContain('Bisa kita mulai')
  })
})

describe('A call for help', () => {
  it('is listed, answered and closed by chat; a number of elsewhere tells nothing', async () => {
    for (const text of ['mulai', 'semua sama', 'ayam goreng', 'ikan bakar', 'papeda kuah', '1']) await say(kades, text)
    const list = await say(koordinator, 'daftar bantuan')
    expect(list).toContain('Wa Ima Rumaseram')
    const id = /(\d+)\. Wa Ima/.exec(list)![1]
    expect(await say(otherKoordinator, `jawab ${id} halo`)).toContain('tidak ada di daftar')
    expect(await say(koordinator, `jawab ${id} Nanti sore\nkami telepon, Bu.`)).toContain('dikirim kepada')
    expect(texts(rig.heard(kades))).toContain('Nanti sore\nkami telepon, Bu.')
    await say(koordinator, `beres ${id}`)
    expect(await say(koordinator, 'daftar bantuan')).not.toContain('Wa Ima')
  })
})

describe('A spoken answer', () => {
  it('gets its words from staff, beside the voice, with who typed them', async () => {
    for (const text of ['mulai', 'semua sama', '5 juli 2024', '7 lk 5 pr', 'lewati']) await say(kades, text)
    const file = rig.simulator.addFile(new Uint8Array([79, 103, 103, 83]), 'audio/ogg')
    await rig.act(kades, { kind: 'voice', file })
    const list = await say(koordinator, 'daftar suara')
    const id = /(\d+)\. Dawang/.exec(list)![1]
    expect(await say(otherKoordinator, `transkrip ${id} coba`)).toContain('tidak ada di daftar')
    expect(await say(koordinator, `transkrip ${id} Menanam bersama lebih cepat.`)).toContain('tersimpan')
    const rows = await all<{ value: string; reason: string | null; name: string }>(
      `select a.value, a.reason, p.name from answer a join person p on p.id = a.person_id
       where a.value like '{"voice"%' order by a.seq`,
    )
    expect(rows.map((r) => JSON.parse(r.value))).toEqual([
      { voice: id },
      { voice: id, text: 'Menanam bersama lebih cepat.' },
    ])
    expect(rows[1]).toMatchObject({ reason: 'transkrip pesan suara', name: 'Hasnah Suralesi' })
    expect(await say(koordinator, 'daftar suara')).toContain('Semua jawaban suara')
    expect(await say(kades, 'ya')).toContain('tanda terima')
  })
})

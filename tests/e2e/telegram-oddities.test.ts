// What people do on Telegram besides writing and pressing what was asked: one house, one village head for each.
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requireDataKey } from '../../src/lib/key-file.ts'
import { hashOfPhone, keysFrom } from '../../src/lib/seal.ts'
import { giveAddress } from '../../src/store/people.ts'
import { answered, openTelegramHouse, type TelegramHouse } from '../support/telegram-house.ts'
import { TelegramServer } from '../support/telegram-server/telegram-server.ts'
import type { TestUser } from '../support/telegram-server/user.ts'

const MB = 1024 * 1024

let server: TelegramServer
let house: TelegramHouse
let heads: readonly number[]
beforeAll(async () => {
  server = await new TelegramServer().start()
  house = await openTelegramHouse(server)
  const rows = await house.db.all<{ id: number }>(
    `select h.person_id as id from holding h join seat s on s.id = h.seat_id
     where s.position = 'kepala_desa' and h.delegate_of_id is null and exists
       (select 1 from address a where a.person_id = h.person_id and a.channel = 'simulator') order by h.id limit 8`,
  )
  heads = rows.map(({ id }) => id)
})
afterAll(async () => {
  await house.close()
  await server.stop()
})

let next = 0
/** A village head who has said so much of the report already. */
async function headAfter(...words: readonly string[]): Promise<TestUser> {
  const phone = server.user(`Kepala ${next}`)
  await giveAddress(house.db, {
    channel: 'telegram',
    userId: String(phone.chatId),
    personId: heads[next++]!,
    now: Date.now(),
  })
  for (const text of words) await answered(phone, () => phone.say(text))
  return phone
}
const toTheMeeting = ['mulai', 'semua sama', 'kemarin'] as const
const toThePhotos = [...toTheMeeting, '7 lk 5 pr'] as const

const answersOf = (phone: TestUser) =>
  house.db.all<{ path: string; value: string | null }>(
    `select a.path, a.value from answer a join inbox i on i.id = a.inbox_id join address d on d.id = i.address_id
     where d.user_id = $1 and a.how in ('given', 'skipped') order by a.id`,
    String(phone.chatId),
  )
const lastSaid = (phone: TestUser) => phone.fromBot.at(-1)?.text ?? ''
const picture = (red: number) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: { r: red, g: 90, b: 40 } } })
    .jpeg()
    .toBuffer()

describe('A file that is too large', () => {
  it('is refused in one sentence that says what to do, and counts as no answer', async () => {
    const phone = await headAfter(...toThePhotos)
    const before = await answersOf(phone)
    const said = await answered(phone, () =>
      phone.send({
        document: {
          file_id: 'besar',
          file_unique_id: 'ubesar',
          file_name: 'foto.jpg',
          mime_type: 'image/jpeg',
          file_size: 25 * MB,
        },
      }),
    )
    expect(said).toMatch(/terlalu besar \(paling besar 20 MB\)\. Mohon kirim yang lebih kecil, misalnya .*foto biasa/)
    expect(await answersOf(phone)).toEqual(before)
    expect(await house.db.all('select id from attachment')).toEqual([])

    const photo = await picture(200)
    expect(await answered(phone, () => phone.sendPhoto(photo))).toContain('1 foto sudah diterima')
  })

  it('whose size Telegram tells only later is asked for again, when it cannot be fetched', async () => {
    const phone = await headAfter(...toThePhotos)
    const { id } = server.chats.addFile(new Uint8Array(8), { folder: 'documents', size: 25 * MB })
    await answered(phone, () =>
      phone.send({ document: { file_id: id, file_unique_id: 'u', mime_type: 'image/png', file_name: 'a.png' } }),
    )
    await expect.poll(() => lastSaid(phone), { timeout: 8_000 }).toContain('terlalu besar')
    const gone = { file_id: 'tidak-ada', file_unique_id: 'x', width: 90, height: 90 }
    await answered(phone, () => phone.send({ photo: [gone] }))
    await expect.poll(() => lastSaid(phone), { timeout: 8_000 }).toContain('Mohon dikirim sekali lagi')
  })
})

describe('An album', () => {
  it('is the photos of one question, in its order, with its one caption, and is not answered photo by photo', async () => {
    const phone = await headAfter(...toThePhotos)
    const photos = [await picture(10), await picture(120), await picture(240)]
    const heard = phone.fromBot.length
    const sent = photos.map((bytes, i) => phone.sendPhoto(bytes, i === 0 ? 'Kebun pala' : undefined, 'album-1'))
    const kept = async () =>
      (await answersOf(phone)).flatMap(({ path, value }) => (path === 'foto' ? [JSON.parse(value!) as string[]] : []))
    await expect.poll(async () => (await kept()).length, { timeout: 8_000 }).toBe(3)
    await expect.poll(() => lastSaid(phone), { timeout: 8_000 }).toMatch(/foto ini dipakai/)

    const rows = await house.db.all<{ id: number; caption: string | null; message: string }>(
      `select t.id, t.caption, i.external_id as message from attachment t join inbox i on i.id = t.inbox_id
       where i.external_id like 'm:${phone.chatId}:%' order by t.id`,
    )
    expect(rows.map(({ caption }) => caption)).toEqual(['Kebun pala', null, null])
    expect(rows.map(({ message }) => message)).toEqual(sent.map((m) => `m:${phone.chatId}:${m.message_id}`))
    expect((await kept()).at(-1)).toEqual(rows.map(({ id }) => String(id)))
    // Telegram brings the first alone, and then the others together
    expect(phone.fromBot.length - heard).toBeLessThanOrEqual(2)
  })
})

describe('A button of an earlier question', () => {
  it('is answered kindly and answers nothing, however old it is', async () => {
    const phone = await headAfter('mulai')
    await answered(phone, () => phone.press('Semua sama'))
    expect(lastSaid(phone)).toMatch(/Tanggal berapa/)
    const before = await answersOf(phone)
    for (const old of [false, true]) {
      const said = await answered(phone, () => phone.press('Semua sama', { old }))
      expect(said).toContain('Tombol itu untuk pertanyaan yang sudah lewat')
      expect(said).toMatch(/Tanggal berapa/)
    }
    expect(await answersOf(phone)).toEqual(before)
    await answered(phone, () => phone.say('kemarin'))
    expect((await answersOf(phone)).map(({ path }) => path)).toContain('tanggal_pertemuan')
  })

  it('of somebody else’s conversation, or that nobody wrote, is none for the open question', async () => {
    const [other, phone] = [await headAfter('mulai'), await headAfter(...toThePhotos, 'lewati')]
    expect(lastSaid(phone)).toMatch(/[Pp]elajaran/)
    const before = await answersOf(phone)
    const theirs = other.fromBot.at(-1)!.reply_markup!.inline_keyboard.flat()[0] as { callback_data: string }
    const mine = phone.fromBot.at(-1)!
    for (const data of [theirs.callback_data, 'azzzz.1.0', 'bukan tombol kita', `a${'9'.repeat(10)}.0.0`]) {
      // the label that stood on it is no answer either
      const shown = { ...mine, reply_markup: { inline_keyboard: [[{ text: 'Tidak ada', callback_data: data }]] } }
      expect(await answered(phone, () => phone.forgePress(shown, data))).toContain('pertanyaan yang sudah lewat')
    }
    expect(await answersOf(phone)).toEqual(before)
  })
})

describe('A live location', () => {
  it('is one place: where it goes afterwards is nobody’s answer', async () => {
    const phone = await headAfter(...toTheMeeting)
    const before = await answersOf(phone)
    let place!: ReturnType<TestUser['sendLocation']>
    await answered(phone, () => {
      place = phone.sendLocation(-3.65, 128.19, { liveSeconds: 900 })
    })
    for (let i = 1; i <= 3; i++) {
      phone.move(place, -3.65 + i / 100, 128.19)
      place = { ...place, location: { latitude: -3.65 + i / 100, longitude: 128.19 } }
    }
    await answered(phone, () => phone.say('7 lk 5 pr'))
    const heard = await house.db.all<{ content: string }>(
      `select content from inbox i join address a on a.id = i.address_id where a.user_id = '${phone.chatId}'
       order by i.id desc limit 3`,
    )
    expect(heard.map(({ content }) => (JSON.parse(content) as { kind: string }).kind)).toEqual([
      'text',
      'location',
      'text',
    ])
    expect((await answersOf(phone)).slice(before.length).map(({ path }) => path)).toEqual(['hadir'])
  })
})

describe('Somebody unknown who shares a contact', () => {
  const invite = async (phone: string, more = 0) => {
    const { hashKey } = keysFrom(requireDataKey(house.config.dataDir, house.config.dataKey))
    const people = await house.db.all<{ id: number; name: string }>(
      `select p.id, p.name from invitation i join person p on p.id = i.person_id where i.used_at is null and p.phone_hash is null
       order by i.id limit ${1 + more}`,
    )
    for (const { id } of people)
      await house.db.run('update person set phone_hash = $2 where id = $1', id, hashOfPhone(hashKey, phone))
    return people[0]!
  }
  const numbersKept = () => house.db.all(`select id from inbox where content like '%6281299%'`)

  it('of their own number is taken as the person who is invited with it, and enrols', async () => {
    const { id } = await invite('+6281299000001')
    const phone = server.user('Baru')
    expect(await answered(phone, () => phone.shareContact('6281299000001'))).toContain('Yayasan BaKTI')
    for (const text of ['setuju', 'setuju', 'setuju', 'bapak']) await answered(phone, () => phone.say(text))
    expect(await house.db.all('select person_id as id from address where user_id = $1', String(phone.chatId))).toEqual([
      { id },
    ])
    expect(await numbersKept()).toEqual([])
  })

  it('of somebody else, or a number that none or two are invited with, learns nothing from the answer', async () => {
    await invite('+6281299000002')
    await invite('+6281299000003', 1)
    const [other, none, two] = [server.user('Satu'), server.user('Dua'), server.user('Tiga')]
    const answers = [
      await answered(other, () => other.sendContact({ phone_number: '6281299000002', first_name: 'Orang lain' })),
      await answered(none, () => none.shareContact('6281299000009')),
      await answered(two, () => two.shareContact('6281299000003')),
    ]
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('Nomor ini belum terdaftar')
    expect(await numbersKept()).toEqual([])
  })
})

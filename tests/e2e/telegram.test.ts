import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answered, openTelegramHouse, type TelegramHouse } from '../support/telegram-house.ts'
import { TelegramServer } from '../support/telegram-server/telegram-server.ts'

let server: TelegramServer
let house: TelegramHouse
beforeEach(async () => {
  server = await new TelegramServer().start()
  house = await openTelegramHouse(server)
})
afterEach(async () => {
  await house.close()
  await server.stop()
})

const head = () => house.invitations.find((i) => i.position === 'Kepala Desa')!

describe('A village head on Telegram', () => {
  it('enrols by the link, reports with buttons and words and a photo, corrects, and goes on after a restart', async () => {
    const phone = server.user('Maria')
    const say = (text: string) => answered(phone, () => phone.say(text))
    const press = (label: string) => answered(phone, () => phone.press(label))

    // who asks, why, what is kept, who sees it, and the rights; then SETUJU
    expect(await answered(phone, () => phone.start(head().payload))).toContain('Yayasan BaKTI')
    await press('1. SETUJU')
    await say('setuju')
    await press('1. SETUJU')
    expect(await press('2. Ibu')).toContain('Pemantauan desa')

    expect(await say('/mulai')).toContain('Keadaan kegiatan menurut putaran lalu')
    await press('Semua sama')
    await say('kemarin')
    const [before] = phone.fromBot.slice(-1)
    expect(before!.text).toContain('Berapa orang yang hadir?')

    await house.restart()
    const said = phone.say('7 lk 5 pr')
    await answered(phone, () => {})
    expect(phone.fromBot.at(-1)!.text).toContain('12 orang (7 laki-laki, 5 perempuan)')
    expect(await answered(phone, () => phone.edit(said.message_id, '9 lk 5 pr'))).toContain('14 orang')

    const photo = await sharp({ create: { width: 32, height: 32, channels: 3, background: '#a52' } })
      .jpeg()
      .toBuffer()
    await answered(phone, () => phone.sendPhoto(photo, 'kebun'))
    await say('cukup')
    await say('ya')
    await say('lewati')
    expect(await say('ya')).toMatch(/tanda terima/)

    const answers = await house.db.all<{ path: string; value: string }>(
      `select a.path, a.value from answer a join report r on r.id = a.report_id join inbox i on i.id = a.inbox_id
       where r.state = 'submitted' and r.obligation_id is not null and a.path in ('hadir', 'foto') order by a.id`,
    )
    expect(answers.map((a) => a.path)).toEqual(['hadir', 'hadir', 'foto'])
    expect(JSON.parse(answers[1]!.value)).toEqual({ total: 14, l: 9, p: 5 })
    await expect
      .poll(() => house.db.all('select state from attachment'), { timeout: 5_000 })
      .toEqual([{ state: 'stored' }])
  })

  it('is not written to any more after blocking the bot, until they unblock it', async () => {
    const phone = server.user('Maria')
    await answered(phone, () => phone.say('halo'))
    phone.block()
    await expect
      .poll(() => house.db.all(`select reach from address where channel = 'telegram'`), { timeout: 5_000 })
      .toEqual([{ reach: 'blocked' }])
    phone.unblock()
    await expect
      .poll(() => house.db.all(`select reach from address where channel = 'telegram'`), { timeout: 5_000 })
      .toEqual([{ reach: 'ok' }])
    expect(phone.fromBot).toHaveLength(1)
  })

  it('gets each reply once although every update is delivered twice', async () => {
    const phone = server.user('Maria')
    await answered(phone, () => {
      phone.say('halo')
      server.repeatUpdate()
    })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(phone.fromBot).toHaveLength(1)
  })
})

describe('A Bot API server that knows fewer methods', () => {
  it('is served all the same', async () => {
    server.faults.disable(
      'setMyCommands',
      'getMyCommands',
      'sendChatAction',
      'getWebhookInfo',
      'deleteWebhook',
      'answerCallbackQuery',
    )
    await house.restart()
    const phone = server.user('Maria')
    await answered(phone, () => phone.start(head().payload))
    expect(await answered(phone, () => phone.press('1. SETUJU'))).toContain('Telegram')
  })
})

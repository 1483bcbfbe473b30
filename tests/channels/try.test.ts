import { it } from 'vitest'
import { pino } from 'pino'
import { Inbox } from './contract.ts'
import { House, until } from './whatsapp-web-stage.ts'
it('works', async () => {
  const house = await House.open()
  const t0 = performance.now()
  const say = (...x: unknown[]) => console.log(((performance.now() - t0) / 1000).toFixed(2), ...x)
  const maya = house.server.person('6281200000001@c.us', { lid: '17990001@lid', name: 'Maya' })
  const channel = house.channel({ logger: pino({ level: 'debug' }) })
  const inbox = new Inbox()
  try {
    await channel.start(inbox.accept)
    await house.ready(channel)
    say('ready', channel.state())
    maya.say('halo')
    await inbox.latest()
    say('in', JSON.stringify(inbox.rows))
    say(await channel.send({ userId: 'x', chatId: maya.lid! }, { text: 'Selamat pagi', choices: [{ label: 'Ya', data: 'a' }] }, Date.now()))
    say(maya.received, house.server.seen, house.server.typing)
    await channel.stop()
    say('stopped')
    await channel.start(inbox.accept)
    await house.ready(channel)
    say('ready again', house.codes.length)
    maya.say('dua')
    await until(() => inbox.rows.length === 2)
    say('in')
  } finally {
    console.log(house.server.complaints)
    await house.close()
    say('closed')
  }
}, 60000)

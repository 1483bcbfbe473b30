/**
 * WhatsApp's page changes without a word, and gives less than it promises: what is not needed may fail, what is needed is
 * asked for again, and a page that never gets there is replaced.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backlogLimits } from '../../../src/channels/whatsapp-web/backlog.ts'
import type { WhatsAppWebChannel } from '../../../src/channels/whatsapp-web/whatsapp-web-channel.ts'
import { DAY } from '../../../src/lib/local-time.ts'
import type { InboundMessage } from '../../../src/messages/inbound.ts'
import type { Person, WhatsAppWebServer } from '../../support/whatsapp-web-server/whatsapp-web-server.ts'
import { Inbox, stored } from '../contract.ts'
import { canRun, House, quickTiming, until } from '../whatsapp-web-stage.ts'

describe.runIf(canRun)('a page that changes', () => {
  const lines: string[] = []
  const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
  let house: House
  let server: WhatsAppWebServer
  let channel: WhatsAppWebChannel
  let inbox: Inbox
  let rudi: Person

  beforeAll(async () => {
    house = await House.open()
    server = house.server
    inbox = new Inbox()
    rudi = server.person('6281200000002@c.us', { name: 'Rudi' })
    channel = house.channel({ logger, timing: { ...quickTiming, readyWithin: 1_500 } })
    await channel.start(inbox.accept)
  })
  afterAll(async () => {
    await house.close()
    expect(server.complaints).toEqual([])
  })

  it('shows no code without content, and finds the way to a new one where it has moved', async () => {
    await until(() => channel.state().pairing !== undefined, channel)
    server.tellPage('emptyCode')
    server.tellPage('movedRefresh')
    const codes = house.codes.length
    server.state('UNPAIRED_IDLE')
    await until(() => house.codes.length > codes, channel)
    expect(house.codes.filter((code) => code.startsWith('undefined'))).toEqual([])
    await until(() => channel.state().pairing?.code === house.codes.at(-1), channel)
    await house.ready(channel)
  })

  it('sends and takes in, although neither blue ticks nor "typing…" work any more', async () => {
    server.broken.add('seen').add('typing')
    rudi.say('halo')
    await inbox.until((rows) => rows.length === 1)
    const to = { userId: rudi.number, chatId: rudi.number }
    expect(await channel.send(to, { text: 'Selamat pagi' }, Date.now())).toMatchObject({ kind: 'sent' })
    rudi.say('masih di sini')
    await inbox.until((rows) => rows.length === 2)
    expect(inbox.texts).toEqual(['halo', 'masih di sini'])
    server.broken.clear()
  })

  it('is asked again for a file that it does not give at once', async () => {
    server.failingDownloads = 2
    rudi.sendFile('image', stored.dot!, { mime: 'image/png' })
    await inbox.until((rows) => rows.at(-1)?.content.kind === 'photo')
    const content = inbox.contents.at(-1)!
    if (content.kind !== 'photo') throw new Error('no photo')
    const { stream } = await channel.openFile(content.file)
    expect(new Uint8Array(await new Response(stream).arrayBuffer())).toEqual(stored.dot)
    expect(server.failingDownloads).toBe(0)
  })

  it('brings what was written while nobody listened: the latest hundred of a chat, nothing of long ago, the rest told', async () => {
    // the number has been the bot's for a long time
    writeFileSync(join(house.folder, 'number.json'), JSON.stringify({ number: server.number, since: 0 }))
    const ani = server.person('6281200000003@c.us', { name: 'Ani' })
    const before = inbox.rows.length
    server.hangUp()
    for (let i = 1; i <= backlogLimits.perChat + 3; i += 1) rudi.say(`baris ${i}`)
    ani.say('dari dulu sekali', server.now() - (backlogLimits.ageMs + DAY) / 1000)
    ani.say('baru')
    channel.reconnect()
    await inbox.until((rows) => rows.length === before + backlogLimits.perChat + 1)
    const texts = inbox.texts.slice(-backlogLimits.perChat - 1)
    expect(texts).toContain('baru')
    expect(texts.filter((text) => text !== 'baru')).toEqual(
      Array.from({ length: backlogLimits.perChat }, (_, i) => `baris ${i + 4}`),
    )
    expect(lines.filter((line) => line.includes('"left":4'))).toHaveLength(1)
    expect(lines.join('')).not.toMatch(/baris|62812/)
  })

  it('brings all of it, whatever is written while it is looked through', async () => {
    const people = Array.from({ length: 40 }, (_, i) => server.person(`62812000002${String(i).padStart(2, '0')}@c.us`))
    server.hangUp()
    for (const person of people) person.say('pertama')
    channel.reconnect()
    await until(() => channel.state().state !== 'running', channel)
    await until(() => channel.state().state === 'running', channel)
    for (const person of people) person.say('kedua')
    const told = (rows: readonly InboundMessage[], text: string) =>
      rows.filter(({ content }) => content.kind === 'text' && content.text === text).length
    await inbox.until((rows) => told(rows, 'kedua') === people.length)
    expect(told(inbox.rows, 'pertama')).toBe(people.length)
  })

  it('that never gets ready is replaced by another one, with the login kept', async () => {
    server.neverSyncs = true
    const codes = house.codes.length
    channel.reconnect()
    await until(() => channel.state().note?.includes('never became ready') === true, channel)
    server.neverSyncs = false
    await until(() => channel.state().state === 'running', channel)
    expect(house.codes).toHaveLength(codes)
  })
})

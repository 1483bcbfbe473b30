import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Dispatch, Template } from '../../../src/channels/channel.ts'
import type { WhatsAppCloudChannel } from '../../../src/channels/whatsapp-cloud/whatsapp-cloud-channel.ts'
import type { OutboundMessage } from '../../../src/messages/outbound.ts'
import { CloudServer } from '../../support/whatsapp-cloud-server/cloud-server.ts'
import type { TestPerson } from '../../support/whatsapp-cloud-server/person.ts'
import { cloudChannel } from '../whatsapp-cloud-stage.ts'

const HOUR = 3_600_000
const invitation: Template = {
  name: 'undangan_laporan',
  language: 'id',
  parameters: ['Maya', 'Negeri Contoh\nSeram'],
  payloads: ['i7.0', 'i7.1'],
  isWhole: true,
}

describe('Sending over the Cloud API', () => {
  let server: CloudServer
  let channel: WhatsAppCloudChannel
  let maya: TestPerson

  beforeEach(async () => {
    server = await new CloudServer().start()
    server.templates.set('undangan_laporan', { language: 'id', parameters: 2, buttons: ['Mulai', 'Nanti'] })
    channel = cloudChannel(server)
    await channel.start(async () => undefined)
    maya = server.person('Maya')
    maya.lastWroteAt = server.now()
  })
  afterEach(async () => {
    await channel.stop()
    await server.stop()
  })

  const send = (message: OutboundMessage, more: Partial<Dispatch> = {}, to = maya) =>
    channel.send({ userId: to.userId!, chatId: to.waId ?? to.userId! }, message, server.now(), {
      key: 'remind:7:3:undangan',
      ...(to.lastWroteAt !== undefined && { lastInboundAt: to.lastWroteAt }),
      ...more,
    })

  describe('inside the 24 hours after the person’s last message', () => {
    it.each([
      [23.9, true],
      [24, false],
      [25, false],
    ])('after %d hours: free text %s', async (hours, isFree) => {
      server.advance(hours * HOUR)
      expect(channel.canSendFreeForm(maya.lastWroteAt, server.now())).toBe(isFree)
      expect((await send({ text: 'Selamat pagi' })).kind).toBe(isFree ? 'sent' : 'refused')
    })

    it('says to staff that a message cannot go, where no template is set', async () => {
      server.advance(25 * HOUR)
      expect(await send({ text: 'Selamat pagi' })).toEqual({
        kind: 'refused',
        reason: expect.stringContaining('no template'),
        ourFault: false,
        staffReads: expect.stringContaining('24 jam'),
      })
      expect(server.ledger.filter(({ path }) => path.endsWith('/messages'))).toEqual([])
    })

    it('sends the template outside of it, and its button opens the conversation', async () => {
      server.advance(25 * HOUR)
      expect(await send({ text: 'Mari mulai' }, { template: invitation })).toMatchObject({ kind: 'sent' })
      const pressed = maya.press('quick reply 1') as { messages: [{ button: { payload: string } }] }
      expect(pressed.messages[0].button.payload).toBe('i7.0')
      expect(await send({ text: 'Pertanyaan pertama' })).toMatchObject({ kind: 'sent' })
    })

    it('only knocks with one that is not all of the message', async () => {
      server.advance(25 * HOUR)
      const outcome = await send({ text: 'Ringkasan minggu ini' }, { template: { ...invitation, isWhole: false } })
      expect(outcome).toEqual({ kind: 'knocked', messageRef: maya.received[0]?.id })
      expect(maya.received[0]?.message.biz_opaque_callback_data).toBe('remind:7:3:undangan#')
    })

    it('believes Meta’s clock more than ours', async () => {
      server.advance(25 * HOUR)
      const stillOpen = { lastInboundAt: server.now() - HOUR }
      expect(await send({ text: 'Halo' }, stillOpen)).toMatchObject({ kind: 'refused', ourFault: false })
      expect(await send({ text: 'Halo' }, { ...stillOpen, template: invitation })).toMatchObject({ kind: 'sent' })
    })

    it('writes first to somebody who never wrote, with a template only', async () => {
      const rudi = server.person('Rudi')
      expect(await send({ text: 'Halo' }, {}, rudi)).toMatchObject({ kind: 'refused' })
      expect(await send({ text: 'Halo' }, { template: invitation }, rudi)).toMatchObject({ kind: 'sent' })
    })

    it.each<[string, Template]>([
      ['that was never approved', { ...invitation, name: 'lain' }],
      ['in another language', { ...invitation, language: 'en' }],
      ['with too few parameters', { ...invitation, parameters: ['Maya'] }],
    ])('takes the blame for a template %s', async (_, template) => {
      server.advance(25 * HOUR)
      expect(await send({ text: 'x' }, { template })).toMatchObject({
        kind: 'refused',
        ourFault: true,
        staffReads: expect.stringContaining('Templat'),
      })
    })
  })

  describe('at Meta’s pace', () => {
    it('keeps to 45 in a burst and one in 6 s to one person, by itself, and costs no try', async () => {
      const start = server.now()
      let refused = 0
      for (let i = 0; i < 60; i += 1) {
        const outcome = await send({ text: `pesan ${i}` })
        if (outcome.kind === 'retry') {
          refused += 1
          expect(outcome).toMatchObject({ untried: true })
          expect(outcome.at - start).toBeGreaterThan(0)
          expect(outcome.at - server.now()).toBeLessThanOrEqual(6000)
        }
      }
      expect([maya.received.length, refused]).toEqual([45, 15])
      server.advance(6000)
      expect(await send({ text: 'lagi' })).toMatchObject({ kind: 'sent' })
      expect(server.ledger.filter(({ code }) => code === 131056)).toEqual([])
      // nobody else waits
      const rudi = server.person('Rudi')
      rudi.lastWroteAt = server.now()
      expect(await send({ text: 'halo' }, {}, rudi)).toMatchObject({ kind: 'sent' })
    })

    it('keeps to 80 a second in all', async () => {
      const people = Array.from({ length: 100 }, (_, i) => server.person(`Orang ${i}`))
      for (const person of people) person.lastWroteAt = server.now()
      const at = server.now()
      const outcomes = await Promise.all(
        people.map((person) =>
          channel.send({ userId: person.userId!, chatId: person.waId! }, { text: 'halo' }, at, {
            key: 'x',
            lastInboundAt: at,
          }),
        ),
      )
      expect(outcomes.filter(({ kind }) => kind === 'sent').length).toBeLessThanOrEqual(80)
      expect(outcomes.filter((o) => o.kind === 'retry' && o.untried && o.wholeChannel)).toHaveLength(20)
      expect(server.ledger.filter(({ code }) => code === 130429)).toEqual([])
    })

    it('waits 4, 16, 64 s when Meta counts otherwise', async () => {
      const waits: number[] = []
      for (let i = 0; i < 3; i += 1) {
        server.fail({ kind: 'error', status: 400, code: 131056, message: 'pair rate limit hit' })
        const now = server.now()
        const outcome = await channel.send({ userId: maya.userId!, chatId: maya.waId! }, { text: 'x' }, now)
        if (outcome.kind === 'retry') waits.push(outcome.at - now)
      }
      expect(waits).toEqual([4000, 16_000, 64_000])
    })
  })

  describe.each<[number, number, object]>([
    [401, 190, { kind: 'retry', wholeChannel: true }],
    [403, 10, { kind: 'retry', wholeChannel: true }],
    [429, 130429, { kind: 'retry', wholeChannel: true }],
    [400, 131048, { kind: 'retry', wholeChannel: true }],
    [400, 131042, { kind: 'retry', wholeChannel: true }],
    [500, 131000, { kind: 'retry' }],
    [503, 131016, { kind: 'retry' }],
    [400, 131026, { kind: 'refused', unreachable: true, ourFault: false }],
    [400, 131030, { kind: 'refused', ourFault: true }],
    [400, 131051, { kind: 'refused', ourFault: true }],
    [400, 100, { kind: 'refused', ourFault: true }],
    [400, 131049, { kind: 'refused', ourFault: false }],
  ])('told %i with code %i', (status, code, expected) => {
    it('knows what that means, and gives neither number nor token away', async () => {
      server.fail({ kind: 'error', status, code, message: `no: ${maya.waId} ${server.token}` })
      const outcome = await send({ text: 'Halo' })
      expect(outcome).toMatchObject(expected)
      expect(JSON.stringify(outcome)).not.toMatch(new RegExp(`${maya.waId}|${server.token}`))
      if (outcome.kind === 'refused') expect(outcome.staffReads).toMatch(/^[A-Z].*\.$/)
    })
  })

  it('uploads a picture once for many people, and anew when Meta forgot it', async () => {
    const attachment = { kind: 'photo', hash: 'dot', name: 'peta: "desa".png', mime: 'image/png' } as const
    const rudi = server.person('Rudi')
    rudi.lastWroteAt = server.now()
    for (const person of [maya, rudi]) expect((await send({ text: 'Peta', attachment }, {}, person)).kind).toBe('sent')
    expect(server.ledger.filter(({ path }) => path.endsWith('/media'))).toHaveLength(1)
    server.advance(31 * 24 * HOUR)
    maya.lastWroteAt = server.now()
    expect((await send({ text: 'Peta', attachment })).kind).toBe('sent')
    expect(server.ledger.filter(({ path }) => path.endsWith('/media'))).toHaveLength(2)
  })

  it('names documents as people will look for them', async () => {
    const attachment = {
      kind: 'document',
      hash: 'report',
      name: 'Laporan: Juli/2026.pdf',
      mime: 'application/pdf',
    } as const
    await send({ text: 'Laporan', attachment })
    expect(maya.received[0]?.message).toMatchObject({
      document: { filename: 'Laporan_ Juli_2026.pdf', caption: 'Laporan' },
    })
  })

  it('asks for a place with the phone’s own map', async () => {
    await send({ text: 'Di mana kegiatan ini?', requests: 'location' })
    expect(maya.received[0]?.message).toMatchObject({
      interactive: { type: 'location_request_message', body: { text: 'Di mana kegiatan ini?' } },
    })
  })

  it('marks as read what was taken in', async () => {
    const said = maya.say('halo') as { messages: [{ id: string }] }
    const body = JSON.stringify(server.webhooks.envelope(said))
    const headers = { 'x-hub-signature-256': server.webhooks.sign(body) }
    const answer = await channel.handleWebhook(new Request('http://127.0.0.1/', { method: 'POST', headers, body }))
    expect(answer.status).toBe(200)
    await expect.poll(() => server.receipts).toEqual([said.messages[0].id])
  })

  it('has links that open the chat with the code', () => {
    expect(channel.inviteLink('k7Jq-2_x')).toBe('https://wa.me/628110000001?text=%2Fstart%20k7Jq-2_x')
    expect(channel.inviteLink('a b')).toBeUndefined()
  })
})

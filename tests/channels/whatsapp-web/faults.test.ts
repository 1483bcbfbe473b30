/**
 * What hurts people who run whatsapp-web.js in production, done to the channel: the real library in a real browser. The
 * chapters are in the order in which one browser can live through them.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readStatus } from '../../../src/channels/whatsapp-web/standing.ts'
import type { WhatsAppWebChannel } from '../../../src/channels/whatsapp-web/whatsapp-web-channel.ts'
import { ManualClock } from '../../../src/lib/clock.ts'
import type { Person, WhatsAppWebServer } from '../../support/whatsapp-web-server/whatsapp-web-server.ts'
import { Inbox, stored } from '../contract.ts'
import { canRun, chromium, House, quickTiming, until } from '../whatsapp-web-stage.ts'

describe.runIf(canRun)('WhatsApp Web in production', () => {
  let house: House
  let server: WhatsAppWebServer
  let channel: WhatsAppWebChannel
  let inbox: Inbox
  let maya: Person
  let rudi: Person

  const now = Date.UTC(2026, 2, 2, 1)
  const send = (person: Person, text: string) =>
    channel.send({ userId: person.writesFrom, chatId: person.writesFrom }, { text }, now)
  const browserPid = () => house.browserPid
  const restart = async (more: Parameters<House['channel']>[0] = {}) => {
    await channel.stop()
    channel = house.channel(more)
    await channel.start(inbox.accept)
    await house.ready(channel)
  }

  beforeAll(async () => {
    house = await House.open()
    server = house.server
    inbox = new Inbox()
    maya = server.person('6281200000001@c.us', { lid: '170000000000001@lid', name: 'Maya' })
    rudi = server.person('6281200000002@c.us', { name: 'Rudi' })
    channel = house.channel()
  })
  afterAll(async () => {
    await house.close()
    expect(server.complaints).toEqual([])
  })

  describe('pairing', () => {
    it('starts on a profile that another machine left locked', async () => {
      mkdirSync(join(house.folder, 'session-bot'), { recursive: true })
      symlinkSync('another-host-4711', join(house.folder, 'session-bot', 'SingletonLock'))
      // from when the number was somebody's own
      maya.say('Kak, jadi ke pasar?', server.now() - 3600)
      await channel.start(inbox.accept)
      await until(() => channel.state().pairing !== undefined, channel)
      expect(channel.state()).toMatchObject({ state: 'degraded', note: expect.stringMatching(/scan/) })
      expect(readStatus(house.folder)?.pairing?.code).toBe(channel.state().pairing?.code)
    })

    it('keeps the profile and what lies beside it for its own user', () => {
      for (const name of ['.', 'status.json']) expect(statSync(join(house.folder, name)).mode & 0o077).toBe(0)
    })

    it('asks for a new code when the page no longer does', async () => {
      const codes = house.codes.length
      server.state('UNPAIRED_IDLE')
      await until(() => house.codes.length > codes, channel)
      await until(() => channel.state().pairing?.code === house.codes.at(-1), channel)
    })

    it('waits when WhatsApp is away, and sends nothing at the cost of a try', async () => {
      const outcome = await send(maya, 'Selamat pagi')
      expect(outcome).toMatchObject({ kind: 'retry', untried: true, wholeChannel: true })
    })

    it('is ready although the page was quicker than the library', async () => {
      server.syncDelay = 0
      await restart()
      expect(channel.state().state).toBe('running')
      await until(() => readStatus(house.folder)?.versions?.library === '1.34.7')
      server.syncDelay = 30
    })

    it('leaves the unread messages of the former owner of the number alone, and reads no statuses', async () => {
      maya.say('halo')
      expect((await inbox.latest()).content).toEqual({ kind: 'text', text: 'halo' })
      expect(inbox.texts).toEqual(['halo'])
      await until(() => server.seen.length > 0)
      expect(new Set(server.seen)).toEqual(new Set([maya.writesFrom]))
    })
  })

  describe('receiving', () => {
    const heard = (text: string) =>
      inbox.until((rows) => rows.some(({ content }) => content.kind === 'text' && content.text === text))

    it('takes each message once, however often the page says that it is ready', async () => {
      // never deciphered: see below
      for (let i = 0; i < 2; i += 1) rudi.send('ciphertext')
      server.tellPage('resync')
      server.tellPage('resync')
      maya.say('satu')
      await heard('satu')
      maya.say('dua')
      await heard('dua')
      expect(inbox.texts).toEqual(['halo', 'satu', 'dua'])
      expect(inbox.deliveries.get(inbox.rows.at(-1)!.externalId)).toBe(1)
    })

    it('knows a person under one id, with the number or without it, and answers where they wrote', async () => {
      maya.writesFrom = maya.number
      maya.say('dari nomor')
      await heard('dari nomor')
      expect(new Set(inbox.rows.map((row) => row.userId))).toEqual(new Set([maya.lid]))
      expect(inbox.rows.at(-1)).toMatchObject({ chatId: maya.number })
      expect(await send(maya, 'Terima kasih')).toMatchObject({ kind: 'sent' })
      expect(maya.received.at(-1)).toMatchObject({ chat: maya.number, body: 'Terima kasih' })
      maya.writesFrom = maya.lid!
    })

    it('does not hear statuses, groups, channels and notices', async () => {
      for (const chat of ['status@broadcast', '120363000000000001@g.us', '120363000000000002@newsletter'])
        server.deliver({ chat, type: 'chat', body: 'Untuk semua', t: server.now() })
      maya.send('e2e_notification')
      rudi.say('ini Rudi')
      await heard('ini Rudi')
      expect(inbox.rows.at(-1)).toMatchObject({ userId: rudi.number, profileName: 'Rudi' })
      expect(inbox.texts).not.toContain('Untuk semua')
    })

    it('answers a call and a poll kindly instead of with silence', async () => {
      rudi.send('call_log')
      rudi.send('poll_creation')
      rudi.say('itu tadi')
      await heard('itu tadi')
      expect(inbox.contents.slice(-3, -1)).toEqual([
        { kind: 'unsupported', what: 'call' },
        { kind: 'unsupported', what: 'poll_creation' },
      ])
    })

    it('takes a message that is deciphered a moment later', async () => {
      const late = rudi.send('ciphertext')
      server.decrypt(late, 'empat puluh')
      await heard('empat puluh')
    })

    it('fetches no file that is too large, and gives up one that WhatsApp no longer has', async () => {
      rudi.sendFile('document', stored.report!, { mime: 'application/pdf', name: 'a.pdf' })
      await inbox.until((rows) => rows.some((row) => row.content.kind === 'document'))
      const content = inbox.contents.find((one) => one.kind === 'document')!
      if (content.kind !== 'document') throw new Error('no document')
      const { file } = content
      await expect(channel.openFile({ ...file, size: 21 * 1024 * 1024 })).rejects.toMatchObject({
        code: 'file_too_large',
      })
      server.media.clear()
      await expect(channel.openFile(file)).rejects.toMatchObject({ code: 'file_gone' })
    })
  })

  describe('sending', () => {
    it('looks up a number before the first message, and writes where WhatsApp says', async () => {
      const ani = server.person('6281200000003@c.us', { lid: '170000000000003@lid' })
      const to = { userId: ani.number, chatId: ani.number }
      expect(await channel.send(to, { text: 'Selamat pagi' }, now)).toMatchObject({ kind: 'sent' })
      expect(ani.received).toMatchObject([{ chat: ani.lid, body: 'Selamat pagi' }])
      expect(server.typing).toContain(ani.lid)
    })

    it('tells staff of a number that is not on WhatsApp', async () => {
      const nobody = '628990000000@c.us'
      const outcome = await channel.send({ userId: nobody, chatId: nobody }, { text: 'Selamat pagi' }, now)
      expect(outcome).toMatchObject({ kind: 'refused', unreachable: true, ourFault: false })
      expect(JSON.stringify(outcome)).not.toContain('62899')
    })

    it('does not say the first part of a long message again when the second got lost', async () => {
      const text = Array.from({ length: 200 }, (_, i) => `Baris ke-${i} dari laporan desa.`).join('\n')
      const before = rudi.received.length
      server.failNext('well')
      server.failNext('lost on the way')
      expect(await send(rudi, text)).toMatchObject({ kind: 'retry' })
      expect(await send(rudi, text)).toMatchObject({ kind: 'sent' })
      const parts = rudi.received.slice(before)
      expect(parts.map((part) => part.body).join('\n')).toBe(text)
    })

    it('writes to no group', async () => {
      const group = '120363000000000001@g.us'
      expect(await channel.send({ userId: group, chatId: group }, { text: 'Halo' }, now)).toMatchObject({
        kind: 'refused',
        ourFault: true,
      })
    })

    it('asks once, however many, for messages that could not be deciphered', { timeout: 25_000 }, async () => {
      const pleas = () =>
        inbox.rows.filter(({ content }) => content.kind === 'unsupported' && content.what === 'unreadable')
      // the library gives a message up after 15 s
      await until(() => inbox.deliveries.get(pleas()[0]?.externalId ?? '') === 2, channel, 20_000)
      expect(pleas()).toHaveLength(1)
    })
  })

  describe('living on', () => {
    it('takes the number back from another WhatsApp Web', async () => {
      server.state('CONFLICT')
      await until(() => server.takeOvers === 1, channel)
      await until(() => channel.state().state === 'running', channel)
    })

    it('replaces a browser that was killed, loses nothing of what was written meanwhile, and keeps the login', async () => {
      const pid = browserPid()
      server.failNext('lost on the way')
      const lost = server.lost
      const sending = send(rudi, 'Berapa orang?')
      await until(() => server.lost > lost)
      process.kill(pid, 'SIGKILL')
      expect(await sending).toMatchObject({ kind: 'retry', wholeChannel: true })
      server.hangUp()
      const rows = inbox.rows.length
      rudi.say('saya masih menulis')
      await until(() => channel.state().state === 'running' && browserPid() !== pid, channel)
      await inbox.until((all) => all.length === rows + 1)
      expect(await send(rudi, 'Berapa orang?')).toMatchObject({ kind: 'sent' })
      expect(rudi.received.filter(({ body }) => body === 'Berapa orang?')).toHaveLength(1)
    })

    it('replaces a browser whose page hangs', async () => {
      const pid = browserPid()
      server.tellPage('freeze')
      await until(() => channel.state().state === 'running' && browserPid() !== pid, channel)
    })

    it('finds what came unannounced', async () => {
      await restart({ timing: { ...quickTiming, sweepEvery: 50 } })
      server.hangUp()
      rudi.say('tanpa kabar')
      server.tellUnread(rudi.number)
      await inbox.until((rows) => rows.some(({ content }) => content.kind === 'text' && content.text === 'tanpa kabar'))
    })

    it('gives way to no second service on the same profile', async () => {
      const second = house.channel()
      await second.start(inbox.accept)
      await until(() => second.state().state === 'degraded')
      expect(second.state().note).toMatch(/another service has this WhatsApp profile open/)
      await second.stop()
      expect(await send(rudi, 'Masih di sini')).toMatchObject({ kind: 'sent' })
    })

    it('starts again when WhatsApp ends the connection, or somebody asks for it', async () => {
      const first = browserPid()
      server.state('DEPRECATED_VERSION')
      await until(() => channel.state().state !== 'running', channel)
      expect(channel.state().note).toMatch(/\w/)
      await until(() => channel.state().state === 'running' && browserPid() !== first, channel)
      const second = browserPid()
      channel.reconnect()
      await until(() => channel.state().state === 'running' && browserPid() !== second, channel)
    })

    it('takes a fresh browser in the quiet hour', async () => {
      const clock = new ManualClock(Date.UTC(2026, 2, 2, 17, 59))
      await restart({ clock, timing: { ...quickTiming, freshFor: 0 } })
      const first = browserPid()
      await new Promise((resolve) => setTimeout(resolve, 3 * quickTiming.heartbeatEvery))
      expect(browserPid()).toBe(first)
      clock.moveTo(Date.UTC(2026, 2, 2, 18, 10))
      await until(() => browserPid() !== first, channel)
      clock.moveTo(Date.UTC(2026, 2, 2, 19, 0))
      await until(() => channel.state().state === 'running', channel)
    })

    it('ends a browser that outlived its service', async () => {
      await channel.stop()
      const session = join(house.folder, 'session-bot')
      const orphan: ChildProcess = spawn(
        chromium!,
        [
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          `--user-data-dir=${session}`,
          '--remote-debugging-port=0',
          'about:blank',
        ],
        { stdio: 'ignore' },
      )
      const ended = new Promise((resolve) => orphan.once('exit', (_, signal) => resolve(signal)))
      await until(() => existsSync(join(session, 'DevToolsActivePort')) && browserPid() === orphan.pid)
      channel = house.channel()
      await channel.start(inbox.accept)
      await house.ready(channel)
      expect(await ended).toBe('SIGKILL')
    })

    it('says that it cannot open, and opens when it can', async () => {
      await channel.stop()
      server.goAway()
      channel = house.channel({ timing: { ...quickTiming, openWithin: 4_000 } })
      await channel.start(inbox.accept)
      await until(() => channel.state().state === 'degraded', channel)
      expect(channel.state().note).toMatch(/did not open in time/)
      server.comeBack()
      await until(() => channel.state().state === 'running', channel)
    })

    it('stops asking when nobody scans, until somebody asks', async () => {
      server.logOut()
      await until(() => channel.state().pairing !== undefined, channel)
      await channel.stop()
      channel = house.channel({ timing: { ...quickTiming, pairingPatience: 200 } })
      await channel.start(inbox.accept)
      await until(() => channel.state().note?.startsWith('Nobody scanned') === true, channel)
      expect(channel.state().pairing).toBeUndefined()
      const codes = house.codes.length
      channel.reconnect()
      await until(() => house.codes.length > codes, channel)
    })
  })

  it('goes on without a browser on the machine, and says what to do', async () => {
    const none = house.channel({ chromium: join(house.folder, 'none') })
    await none.start(inbox.accept)
    await until(() => none.state().state === 'degraded')
    expect(none.state().note).toMatch(/WHATSAPP_WEB_CHROMIUM names a file that is not there: correct it/)
    expect(await none.send({ userId: '1', chatId: maya.number }, { text: 'Halo' }, now)).toMatchObject({
      untried: true,
    })
    await none.stop()
    expect(none.state().state).toBe('stopped')
  })

  it('begins with a damaged list of who is who by saying so, not by taking everybody for a stranger', async () => {
    await channel.stop()
    writeFileSync(join(house.folder, 'identities.json'), '{"17')
    channel = house.channel()
    await channel.start(inbox.accept)
    await until(() => channel.state().state === 'degraded', channel)
    expect(channel.state().note).toMatch(/identities\.json/)
  })
})

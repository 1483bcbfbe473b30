import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Accept, Channel, Dispatch, Recipient, SendOutcome } from '../../src/channels/channel.ts'
import { pressable } from '../../src/messages/capabilities.ts'
import type { InboundContent, InboundMessage } from '../../src/messages/inbound.ts'
import { asTyped } from '../../src/messages/markup.ts'
import type { OutboundAttachment, OutboundMessage } from '../../src/messages/outbound.ts'

/** What the person at the other end sees of one message. */
export interface Shown {
  readonly text: string
  /** Labels of what can be pressed: buttons, or rows of a list. */
  readonly buttons: readonly string[]
  readonly file?: { readonly bytes: Uint8Array }
}

/**
 * What a platform may do to the next send. 'flood' names 7 seconds; 'silence' never answers and shows nothing; after
 * 'lost answer' the person has the message and we do not know.
 */
export type Ailment = 'flood' | 'blocked' | 'moved' | 'refusal' | 'server error' | 'silence' | 'lost answer'

/**
 * One channel with its platform's stand-in and one person on it. What is absent the platform cannot do; then `lacks`
 * says why, and the suite holds the two together.
 */
export interface Stage {
  readonly channel: Channel
  readonly to: Recipient
  readonly say: (text: string) => Promise<void>
  /** Presses the button with this label on the latest message. */
  readonly press?: (label: string) => Promise<void>
  readonly sendPhoto?: (bytes: Uint8Array, caption: string) => Promise<void>
  readonly sendDocument?: (bytes: Uint8Array, name: string, mime: string) => Promise<void>
  readonly sendVoice?: (bytes: Uint8Array, seconds: number) => Promise<void>
  readonly sendLocation?: (latitude: number, longitude: number) => Promise<void>
  readonly shareContact?: (phone: string) => Promise<void>
  /** Something that no form can use: a sticker, a call. */
  readonly sendOddity?: () => Promise<void>
  /** Changes the last message of the person. */
  readonly edit?: (text: string) => Promise<void>
  /** Says it, and the platform delivers that twice. */
  readonly sayTwice?: (text: string) => Promise<void>
  /** Both are sent, the second one arrives first. */
  readonly swap?: (first: string, second: string) => Promise<void>
  readonly block?: () => Promise<void>
  readonly unblock?: () => Promise<void>
  /** The platform goes away and comes back. */
  readonly outage?: { readonly begin: () => Promise<void>; readonly end: () => Promise<void> }
  /** Our login ends (a withdrawn token, a log-out on the phone) and is made good again. */
  readonly login?: { readonly end: () => Promise<void>; readonly renew: () => Promise<void> }
  /** The platform delivers again what was not acknowledged. */
  readonly redelivers?: true
  /** The platform keeps for us what people write while the service is down. */
  readonly keepsWhileDown?: true
  /** The platform tells what became of the latest message of the bot. */
  readonly tell?: (status: 'delivered' | 'read' | 'failed') => Promise<void>
  /** Pictures and documents can be sent to the person. */
  readonly takesFiles?: true
  /** An edit of what is not there is refused. */
  readonly refusesEdits?: true
  /** The next send meets this. */
  readonly ailments?: Readonly<Partial<Record<Ailment, () => void>>>
  /** The service is started anew: another channel object, the same platform. Not yet started. */
  readonly reopen: () => Promise<Channel>
  /** What the bot said to this person, oldest first. */
  readonly shown: () => Promise<readonly Shown[]>
  readonly close: () => Promise<void>
}

export type Ability =
  | Exclude<keyof Stage, 'channel' | 'to' | 'say' | 'reopen' | 'shown' | 'close' | 'ailments'>
  | Ailment

/** The stored attachments that stages read by hash. */
export const stored: Readonly<Record<string, Uint8Array>> = {
  // a complete PNG of one pixel
  dot: new Uint8Array(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  ),
  report: new Uint8Array(Buffer.from('%PDF-1.7 laporan')),
}

export const readStored = async (hash: string): Promise<Uint8Array> => {
  const bytes = stored[hash]
  if (!bytes) throw new Error('no such file')
  return bytes
}

const dot: OutboundAttachment = { kind: 'photo', hash: 'dot', name: 'titik.png', mime: 'image/png' }

/** The inbox as the store keeps it: one row for each external id, in order of arrival. */
export class Inbox {
  readonly rows: InboundMessage[] = []
  /** How often each was handed over. */
  readonly deliveries = new Map<string, number>()
  /** What happens at the next deliveries: nothing is kept, or it is kept and the news of it is lost. */
  mood: 'well' | 'refuses' | 'crashes after commit' = 'well'

  readonly accept: Accept = async (messages) => {
    if (this.mood === 'refuses') throw new Error('database is locked')
    for (const message of messages) {
      const times = this.deliveries.get(message.externalId) ?? 0
      this.deliveries.set(message.externalId, times + 1)
      if (times === 0) this.rows.push(message)
    }
    if (this.mood === 'crashes after commit') throw new Error('killed')
  }

  get contents(): InboundContent[] {
    return this.rows.map((row) => row.content)
  }

  get texts(): string[] {
    return this.contents.flatMap((content) => (content.kind === 'text' ? [content.text] : []))
  }

  async latest(): Promise<InboundMessage> {
    return await this.until((rows) => rows.length > 0).then((rows) => rows.at(-1)!)
  }

  async until(isEnough: (rows: readonly InboundMessage[]) => boolean): Promise<readonly InboundMessage[]> {
    await vi.waitFor(() => expect(isEnough(this.rows), `inbox: ${JSON.stringify(this.contents)}`).toBe(true), {
      timeout: 8000,
      interval: 10,
    })
    return this.rows
  }
}

/** What every channel promises (`src/channels/channel.ts`), as one suite. */
export function channelContract(
  name: string,
  setUp: () => Promise<Stage>,
  lacks: Partial<Record<Ability, string>> = {},
): void {
  describe(`${name} as a channel`, () => {
    let stage: Stage
    let inbox: Inbox
    const now = Date.UTC(2026, 2, 2, 1)

    beforeEach(async () => {
      stage = await setUp()
      inbox = new Inbox()
      await stage.channel.start(inbox.accept)
    })
    afterEach(async () => {
      await stage.channel.stop()
      await stage.close()
    })

    // the person has always just written; what the window does otherwise is the business of the channels that have one
    const dispatch: Dispatch = { key: 'reply:41:0', lastInboundAt: now - 1000 }
    const send = (message: OutboundMessage): Promise<SendOutcome> =>
      stage.channel.send(stage.to, message, now, dispatch)
    const ail = (ailment: Ailment): void => stage.ailments?.[ailment]?.()

    /** A row that needs these abilities. Where one is lacking, the row checks that the stage truly has no way to it. */
    const row = (title: string, needs: readonly Ability[], test: () => Promise<void>): void => {
      const missing = needs.find((ability) => lacks[ability] !== undefined)
      if (missing === undefined) it(title, test)
      else
        it(`has no way to: ${title} (${lacks[missing]})`, () => {
          expect({ ...stage.ailments, ...stage }[missing]).toBeUndefined()
        })
    }

    describe('receives', () => {
      it('a text, with who wrote it and when', async () => {
        await stage.say('Sudah 40 %, Bu')

        const message = await inbox.latest()
        expect(message).toMatchObject({
          channel: stage.channel.name,
          userId: stage.to.userId,
          chatId: stage.to.chatId,
          chatKind: 'private',
          content: { kind: 'text', text: 'Sudah 40 %, Bu' },
        })
        expect(Math.abs(message.sentAt - Date.now())).toBeLessThan(60_000)
        expect(stage.channel.state()).toMatchObject({ state: 'running', lastReceivedAt: expect.any(Number) })
      })

      it('a long history in the order in which it was written', async () => {
        const lines = Array.from({ length: 30 }, (_, i) => `baris ${i + 1}`)
        for (const line of lines) await stage.say(line)

        await inbox.until((rows) => rows.length === 30)
        expect(inbox.texts).toEqual(lines)
        expect(new Set(inbox.rows.map((message) => message.externalId)).size).toBe(30)
      })

      it('control characters and half characters as nothing that a database would refuse', async () => {
        await stage.say('panjang\u0000 \u001b[31m2 km\u0007')

        expect((await inbox.latest()).content).toEqual({ kind: 'text', text: 'panjang [31m2 km' })
      })

      row('a pressed button, with its data and the message it was on', ['press'], async () => {
        await stage.say('halo')
        await inbox.latest()
        const sent = await send({
          text: 'Bagaimana jembatannya?',
          choices: [
            { label: 'Sudah selesai', data: 'a1.2.0' },
            { label: 'Belum', data: 'a1.2.1' },
          ],
        })
        await stage.press?.('Belum')

        await inbox.until((rows) => rows.some((message) => message.content.kind === 'choice'))
        expect(inbox.contents.at(-1)).toMatchObject({ kind: 'choice', data: 'a1.2.1' })
        const { content } = inbox.rows.at(-1)!
        if (content.kind === 'choice' && sent.kind === 'sent') expect(content.messageRef).toBe(sent.messageRef)
      })

      row('a photo, which can be fetched', ['sendPhoto'], async () => {
        await stage.sendPhoto?.(stored.dot!, 'Jembatan dari hulu')

        const { content } = await inbox.latest()
        expect(content).toMatchObject({ kind: 'photo', caption: 'Jembatan dari hulu' })
        if (content.kind !== 'photo') return
        const { stream } = await stage.channel.openFile(content.file)
        expect(new Uint8Array(await new Response(stream).arrayBuffer())).toEqual(stored.dot)
      })

      row('a document, with name and type', ['sendDocument'], async () => {
        await stage.sendDocument?.(stored.report!, 'berita acara.pdf', 'application/pdf')

        const { content } = await inbox.latest()
        expect(content).toMatchObject({ kind: 'document', file: { name: 'berita acara.pdf', mime: 'application/pdf' } })
        if (content.kind !== 'document') return
        const { stream } = await stage.channel.openFile(content.file)
        expect(await new Response(stream).text()).toBe('%PDF-1.7 laporan')
      })

      row('a voice message, with its length', ['sendVoice'], async () => {
        await stage.sendVoice?.(stored.report!, 7)

        expect((await inbox.latest()).content).toMatchObject({ kind: 'voice', seconds: 7 })
      })

      row('a location', ['sendLocation'], async () => {
        await stage.sendLocation?.(-3.65, 128.19)

        expect((await inbox.latest()).content).toMatchObject({ kind: 'location', latitude: -3.65, longitude: 128.19 })
      })

      row('the own contact, vouched for', ['shareContact'], async () => {
        await stage.shareContact?.('+6281200000001')

        expect((await inbox.latest()).content).toMatchObject({ kind: 'contact', phone: '+6281200000001', own: true })
      })

      row('what no form can use, so that it can be answered kindly', ['sendOddity'], async () => {
        await stage.sendOddity?.()

        expect((await inbox.latest()).content).toMatchObject({ kind: 'unsupported', what: expect.any(String) })
      })

      row('an edit, with the message that it changes', ['edit'], async () => {
        await stage.say('21')
        const original = await inbox.latest()
        await stage.edit?.('12')

        await inbox.until((rows) => rows.length === 2)
        expect(inbox.contents.at(-1)).toEqual({
          kind: 'edited',
          text: '12',
          originalExternalId: original.externalId,
        })
        expect(inbox.rows.at(-1)?.externalId).not.toBe(original.externalId)
      })

      row('the same event twice under the same id', ['sayTwice'], async () => {
        await stage.sayTwice?.('lima')
        await stage.say('enam')

        await inbox.until((rows) => rows.some(({ content }) => content.kind === 'text' && content.text === 'enam'))
        expect(inbox.texts).toEqual(['lima', 'enam'])
        expect(Math.max(...inbox.deliveries.values())).toBeGreaterThanOrEqual(2)
      })

      row('messages that come out of order, each with its own time', ['swap'], async () => {
        await stage.swap?.('pertama', 'kedua')

        await inbox.until((rows) => rows.length === 2)
        const byTime = inbox.rows.toSorted((a, b) => a.sentAt - b.sentAt).map((message) => message.content)
        expect(inbox.texts).toEqual(['kedua', 'pertama'])
        expect(byTime).toEqual([
          { kind: 'text', text: 'pertama' },
          { kind: 'text', text: 'kedua' },
        ])
      })

      row('that the person blocked the bot and came back', ['block', 'unblock'], async () => {
        await stage.say('halo')
        await inbox.latest()
        await stage.block?.()
        await inbox.until((rows) => rows.length === 2)
        expect(await send({ text: 'Selamat pagi' })).toMatchObject({
          kind: 'refused',
          unreachable: true,
          ourFault: false,
        })

        await stage.unblock?.()
        await inbox.until((rows) => rows.length === 3)
        expect(inbox.contents.slice(1)).toEqual([{ kind: 'blocked' }, { kind: 'unblocked' }])
        expect(new Set(inbox.rows.map((message) => message.userId)).size).toBe(1)
        expect(await send({ text: 'Selamat pagi lagi' })).toMatchObject({ kind: 'sent' })
      })
    })

    describe('loses nothing', () => {
      row('when the platform was away for a while', ['outage'], async () => {
        await stage.say('sebelum')
        await inbox.latest()
        await stage.outage?.begin()
        await vi.waitFor(() => expect(stage.channel.state().state).toBe('degraded'), { timeout: 5000 })
        expect(stage.channel.state().note).toMatch(/\w/)

        for (const line of ['satu', 'dua', 'tiga']) await stage.say(line)
        await stage.outage?.end()

        await inbox.until((rows) => rows.length === 4)
        expect(inbox.texts).toEqual(['sebelum', 'satu', 'dua', 'tiga'])
        await vi.waitFor(() => expect(stage.channel.state().state).toBe('running'), { timeout: 5000 })
      })

      row('when the database refuses for a while', ['redelivers'], async () => {
        inbox.mood = 'refuses'
        const said = Promise.all([stage.say('satu'), stage.say('dua')])
        await new Promise((resolve) => setTimeout(resolve, 100))
        expect(inbox.rows).toEqual([])
        inbox.mood = 'well'
        await said

        await inbox.until((rows) => rows.length === 2)
        expect(inbox.texts).toEqual(['satu', 'dua'])
      })

      row('when it dies between the commit and the acknowledgement', ['redelivers'], async () => {
        inbox.mood = 'crashes after commit'
        const said = stage.say('empat puluh')
        await inbox.latest()
        await stage.channel.stop()
        inbox.mood = 'well'
        const next = await stage.reopen()
        await next.start(inbox.accept)
        await said
        await stage.say('lanjut')

        await inbox.until((rows) => rows.length === 2)
        expect(inbox.texts).toEqual(['empat puluh', 'lanjut'])
        // it may come again only after the newer one: the platform says when
        await inbox.until((rows) => inbox.deliveries.get(rows[0]!.externalId)! >= 2)
        expect(inbox.deliveries.get(inbox.rows[0]!.externalId)).toBeGreaterThanOrEqual(2)
        await next.stop()
      })

      it('when it is stopped while a message is being taken in', async () => {
        let commit: (() => void) | undefined
        const slow: InboundMessage[] = []
        await stage.channel.stop()
        const next = await stage.reopen()
        await next.start(async (messages) => {
          await new Promise<void>((resolve) => {
            commit = resolve
          })
          slow.push(...messages)
        })
        const said = stage.say('terakhir').catch(() => undefined)
        await vi.waitFor(() => expect(commit).toBeDefined(), { timeout: 5000, interval: 5 })
        const stopped = next.stop().then(() => slow.length)
        await new Promise((resolve) => setTimeout(resolve, 50))
        expect(slow).toEqual([])
        commit?.()

        expect(await stopped).toBe(1)
        await said
        expect(next.state().state).toBe('stopped')
      })

      row('that was written while the service was down', ['keepsWhileDown'], async () => {
        await stage.say('sebelum')
        await inbox.latest()
        await stage.channel.stop()
        const lines = ['satu', 'dua', 'tiga']
        const said = Promise.all(lines.map((line) => stage.say(line)))
        await new Promise((resolve) => setTimeout(resolve, 50))
        expect(inbox.rows).toHaveLength(1)
        const next = await stage.reopen()
        await next.start(inbox.accept)
        await said

        await inbox.until((rows) => rows.length === 4)
        expect(inbox.texts.toSorted()).toEqual(['sebelum', ...lines].toSorted())
        await next.stop()
      })

      row('when the login ends: says so, blames no message, and goes on when it is renewed', ['login'], async () => {
        await stage.say('sebelum')
        await inbox.latest()
        await stage.login?.end()
        const refused = await send({ text: 'Selamat pagi' })
        expect(refused).toMatchObject({ kind: 'retry', wholeChannel: true })
        await vi.waitFor(() => expect(stage.channel.state().state).toBe('degraded'), { timeout: 5000 })
        expect(stage.channel.state().note).toMatch(/\w/)

        await stage.login?.renew()
        await vi.waitFor(async () => expect(await send({ text: 'Selamat siang' })).toMatchObject({ kind: 'sent' }), {
          timeout: 8000,
        })
        await vi.waitFor(() => expect(stage.channel.state().state).toBe('running'), { timeout: 8000 })
        await stage.say('sesudah')
        await inbox.until((rows) => rows.length === 2)
        expect((await stage.shown()).map(({ text }) => text)).toEqual(['Selamat siang'])
      })

      it('over a restart, and answers on', async () => {
        await stage.say('satu')
        await inbox.latest()
        await stage.channel.stop()
        const next = await stage.reopen()
        await next.start(inbox.accept)
        await stage.say('dua')

        await inbox.until((rows) => rows.length === 2)
        expect(inbox.texts).toEqual(['satu', 'dua'])
        expect(await next.send(stage.to, { text: 'Terima kasih' }, now)).toMatchObject({ kind: 'sent' })
        await next.stop()
      })
    })

    describe('sends', () => {
      beforeEach(async () => {
        await stage.say('halo')
        await inbox.latest()
      })

      it('a text as it is: nothing in it is markup', async () => {
        const text = '*Desa* _Contoh_ <b>40 %</b> [tautan](x) & `kode`'
        expect(await send({ text })).toMatchObject({ kind: 'sent' })

        const [shown] = await stage.shown()
        // on a platform that reads signs as markup, look-alikes stand in for them
        expect(asTyped(shown?.text ?? '')).toBe(text)
        if (stage.channel.capabilities.markup === 'whatsapp')
          expect(shown?.text).not.toMatch(/\*Desa\*|_Contoh_|`kode`/)
      })

      it('choices so that each can be made', async () => {
        await send({
          text: 'Sudah selesai?',
          choices: [
            { label: 'Ya', data: 'a1.1.0' },
            { label: 'Belum', data: 'a1.1.1' },
          ],
        })

        const [shown] = await stage.shown()
        if (stage.channel.capabilities.buttons) expect(shown).toMatchObject({ buttons: ['Ya', 'Belum'] })
        else expect(shown).toMatchObject({ text: 'Sudah selesai?\n1 Ya\n2 Belum', buttons: [] })
      })

      it.each([6, 12])('%i choices so that each can be made', async (n) => {
        const choices = Array.from({ length: n }, (_, i) => ({ label: `Kegiatan ${i + 1}`, data: `a1.1.${i}` }))
        expect(await send({ text: 'Yang mana?', choices })).toMatchObject({ kind: 'sent' })

        const [shown] = await stage.shown()
        const most = pressable(stage.channel.capabilities)?.max ?? 0
        if (n <= most) expect(shown?.buttons).toEqual(choices.map(({ label }) => label))
        else {
          expect(shown?.buttons).toEqual([])
          expect(shown?.text).toBe(`Yang mana?\n${choices.map(({ label }, i) => `${i + 1} ${label}`).join('\n')}`)
        }
      })

      it('a text over the limit in parts, whole, with the buttons on the last', async () => {
        const text = Array.from({ length: 300 }, (_, i) => `Desa Contoh ${i}: belum melapor sejak Senin.`).join('\n')
        expect(await send({ text, choices: [{ label: 'Baik', data: 'cbaik' }] })).toMatchObject({ kind: 'sent' })

        const shown = await stage.shown()
        expect(shown.length).toBeGreaterThan(1)
        for (const part of shown) expect(part.text.length).toBeLessThanOrEqual(stage.channel.capabilities.maxText)
        const together = shown.map((part) => part.text).join('\n')
        expect(together.replace(/\n1 Baik$/, '')).toBe(text)
        if (stage.channel.capabilities.buttons)
          expect(shown.map((part) => part.buttons.length)).toEqual([...shown.slice(1).map(() => 0), 1])
      })

      row('a picture with its caption', ['takesFiles'], async () => {
        expect(await send({ text: 'Peta desa', attachment: dot })).toMatchObject({ kind: 'sent' })

        const shown = await stage.shown()
        expect(shown.at(-1)?.text).toContain('Peta desa')
        expect(shown.some(({ file, text }) => file !== undefined || text.includes('titik.png'))).toBe(true)
        for (const { file } of shown) if (file) expect(file.bytes).toEqual(stored.dot)
      })

      row('a picture and a text that is too long for a caption', ['takesFiles'], async () => {
        const text = 'Catatan panjang. '.repeat(100).trim()
        expect(await send({ text, attachment: dot })).toMatchObject({ kind: 'sent' })

        const shown = await stage.shown()
        expect(shown.at(-1)?.text).toContain(text)
        if (stage.channel.capabilities.buttons)
          expect(shown.map((part) => part.file !== undefined)).toEqual([true, false])
      })

      row('a replacement in the place of the earlier message, where it can', ['refusesEdits'], async () => {
        const first = await send({ text: 'Memeriksa…', choices: [{ label: 'Tunggu', data: 'ctunggu' }] })
        if (first.kind !== 'sent') throw new Error('not sent')
        const ref = first.messageRef ?? ''
        const second = await send({ text: 'Selesai diperiksa', replaces: ref })

        expect(second.kind).toBe('sent')
        const shown = await stage.shown()
        if (stage.channel.capabilities.canEdit) {
          expect(shown).toEqual([{ text: 'Selesai diperiksa', buttons: [] }])
          expect(second).toEqual({ kind: 'sent', messageRef: ref })
          expect(await send({ text: 'Selesai diperiksa', replaces: ref })).toMatchObject({ kind: 'sent' })
        } else expect(shown.at(-1)?.text).toBe('Selesai diperiksa')
      })

      row('a replacement for a message that is not there as a new one', ['refusesEdits'], async () => {
        expect(await send({ text: 'Ini yang baru', replaces: '99999999' })).toMatchObject({ kind: 'sent' })

        expect((await stage.shown()).at(-1)?.text).toBe('Ini yang baru')
      })

      it('nothing when there is nothing to say, and takes the blame', async () => {
        expect(await send({ text: '  \n ' })).toMatchObject({ kind: 'refused', ourFault: true })
        expect(await stage.shown()).toEqual([])
      })
    })

    describe('says how a send ended', () => {
      beforeEach(async () => {
        await stage.say('halo')
        await inbox.latest()
      })

      row('slow down: not before the time that was named', ['flood'], async () => {
        ail('flood')
        expect(await send({ text: 'Selamat pagi' })).toMatchObject({ kind: 'retry', at: now + 7000 })
        expect(await send({ text: 'Selamat pagi' })).toMatchObject({ kind: 'sent' })
      })

      row('blocked: nobody to try again for, in words for staff', ['blocked'], async () => {
        ail('blocked')
        const outcome = await send({ text: 'Selamat pagi' })
        expect(outcome).toMatchObject({ kind: 'refused', unreachable: true, ourFault: false })
        if (outcome.kind === 'refused') expect(outcome.staffReads).toMatch(/^[A-Z].*\.$/)
      })

      row('moved: where to', ['moved'], async () => {
        ail('moved')
        expect(await send({ text: 'Selamat pagi' })).toMatchObject({ kind: 'refused', movedTo: '-100777' })
      })

      row('refused: our fault', ['refusal'], async () => {
        ail('refusal')
        expect(await send({ text: 'Selamat pagi' })).toMatchObject({ kind: 'refused', ourFault: true })
      })

      row('the platform is ill: later', ['server error'], async () => {
        ail('server error')
        const outcome = await send({ text: 'Selamat pagi' })
        expect(outcome).toMatchObject({ kind: 'retry' })
        if (outcome.kind === 'retry') expect(outcome.at).toBeGreaterThan(now)
      })

      row('no answer: later, and not after more than its own time-out', ['silence'], async () => {
        ail('silence')
        const startedAt = performance.now()
        expect(await send({ text: 'Selamat pagi' })).toMatchObject({ kind: 'retry' })
        expect(performance.now() - startedAt).toBeLessThan(3000)
      })

      row('an answer that got lost: again, and the person has it at most twice', ['lost answer'], async () => {
        ail('lost answer')
        const first = await send({ text: 'Berapa orang?' })
        if (first.kind !== 'sent') {
          expect(first).toMatchObject({ kind: 'retry' })
          expect(await send({ text: 'Berapa orang?' })).toMatchObject({ kind: 'sent' })
        }
        const times = (await stage.shown()).filter(({ text }) => text === 'Berapa orang?').length
        expect([1, 2]).toContain(times)
      })

      row('a crash in mid-send: stops in time, and the next life sends it', ['silence'], async () => {
        ail('silence')
        const dying = send({ text: 'Berapa orang?' })
        await new Promise((resolve) => setTimeout(resolve, 20))
        const stopping = performance.now()
        await stage.channel.stop()
        expect(performance.now() - stopping).toBeLessThan(5000)
        const next = await stage.reopen()
        await next.start(inbox.accept)

        expect(await next.send(stage.to, { text: 'Berapa orang?' }, now, dispatch)).toMatchObject({ kind: 'sent' })
        expect((await stage.shown()).map(({ text }) => text)).toEqual(['Berapa orang?'])
        expect((await dying).kind).not.toBe('sent')
        await next.stop()
      })

      row('what became of it later, for the outbox row it was', ['tell'], async () => {
        expect(stage.channel.capabilities.tellsDelivery).toBe(true)
        const sent = await send({ text: 'Selamat pagi' })
        const ref = sent.kind === 'sent' ? sent.messageRef : undefined
        expect(ref).toBeDefined()
        await stage.tell?.('delivered')
        await stage.tell?.('read')

        const told = () => inbox.contents.filter((content) => content.kind === 'delivery')
        await vi.waitFor(() => expect(told().map(({ status }) => status)).toEqual(['delivered', 'read']), {
          timeout: 8000,
        })
        for (const news of told()) {
          expect(news.messageRef).toBe(ref)
          expect([undefined, dispatch.key]).toContain(news.key)
        }
        expect(new Set(inbox.rows.map(({ externalId }) => externalId)).size).toBe(inbox.rows.length)
      })
    })
  })
}

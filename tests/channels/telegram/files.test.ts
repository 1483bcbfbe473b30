import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TelegramChannel } from '../../../src/channels/telegram/telegram-channel.ts'
import type { FileRef } from '../../../src/messages/inbound.ts'
import { TelegramServer } from '../../support/telegram-server/telegram-server.ts'
import { telegramChannel } from '../telegram-stage.ts'

const MB = 1024 * 1024

describe('a file that a person sent over Telegram', () => {
  let server: TelegramServer
  let channel: TelegramChannel

  beforeEach(async () => {
    server = await new TelegramServer().start()
    channel = telegramChannel(server)
  })
  afterEach(() => server.stop())

  const store = (
    content: Uint8Array | AsyncIterable<Uint8Array>,
    about: { size?: number; name?: string } = {},
  ): FileRef => ({
    ref: server.chats.addFile(content, { folder: 'documents', ...about }).id,
  })
  const fetchAll = async (file: FileRef) => new Response((await channel.openFile(file)).stream).arrayBuffer()

  it('arrives as it was, with its type when that is known', async () => {
    const bytes = new Uint8Array(3 * MB).map((_, i) => i % 251)
    const file = { ...store(bytes), mime: 'application/pdf' }
    expect((await channel.openFile(file)).mime).toBe('application/pdf')
    expect(Buffer.from(await fetchAll(file)).equals(bytes)).toBe(true)
  })

  it.each([
    ['is gone', () => ({ ref: 'no-such-file' }), 'file_gone'],
    ['says it is larger than 20 MB', () => ({ ref: 'x', size: 21 * MB }), 'file_too_large'],
    [
      'is larger than 20 MB by what Telegram knows',
      () => store(new Uint8Array(1), { size: 21 * MB }),
      'file_too_large',
    ],
  ])('that %s is refused', async (_, file, code) => {
    await expect(channel.openFile(file())).rejects.toMatchObject({ name: 'Problem', code })
  })

  it('that never ends is cut at 20 MB', async () => {
    let sent = 0
    let stopped = false
    async function* endless() {
      try {
        while (true) {
          sent += MB
          yield new Uint8Array(MB)
        }
      } finally {
        stopped = true
      }
    }
    const { stream } = await channel.openFile(store(endless()))
    let received = 0
    const reading = (async () => {
      for await (const chunk of stream) received += chunk.length
    })()
    await expect(reading).rejects.toMatchObject({ code: 'file_too_large' })
    expect(received).toBeLessThanOrEqual(20 * MB)
    await expect.poll(() => stopped || sent < 100 * MB, { timeout: 8000 }).toBe(true)
  })

  it.each([
    ['the line is cut', { kind: 'cut', when: 'before' }],
    ['the gateway is ill', { kind: 'gateway', status: 502 }],
  ] as const)('is to be asked for later when %s', async (_, fault) => {
    server.faults.next('file', fault)
    await expect(channel.openFile(store(new Uint8Array(9)))).rejects.toMatchObject({ code: 'channel_away' })
  })

  it.each(['../../etc/passwd', '/var/lib/telegram/file', 'photos/../../x'])('is not looked for at %s', async (path) => {
    const stored = server.chats.addFile(new Uint8Array(9), { folder: 'documents' })
    server.chats.files.set(stored.id, { ...stored, path })
    await expect(channel.openFile({ ref: stored.id })).rejects.toMatchObject({ code: 'file_gone' })
  })
})

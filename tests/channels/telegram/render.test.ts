import { describe, expect, it } from 'vitest'
import { toCalls } from '../../../src/channels/telegram/render.ts'
import type { OutboundMessage } from '../../../src/messages/outbound.ts'

const labels = { contact: 'Kirim nomor', location: 'Kirim lokasi' }
const calls = (message: OutboundMessage) => toCalls(message, labels)
const choice = (label: string, i = 0) => ({ label, data: `a1.1.${i}` })
const key = (label: string, i = 0) => ({ text: label, callback_data: `a1.1.${i}` })

describe('the calls for a message', () => {
  it('put one choice a row', () => {
    expect(calls({ text: 'Bagaimana?', choices: [choice('Sudah selesai', 0), choice('Belum', 1)] })).toEqual([
      {
        method: 'text',
        text: 'Bagaimana?',
        markup: { inline_keyboard: [[key('Sudah selesai', 0)], [key('Belum', 1)]] },
      },
    ])
  })

  it('put two a row when all are short', () => {
    const choices = ['Ya', 'Tidak', 'Nanti'].map(choice)
    expect(calls({ text: 'Setuju?', choices })[0]?.markup).toEqual({
      inline_keyboard: [[key('Ya', 0), key('Tidak', 1)], [key('Nanti', 2)]],
    })
  })

  it('put the numbers of a list six a row, and the words below them', () => {
    const choices = ['1', '✓2', '3', '4', '5', '6', '7', 'Selesai', 'Lewati'].map(choice)
    expect(calls({ text: 'Apa kendalanya?', choices, choicesInText: true })[0]?.markup).toEqual({
      inline_keyboard: [
        [key('1', 0), key('✓2', 1), key('3', 2), key('4', 3), key('5', 4), key('6', 5)],
        [key('7', 6)],
        [key('Selesai', 7), key('Lewati', 8)],
      ],
    })
  })

  it('ask for a place with a key, and offer the choices as keys beside it', () => {
    expect(calls({ text: 'Di mana?', requests: 'location', choices: [choice('Lewati')] })).toEqual([
      {
        method: 'text',
        text: 'Di mana?',
        markup: {
          keyboard: [[{ text: 'Kirim lokasi', request_location: true }], [{ text: 'Lewati' }]],
          one_time_keyboard: true,
          resize_keyboard: true,
        },
      },
    ])
  })

  it('edit only a single plain text', () => {
    const attachment = { kind: 'photo', hash: 'h', name: 'a.png', mime: 'image/png' } as const
    expect(calls({ text: 'Baru', replaces: '41' })).toEqual([{ method: 'edit', messageId: 41, text: 'Baru' }])
    expect(calls({ text: 'Baru', replaces: '41', attachment })[0]?.method).toBe('photo')
    expect(calls({ text: 'Baru', replaces: '41', requests: 'contact' })[0]?.method).toBe('text')
    expect(calls({ text: 'Baru', replaces: 'x' })[0]?.method).toBe('text')
    expect(calls({ text: 'kata '.repeat(2000), replaces: '41' }).map((call) => call.method)).toEqual([
      'text',
      'text',
      'text',
    ])
  })
})

/**
 * What people wrote comes back in our messages: names, places, reasons. Whatever it is, no channel may take it for markup,
 * cut it inside a character or lose some of it. Looked at where it leaves: the calls that go to the platform.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCalls as telegramCalls } from '../../src/channels/telegram/render.ts'
import { templateBody, toPayloads } from '../../src/channels/whatsapp-cloud/render.ts'
import { toCalls as webCalls } from '../../src/channels/whatsapp-web/render.ts'
import { capabilities } from '../../src/messages/capabilities.ts'
import { cleanText } from '../../src/messages/clean-text.ts'
import type { ChannelName } from '../../src/messages/inbound.ts'
import { asTyped } from '../../src/messages/markup.ts'
import type { OutboundMessage } from '../../src/messages/outbound.ts'

/** One thing that a person reads. */
interface Said {
  readonly text: string
  readonly isCaption: boolean
  /** All that goes to the platform. */
  readonly wire: object
}

const doors: Readonly<Partial<Record<ChannelName, (message: OutboundMessage) => readonly Said[]>>> = {
  telegram: (message) =>
    telegramCalls(message, { contact: 'Nomor', location: 'Tempat' }).map((call) => ({
      text: 'caption' in call ? call.caption : call.text,
      isCaption: 'caption' in call,
      wire: call,
    })),
  'whatsapp-cloud': (message) =>
    toPayloads(message, { openList: 'Pilih', askLocation: 'Di mana?' }).map((payload) => {
      if (payload.kind === 'file') return { text: payload.caption, isCaption: true, wire: payload }
      const { text, interactive } = payload.body as {
        text?: { body: string }
        interactive?: { body: { text: string } }
      }
      return { text: text?.body ?? interactive!.body.text, isCaption: false, wire: payload.body }
    }),
  'whatsapp-web': (message) =>
    webCalls(message).map((call) => ({ text: call.text, isCaption: call.attachment !== undefined, wire: call })),
}

/** What Telegram and WhatsApp would read as something else than itself, and characters of several code points. */
const graphemes = ['👨‍👩‍👧', '🇮🇩', '👍🏽', 'e\u0301', 'ñ', '1️⃣', 'a', 'B', '7']
const pieces = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...graphemes) },
  {
    weight: 4,
    arbitrary: fc.constantFrom('*', '_', '~', '`', '```', '> ', '* ', '\n', ' ', '.', '**', '__', '||', '[', '](', ')'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('<b>', '</b>', '<a href="x">', '&lt;', '@nama', '/mulai', '#desa', '{{1}}', '%s'),
  },
)
const userText = fc
  .tuple(fc.array(pieces, { minLength: 1, maxLength: 60 }), fc.constantFrom(1, 1, 1, 30, 90))
  .map(([some, times]) => cleanText(some.join('').repeat(times)))
  .filter((text) => text.trim() !== '')
const photo = { kind: 'photo', hash: 'h', name: 'peta.jpg', mime: 'image/jpeg' } as const
const messages = fc.record(
  {
    text: userText,
    choices: fc.array(userText, { minLength: 1, maxLength: 12 }).map((labels) =>
      labels.map((label, i) => ({
        label: label.replace(/\s+/g, ' ').trim().slice(0, 200).toWellFormed(),
        data: `a1.1.${i}`,
      })),
    ),
    attachment: fc.constant(photo),
  },
  { requiredKeys: ['text'] },
)

const solid = (text: string) => text.replace(/\s+/g, '')
const ofMarkup = /parse_mode|entities|formatting/

describe.each(Object.entries(doors))('what people wrote, on %s', (name, say) => {
  const { maxText, maxCaption, markup } = capabilities[name as ChannelName]

  it('is never markup, nor lost, nor over the limit', () => {
    fc.assert(
      fc.property(messages, (message) => {
        const said = say(message)
        const whole = said.map(({ text }) => text).join('')
        expect(solid(markup ? asTyped(whole) : whole)).toContain(solid(message.text))
        for (const { text, isCaption, wire } of said) {
          expect(text.length).toBeLessThanOrEqual(isCaption ? maxCaption : maxText)
          expect(text.isWellFormed()).toBe(true)
          // nothing asks the platform to read it as anything but plain text
          expect(Object.keys(wire).join(' ')).not.toMatch(ofMarkup)
          if (markup) expect(text).not.toMatch(/([*_~`])[^\n]*\1|^[>*] /m)
          else expect(text.trim()).toBe(text)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('is cut between characters, never within one', () => {
    const segmenter = new Intl.Segmenter('id', { granularity: 'grapheme' })
    const known = new Set([...graphemes, ' ', '\n'])
    const long = fc.array(fc.constantFrom(...graphemes, ' '), { minLength: 2, maxLength: 40 }).map((some) => {
      const text = some.join('')
      return text.repeat(Math.ceil((2.5 * maxText) / text.length))
    })
    fc.assert(
      fc.property(long, fc.boolean(), (text, hasChoices) => {
        const choices = [{ label: 'Ya', data: 'a1.1.0' }]
        const parts = say({ text, ...(hasChoices && { choices }) }).map((part) =>
          part.text.replace(/(?:^|\n)1 Ya$/, ''),
        )
        const segments = new Set(parts.flatMap((part) => [...segmenter.segment(part)].map(({ segment }) => segment)))
        expect([...segments].filter((segment) => !known.has(segment))).toEqual([])
      }),
      { numRuns: 25 },
    )
  })
})

it('in a template of WhatsApp is no markup and one line', () => {
  fc.assert(
    fc.property(userText, (text) => {
      const { template } = templateBody({
        name: 'undangan',
        language: 'id',
        parameters: [text],
        payloads: [],
        isWhole: true,
      }) as { template: { components: [{ parameters: [{ text: string }] }] } }
      const [{ text: shown }] = template.components[0].parameters
      expect(shown).not.toMatch(/([*_~`])[^\n]*\1|^[>*] |[\n\t]/)
    }),
  )
})

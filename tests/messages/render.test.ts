import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Capabilities, capabilities } from '../../src/messages/capabilities.ts'
import type { OutboundMessage } from '../../src/messages/outbound.ts'
import { render, renderAsText, renderForButtons } from '../../src/messages/render.ts'

const { telegram, 'whatsapp-web': whatsapp, 'whatsapp-cloud': cloud } = capabilities

const choices = [
  { label: 'Sudah selesai', data: 'a1.1.0' },
  { label: 'Belum', data: 'a1.1.1' },
]
const photo = { kind: 'photo', hash: 'h', name: 'peta.png', mime: 'image/png' } as const

describe('a message with choices', () => {
  it('has buttons where the channel has them', () => {
    expect(renderForButtons({ text: 'Bagaimana?', choices }, telegram)).toEqual([
      { text: 'Bagaimana?', buttons: choices },
    ])
  })

  it('has a numbered list where the channel has none', () => {
    expect(renderAsText({ text: 'Bagaimana?', choices }, whatsapp)).toEqual([
      { text: 'Bagaimana?\n1 Sudah selesai\n2 Belum' },
    ])
    expect(render({ text: 'Bagaimana?', choices }, whatsapp)).toEqual(
      renderAsText({ text: 'Bagaimana?', choices }, whatsapp),
    )
  })

  it('is not listed twice when its text lists the choices', () => {
    const text = 'Pilih:\n1 Sudah selesai\n2 Belum'
    expect(renderAsText({ text, choices, choicesInText: true }, whatsapp)).toEqual([{ text }])
  })

  it('says a long label in full in the text, numbered as its button is', () => {
    const long = [
      { label: 'Belum karena bahan belum tiba di pelabuhan', data: 'a1.1.0' },
      { label: 'Batal', data: 'a1.1.1' },
    ]
    expect(renderForButtons({ text: 'Mengapa?', choices: long }, cloud)).toEqual([
      {
        text: 'Mengapa?\n1 Belum karena bahan belum tiba di pelabuhan\n2 Batal',
        buttons: [
          { label: '1 Belum karena baha…', data: 'a1.1.0' },
          { label: '2 Batal', data: 'a1.1.1' },
        ],
      },
    ])
  })

  it('falls back to the list when there are too many, or one that no button can carry', () => {
    const many = Array.from({ length: 11 }, (_, i) => ({ label: `Desa ${i + 1}`, data: `a1.1.${i}` }))
    expect(render({ text: 'Mana?', choices: many }, cloud)[0]).not.toHaveProperty('buttons')
    expect(render({ text: 'Mana?', choices: many }, cloud)[0]?.text).toContain('\n11 Desa 11')
    const fat = [{ label: 'Ya', data: 'é'.repeat(33) }]
    expect(render({ text: 'Setuju?', choices: fat }, telegram)).toEqual([{ text: 'Setuju?\n1 Ya' }])
    expect(render({ text: 'Setuju?', choices: [{ label: ' ', data: 'x' }] }, telegram)[0]).not.toHaveProperty('buttons')
  })
})

describe('an attachment', () => {
  it('carries the text as its caption, and the buttons', () => {
    expect(render({ text: 'Peta', attachment: photo, choices }, telegram)).toEqual([
      { text: 'Peta', attachment: photo, buttons: choices },
    ])
  })

  it('goes first and alone when the text is too long for a caption', () => {
    const text = 'kata '.repeat(300).trim()
    expect(render({ text, attachment: photo, choices }, telegram)).toEqual([
      { text: '', attachment: photo },
      { text, buttons: choices },
    ])
  })

  it('needs no text', () => {
    expect(render({ text: '', attachment: photo }, telegram)).toEqual([{ text: '', attachment: photo }])
  })
})

describe('every message on every channel', () => {
  it('says nothing when it says nothing', () => {
    expect(render({ text: ' \n' }, telegram)).toEqual([])
  })

  it('keeps all limits and loses no word', () => {
    const label = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    const message: fc.Arbitrary<OutboundMessage> = fc.record({
      text: fc
        .array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 200 })
        .map((words) => words.join(' ')),
      choices: fc.array(fc.record({ label, data: fc.string({ maxLength: 80 }) }), { maxLength: 12 }),
    })
    const channel = fc.constantFrom<Capabilities>(...Object.values(capabilities))
    fc.assert(
      fc.property(message, channel, fc.boolean(), (given, limits, withPhoto) => {
        const whole = withPhoto ? { ...given, attachment: photo } : given
        const parts = render(whole, limits)
        for (const [i, part] of parts.entries()) {
          expect(part.text.length).toBeLessThanOrEqual(part.attachment ? limits.maxCaption : limits.maxText)
          expect(part.text.trim() !== '' || part.attachment !== undefined).toBe(true)
          if (part.buttons) expect(i).toBe(parts.length - 1)
          for (const button of part.buttons ?? [])
            expect(button.label.length).toBeLessThanOrEqual(limits.buttons?.maxLabel ?? 0)
        }
        const said = parts
          .map((part) => part.text)
          .join('')
          .replace(/\s/g, '')
        expect(said).toContain(given.text.replace(/\s/g, ''))
        const labels = new Set(parts.at(-1)?.buttons?.map((button) => button.label))
        for (const choice of given.choices ?? [])
          expect(labels.has(choice.label) || said.includes(choice.label.replace(/\s/g, ''))).toBe(true)
      }),
      { numRuns: 120 },
    )
  })
})

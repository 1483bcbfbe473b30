import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Capabilities, capabilities } from '../../src/messages/capabilities.ts'
import { asTyped } from '../../src/messages/markup.ts'
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
      { label: 'Belum karena bahan belum tiba di pelabuhan Bula dan ombak masih besar', data: 'a1.1.0' },
      { label: 'Batal', data: 'a1.1.1' },
    ]
    expect(renderForButtons({ text: 'Mengapa?', choices: long }, telegram)).toEqual([
      {
        text: 'Mengapa?\n1 Belum karena bahan belum tiba di pelabuhan Bula dan ombak masih besar\n2 Batal',
        buttons: [
          { label: '1 Belum karena bahan belum tiba di pela…', data: 'a1.1.0' },
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

/** `[Ya][Belum]` are buttons, `{title|description}` rows of a list, `<peta.png>` a file; parts stand under each other. */
function drawn(message: OutboundMessage, limits: Capabilities): string {
  return render(message, limits)
    .map(({ text, buttons = [], rows = [], attachment }) =>
      [
        attachment ? `<${attachment.name}>` : '',
        text.length > 200 ? `${text.slice(0, 12)}…(${text.length})` : text.replaceAll('\n', ' / '),
        buttons.map(({ label }) => `[${label}]`).join(''),
        rows.map(({ label, description }) => `{${description ? `${label}|${description}` : label}}`).join(''),
      ]
        .filter((piece) => piece !== '')
        .join(' '),
    )
    .join('\n')
}

describe('the same message on each channel', () => {
  const named = (...labels: string[]) => labels.map((label, i) => ({ label, data: `a1.1.${i}` }))
  const stages = named('1. Usulan desa', '2. Musrenbang kecamatan', '3. Forum OPD', '4. RKPD')
  const longLabels = named('Belum, bahan belum tiba di pelabuhan Bula', 'Batal')
  const tooLong = named('Belum, karena bahan bangunan belum tiba di pelabuhan Bula dan ombak masih besar', 'Batal')
  const eleven = named(...Array.from({ length: 11 }, (_, i) => `Desa ${i + 1}`))
  const text = 'kata '.repeat(300).trim()
  const question = `${'kata '.repeat(300).trim()}\n\nSudah selesai?`
  const numbered = (list: readonly { label: string }[]) => list.map(({ label }, i) => `${i + 1} ${label}`).join(' / ')

  it.each<[string, OutboundMessage, Record<'telegram' | 'whatsapp-cloud' | 'whatsapp-web', string>]>([
    [
      'two short choices',
      { text: 'Selesai?', choices: named('Ya', 'Belum') },
      {
        telegram: 'Selesai? [Ya][Belum]',
        'whatsapp-cloud': 'Selesai? [Ya][Belum]',
        'whatsapp-web': 'Selesai? / 1 Ya / 2 Belum',
      },
    ],
    [
      'four choices',
      { text: 'Sampai mana?', choices: stages },
      {
        telegram: 'Sampai mana? [1. Usulan desa][2. Musrenbang kecamatan][3. Forum OPD][4. RKPD]',
        'whatsapp-cloud': 'Sampai mana? {1. Usulan desa}{2. Musrenbang kecamatan}{3. Forum OPD}{4. RKPD}',
        'whatsapp-web': `Sampai mana? / ${numbered(stages)}`,
      },
    ],
    [
      'labels too long for a reply button',
      { text: 'Mengapa?', choices: longLabels },
      {
        telegram: `Mengapa? / ${numbered(longLabels)} [1 Belum, bahan belum tiba di pelabuhan…][2 Batal]`,
        'whatsapp-cloud': 'Mengapa? {Belum, bahan belum tiba…|Belum, bahan belum tiba di pelabuhan Bula}{Batal}',
        'whatsapp-web': `Mengapa? / ${numbered(longLabels)}`,
      },
    ],
    [
      'labels too long for the line below a row',
      { text: 'Mengapa?', choices: tooLong },
      {
        telegram: `Mengapa? / ${numbered(tooLong)} [1 Belum, karena bahan bangunan belum ti…][2 Batal]`,
        'whatsapp-cloud': `Mengapa? / ${numbered(tooLong)} {1 Belum, karena bahan b…|1 Belum, karena bahan bangunan belum tiba di pelabuhan Bula dan ombak m…}{2 Batal}`,
        'whatsapp-web': `Mengapa? / ${numbered(tooLong)}`,
      },
    ],
    [
      'eleven choices',
      { text: 'Yang mana?', choices: eleven },
      {
        telegram: `Yang mana? ${eleven.map(({ label }) => `[${label}]`).join('')}`,
        'whatsapp-cloud': `Yang mana? / ${numbered(eleven)}`,
        'whatsapp-web': `Yang mana? / ${numbered(eleven)}`,
      },
    ],
    [
      'a picture with words and choices',
      { text: 'Peta desa', attachment: photo, choices: named('Lihat lagi') },
      {
        telegram: '<peta.png> Peta desa [Lihat lagi]',
        'whatsapp-cloud': '<peta.png>\nPeta desa [Lihat lagi]',
        'whatsapp-web': '<peta.png> Peta desa / 1 Lihat lagi',
      },
    ],
    [
      'a picture with choices and no words',
      { text: '', attachment: photo, choices: named('Lihat lagi') },
      {
        telegram: '<peta.png> [Lihat lagi]',
        'whatsapp-cloud': '<peta.png>\n⬇️ [Lihat lagi]',
        'whatsapp-web': '<peta.png> 1 Lihat lagi',
      },
    ],
    [
      'a picture and a text too long for a caption',
      { text, attachment: photo },
      {
        telegram: '<peta.png>\nkata kata ka…(1499)',
        'whatsapp-cloud': '<peta.png>\nkata kata ka…(1499)',
        'whatsapp-web': '<peta.png>\nkata kata ka…(1499)',
      },
    ],
    [
      'a text too long for a body with buttons, cut before its question',
      { text: question, choices: named('Ya', 'Belum') },
      {
        telegram: 'kata kata ka…(1515) [Ya][Belum]',
        'whatsapp-cloud': 'kata kata ka…(1499)\nSudah selesai? [Ya][Belum]',
        'whatsapp-web': 'kata kata ka…(1528)',
      },
    ],
  ])('%s', (_, message, expected) => {
    const { telegram, 'whatsapp-cloud': cloud, 'whatsapp-web': web } = capabilities
    expect({
      telegram: drawn(message, telegram),
      'whatsapp-cloud': drawn(message, cloud),
      'whatsapp-web': drawn(message, web),
    }).toEqual(expected)
  })
})

/** Signs as typed, without white space. */
const bare = (text: string) => asTyped(text).replace(/\s/g, '')

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
          if (part.buttons ?? part.rows) expect(i).toBe(parts.length - 1)
          expect(part.buttons && part.rows).toBeUndefined()
          if (part.attachment && !limits.filesCarryButtons) expect(part.buttons ?? part.rows).toBeUndefined()
          if (part.buttons) expect(part.text.length).toBeLessThanOrEqual(limits.buttons?.maxText ?? limits.maxText)
          if (part.rows) expect(part.text.length).toBeLessThanOrEqual(limits.list?.maxText ?? 0)
          expect(part.buttons?.length ?? 0).toBeLessThanOrEqual(limits.buttons?.max ?? 0)
          expect(part.rows?.length ?? 0).toBeLessThanOrEqual(limits.list?.rows ?? 0)
          for (const button of part.buttons ?? [])
            expect(button.label.length).toBeLessThanOrEqual(limits.buttons?.maxLabel ?? 0)
          for (const { label, description = '' } of part.rows ?? []) {
            expect(label.length).toBeLessThanOrEqual(limits.list?.maxLabel ?? 0)
            expect(description.length).toBeLessThanOrEqual(limits.list?.maxDescription ?? 0)
          }
        }
        const said = bare(parts.map((part) => part.text).join(''))
        expect(said).toContain(bare(given.text))
        const { buttons = [], rows = [] } = parts.at(-1) ?? {}
        const labels = new Set([
          ...buttons.map(({ label }) => label),
          ...rows.map((row) => row.description ?? row.label),
        ])
        for (const choice of given.choices ?? [])
          expect(labels.has(choice.label) || said.includes(bare(choice.label))).toBe(true)
      }),
      { numRuns: 120 },
    )
  })
})

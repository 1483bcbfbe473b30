import { describe, expect, it } from 'vitest'
import { type Ask, type ReadAnyContext, type ReadKind, read } from '../../src/bahasa/index.ts'

const ctx = { referenceOn: '2024-08-14', address: 'Pak' }
const status = [
  { code: 'selesai', label: 'Sudah selesai' },
  { code: 'berjalan', label: 'Sedang berjalan' },
  { code: 'belum', label: 'Belum mulai' },
]

const asked = (kind: ReadKind, reply: string, context: Partial<ReadAnyContext> = {}): Ask => {
  const reading = read(kind, reply, { ...ctx, ...context })
  if (!('ask' in reading)) throw new Error(`"${reply}" was read as ${JSON.stringify(reading)}`)
  return reading
}

describe('a question back', () => {
  it('offers the two amounts a bare number can be', () => {
    expect(asked('money_idr', '5')).toEqual({
      ask: 'unit_missing',
      question: 'Rp 5 juta atau Rp 5 ribu, Pak?',
      options: [
        { label: 'Rp 5 juta', text: '5 juta' },
        { label: 'Rp 5 ribu', text: '5 ribu' },
      ],
    })
  })

  it('shows an example of this year, on the side that is asked for', () => {
    const example = (want: 'past' | 'future', referenceOn: string, kind: ReadKind = 'date') =>
      /Contoh: .*$/.exec(asked(kind, 'entah', { want, referenceOn }).question)?.[0]
    expect(example('past', '2026-11-29')).toBe('Contoh: 12 Oktober 2026.')
    expect(example('future', '2026-12-29')).toBe('Contoh: 12 Januari 2027.')
    expect(example('past', '2027-01-05', 'month')).toBe('Contoh: Desember 2026.')
  })

  it('names what is missing', () => {
    expect(asked('count_by_sex', '12 orang').question).toBe(
      'Dari 12 orang itu, berapa laki-laki dan berapa perempuan, Pak? Contoh: 7 laki-laki, 5 perempuan.',
    )
    expect(asked('quantity_unit', '250').question).toBe('250 apa satuannya, Pak? Contoh: 250 ekor, kg, atau ha.')
    expect(asked('time', 'jam 7').question).toBe('Jam 7 pagi atau jam 7 malam, Pak?')
    expect(asked('date', '12', { want: 'past' }).question).toBe('Maksudnya Senin, 12 Agustus 2024, Pak?')
    expect(asked('date', 'senin 13 agustus 2024', { want: 'past' }).question).toBe(
      'Tanggal itu jatuh pada Selasa, 13 Agustus 2024, Pak. Tanggalnya yang betul tanggal berapa?',
    )
    expect(asked('choice', 'selesai atau berjalan', { choices: status }).question).toBe(
      'Yang mana, Pak: 1 Sudah selesai, atau 2 Sedang berjalan?',
    )
  })

  it('does not press a person who does not know yet', () => {
    expect(asked('integer', 'belum tahu pak')).toMatchObject({ ask: 'not_known' })
    expect(asked('integer', 'belum tahu pak').question).toMatch(/^Tidak apa-apa, Pak\./)
  })

  it('says Bapak/Ibu where the form of address is not known', () => {
    const reading = read('money_idr', '5', { referenceOn: '2024-08-14' })
    expect(reading).toMatchObject({ question: 'Rp 5 juta atau Rp 5 ribu, Bapak/Ibu?' })
  })

  it('is short, polite and ends as a sentence', () => {
    const replies: readonly (readonly [ReadKind, string])[] = [
      ['yesno', 'mungkin'],
      ['integer', '10-15'],
      ['integer', '20an'],
      ['decimal', '1.50.0'],
      ['money_idr', '2.500 jt'],
      ['percent', '150'],
      ['date', 'minggu lalu'],
      ['date', '31/6/2024'],
      ['month', 'akhir tahun'],
      ['time', 'sore'],
      ['count_by_sex', '7 L 5 P total 13'],
      ['choice', 'rusak'],
      ['choices', 'dana, sinyal'],
      ['phone', '0812'],
      ['region', 'entah'],
      ['person', 'tidak tahu'],
      ['text', '...'],
    ]
    for (const [kind, reply] of replies) {
      const { question } = asked(kind, reply, { choices: status, regions: [] })
      expect(question).toMatch(/(?:Pak|contoh|Contoh).*[.?]$/)
      expect(question.length).toBeLessThan(130)
      expect(question).not.toMatch(/salah|tidak valid|error/i)
    }
  })
})

describe('an option that is offered', () => {
  const cases: readonly (readonly [ReadKind, string, Partial<ReadAnyContext>])[] = [
    ['money_idr', '5', {}],
    ['money_idr', '2,5', {}],
    ['money_idr', 'dua juta lima ratus', {}],
    ['percent', '0,4', {}],
    ['date', '12', { want: 'past' }],
    ['date', 'tgl 20', { want: 'past' }],
    ['date', '12 februari', {}],
    ['month', '7', { want: 'past' }],
    ['month', 'juni 23', { want: 'past' }],
    ['month', 'februari', {}],
    ['time', 'jam 7', {}],
    ['choice', '1 atau 2', { choices: status }],
  ]
  it.each(cases)('can be typed: %s %s', (kind, reply, context) => {
    const { options } = asked(kind, reply, context)
    expect(options?.length).toBeGreaterThan(0)
    for (const option of options ?? [])
      expect([option.text, 'value' in read(kind, option.text, { ...ctx, ...context })]).toEqual([option.text, true])
  })
})

import { describe, expect, it } from 'vitest'
import { purposeOf, templateFor } from '../../src/app/templates.ts'

const facts = {
  person: 'Rasyid',
  place: 'Negeri Contoh',
  round: '2026-07',
  dueAt: Date.UTC(2026, 6, 31, 14, 59),
  zone: 'Asia/Jayapura',
}
const choices = [
  { label: '1. Mulai', data: 'i7.0' },
  { label: '2. Nanti', data: 'i7.1' },
  { label: '3. Bukan saya', data: 'i7.2' },
]
const setting = { name: 'undangan_laporan', language: 'id', parameters: [], buttons: 2 } as const

describe('The template of a message', () => {
  it.each([
    ['remind:7:3:undangan', { rung: 'undangan', purpose: 'invitation' }],
    ['remind:7:3:hari-3', { rung: 'hari-3', purpose: 'reminder' }],
    ['remind:7:3:hari-terakhir-2026-07-31', { rung: 'hari-terakhir', purpose: 'reminder' }],
    ['remind:7:3:belum-selesai-2026-07-02', { rung: 'belum-selesai', purpose: 'half_done' }],
    ['remind:7:3:camat', { rung: 'camat', purpose: 'escalation' }],
    ['remind:7:3:kembali-2026-07-02', { purpose: 'returned' }],
    ['remind:7:3:colek-2026-07-02', { purpose: 'reminder' }],
    ['digest:camat:3:2026-W30', { purpose: 'digest' }],
    ['reply:41:0', { purpose: 'message' }],
    ['staff:9:1', { purpose: 'message' }],
  ])('for %s is looked for as %o', (key, expected) => {
    expect(purposeOf(key)).toEqual(expected)
  })

  it('says all of an invitation: its buttons carry what the message’s own would', () => {
    expect(templateFor(setting, 'invitation', { text: 'Mari mulai', choices }, facts)).toEqual({
      name: 'undangan_laporan',
      language: 'id',
      parameters: [],
      payloads: ['i7.0', 'i7.1'],
      isWhole: true,
    })
  })

  it.each([
    ['a digest', 'digest', { text: 'Ringkasan', choices }, 1, ['cbuka_pesan']],
    ['an invitation without buttons', 'invitation', { text: 'Mari mulai' }, 2, ['cbuka_pesan']],
    ['a template without buttons', 'reminder', { text: 'Belum', choices }, 0, []],
  ] as const)('stands in for %s, which follows when the person answers', (_, purpose, body, buttons, payloads) => {
    expect(templateFor({ ...setting, buttons }, purpose, body, facts)).toMatchObject({ isWhole: false, payloads })
  })

  it('names person, place, round and day, the day as it is there', () => {
    const parameters = ['person', 'place', 'round', 'due'] as const
    expect(templateFor({ ...setting, parameters }, 'reminder', { text: '' }, facts).parameters).toEqual([
      'Rasyid',
      'Negeri Contoh',
      '2026-07',
      'Jumat, 31 Juli 2026',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import {
  contextFields,
  formalSapaan,
  kabupatenWords,
  sapaan,
  shortAddress,
  villageName,
} from '../../src/wording/forms-of-address.ts'
import { greeting, momentWords, nearDayWords, spanWords } from '../../src/wording/when.ts'
import { texts } from './support.ts'

const seram = { texts, language: 'id', zone: 'Asia/Jayapura' }
const sumba = { texts, language: 'id', zone: 'Asia/Makassar' }
const utc = (time: string) => Date.parse(`2024-08-14T${time}:00Z`)

describe('greetings', () => {
  it.each([
    ['23:30', 'Selamat pagi', 'Selamat pagi'],
    ['01:59', 'Selamat pagi', 'Selamat pagi'],
    ['02:00', 'Selamat siang', 'Selamat pagi'],
    ['03:00', 'Selamat siang', 'Selamat siang'],
    ['06:00', 'Selamat sore', 'Selamat siang'],
    ['09:29', 'Selamat sore', 'Selamat sore'],
    ['09:30', 'Selamat malam', 'Selamat sore'],
    ['10:30', 'Selamat malam', 'Selamat malam'],
  ])('at %s UTC are "%s" in Seram and "%s" in Sumba', (time, inSeram, inSumba) => {
    expect([greeting(utc(time), seram), greeting(utc(time), sumba)]).toEqual([inSeram, inSumba])
  })
})

describe('forms of address', () => {
  it.each([
    ['raja_negeri', undefined, 'Bapak Raja', 'Bapak Raja Negeri', 'Bapak Raja'],
    ['raja_negeri', 'ibu', 'Ibu Raja', 'Ibu Raja Negeri', 'Ibu Raja'],
    ['kepala_desa', undefined, 'Bapak/Ibu', 'Bapak/Ibu Kepala Desa', 'Bapak/Ibu'],
    ['kepala_desa', 'bapak', 'Bapak', 'Bapak Kepala Desa', 'Pak'],
    ['camat', 'ibu', 'Ibu', 'Ibu Camat', 'Bu'],
  ] as const)('for %s (%s) are "%s", "%s" and "%s"', (position, title, usual, formal, short) => {
    const addressee = title === undefined ? { position } : { position, title }
    expect([sapaan(addressee, seram), formalSapaan(addressee, seram), shortAddress(addressee, seram)]).toEqual([
      usual,
      formal,
      short,
    ])
  })

  it.each([
    ['Tanah Rata', 'negeri', 'Negeri Tanah Rata'],
    ['Air Besar', 'desa', 'Desa Air Besar'],
    ['Negeri Administratif Tanjung', 'desa', 'Negeri Administratif Tanjung'],
  ] as const)('call %s (%s) "%s"', (name, word, called) => {
    expect(villageName(name, word, seram)).toBe(called)
  })
})

describe('the fields of the forms', () => {
  it('are filled from the person, the place and the round', () => {
    const fields = contextFields(
      {
        addressee: { position: 'raja_negeri' },
        name: 'Abdul',
        village: { name: 'Tanah Rata', word: 'negeri' },
        kecamatan: 'Teluk Ujung',
        kabupaten: 'Seram Bagian Timur',
        roundNumber: 2,
        opensOn: '2024-08-05',
        dueOn: '2024-08-21',
        depth: 'core',
        programme: { name: 'BangKIT', body: 'BaKTI', dataOfficer: 'data@example.org' },
        channel: 'Telegram',
        now: utc('00:15'),
      },
      seram,
    )
    expect(fields).toEqual({
      sapaan: 'Bapak Raja',
      nama: 'Abdul',
      desa: 'Negeri Tanah Rata',
      kecamatan: 'Teluk Ujung',
      kabupaten: 'Seram Bagian Timur',
      putaran_ke: '2',
      putaran_dibuka: '2024-08-05',
      putaran_berakhir: '2024-08-21',
      tahun: '2024',
      salam: 'Selamat pagi',
      program: 'BangKIT',
      lembaga: 'BaKTI',
      petugas_data: 'data@example.org',
      saluran: 'Telegram',
      kedalaman: 'core',
    })
  })

  it('are empty where there is nothing to say, so that an expression finds them all the same', () => {
    const fields = contextFields({ addressee: { position: 'camat' }, name: 'Salma', now: utc('00:15') }, seram)
    expect([fields.desa, fields.putaran_ke, fields.kedalaman]).toEqual(['', '', ''])
  })
})

describe('a kabupaten', () => {
  it.each([
    ['Seram Bagian Timur', 'Kabupaten Seram Bagian Timur'],
    ['Kabupaten Uji', 'Kabupaten Uji'],
    ['KABUPATEN UJI', 'KABUPATEN UJI'],
    ['Kota Uji', 'Kota Uji'],
    ['Kotawaringin Uji', 'Kabupaten Kotawaringin Uji'],
  ])('named "%s" is "%s"', (name, words) => {
    expect(kabupatenWords(name)).toBe(words)
  })
})

describe('days and hours', () => {
  const now = utc('00:15')

  it.each([
    ['2024-08-14', 'hari ini'],
    ['2024-08-15', 'besok'],
    ['2024-08-21', 'Rabu, 21 Agustus'],
    ['2024-08-13', 'Selasa, 13 Agustus'],
    ['2025-01-06', 'Senin, 6 Januari 2025'],
  ])('call %s "%s" on 14 August 2024', (on, words) => {
    expect(nearDayWords(on, now, seram)).toBe(words)
  })

  it('are those of the contact: one instant, two zones, two days', () => {
    const at = utc('15:30')
    expect(momentWords(at, now, seram)).toBe('besok pukul 00.30 WIT')
    expect(momentWords(at, now, sumba)).toBe('hari ini pukul 23.30 WITA')
    expect(momentWords(at, now, { ...seram, language: 'en' })).toBe('tomorrow at 00:30 WIT')
  })

  it.each([
    [59 * 60_000, 'beberapa menit'],
    [60 * 60_000, '1 jam'],
    [25 * 3_600_000, '1 hari'],
    [3 * 86_400_000, '3 hari'],
  ])('call a break of %d ms "%s"', (ms, words) => {
    expect(spanWords(ms, seram)).toBe(words)
  })
})

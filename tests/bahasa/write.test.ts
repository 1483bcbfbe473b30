import { describe, expect, it } from 'vitest'
import {
  addressOf,
  formatCountBySex,
  formatDateLong,
  formatDateShort,
  formatDuration,
  formatList,
  formatMonth,
  formatNumber,
  formatOrdinal,
  formatPercent,
  formatRelative,
  formatRupiah,
  spellNumber,
  unitFamily,
} from '../../src/bahasa/index.ts'

describe('writing back', () => {
  it('numbers and money', () => {
    expect(formatNumber(1234567.5)).toBe('1.234.567,5')
    expect(formatNumber(-1200)).toBe('-1.200')
    expect(formatRupiah(2_500_000)).toBe('Rp 2.500.000')
    expect(formatPercent(33.3)).toBe('33,3%')
    expect(spellNumber(2_500_000)).toBe('dua juta lima ratus ribu')
    expect(spellNumber(1_011_000)).toBe('satu juta sebelas ribu')
    expect(spellNumber(1001)).toBe('seribu satu')
    expect(spellNumber(2.05)).toBe('dua koma nol lima')
    expect(spellNumber(0)).toBe('nol')
  })

  it('days and months', () => {
    expect(formatDateLong('2024-08-14')).toBe('Rabu, 14 Agustus 2024')
    expect(formatDateShort('2024-08-04')).toBe('4 Agu 2024')
    expect(formatMonth('2024-08')).toBe('Agustus 2024')
  })

  it.each([
    ['2024-08-14', 'hari ini'],
    ['2024-08-13', 'kemarin'],
    ['2024-08-11', '3 hari lalu'],
    ['2024-07-24', '3 minggu lalu'],
    ['2024-05-01', '3 bulan lalu'],
    ['2022-01-01', '2 tahun lalu'],
    ['2024-08-15', 'besok'],
    ['2024-08-16', 'lusa'],
    ['2024-08-20', '6 hari lagi'],
  ])('%s seen from 14 August 2024: %s', (on, expected) => expect(formatRelative(on, '2024-08-14')).toBe(expected))

  it.each([
    [20_000, 'kurang dari semenit'],
    [45 * 60_000, '45 menit'],
    [135 * 60_000, '2 jam 15 menit'],
    [51 * 3_600_000, '2 hari 3 jam'],
  ])('%d ms: %s', (ms, expected) => expect(formatDuration(ms)).toBe(expected))

  it('people and lists', () => {
    expect(formatCountBySex({ total: 12, l: 7, p: 5 })).toBe('12 orang (7 laki-laki, 5 perempuan)')
    expect(formatCountBySex({ total: 0, l: 0, p: 0 })).toBe('0 orang')
    expect(formatList(['Kori', 'Noha', 'Waiholo'])).toBe('Kori, Noha, dan Waiholo')
    expect(formatList(['Kori', 'Noha'])).toBe('Kori dan Noha')
    expect(formatOrdinal(2)).toBe('kedua')
    expect(formatOrdinal(2, 'short')).toBe('ke-2')
    expect(formatOrdinal(12)).toBe('ke-12')
  })

  it.each([
    [{ position: 'kepala_desa' }, 'Bapak/Ibu Kepala Desa', 'Bapak/Ibu'],
    [{ position: 'kepala_desa', sex: 'p' as const }, 'Ibu Kepala Desa', 'Bu'],
    [{ position: 'raja_negeri' }, 'Bapak Raja', 'Bapak/Ibu'],
    [{ position: 'raja_negeri', sex: 'L' as const }, 'Bapak Raja', 'Pak'],
    [{ position: 'camat', sex: 'l' as const }, 'Bapak Camat', 'Pak'],
    [{ position: 'fasilitator_desa' }, 'Bapak/Ibu', 'Bapak/Ibu'],
  ])('%j is addressed as %s, shortly %s', (addressee, full, short) =>
    expect(addressOf(addressee)).toEqual({ full, short }),
  )

  it('units of one family may be compared', () => {
    expect(unitFamily('ton')).toBe(unitFamily('kg'))
    expect(unitFamily('pohon')).toBe(unitFamily('anakan'))
    expect(unitFamily('ekor')).not.toBe(unitFamily('pohon'))
  })
})

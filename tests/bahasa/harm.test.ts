import { describe, expect, it } from 'vitest'
import { noticeHarm } from '../../src/bahasa/index.ts'

describe('words that may point to harm', () => {
  it.each([
    ['istri dipukul suami', 'kekerasan'],
    ['di pukul orang', 'kekerasan'],
    ['diancam dibunuh', 'kekerasan'],
    ['dia dilecehkan', 'seksual'],
    ['anak saya disakiti', 'anak'],
    ['anak-anak dilecehkan', 'anak'],
    ['kami dipaksa tanda tangan', 'paksaan'],
    ['kepala dusun minta uang', 'uang'],
    ['BLT dipotong 100 ribu', 'uang'],
    ['uang kami dipotong', 'uang'],
    ['ada pungutan', 'uang'],
  ])('%s → %s', (text, category) => expect(noticeHarm(text)).toBe(category))

  it.each([
    'rumput dipotong',
    'padi dipotong',
    'ayam dipotong untuk pesta',
    'kayu dipotong jadi papan',
    'gong dipukul',
    'perahu dipukul ombak',
    'hama dibunuh',
    'ancaman hama',
    'jagung dijual',
    'dipotong pajak',
    'kami minta uang untuk bibit',
    'terpaksa berhenti',
    'tidak ada pungutan',
    'anak sekolah ikut tanam',
  ])('%s raises nothing', (text) => expect(noticeHarm(text)).toBeUndefined())
})

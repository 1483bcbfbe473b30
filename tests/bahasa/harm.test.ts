import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { noticeHarm } from '../../src/bahasa/index.ts'
import { harmGroups, harmVerbs } from '../../src/bahasa/lexicon/harm.ts'
import { harmHints } from '../../src/bahasa/lexicon/harm-hints.ts'
import { readCorpus } from './corpus.ts'

describe('words that may point to harm', () => {
  it.each([
    ['istri dipukul suami', 'kekerasan'],
    ['di pukul orang', 'kekerasan'],
    ['dipukl sampe pinsan', 'kekerasan'],
    ['laki de kas rusak bini pung muka', 'kekerasan'],
    ['dong baku parang di pante', 'kekerasan'],
    ['diancam dibunuh', 'kekerasan'],
    ['dia dilecehkan', 'seksual'],
    ['pemerkosan di dusun 3', 'seksual'],
    ['mandor suka pegang2 ibu2', 'seksual'],
    ['anak saya disakiti', 'anak'],
    ['anak-anak dilecehkan', 'anak'],
    ['nona umur 15 su dikasi kawin', 'anak'],
    ['anak umur empat belas hamil', 'anak'],
    ['kami dipaksa tanda tangan', 'paksaan'],
    ['sy tanda tangan krn takut diancam', 'paksaan'],
    ['kalo seng ikut nama dicoret', 'paksaan'],
    ['ijazah ditahan perusahaan', 'paksaan'],
    ['kepala dusun minta uang', 'uang'],
    ['BLT dipotong 100 ribu', 'uang'],
    ['BLT tidak sampai ke katong', 'uang'],
    ['uang kami dipotong', 'uang'],
    ['kwitansi kosong disuruh ttd', 'uang'],
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
    'anak sapi dipukul',
    'rapat pukul 9',
    'sosialisasi tentang kekerasan terhadap anak',
    'kekerasan terhadap anak: tidak ada',
    'seng ada yang paksa katong',
    'gaji dipotong cicilan bank',
    'beras dimakan tikus',
    'anak2 takut suntik',
    'tim penggerak pkk',
  ])('%s raises nothing', (text) => expect(noticeHarm(text)).toBeUndefined())

  it('everyday answers hardly ever raise one', () => {
    const folder = new URL('./', import.meta.url)
    const files = readdirSync(folder).filter((name) => name.endsWith('.tsv') && !name.startsWith('heldout-'))
    const replies = new Set(readCorpus(folder, files, (url) => readFileSync(url, 'utf8')).map((line) => line.reply))
    const raised = [...replies].filter((reply) => noticeHarm(reply) !== undefined)
    expect(raised.length).toBeLessThan(replies.size / 2000)
  })

  it('every group that a hint names has words', () => {
    const computed = 'ANGKA BELIA MINTA_SENDIRI RABA_DUA SENTUH_DUA ULANG UMUR_ANAK UMUR_KAWIN'.split(' ')
    const known = new Set([...Object.keys(harmVerbs), ...Object.keys(harmGroups), ...computed])
    const named = Object.values(harmHints)
      .flat()
      .flatMap((hint) => hint.split(/[ |]/))
      .map((name) => name.replace(/^(?:di|me|pe):/, ''))
      .filter((name) => /\p{Lu}/u.test(name))
    expect(named.filter((name) => !known.has(name))).toEqual([])
  })
})

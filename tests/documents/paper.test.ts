import { describe, expect, it } from 'vitest'
import { drawDigestPicture } from '../../src/documents/digest-picture.ts'
import type { Paper } from '../../src/documents/paper.ts'
import { paperToDocx } from '../../src/documents/paper-to-docx.ts'
import { paperToPdf } from '../../src/documents/paper-to-pdf.ts'
import { pngSize, toPng } from '../../src/documents/png.ts'
import { unzip } from '../../src/lib/unzip.ts'

const png = await toPng(
  drawDigestPicture({
    title: 'Rangkuman <b>tebal</b>',
    subtitle: 'Putaran 2024-07',
    blocks: [{ title: 'Satu dari dua', bars: [{ name: 'Loura & Kodi', value: 1, of: 2, says: '1 dari 2' }] }],
  }),
)

/** One of everything, with texts that are no markup, no formula and no address. */
const paper: Paper = {
  title: 'Matriks <b>rekomendasi</b>',
  subtitle: 'Kecamatan Teluk Ujung',
  head: 'Program contoh',
  foot: 'Contoh',
  landscape: true,
  blocks: [
    { kind: 'heading', text: 'Usulan' },
    { kind: 'text', text: 'Baris satu\nbaris dua' },
    { kind: 'list', items: ['=HYPERLINK("http://127.0.0.1/")', 'dua'], numbered: true },
    { kind: 'facts', rows: [['Tanggal', '20 Agustus 2024']] },
    {
      kind: 'table',
      columns: [
        { title: 'No', share: 1, figures: true },
        { title: 'Desa', share: 5 },
      ],
      rows: Array.from({ length: 60 }, (_, i) => [String(i + 1), 'Karang Uji & Pasir Uji']),
    },
    { kind: 'writing', label: 'Catatan', lines: 3 },
    { kind: 'picture', png },
    { kind: 'page' },
    { kind: 'signatures', place: 'Bula, 20 Agustus 2024', people: [{ role: 'Camat', name: '' }] },
  ],
}

describe('a paper as PDF', () => {
  it('is whole, in several pages, and the same bytes for the same paper', async () => {
    const pdf = await paperToPdf(paper, 0)
    const text = Buffer.from(pdf).toString('latin1')
    expect(text.startsWith('%PDF-')).toBe(true)
    expect(text.trimEnd().endsWith('%%EOF')).toBe(true)
    expect(text.match(/\/Type \/Page\b/g)!.length).toBeGreaterThanOrEqual(3)
    // A4 on its side
    expect(text).toContain('/MediaBox [0 0 841.89 595.28]')
    expect(
      Buffer.from(await paperToPdf(paper, 0))
        .toString('latin1')
        .replace(/\/ID \[.*\]/, ''),
    ).toBe(text.replace(/\/ID \[.*\]/, ''))
  })
})

describe('what people write on a phone', () => {
  it('prints without boxes where the typeface has no letter, and in its own direction', async () => {
    const titled = async (title: string) =>
      Buffer.from(await paperToPdf({ title, blocks: [{ kind: 'list', items: [title] }] }, 0))
        .toString('latin1')
        .replace(/\/ID \[.*\]/, '')
    expect(await titled('Panen 🌽👩🏽‍🌾 bagus\u202e')).toBe(await titled('Panen  bagus'))
  })
})

describe('a paper as Word file', () => {
  it('holds every text as it is, and links to nothing', async () => {
    const files = unzip(await paperToDocx(paper), { mostBytes: 10_000_000, mostFiles: 100 })
    const xml = Buffer.from(files.get('word/document.xml')!).toString()
    expect(xml).toContain('Matriks &lt;b&gt;rekomendasi&lt;/b&gt;')
    expect(xml).toContain('Karang Uji &amp; Pasir Uji')
    expect(xml).not.toContain('<w:hyperlink')
    expect(xml).toContain('w:orient="landscape"')
    expect([...files.keys()].some((name) => name.startsWith('word/media/'))).toBe(true)
  })
})

describe('a picture', () => {
  it('has letters, whatever fonts the machine has', async () => {
    const without = await toPng(drawDigestPicture({ title: '', subtitle: '', blocks: [] }))
    expect(pngSize(png).width).toBe(720)
    expect(png.length).toBeGreaterThan(without.length + 4_000)
  })
})

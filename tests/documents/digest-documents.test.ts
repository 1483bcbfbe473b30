import { describe, expect, it } from 'vitest'
import { paperOfDigest, pictureOfDigest } from '../../src/documents/digest-documents.ts'
import type { Digest } from '../../src/domain/digests.ts'
import { raja } from '../wording/support.ts'

const labels: Readonly<Record<string, string>> = { cuaca: 'Cuaca & musim', bibit: 'Bibit, bahan', opd: 'OPD kabupaten' }
const around = { place: 'Kecamatan Teluk Ujung', label: (_list: string, code: string) => labels[code] ?? code }

const camat: Digest = {
  audience: 'camat',
  roundCode: '2024-07',
  periodOn: '2024-07-15',
  sections: [
    { kind: 'progress', reported: 1, expected: 3, excused: 0, lateReports: 0, newReports: null },
    {
      kind: 'villages_owing',
      rows: [
        { regionCode: '81.05.15.2002', name: 'Desa Pasir Uji', situation: 'not_started', isLate: true, daysLeft: -2 },
      ],
    },
    {
      kind: 'activities',
      total: 8,
      byStatus: { selesai: 2, berjalan: 5, belum: 1, batal: 0, tidak_diisi: 0 },
      progress: 46,
      sinceLastRound: { villages: 1, progress: 6 },
    },
    { kind: 'constraints', rows: [{ code: 'cuaca', activities: 4, villages: 1 }] },
    {
      kind: 'outliers',
      rows: [{ regionCode: '81.05.15.2001', name: 'Desa Karang Uji', reason: 'no_women', value: 0, comparedWith: 12 }],
    },
  ],
}

describe('the page of a digest that may be passed on', () => {
  it('holds the sums and names no village, also when a camat passes it on', () => {
    const page = JSON.stringify(paperOfDigest(camat, around, raja(), undefined))
    expect(page).toContain('1 dari 3 desa sudah melapor')
    expect(page).toContain('Cuaca & musim')
    expect(page).not.toMatch(/Pasir Uji|Karang Uji/)
  })
})

describe('the picture of a digest', () => {
  it('shows activities by status to a camat, without statuses that nothing has', () => {
    expect(pictureOfDigest(camat, around, raja())?.blocks).toEqual([
      {
        title: 'Keadaan 8 kegiatan',
        bars: [
          { name: 'Selesai', value: 2, of: 8, says: '2 dari 8' },
          { name: 'Berjalan', value: 5, of: 8, says: '5 dari 8' },
          { name: 'Belum mulai', value: 1, of: 8, says: '1 dari 8' },
        ],
      },
      { title: 'Kendala terbanyak', bars: [{ name: 'Cuaca & musim', value: 4, says: '4 kegiatan' }] },
    ])
  })

  it('shows a Forum how far each kecamatan is', () => {
    const forum: Digest = {
      ...camat,
      audience: 'forum',
      sections: [
        camat.sections[0]!,
        {
          kind: 'by_kecamatan',
          rows: [
            { regionCode: '53.18.01', name: 'Loura', reported: 1, expected: 1 },
            { regionCode: '53.18.07', name: 'Kodi', reported: 0, expected: 2 },
          ],
        },
      ],
    }
    expect(pictureOfDigest(forum, around, raja())?.blocks).toEqual([
      {
        title: '1 dari 3 desa sudah melapor.',
        bars: [
          { name: 'Loura', value: 1, of: 1, says: '1 dari 1' },
          { name: 'Kodi', value: 0, of: 2, says: '0 dari 2' },
        ],
      },
    ])
  })

  it('is not drawn where nobody has told anything yet', () => {
    expect(pictureOfDigest({ ...camat, sections: [camat.sections[0]!] }, around, raja())).toBeUndefined()
  })
})

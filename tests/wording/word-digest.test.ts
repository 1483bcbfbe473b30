import { describe, expect, it } from 'vitest'
import {
  type Digest,
  type DigestData,
  type DigestPlace,
  type DigestReader,
  digestFor,
} from '../../src/domain/digests.ts'
import type { ActivityAnswer, VillageAnswers } from '../../src/domain/village-figures.ts'
import { wordDigest } from '../../src/wording/word-digest.ts'
import { raja } from './support.ts'

const kecamatan = '81.05.15'
/** Monday, 12 August 2024, 09.00 WIT */
const monday = Date.parse('2024-08-12T00:00:00Z')
const lastMonday = monday - 7 * 86_400_000

const labels: Readonly<Record<string, string>> = {
  cuaca: 'Cuaca & musim',
  bahan_alat: 'Bahan & alat',
  pelatihan: 'Pelatihan',
  alat: 'Alat',
  opd: 'OPD kabupaten',
  kecamatan: 'Kecamatan',
}
const around = { place: 'Kecamatan Teluk Ujung', label: (_list: string, code: string) => labels[code] ?? code }

function place(number: number, name: string, changes: Partial<DigestPlace> = {}): DigestPlace {
  return {
    regionCode: `${kecamatan}.200${number}`,
    name: `Desa ${name}`,
    excused: false,
    state: 'submitted',
    isLate: false,
    isHalfDone: false,
    dueOn: '2024-08-14',
    reachable: true,
    twoReports: false,
    firstInAt: null,
    ...changes,
  }
}

function activity(status: ActivityAnswer['status'], changes: Partial<ActivityAnswer> = {}): ActivityAnswer {
  return {
    entityId: 'e1',
    name: 'Kebun pala',
    bidang: 'pertanian',
    status,
    persen: status === 'berjalan' ? 40 : null,
    target: 100,
    hasil: null,
    kendala: [],
    dukungan: [],
    pihak: [],
    carried: false,
    ...changes,
  }
}

function answers(
  number: number,
  name: string,
  submittedAt: number,
  changes: Partial<VillageAnswers> = {},
): VillageAnswers {
  return {
    regionCode: `${kecamatan}.200${number}`,
    name: `Desa ${name}`,
    submittedAt,
    isLate: false,
    attendance: { total: 12, l: 7, p: 5 },
    activities: [
      activity('selesai'),
      activity('berjalan', { kendala: ['cuaca'], dukungan: ['pelatihan'], pihak: ['opd', 'kecamatan'] }),
      activity('belum', { kendala: ['cuaca', 'bahan_alat'], dukungan: ['alat'] }),
    ],
    ...changes,
  }
}

const data: DigestData = {
  offices: [],
  roundCode: '2024-07',
  periodOn: '2024-08-12',
  places: [
    place(1, 'Air Besar', { twoReports: true, firstInAt: lastMonday - 1000 }),
    place(2, 'Batu Licin', { firstInAt: monday - 1000 }),
    place(3, 'Tanah Rata', { state: 'half_done', isHalfDone: true }),
    place(4, 'Tanjung', { state: 'late', isLate: true, dueOn: '2024-08-05', reachable: false }),
    place(5, 'Ujung', { state: 'open', dueOn: '2024-08-12' }),
    place(6, 'Pulau Kecil', { state: 'excused', excused: true }),
  ],
  kecamatan: [{ regionCode: kecamatan, name: 'Kecamatan Teluk Ujung', state: 'submitted', confirmedAt: lastMonday }],
  answers: [
    answers(1, 'Air Besar', lastMonday - 1000),
    answers(2, 'Batu Licin', monday - 1000, { isLate: true, attendance: { total: 9, l: 9, p: 0 } }),
  ],
  answersBefore: [],
  planning: [],
  workLate: [],
  lastDigestAt: lastMonday,
  help: [
    { regionCode: `${kecamatan}.2005`, name: 'Desa Ujung', kind: 'help', sinceAt: monday - 86_400_000 },
    { regionCode: kecamatan, name: 'Teluk Ujung', kind: 'help', sinceAt: monday - 86_400_000 },
  ],
}

const readers: readonly [string, DigestReader][] = [
  ['camat', { audience: 'camat', regionCode: kecamatan }],
  ['pokja', { audience: 'pokja', regionCode: '81.05' }],
  ['forum', { audience: 'forum', regionCode: '81.05' }],
  ['opd', { audience: 'opd', regionCode: '81.05' }],
  ['fasilitator', { audience: 'fasilitator', villages: [`${kecamatan}.2004`, `${kecamatan}.2005`] }],
  ['staff', { audience: 'staff', regionCode: '*' }],
]

const reading = raja({ sapaan: 'Ibu', now: monday })

describe('digests', () => {
  it.each(['id', 'en'])('read like this in %s', async (language) => {
    const page = readers.map(([who, reader]) => {
      const messages = wordDigest(digestFor(reader, data), around, { ...reading, language })
      return `# ${who}\n${messages.map((message) => message.text).join('\n---\n')}\n`
    })
    await expect(page.join('\n')).toMatchFileSnapshot(`./digests.${language}.txt`)
  })

  it.each(['pokja', 'forum', 'opd'] as const)('name no village to %s', (audience) => {
    const text = wordDigest(digestFor({ audience, regionCode: '81.05' }, data), around, reading)
      .map((message) => message.text)
      .join('\n')
    for (const { name } of data.places) expect(text).not.toContain(name)
  })

  it('count the days to the due date from the day they are read', () => {
    const wednesday = { ...reading, now: monday + 2 * 86_400_000 }
    const [message] = wordDigest(digestFor({ audience: 'camat', regionCode: kecamatan }, data), around, wednesday)
    expect(message!.text).toContain('• Desa Tanah Rata: sedang diisi, batas hari ini')
    expect(message!.text).toContain('• Desa Ujung: belum mulai, lewat 2 hari')
  })

  it.each([
    [34, 'naik 6 poin'],
    [46, 'turun 6 poin'],
    [40, 'tetap'],
  ])('compare with a last round of %d percent', (persen, change) => {
    const running = (percent: number) => ({ activities: [activity('berjalan', { persen: percent })] })
    const compared = {
      ...data,
      answers: [answers(1, 'Air Besar', monday, running(40)), answers(2, 'Batu Licin', monday, running(90))],
      answersBefore: [answers(1, 'Air Besar', lastMonday, running(persen))],
    }
    const [message] = wordDigest(digestFor({ audience: 'pokja', regionCode: '81.05' }, compared), around, reading)
    expect(message!.text).toContain(
      `Dibanding putaran lalu, di 1 desa yang melapor di keduanya: kemajuan rata-rata ${change}.`,
    )
  })

  it('say so when there is nothing to tell', () => {
    const empty: Digest = { audience: 'camat', roundCode: '2024-07', periodOn: '2024-08-12', sections: [] }
    expect(wordDigest(empty, around, reading).map((message) => message.text)).toEqual([
      'Rangkuman Kecamatan Teluk Ujung, minggu 12 Agustus 2024\nPemantauan putaran 2024-07\n\nBelum ada yang perlu disampaikan minggu ini.',
    ])
  })

  it('are cut between lines within the length of the channel', () => {
    const rows = Array.from({ length: 200 }, (_, i) => ({
      regionCode: String(i),
      name: `Kecamatan bernama panjang ${i}`,
      reported: i,
      expected: 300,
    }))
    const sections = Array.from({ length: 6 }, () => ({ kind: 'by_kecamatan' as const, rows }))
    const messages = wordDigest(
      { audience: 'staff', roundCode: '2024-07', periodOn: '2024-08-12', sections },
      around,
      reading,
    )
    expect(messages.length).toBeGreaterThan(1)
    for (const { text } of messages) expect(text.length).toBeLessThanOrEqual(4096)
    expect(messages[0]!.text).toContain('… dan 170 lagi')
  })
})

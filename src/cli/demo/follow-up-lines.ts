import type { Line } from '../../app/demo/scripted.ts'
import type { SeededRandom } from '../../lib/seeded-random.ts'

/**
 * What offices, camat and heads of villages say to the follow-up: what was nothing yet is worked on, what is worked on is
 * budgeted or finished, and a village that is asked has mostly received it. `isHeard`: whether they still have news on
 * what is theirs to do.
 */
export function followUpLines(random: SeededRandom, isHeard = () => true): readonly Line[] {
  return [
    {
      when: /Bagaimana perkembangannya\?/,
      says: (text) => {
        if (!isHeard()) return undefined
        const last = /Kabar terakhir: ([^.\n]+)\./.exec(text)?.[1] ?? ''
        if (last.startsWith('belum')) return random.pick(['diproses', 'diproses', 'belum'])
        return random.pick(['selesai', 'selesai', 'dianggarkan', 'diproses'])
      },
    },
    { when: /Masuk anggaran tahun berapa\?/, says: '2026' },
    { when: /Nama programnya apa\?/, says: 'Penyediaan sarana produksi' },
    { when: /Nilainya berapa\?/, says: () => `${random.int(2, 30) * 5} juta` },
    { when: /Selesainya tanggal berapa\?/, says: 'kemarin' },
    { when: /Ada foto buktinya\?/, says: 'lewati' },
    { when: /Target baru bulan apa\?/, says: 'lewati' },
    { when: /Apa alasannya\?/, says: 'Bukan kewenangan kabupaten' },
    { when: /Ini ringkasannya[\s\S]*Perkembangan:/, says: 'ya' },
    { when: /Betul sudah diterima di /, says: () => (random.chance(0.9) ? 'sudah' : 'belum') },
    { when: /Apa yang belum\?/, says: 'Baru sebagian bibit yang datang' },
    { when: /Apakah masih dipakai\?/, says: 'masih dipakai' },
    { when: /Apakah sudah dipraktikkan\?/, says: 'sudah' },
  ]
}

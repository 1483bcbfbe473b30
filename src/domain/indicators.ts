import { addDays } from '../lib/local-time.ts'

/**
 * What the programme wants to reach and how far it is, by kabupaten and period. Where the data of the rounds can give a
 * figure it is computed; the rest is entered by hand with its source.
 */
export interface IndicatorName {
  readonly code: string
  readonly name: string
  /** `orang`, `desa`, `%` …; shares are not added up over places. */
  readonly unit: string
}

/** Figures that the data gives; the code is also that of the indicator. */
export const knownIndicators = [
  { code: 'laporan_masuk', name: 'Laporan pemantauan desa yang masuk', unit: 'laporan' },
  { code: 'desa_melapor', name: 'Desa yang melapor', unit: 'desa' },
  { code: 'laporan_tepat_waktu', name: 'Laporan desa yang tepat waktu', unit: '%' },
  { code: 'kegiatan_selesai', name: 'Kegiatan rencana penghidupan yang selesai', unit: 'kegiatan' },
  { code: 'hadir_desa', name: 'Orang di pertemuan desa', unit: 'orang' },
  { code: 'hadir_desa_l', name: 'Laki-laki di pertemuan desa', unit: 'orang' },
  { code: 'hadir_desa_p', name: 'Perempuan di pertemuan desa', unit: 'orang' },
  { code: 'peserta', name: 'Peserta rakor, koordinasi dan kelas belajar', unit: 'orang' },
  { code: 'peserta_l', name: 'Peserta laki-laki', unit: 'orang' },
  { code: 'peserta_p', name: 'Peserta perempuan', unit: 'orang' },
  { code: 'rakor', name: 'Rakor Pokja/Forum', unit: 'rakor' },
  { code: 'rekomendasi_dianggarkan', name: 'Rekomendasi yang dianggarkan', unit: 'rekomendasi' },
  { code: 'rekomendasi_diterima', name: 'Rekomendasi yang sudah diterima di desa', unit: 'rekomendasi' },
] as const satisfies readonly IndicatorName[]

export type KnownIndicator = (typeof knownIndicators)[number]['code']

export function isKnownIndicator(code: string): code is KnownIndicator {
  return knownIndicators.some((known) => known.code === code)
}

/** First and last day of a year (`2024`), half (`2024-S2`), quarter (`2024-Q3`) or month (`2024-07`); undefined: none. */
export function periodSpan(period: string): { readonly fromOn: string; readonly untilOn: string } | undefined {
  const [, year, kind = '', number = ''] = /^(20\d\d)(?:-(S|Q|)(\d{1,2}))?$/.exec(period) ?? []
  if (year === undefined) return undefined
  const months = kind === 'S' ? 6 : kind === 'Q' ? 3 : number === '' ? 12 : 1
  const n = number === '' ? 1 : Number(number)
  if (n < 1 || n > 12 / months || (months === 1) !== (number.length === 2)) return undefined
  const first = months * (n - 1) + 1
  const day = (month: number) =>
    month > 12 ? `${Number(year) + 1}-01-01` : `${year}-${String(month).padStart(2, '0')}-01`
  return { fromOn: day(first), untilOn: addDays(day(first + months), -1) }
}

/** One row of the table: an indicator in a place and period. */
export interface IndicatorRow extends IndicatorName {
  /** A kabupaten, or `*` for the whole programme. */
  readonly kabupatenCode: string
  readonly period: string
  /** Null: none was set. */
  readonly target: number | null
  /** Null: not known yet. */
  readonly achieved: number | null
  /** Of the target, rounded; null where either is missing or the target is nothing. */
  readonly percent: number | null
  /** `data`: computed; else what the source was, as it was entered. */
  readonly source: string
  /** What the data says beside a number that was entered by hand. */
  readonly computed: number | null
}

export function percentOf(achieved: number | null, target: number | null): number | null {
  return achieved === null || target === null || target === 0 ? null : Math.round((achieved / target) * 100)
}

/** Sums over the kabupaten for each indicator and period that has several and none for the whole; shares are left out. */
export function withTotals(rows: readonly IndicatorRow[]): readonly IndicatorRow[] {
  return [...Map.groupBy(rows, (row) => `${row.code} ${row.period}`).values()].flatMap((own) => {
    const [first] = own
    if (own.length < 2 || first!.unit === '%' || own.some((row) => row.kabupatenCode === '*')) return own
    const sum = (of: (row: IndicatorRow) => number | null) =>
      own.every((row) => of(row) === null) ? null : own.reduce((n, row) => n + (of(row) ?? 0), 0)
    const target = own.some((row) => row.target === null) ? null : sum((row) => row.target)
    const achieved = sum((row) => row.achieved)
    const { code, name, unit, period } = first!
    return [
      ...own,
      {
        code,
        name,
        unit,
        period,
        kabupatenCode: '*',
        target,
        achieved,
        percent: percentOf(achieved, target),
        source: own.every((row) => row.source === 'data') ? 'data' : '',
        computed: null,
      },
    ]
  })
}

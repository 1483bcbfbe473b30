import { fundingSources } from './activities.ts'

/**
 * Activities as OpenDK takes them in (its imports SinkronPembangunan and SinkronPembangunanDokumentasi read these
 * columns by name). What a village never told stays empty: a sum is put into a column only when it has one payer.
 */
export const pembangunanColumns = [
  'desa_id',
  'id',
  'sumber_dana',
  'lokasi',
  'keterangan',
  'judul',
  'volume',
  'tahun_anggaran',
  'pelaksana_kegiatan',
  'status',
  'anggaran',
  'perubahan_anggaran',
  'sumber_biaya_pemerintah',
  'sumber_biaya_provinsi',
  'sumber_biaya_kab_kota',
  'sumber_biaya_swadaya',
  'sumber_biaya_jumlah',
  'manfaat',
  'waktu',
  'foto',
] as const

export const dokumentasiColumns = [
  'desa_id',
  'id',
  'id_pembangunan',
  'gambar',
  'persentase',
  'keterangan',
  'created_at',
  'updated_at',
] as const

export interface OpenDkActivity {
  readonly regionCode: string
  /** Whole number, the same in every export. */
  readonly id: number
  readonly name: string
  /** The plan's own properties. */
  readonly plan: Readonly<Record<string, string>>
  /** The status and kendala in words. */
  readonly said: string
  /** 0–100; null where nobody said. */
  readonly percent: number | null
  readonly isGivenUp: boolean
  readonly beneficiaries: { readonly total: number; readonly l: number; readonly p: number } | null
  /** Rupiah; null where nobody said. */
  readonly spent: number | null
  /** Codes of `fundingSources`. */
  readonly paidBy: readonly string[]
  readonly reportId: number
  /** `YYYY-MM-DD HH:MM:SS`, local to the village. */
  readonly toldAt: string
}

type Row<Columns extends readonly string[]> = Readonly<Record<Columns[number], string>>

export function pembangunanRow(activity: OpenDkActivity): Row<typeof pembangunanColumns> {
  const { plan, paidBy, beneficiaries } = activity
  const planned = plan.biaya ?? ''
  const payers = paidBy.length > 0 ? paidBy : (plan.sumber ?? '').split(/[\s,]+/).filter((code) => code !== '')
  const only = (code: string) => (payers.length === 1 && payers[0] === code ? planned : '')
  return {
    desa_id: activity.regionCode,
    id: String(activity.id),
    sumber_dana: payers.map((code) => fundingSources.find((f) => f.code === code)?.label ?? code).join(', '),
    lokasi: plan.lokasi ?? '',
    keterangan: activity.said,
    judul: activity.name,
    volume: [plan.target, plan.satuan].filter((part) => part).join(' '),
    tahun_anggaran: plan.tahun_vlp || (plan.mulai ?? '').slice(0, 4),
    pelaksana_kegiatan: plan.penanggung_jawab ?? '',
    // OpenDK lists what is 1 and hides what is 0
    status: activity.isGivenUp ? '0' : '1',
    anggaran: planned,
    perubahan_anggaran: activity.spent === null ? '' : String(activity.spent),
    sumber_biaya_pemerintah: only('dana_desa'),
    sumber_biaya_provinsi: '',
    sumber_biaya_kab_kota: only('opd_apbd'),
    sumber_biaya_swadaya: only('swadaya'),
    sumber_biaya_jumlah: planned,
    manfaat: beneficiaries
      ? `${beneficiaries.total} orang (${beneficiaries.l} laki-laki, ${beneficiaries.p} perempuan)`
      : '',
    waktu: [plan.mulai, plan.selesai].filter((part) => part).join(' s.d. '),
    foto: '',
  }
}

/** How far the activity was when this report told of it: the id of the row is that of report and activity together. */
export function dokumentasiRow(activity: OpenDkActivity): Row<typeof dokumentasiColumns> | undefined {
  if (activity.percent === null) return undefined
  return {
    desa_id: activity.regionCode,
    id: `${activity.reportId}${String(activity.id).padStart(6, '0')}`,
    id_pembangunan: String(activity.id),
    // photos of a report are not told apart by activity
    gambar: '',
    persentase: `${activity.percent}%`,
    keterangan: activity.said,
    created_at: activity.toldAt,
    updated_at: activity.toldAt,
  }
}

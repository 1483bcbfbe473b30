import type { LaneTurn } from '../turn.ts'
import {
  batal_buka,
  bebaskan,
  buka_lagi,
  hentikan_pengiriman,
  jalankan_pengiriman,
  minta_lagi,
  perpanjang,
  tutup_putaran,
  urungkan,
} from './atur-putaran.ts'
import { bahasa } from './bahasa.ts'
import { berhenti } from './berhenti.ts'
import { beres, daftar_bantuan, jawab } from './daftar-bantuan.ts'
import { data_saya } from './data-saya.ts'
import { desa } from './desa.ts'
import { ganti_nomor } from './ganti-nomor.ts'
import { hapus_data, hapus_data_saya } from './hapus-data-saya.ts'
import { hubungkan } from './hubungkan.ts'
import { isi_untuk } from './isi-untuk.ts'
import { jawab_orang } from './jawab-orang.ts'
import { lapor } from './lapor.ts'
import { matriks } from './matriks.ts'
import { mulai } from './mulai.ts'
import { pengaduan } from './pengaduan.ts'
import { batal_putaran, buka_putaran, putaran } from './putaran.ts'
import { ringkasan_putaran } from './ringkasan.ts'
import { ingatkan, siapa_belum } from './siapa-belum.ts'
import { tarik_cerita } from './tarik-cerita.ts'
import { tindak_lanjut } from './tindak-lanjut.ts'
import { daftar_suara, transkrip } from './transkrip.ts'
import { wakilkan } from './wakilkan.ts'

/** One-turn commands of the house: typed as a word, as `/word`, or carried by a button. The name is the word. */
export interface Command {
  readonly name: string
  readonly argument: string
}

export type CommandHandler = (turn: LaneTurn, argument: string) => Promise<void>

export const commands: ReadonlyMap<string, CommandHandler> = new Map(
  Object.entries({
    mulai,
    lanjut: mulai,
    berhenti,
    lapor,
    pengaduan,
    aduan: pengaduan,
    data_saya,
    hapus_data_saya,
    hapus_data,
    bahasa,
    siapa_belum,
    ingatkan,
    ringkasan_putaran,
    desa,
    matriks,
    tindak_lanjut,
    tarik_cerita,
    putaran,
    buka_putaran,
    batal_putaran,
    ganti_nomor,
    jawab_orang,
    wakilkan,
    isi_untuk,
    hubungkan,
    perpanjang,
    bebaskan,
    minta_lagi,
    buka_lagi,
    batal_buka,
    tutup_putaran,
    hentikan_pengiriman,
    jalankan_pengiriman,
    urungkan,
    daftar_bantuan,
    jawab,
    beres,
    daftar_suara,
    transkrip,
  }),
)

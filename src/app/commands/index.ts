import type { Action } from '../../domain/rights.ts'
import { menuOrWelcome } from '../menu.ts'
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
import { berhenti, tanya_berhenti } from './berhenti.ts'
import { beres, daftar_bantuan, jawab } from './daftar-bantuan.ts'
import { data_saya } from './data-saya.ts'
import { desa } from './desa.ts'
import { ganti_nomor } from './ganti-nomor.ts'
import { hapus_data, hapus_data_saya } from './hapus-data-saya.ts'
import { hubungkan } from './hubungkan.ts'
import { isi_untuk } from './isi-untuk.ts'
import { jawab_orang } from './jawab-orang.ts'
import { lapor } from './lapor.ts'
import { lembar_ringkas } from './lembar-ringkas.ts'
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

/**
 * A command and the right it takes. `own`: it is about the writer's own person, words and reports, whoever they are. A
 * right that is asked `inside` is about one place, which only the handler finds; the others are asked here first, so that
 * a command without its right is the menu for whoever types it, presses it or is asked about it.
 */
interface Entry {
  readonly right: Action | 'own'
  readonly run: CommandHandler
}

const own = (run: CommandHandler): Entry => ({ right: 'own', run })
const inside = (right: Action, run: CommandHandler): Entry => ({ right, run })
const needs = (right: Action, run: CommandHandler): Entry => ({
  right,
  run: async (turn, argument) =>
    (await turn.maySomewhere(right)) ? run(turn, argument) : turn.reply(await menuOrWelcome(turn)),
})

const entries: Readonly<Record<string, Entry>> = {
  mulai: own(mulai),
  lanjut: own(mulai),
  berhenti: own(berhenti),
  tanya_berhenti: own(tanya_berhenti),
  lapor: own(lapor),
  pengaduan: own(pengaduan),
  aduan: own(pengaduan),
  data_saya: own(data_saya),
  hapus_data_saya: own(hapus_data_saya),
  hapus_data: own(hapus_data),
  bahasa: own(bahasa),
  tarik_cerita: own(tarik_cerita),
  ganti_nomor: own(ganti_nomor),
  // the questions themselves are the person's; what a yes does to a number is asked where it is decided
  jawab_orang: own(jawab_orang),
  siapa_belum: inside('read_late_names', siapa_belum),
  ingatkan: needs('nudge', ingatkan),
  // "ringkasan" of a running report, for those who read no digest
  ringkasan_putaran: inside('read_aggregates', ringkasan_putaran),
  desa: inside('read_report', desa),
  matriks: needs('read_aggregates', matriks),
  lembar_ringkas: needs('read_aggregates', lembar_ringkas),
  tindak_lanjut: needs('answer_follow_up', tindak_lanjut),
  putaran: needs('open_round', putaran),
  buka_putaran: needs('open_round', buka_putaran),
  batal_putaran: needs('open_round', batal_putaran),
  // taking it back is for both sides
  wakilkan: inside('delegate_report', wakilkan),
  isi_untuk: needs('fill_in_report', isi_untuk),
  hubungkan: needs('connect_group', hubungkan),
  perpanjang: needs('extend_or_excuse', perpanjang),
  bebaskan: needs('extend_or_excuse', bebaskan),
  minta_lagi: needs('extend_or_excuse', minta_lagi),
  buka_lagi: needs('open_round', buka_lagi),
  batal_buka: needs('open_round', batal_buka),
  tutup_putaran: needs('open_round', tutup_putaran),
  hentikan_pengiriman: needs('pause_sending', hentikan_pengiriman),
  jalankan_pengiriman: needs('pause_sending', jalankan_pengiriman),
  urungkan: needs('extend_or_excuse', urungkan),
  daftar_bantuan: needs('answer_help', daftar_bantuan),
  jawab: needs('answer_help', jawab),
  beres: needs('answer_help', beres),
  daftar_suara: needs('answer_help', daftar_suara),
  transkrip: needs('answer_help', transkrip),
}

export const commands: ReadonlyMap<string, CommandHandler> = new Map(
  Object.entries(entries).map(([name, { run }]) => [name, run]),
)

export const commandRights: ReadonlyMap<string, Action | 'own'> = new Map(
  Object.entries(entries).map(([name, { right }]) => [name, right]),
)

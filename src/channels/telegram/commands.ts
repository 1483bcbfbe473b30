import type { Api } from 'grammy'
import type { BotCommand } from 'grammy/types'
import { cancelledBy } from './cancel.ts'

/** The words that always work, as Telegram's menu shows them (names: 1–32 of a–z, 0–9 and _). */
const privateCommands: readonly BotCommand[] = [
  { command: 'mulai', description: 'Mulai atau lanjutkan laporan' },
  { command: 'lanjut', description: 'Lanjutkan pertanyaan terakhir' },
  { command: 'kembali', description: 'Kembali ke pertanyaan sebelumnya' },
  { command: 'ubah', description: 'Ubah jawaban, misalnya: /ubah 3' },
  { command: 'lewati', description: 'Lewati pertanyaan ini' },
  { command: 'nanti', description: 'Jeda dulu, lanjut di lain waktu' },
  { command: 'ringkasan', description: 'Lihat jawaban sejauh ini' },
  { command: 'semua', description: 'Semua pertanyaan dalam satu pesan' },
  { command: 'bantuan', description: 'Minta bantuan' },
  { command: 'wakilkan', description: 'Minta orang lain mengisikan laporan' },
  { command: 'lapor', description: 'Isi laporan atau sampaikan pengaduan' },
  { command: 'pengaduan', description: 'Sampaikan pengaduan rahasia' },
  { command: 'bahasa', description: 'Ganti bahasa' },
  { command: 'data_saya', description: 'Lihat data saya' },
  { command: 'hapus_data_saya', description: 'Minta data saya dihapus' },
  { command: 'berhenti', description: 'Hentikan semua pesan dari bot' },
]

const groupCommands: readonly BotCommand[] = [
  { command: 'siapa_belum', description: 'Jumlah desa yang sudah melapor' },
  { command: 'ringkasan', description: 'Ringkasan putaran ini' },
  { command: 'bantuan', description: 'Cara memakai bot di grup' },
]

/** Those who look after a group see besides how it is connected. */
export const groupAdminCommands: readonly BotCommand[] = [
  ...groupCommands,
  { command: 'hubungkan', description: 'Terima rangkuman mingguan di grup ini' },
  { command: 'putuskan', description: 'Berhenti menerima rangkuman di grup ini' },
]

/** Fills Telegram's command menus. Throws what the server says; the menu is a convenience, so callers go on. */
export async function setCommands(api: Api, signal: AbortSignal): Promise<void> {
  await api.setMyCommands(privateCommands, { scope: { type: 'all_private_chats' } }, cancelledBy(signal))
  await api.setMyCommands(groupCommands, { scope: { type: 'all_group_chats' } }, cancelledBy(signal))
  await api.setMyCommands(groupAdminCommands, { scope: { type: 'all_chat_administrators' } }, cancelledBy(signal))
}

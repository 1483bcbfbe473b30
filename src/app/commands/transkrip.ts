import { audit } from '../../store/settings.ts'
import { findVoice, listVoicesWithout, storeTranscript } from '../../store/transcribing.ts'
import { insertAnswers } from '../../store/turn-writes.ts'
import { transcribed, voiceList, voiceUnknown } from '../../wording/system/staff-work.ts'
import { showPath } from '../shown-answers.ts'
import type { LaneTurn } from '../turn.ts'
import { listArea } from './daftar-bantuan.ts'

const shown = 10

/** "daftar suara": answers that were spoken and nobody has typed yet. They are listened to in the console. */
export async function daftar_suara(turn: LaneTurn): Promise<void> {
  const { sql, services } = turn
  const to = await turn.audience()
  const voices = await listVoicesWithout(sql, await listArea(turn), shown)
  const rows = []
  for (const voice of voices) {
    const form = await services.forms.get(sql, voice.formVersionId)
    rows.push({ id: voice.id, place: voice.regionName, question: showPath(form, voice.path, to.language).question })
  }
  turn.reply(voiceList(rows, to))
}

/**
 * "transkrip 12 Kami menanam bersama": what is said in a voice note, typed by staff who listened to it. It becomes a row
 * of the answer beside the voice itself, with who typed it; the spoken one stays in its history.
 */
export async function transkrip(turn: LaneTurn, argument: string): Promise<void> {
  const [, id = '', words = ''] = /^(\d{1,9})\s+([\s\S]+)$/.exec(argument) ?? []
  const { sql, services, now, personId } = turn
  const to = await turn.audience()
  const voice = await findVoice(sql, Number(id))
  const text = words.trim()
  if (!voice || text === '' || !(await turn.may('answer_help', voice.regionCode))) return turn.reply(voiceUnknown(to))
  await storeTranscript(sql, { id: voice.id, text, byId: personId!, at: now })
  const value = JSON.stringify({ voice: String(voice.id), text })
  const row = { reportId: voice.reportId, path: voice.path, value, raw: null, personId, inboxId: null }
  await insertAnswers(sql, services.db, [{ ...row, how: 'given', reason: 'transkrip pesan suara' }], now)
  await audit(sql, {
    at: now,
    actor: `person:${personId}`,
    action: 'transcribe',
    object: `attachment:${voice.id}`,
    details: { report: voice.reportId, path: voice.path },
  })
  turn.reply(transcribed({ place: voice.regionName }, to))
}

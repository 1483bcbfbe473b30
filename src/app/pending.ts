import { readChoice, readCommand, readYesno } from '../bahasa/index.ts'
import { localDate } from '../lib/local-time.ts'
import { findNewestKey } from '../store/sent-messages.ts'
import { addStaffItem } from '../store/staff-items.ts'
import { listSessions } from '../store/turns.ts'
import { wrongContactNoted } from '../wording/system/help.ts'
import { deletionCancelled } from '../wording/system/own-data.ts'
import { noteWhoseNumber } from './commands/ganti-nomor.ts'
import { commands } from './commands/index.ts'
import { converse } from './converse.ts'
import { answerInvitation } from './open-report.ts'
import type { LaneTurn, Pending, PendingOption } from './turn.ts'

/**
 * A reply to a question of ours outside any form. True when it was one. Whatever does not read as an answer closes the
 * question and is taken as if it had not been asked: nobody is held in a menu.
 */
export async function answerPending(turn: LaneTurn, text: string): Promise<boolean> {
  const pending = turn.pending!
  turn.ask(undefined)
  const pick = (codes: readonly string[]) => pickOf(turn, text, codes)
  switch (pending.ask) {
    case 'report_or_complaint': {
      const code = await pick(['isi_laporan', 'pengaduan'])
      if (code === undefined) return false
      await commands.get(code === 'pengaduan' ? 'pengaduan' : 'mulai')!(turn, '')
      return true
    }
    case 'delete_my_data': {
      const yes = readYesno(text, readContext(turn))
      if (!('value' in yes)) return false
      if (yes.value) await commands.get('hapus_data')!(turn, 'ya')
      else turn.reply(deletionCancelled(await turn.audience()))
      return true
    }
    case 'stop_sending': {
      const yes = readYesno(text, readContext(turn))
      if (!('value' in yes)) return false
      await commands.get(yes.value ? 'berhenti' : 'tanya_berhenti')!(turn, yes.value ? '' : 'tidak')
      return true
    }
    case 'language': {
      const code = await pick(['id', 'en'])
      if (code === undefined) return false
      await commands.get('bahasa')!(turn, code)
      return true
    }
    case 'choose_round':
    case 'choose_report':
    case 'nudge':
      return answerList(turn, pending, text)
    case 'open_round': {
      const yes = readYesno(text, readContext(turn))
      if (!('value' in yes)) return false
      await commands.get(yes.value ? 'buka_putaran' : 'batal_putaran')!(turn, pending.code)
      return true
    }
    case 'option': {
      const option = pickLabelled(turn, text, pending.options)
      if (option === undefined) return false
      await commands.get(pending.command)!(turn, option)
      return true
    }
    case 'person_question': {
      const yes = readYesno(text, readContext(turn))
      if (!('value' in yes)) return false
      await commands.get('jawab_orang')!(turn, `${pending.questionId}.${yes.value ? 'ya' : 'tidak'}`)
      return true
    }
    case 'talk':
      return answerTalk(turn, pending.sessionId, text)
    case 'start_report': {
      const index = readStart(text, readContext(turn))
      if (index === undefined) return false
      await answerInvitation(turn, pending.obligationId, index)
      return true
    }
    case 'whose_number':
      if (readCommand(text)?.exact) return false
      await noteWhoseNumber(turn, text)
      return true
    case 'who':
      return false
    case 'who_instead':
      await noteWhoInstead(turn, pending.obligationId, text)
      return true
  }
}

/**
 * Taken as an answer only while nothing else was said since: "sudah" after an invitation to report is no word on what a
 * village received.
 */
async function answerTalk(turn: LaneTurn, sessionId: number, text: string): Promise<boolean> {
  const [session] = await listSessions(turn.sql, turn.services.db, [sessionId])
  if (!session || session.laneId !== turn.laneId || session.status !== 'paused') return false
  const newest = await findNewestKey(turn.sql, turn.laneId)
  if (newest === undefined || !newest.startsWith(`talk:${sessionId}:`)) {
    turn.ask({ ask: 'talk', sessionId })
    return false
  }
  const word = readCommand(text)
  if (word?.exact && word.command !== 'mulai' && word.command !== 'lanjut' && !staysInTalk.has(word.command))
    return false
  turn.activate(session)
  await converse(turn, session, { kind: 'text', text })
  return true
}

/** Words that an open question understands itself. */
const staysInTalk: ReadonlySet<string> = new Set(['lewati', 'nanti', 'bantuan', 'ringkasan'])

/** The answer to "kita mulai sekarang?" as the number of its button; undefined for anything else, such as "ubah 3". */
function readStart(text: string, context: ReturnType<typeof readContext>): number | undefined {
  const word = readCommand(text)
  if (word && word.command !== 'mulai' && word.command !== 'nanti') return undefined
  const options = [
    { code: 'mulai', label: 'Mulai', synonyms: ['ya', 'bisa', 'siap', 'oke', 'ayo'] },
    { code: 'nanti', label: 'Nanti', synonyms: ['belum bisa', 'besok', 'sibuk'] },
    { code: 'bukan_saya', label: 'Bukan saya' },
  ]
  const reading = readChoice(text, options, context)
  const index = 'value' in reading ? options.findIndex(({ code }) => code === reading.value) : -1
  return index === -1 ? undefined : index
}

/** "2", "yang kedua": an entry of a list we showed. */
async function answerList(
  turn: LaneTurn,
  pending: Extract<Pending, { ask: 'choose_round' | 'choose_report' | 'nudge' }>,
  text: string,
): Promise<boolean> {
  const keys =
    pending.ask === 'choose_round'
      ? pending.codes
      : pending.ask === 'nudge'
        ? pending.regionCodes
        : pending.obligationIds.map(String)
  const key = await pickOf(turn, text, keys)
  if (key === undefined) return false
  if (pending.ask === 'choose_round') await commands.get('putaran')!(turn, key)
  else if (pending.ask === 'nudge') await commands.get('ingatkan')!(turn, key)
  else await answerInvitation(turn, Number(key), 0)
  return true
}

async function pickOf(turn: LaneTurn, text: string, codes: readonly string[]): Promise<string | undefined> {
  const options = codes.map((code) => ({ code, label: code.replaceAll('_', ' ') }))
  const reading = readChoice(text, options, readContext(turn))
  return 'value' in reading ? reading.value : undefined
}

/** The number of an entry, or what it says. */
function pickLabelled(turn: LaneTurn, text: string, options: readonly PendingOption[]): string | undefined {
  // bare numbers would be taken for codes before they are taken for the place in the list
  const codes = options.map((o, i) => ({ code: `opsi_${i}`, label: o.label }))
  const reading = readChoice(text, codes, readContext(turn))
  return 'value' in reading ? options[Number(reading.value.slice('opsi_'.length))]!.argument : undefined
}

function readContext(turn: LaneTurn) {
  return { referenceOn: localDate(turn.now, 'Asia/Makassar') }
}

/** Who holds the seat now, in the writer's words: kept for staff, who check it before anybody is written to. */
async function noteWhoInstead(turn: LaneTurn, obligationId: number, text: string): Promise<void> {
  await addStaffItem(turn.sql, {
    kind: 'wrong_contact',
    key: `who_instead:${turn.message.id}`,
    laneId: turn.laneId,
    personId: turn.personId,
    details: { obligation: obligationId, said: text.slice(0, 300) },
    at: turn.now,
  })
  turn.reply(wrongContactNoted(await turn.audience()))
}

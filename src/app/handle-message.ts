import { type HouseCommand, isEverydayTalk, readCommand, readHouseCommand } from '../bahasa/index.ts'
import { isLinkPayload, normaliseCode } from '../domain/invitations.ts'
import type { EngineEvent } from '../engine/events/index.ts'
import type { Input } from '../engine/input.ts'
import type { InboundContent } from '../messages/inbound.ts'
import { readToken } from '../messages/tokens.ts'
import { createAttachment } from '../store/attachments.ts'
import { findAnsweredPath } from '../store/inbox.ts'
import { moveChat, setReach } from '../store/people.ts'
import { listOpenSessions } from '../store/reports.ts'
import { wasForgotten } from '../store/sealed.ts'
import { findNewestKey, isAnsweredByWaiting } from '../store/sent-messages.ts'
import { listSessions, type RunningSession } from '../store/turns.ts'
import { complaintLeft } from '../wording/system/complaint.ts'
import { fileTooBig, unsupported } from '../wording/system/content.ts'
import { stoppedReminder } from '../wording/system/permission.ts'
import { cek } from './commands/cek.ts'
import { desa, namesVillageSeen } from './commands/desa.ts'
import { type Command, commandRights, commands } from './commands/index.ts'
import { answerOpenQuestion } from './commands/jawab-orang.ts'
import { readsDigests, ringkasan_putaran } from './commands/ringkasan.ts'
import { takeComplaint } from './complaint.ts'
import { readCheck } from './complaint-code.ts'
import { askConsentDue } from './consents.ts'
import { converse } from './converse.ts'
import { isOpenCode, tryInvitation } from './enrol.ts'
import { handleGroup } from './groups.ts'
import { menuOrWelcome, owedReports } from './menu.ts'
import { enrolByNumber } from './number-check.ts'
import { answerInvitation, openReport } from './open-report.ts'
import { answerPending } from './pending.ts'
import { openWord } from './templates.ts'
import type { LaneTurn } from './turn.ts'
import { knowSpeaker } from './who-is-writing.ts'

/**
 * What one message means, tried in this order: what is told in confidence, news about the address itself, a press, an answer to a question of ours
 * outside any form, a command word, the open conversation, an invitation code, and at last the menu.
 */
export async function handleMessage(turn: LaneTurn): Promise<void> {
  const code = turn.message.content.kind === 'text' ? readCheck(turn.message.content.text) : undefined
  if (code !== undefined) return cek(turn, code)
  if (await takeComplaint(turn)) return
  if (turn.isShared && !(await knowSpeaker(turn))) return
  const { content } = turn.message
  switch (content.kind) {
    case 'blocked':
    case 'unblocked':
      await setReach(turn.sql, turn.message.addressId, content.kind === 'blocked' ? 'blocked' : 'ok', null)
      return
    case 'moved':
      return moveChat(turn.sql, turn.message.addressId, content.toChatId)
    case 'group':
      return handleGroup(turn, content)
    case 'delivery':
      return
    case 'choice':
      return handlePress(turn, content.data)
    case 'edited':
      return handleEdit(turn, content.text, content.originalExternalId)
    case 'text':
      return handleText(turn, content.text)
    default:
      // nothing of it can be read, so it is no answer, right or wrong
      if (content.kind === 'unsupported' && content.what === 'unreadable')
        return turn.reply(unsupported(content.what, await turn.audience()))
      if (isTooLarge(turn, content)) return turn.reply(fileTooBig(turn.capabilities.maxDownload, await turn.audience()))
      if (turn.session) {
        const silent = turn.isMoreOfAlbumNext ? isPhotoTaken : undefined
        return void (await converse(turn, turn.session, await inputOf(turn, content), silent))
      }
      if (content.kind === 'unsupported') return turn.reply(unsupported(content.what, await turn.audience()))
      if (content.kind === 'contact' && (await enrolByNumber(turn, content))) return
      return sayMenu(turn)
  }
}

/** Such a file could never be fetched: it must not count as an answer. Some channels tell the size only later. */
function isTooLarge(turn: LaneTurn, content: InboundContent): boolean {
  return 'file' in content && (content.file.size ?? 0) > turn.capabilities.maxDownload
}

/** Nothing but a photo in its place; the last one of an album says how many there are. */
const isPhotoTaken = (events: readonly EngineEvent[]) => events.every(({ kind }) => photoTaken.has(kind))
const photoTaken: ReadonlySet<EngineEvent['kind']> = new Set(['answer-recorded', 'photo-kept', 'question-asked'])

async function handleText(turn: LaneTurn, text: string): Promise<void> {
  const slash = readSlash(text)
  if (slash?.name === 'start') {
    const payload = slash.argument
    if (payload !== '' && (isLinkPayload(payload) || normaliseCode(payload) !== undefined))
      return tryInvitation(turn, payload)
    return (await turn.person()) ? runCommand(turn, { name: 'mulai', argument: '' }) : sayMenu(turn)
  }
  if (slash && commands.has(slash.name)) return runCommand(turn, slash)

  const spoken = slash ? slash.name.replaceAll('_', ' ') + (slash.argument ? ` ${slash.argument}` : '') : text
  if (turn.pending) {
    await turn.flush()
    if (await answerPending(turn, spoken)) return
  }

  if (turn.session && looksLikeCode(spoken) && !isEverydayTalk(spoken) && (await isOpenCode(turn, spoken)))
    return tryInvitation(turn, spoken)

  if (await answerOpenQuestion(turn, spoken)) return
  const request = readHouseCommand(spoken)
  if (request && (await mayAsk(turn, request)))
    return runCommand(turn, { name: request.command, argument: request.argument })

  const word = readCommand(spoken)
  // a command of the house, typed alone, goes before the open question; inside a longer text it is part of the answer
  if (word?.exact && houseCommands.has(word.command) && !(word.command === 'mulai' && isOpen(turn.session)))
    return runCommand(turn, { name: word.command, argument: word.argument ?? '' })
  // asked for in a sentence while nothing is open; to an open question it may be the answer, which the engine finds out
  if (word && !word.exact && askedInWords.has(word.command) && !isOpen(turn.session))
    return runCommand(turn, {
      name: word.command === 'berhenti' ? 'tanya_berhenti' : word.command,
      argument: word.argument ?? '',
    })
  if (turn.session && !(await isAboutInvitation(turn, spoken)))
    return converseOn(turn, turn.session, { kind: 'text', text: spoken })
  if (normaliseCode(spoken) !== undefined && !isEverydayTalk(spoken)) return tryInvitation(turn, spoken)
  return beginOrMenu(turn, spoken)
}

/**
 * The words of `readCommand` that belong to the house and not to the open conversation. "mulai" is also the answer to
 * every opening question, so an open conversation takes it.
 */
const houseCommands: ReadonlySet<string> = new Set([
  'mulai',
  'lanjut',
  'berhenti',
  'lapor',
  'pengaduan',
  'data_saya',
  'hapus_data_saya',
  'bahasa',
  'siapa_belum',
  'putaran',
])

const askedInWords: ReadonlySet<string> = new Set(
  [...houseCommands].filter((command) => command !== 'mulai' && command !== 'lanjut' && command !== 'putaran'),
)

/** One step of a conversation, and what it found to be a request to the house. */
async function converseOn(turn: LaneTurn, session: RunningSession, input: Input): Promise<void> {
  const events = await converse(turn, session, input)
  const chosen = events.find((event) => event.kind === 'house-command-chosen')
  if (chosen) await runCommand(turn, { name: chosen.command, argument: chosen.argument ?? '' })
}

function isOpen(session: RunningSession | undefined): boolean {
  return session !== undefined && session.status !== 'done'
}

/**
 * The last thing that they read was an invitation or a reminder: "bisa pak, silakan" is the answer to that, and no late
 * word to a conversation that is over.
 */
async function isAboutInvitation(turn: LaneTurn, text: string): Promise<boolean> {
  if (isOpen(turn.session)) return false
  const word = readCommand(text)?.command
  if (word !== undefined && word !== 'mulai' && word !== 'lanjut' && word !== 'nanti') return false
  return (await findNewestKey(turn.sql, turn.laneId))?.startsWith('remind:') === true
}

async function runCommand(turn: LaneTurn, command: Command): Promise<void> {
  turn.ask(undefined)
  await turn.flush()
  await commands.get(command.name)!(turn, command.argument)
}

/** "/siapa_belum", "/siapa_belum@nama_bot", "/start kode". */
function readSlash(text: string): Command | undefined {
  const found = /^\/([a-z_]{2,32})(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(text.trim())
  return found ? { name: found[1]!.toLowerCase(), argument: (found[2] ?? '').trim() } : undefined
}

/** Known people without an open question: their words start the report they owe, or they see what there is. */
async function beginOrMenu(turn: LaneTurn, text: string): Promise<void> {
  await turn.flush()
  const person = await turn.person()
  if (!person) return sayMenu(turn)
  if (person.stoppedAt !== null) return turn.reply(stoppedReminder(await turn.audience()))
  if (await askConsentDue(turn)) return
  const all = await owedReports(turn)
  // of a report that somebody else wrote, or that is in already, its people may see what it says
  const [seen] = all.filter((o) => o.state !== 'not_started')
  if (readCommand(text)?.command === 'ringkasan') {
    const isOwnReport = /\blaporan\b/i.test(text)
    if (!(seen && isOwnReport) && (await readsDigests(turn))) return ringkasan_putaran(turn)
    if (seen) return openReport(turn, seen, { kind: 'text', text })
  }
  const village = /^(?:desa|negeri|ds)\s+(.{2,60})$/i.exec(text.trim())
  if (village) return desa(turn, village[1]!)
  const owed = all.filter((o) => o.state !== 'in')
  const [only] = owed
  if (only && owed.length === 1) return openReport(turn, only, { kind: 'text', text })
  const sessions = await listOpenSessions(turn.sql, turn.laneId, turn.personId)
  const [last] = sessions
  if (last && owed.length === 0) {
    turn.activate(last)
    // what the house asked is answered where it was asked (`pending`); elsewhere a word may be about anything
    return void (await converse(turn, last, last.obligationId === null ? { kind: 'resume' } : { kind: 'text', text }))
  }
  return sayMenu(turn)
}

/** Nothing to answer: what waits is said, or who we are. */
async function sayMenu(turn: LaneTurn): Promise<void> {
  await turn.flush()
  turn.reply(await menuOrWelcome(turn))
}

async function handlePress(turn: LaneTurn, data: string): Promise<void> {
  const token = readToken(data)
  if (token?.kind !== 'answer' || token.session !== turn.session?.id) await turn.flush()
  switch (token?.kind) {
    case 'answer': {
      const session = await sessionOfPress(turn, token.session)
      // an old button of another conversation must not take over from the open question; an open one of it may
      const isOld = session?.id !== turn.session?.id && session?.state.step !== token.step
      if (!session || (isOld && isOpen(turn.session))) return pressOfElsewhere(turn)
      turn.activate(session)
      return converseOn(turn, session, { kind: 'choice', step: token.step, index: token.index })
    }
    case 'invitation':
      return answerInvitation(turn, token.obligation, token.index)
    case 'command': {
      // the template's button only opened the conversation; what waited for that is the answer
      if (token.word === openWord && (await isAnsweredByWaiting(turn.sql, turn.laneId, turn.now))) return
      if (token.word === openWord) return sayMenu(turn)
      const command = { name: token.word, argument: token.argument ?? '' }
      if (commands.has(command.name)) return runCommand(turn, command)
      return handleText(turn, [token.word.replaceAll('_', ' '), command.argument].join(' ').trim())
    }
    case undefined:
      return pressOfElsewhere(turn)
  }
}

/**
 * A press that we cannot place: of a conversation that is somebody else's or gone, or nothing that we wrote. What stood
 * on it was said about another question, so it answers nothing: the open question is put again, or the menu is shown.
 */
async function pressOfElsewhere(turn: LaneTurn): Promise<void> {
  if (!isOpen(turn.session)) return sayMenu(turn)
  await converse(turn, turn.session!, { kind: 'choice', step: nowhere, index: 0 })
}

/** No question is asked at this step. */
const nowhere = -1

/** Requests that take a right are answers for those who do not have it. */
async function mayAsk(turn: LaneTurn, { command, argument }: HouseCommand): Promise<boolean> {
  // "keadaan desa baik semua" answers the open question, "keadaan desa Karay" asks about a village
  if (command === 'desa' && isOpen(turn.session) && !(await namesVillageSeen(turn, argument))) return false
  // "cek desa kami, sudah panen" is an answer of those who have only their own village to ask about
  const right = command === 'desa' ? 'read_late_names' : commandRights.get(command)!
  return openToAll.has(command) || right === 'own' || turn.maySomewhere(right)
}

/** They ask for their right themselves, and say something of use to those who do not have it. */
const openToAll: ReadonlySet<HouseCommand['command']> = new Set([
  'ringkasan_putaran',
  'matriks',
  'tindak_lanjut',
  'wakilkan',
])

/** "K7QM-2XPA", as codes are written: also beside an open question, when somebody else takes the phone. */
function looksLikeCode(text: string): boolean {
  return /^\s*[0-9a-z]{4}-[0-9a-z]{4}\s*$/i.test(text)
}

/** The session a button belongs to, when it is one of this lane's. A button carries no rights. */
async function sessionOfPress(turn: LaneTurn, id: number): Promise<RunningSession | undefined> {
  if (turn.session?.id === id) return turn.session
  const [session] = await listSessions(turn.sql, turn.services.db, [id])
  const isTheirs = session?.personId === null || session?.personId === turn.personId
  return session?.laneId === turn.laneId && isTheirs ? session : undefined
}

/** The person changed a message they had sent: a correction of what it answered, or else simply what they now say. */
async function handleEdit(turn: LaneTurn, text: string, originalExternalId: string): Promise<void> {
  await turn.flush()
  // what was told in confidence stays so when its message is changed later
  if (await wasForgotten(turn.sql, turn.message.channel, originalExternalId)) {
    turn.confide()
    return turn.reply(complaintLeft(await turn.audience()))
  }
  const answered = await findAnsweredPath(turn.sql, turn.message.channel, originalExternalId)
  if (!answered) return handleText(turn, text)
  const session = (await listOpenSessions(turn.sql, turn.laneId, turn.personId)).find(
    (s) => s.reportId === answered.reportId,
  )
  const current = turn.session?.reportId === answered.reportId ? turn.session : session
  if (!current) return handleText(turn, text)
  turn.activate(current)
  await converse(turn, current, { kind: 'correction', path: answered.path, text })
}

async function inputOf(turn: LaneTurn, content: InboundContent): Promise<Input> {
  switch (content.kind) {
    case 'photo':
    case 'document':
    case 'voice': {
      const id = await createAttachment(turn.sql, {
        kind: content.kind,
        channel: turn.message.channel,
        fileRef: JSON.stringify(content.file),
        caption: 'caption' in content ? (content.caption ?? null) : null,
        reportId: turn.session?.reportId ?? null,
        inboxId: turn.message.id,
        now: turn.now,
      })
      turn.services.bells.files.ring()
      const attachment = String(id)
      if (content.kind === 'voice') return { kind: 'voice', attachment }
      // phones send a picture "as a file" to keep it sharp: it answers a question for a photo all the same
      if (content.kind === 'photo' || content.file.mime?.startsWith('image/'))
        return { kind: 'photo', attachment, ...(content.caption !== undefined && { caption: content.caption }) }
      return { kind: 'file', attachment, ...(content.file.name !== undefined && { name: content.file.name }) }
    }
    case 'location':
      return {
        kind: 'location',
        latitude: content.latitude,
        longitude: content.longitude,
        ...(content.accuracy !== undefined && { accuracy: content.accuracy }),
      }
    case 'contact':
      return { kind: 'contact', phone: content.phone, own: content.own }
    default:
      return { kind: 'text', text: '' }
  }
}

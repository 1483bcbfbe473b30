import { readChoice, readCommand } from '../bahasa/index.ts'
import { normaliseCode } from '../domain/invitations.ts'
import { HOUR, localDate, MINUTE } from '../lib/local-time.ts'
import type { InboundContent } from '../messages/inbound.ts'
import { readToken } from '../messages/tokens.ts'
import { type AddressUse, findAddressUse, setSpeaker } from '../store/lanes.ts'
import { listOpenSessions } from '../store/reports.ts'
import { whoIsWriting } from '../wording/system/strangers.ts'
import type { LaneTurn } from './turn.ts'

/** Inside a running conversation it goes without saying who writes, for as long as nobody has put the phone away. */
const KNOWN_WHILE_WRITING_MS = 6 * HOUR
/** After it, for a "terima kasih". */
const KNOWN_AFTERWARDS_MS = 10 * MINUTE

/**
 * On a phone that several persons use: finds out who writes, and asks where it cannot be known. False when it was asked;
 * what was said meanwhile is kept and taken up once the answer is there.
 */
export async function knowSpeaker(turn: LaneTurn): Promise<boolean> {
  const { content } = turn.message
  if (!isSaid(content)) return true
  const use = await findAddressUse(turn.sql, turn.message.addressId)
  if (use.sharers.length === 0) {
    await speakAs(turn, use.ownerId)
    return true
  }

  // somebody is enrolling: the dialogue itself says who they are
  if (turn.session?.status === 'active' && turn.session.personId === null) {
    await speakAs(turn, null)
    return true
  }

  const asked = turn.pending?.ask === 'who' && turn.pending.addressId === use.addressId ? turn.pending : undefined
  const told = toldBy(turn, use, content, asked !== undefined)
  if (told !== undefined) {
    await known(turn, use, told)
    if (asked) turn.ask(undefined)
    turn.takeUp(asked?.held ?? { kind: 'text', text: 'mulai' })
    return true
  }
  const anybody = neededFromAnybody(content)
  if (anybody !== 'pengaduan' && !asked && isKnownStill(turn, use, content)) {
    await known(turn, use, use.speakerId!)
    return true
  }
  if (anybody) {
    await speakAs(turn, null)
    return true
  }
  await speakAs(turn, null)
  turn.activate(undefined)
  await setSpeaker(turn.sql, use.addressId, null, turn.now)
  turn.ask({ ask: 'who', addressId: use.addressId, held: content })
  turn.reply(whoIsWriting(use.sharers, await turn.audience()))
  return false
}

/** Everybody who uses the phone that is written from; just the writer where it is their own. */
export async function listWriters(turn: LaneTurn): Promise<readonly number[]> {
  if (turn.personId !== null) return [turn.personId]
  return turn.isShared ? (await findAddressUse(turn.sql, turn.message.addressId)).sharers.map((s) => s.personId) : []
}

async function known(turn: LaneTurn, use: AddressUse, personId: number): Promise<void> {
  await setSpeaker(turn.sql, use.addressId, personId, turn.now)
  await speakAs(turn, personId)
}

/** The turn goes on as this person, with the conversation that is theirs. */
async function speakAs(turn: LaneTurn, personId: number | null): Promise<void> {
  if (turn.personId !== personId) {
    await turn.flush()
    turn.bind(personId)
  }
  const isTheirs = turn.session === undefined || turn.session.personId === null || turn.session.personId === personId
  if (isTheirs) return
  const own = await listOpenSessions(turn.sql, turn.laneId, personId)
  turn.activate(own.find((s) => s.status === 'active'))
}

function isKnownStill(turn: LaneTurn, use: AddressUse, content: InboundContent): boolean {
  if (use.speakerId === null || use.spokeAt === null) return false
  const silence = turn.now - use.spokeAt
  const own = turn.session?.personId === use.speakerId ? turn.session : undefined
  if (own?.status === 'active') return silence <= KNOWN_WHILE_WRITING_MS && !isOpening(content, own.id)
  return silence <= KNOWN_AFTERWARDS_MS && !isOpening(content, undefined)
}

/** What begins or takes up a conversation: with it the phone may have changed hands. */
function isOpening(content: InboundContent, session: number | undefined): boolean {
  if (content.kind === 'choice') {
    const token = readToken(content.data)
    return token?.kind === 'invitation' || (token?.kind === 'answer' && token.session !== session)
  }
  if (content.kind !== 'text' || session !== undefined) return false
  const word = readCommand(content.text)
  return word?.exact === true && ['mulai', 'lanjut', 'lapor'].includes(word.command)
}

/** "1", "Salma", or the button of somebody. Without having been asked only the button says it. */
function toldBy(turn: LaneTurn, use: AddressUse, content: InboundContent, asked: boolean): number | undefined {
  if (content.kind === 'choice') {
    const token = readToken(content.data)
    const id = token?.kind === 'command' && token.word === 'saya' ? Number(token.argument) : undefined
    return use.sharers.find((s) => s.personId === id)?.personId
  }
  if (!asked || content.kind !== 'text') return undefined
  const options = use.sharers.map((s) => ({ code: String(s.personId), label: s.name }))
  const reading = readChoice(content.text, options, { referenceOn: localDate(turn.now, 'Asia/Makassar') })
  return 'value' in reading ? Number(reading.value) : undefined
}

/** Help numbers, stopping, and the code of one more person are taken from whoever holds the phone. */
function neededFromAnybody(content: InboundContent): 'pengaduan' | 'berhenti' | 'kode' | undefined {
  if (content.kind !== 'text') return undefined
  const slashed = content.text.trim().replace(/^\//, '').replaceAll('_', ' ')
  const word = readCommand(slashed)
  if (word?.exact && (word.command === 'pengaduan' || word.command === 'berhenti')) return word.command
  const isCode =
    /^\/start\s+\S/.test(content.text.trim()) || (/\d/.test(slashed) && normaliseCode(slashed) !== undefined)
  return isCode ? 'kode' : undefined
}

function isSaid({ kind }: InboundContent): boolean {
  return kind !== 'blocked' && kind !== 'unblocked' && kind !== 'moved' && kind !== 'delivery'
}

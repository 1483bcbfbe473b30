import { readCommand } from '../bahasa/index.ts'
import {
  type ComplaintOfficer,
  complaintOfficers,
  isComplaintKind,
  officerOf,
  openUntil,
} from '../domain/complaints.ts'
import { codeFromBytes, showCode } from '../domain/invitations.ts'
import { kabupatenOf } from '../domain/regions.ts'
import { newSession, resume, type Step } from '../engine/engine.ts'
import type { EngineContext, Input } from '../engine/input.ts'
import { answerOf, answerStates, type Session, stateOf } from '../engine/session.ts'
import { messageOf, Problem } from '../lib/problem.ts'
import type { ChannelName, FileRef, InboundContent } from '../messages/inbound.ts'
import { readToken } from '../messages/tokens.ts'
import { databaseFault } from '../store/faults.ts'
import { findLatestForm } from '../store/form-versions.ts'
import { listRegionsNamed } from '../store/regions.ts'
import { addSealedFile, countOfficers, createCase, deleteTalk, saveTalk } from '../store/sealed.ts'
import type { Audience } from '../wording/context.ts'
import {
  complaintHelp,
  complaintLeft,
  complaintNoFiles,
  complaintReferral,
  complaintTaken,
} from '../wording/system/complaint.ts'
import { wordEvents } from '../wording/word-events.ts'
import { raiseAlarms } from './complaint-alarm.ts'
import { converse } from './converse.ts'
import type { Safe } from './safe.ts'
import type { LaneTurn } from './turn.ts'

/**
 * What is told in confidence: the form `pengaduan`, played beside every other conversation and kept apart from them.
 * No session, report, answer or staff item comes of it; its state and what it says are in boxes (`safe.ts`), and the
 * conversation that it interrupted goes on after it (`docs/safeguarding.md`).
 */

/** Stands in a button's place of a session; rows of sessions count from 1. */
const sealedSession = 0

/** What is in the box of a telling. */
interface Telling {
  readonly session: Session
  readonly language: string
  readonly zone: string
  /** Photos that were sent, in order; fetched once the telling is a case. The form knows them as `f1`, `f2` … */
  readonly files?: readonly SealedFileRef[]
}

/** Where a photo lies at its channel: a box holds it until it was fetched. */
export interface SealedFileRef {
  readonly channel: ChannelName
  readonly file: FileRef
}

/** What is in the box of a case. `codeHash` ties it to its row: a box put into another row is noticed. */
export interface Told {
  readonly codeHash: string
  readonly formVersionId: number
  readonly answers: readonly (readonly [name: string, value: unknown])[]
}

/** Whether complaints are taken in: there is a key, and somebody whose task it is to read some of them. */
export async function safeOf(turn: LaneTurn): Promise<Safe | undefined> {
  const { safe } = turn.services
  if (!safe) return undefined
  for (const officer of Object.keys(complaintOfficers) as ComplaintOfficer[])
    if (await isRead(turn, officer)) return safe
  return undefined
}

async function isRead(turn: LaneTurn, officer: ComplaintOfficer): Promise<boolean> {
  return (await countOfficers(turn.sql, officer, turn.now)) > 0
}

/** Begins a telling, from wherever the person is. */
export async function beginComplaint(turn: LaneTurn, safe: Safe): Promise<boolean> {
  const version = await findLatestForm(turn.sql, 'pengaduan')
  if (!version) return false
  const { language, zone } = await turn.audience()
  const context = engineContext({ language, zone }, turn)
  const session = newSession({ depth: 'full', language }, context)
  await goOn(turn, safe, version.id, { session, language, zone }, { kind: 'start' })
  return true
}

/**
 * A message of somebody who is telling something in confidence. False when it is none: nothing is being told, or it is
 * news of the channel, or the person turned to something else, with which what was told so far is gone.
 */
export async function takeComplaint(turn: LaneTurn): Promise<boolean> {
  const talk = turn.sealedTalk
  const { safe } = turn.services
  if (!talk || !safe || talk.openUntil <= turn.now) return false
  const { content } = turn.message
  if (!isSaid(content)) return false
  turn.confide()
  const telling = safe.open<Telling>(talk.box)
  if (!telling) {
    await end(turn)
    return false
  }
  const step = (input: Input) => withoutWords(() => goOn(turn, safe, talk.formVersionId, telling, input))
  const noFile = async () => {
    turn.reply(complaintNoFiles(takesPhotos(telling.session), await turn.audience()))
    return step({ kind: 'resume' })
  }
  switch (content.kind) {
    case 'text': {
      const text = content.text
        .trim()
        .replace(/^\/(?=[a-z_]+$)/i, '')
        .replaceAll('_', ' ')
      const word = readCommand(text)
      if (/^\/start\s/i.test(content.text)) return leaveFor(turn)
      if (word?.exact)
        switch (word.command) {
          case 'batal':
          case 'nanti':
            await leave(turn)
            return true
          case 'berhenti':
          case 'mulai':
          case 'lanjut':
          case 'data_saya':
          case 'hapus_data_saya':
            return leaveFor(turn)
          case 'bantuan':
            turn.reply(complaintHelp(await turn.audience()))
            return step({ kind: 'resume' })
          case 'lapor':
          case 'pengaduan':
            return step({ kind: 'resume' })
          default:
          // "kembali", "lewati" and the like belong to the form: the engine reads them
        }
      return step({ kind: 'text', text: content.text })
    }
    case 'choice': {
      const token = readToken(content.data)
      if (token?.kind === 'answer' && token.session === sealedSession)
        return step({ kind: 'choice', step: token.step, index: token.index })
      if (token?.kind === 'command' && token.word === 'pengaduan') return step({ kind: 'resume' })
      if (token === undefined && content.label !== undefined) return step({ kind: 'text', text: content.label })
      return leaveFor(turn)
    }
    case 'contact':
      return step({ kind: 'contact', phone: content.phone, own: content.own })
    case 'edited':
      // which answer it was is not kept: the open question is put again
      return step({ kind: 'resume' })
    case 'photo':
    case 'document':
      if (takesPhotos(telling.session) && isPicture(content)) {
        const files = [...(telling.files ?? []), { channel: turn.message.channel, file: content.file }]
        return withoutWords(() =>
          goOn(
            turn,
            safe,
            talk.formVersionId,
            { ...telling, files },
            { kind: 'photo', attachment: `f${files.length}` },
          ),
        )
      }
      return noFile()
    default:
      return noFile()
  }
}

/** Of harm to people no picture is ever kept. */
const takesPhotos = (session: Session) => perihalOf(session) === 'uang'

/** Phones send a picture "as a file" to keep it sharp. */
const isPicture = (content: InboundContent & { readonly kind: 'photo' | 'document' }) =>
  content.kind === 'photo' || content.file.mime?.startsWith('image/') === true

function perihalOf(session: Session): unknown {
  const state = stateOf(answerOf(session, 'perihal'))
  return state !== undefined && 'v' in state ? state.v : undefined
}

async function goOn(turn: LaneTurn, safe: Safe, formVersionId: number, telling: Telling, input: Input): Promise<true> {
  const form = await turn.services.forms.get(turn.sql, formVersionId)
  const step = resume(form, telling.session, input, engineContext(telling, turn))
  const isLeft =
    step.session.state === 'stopped' ||
    step.events.some(({ kind }) => kind === 'pause-asked' || kind === 'session-paused')
  if (isLeft) {
    await leave(turn)
    return true
  }
  const to = await turn.audience()
  const kind = perihalOf(step.session)
  if (isComplaintKind(kind) && kind !== perihalOf(telling.session) && !(await isRead(turn, officerOf(kind)))) {
    await end(turn)
    turn.replyApart(complaintReferral(to))
    await interruptedGoesOn(turn)
    return true
  }
  if (step.events.some(({ kind }) => kind === 'human-requested')) turn.reply(complaintHelp(to))
  turn.reply(...wordsOf(step, to, telling))
  if (step.session.state === 'submitted') {
    await finish(turn, safe, formVersionId, { ...telling, session: step.session }, to)
    return true
  }
  const talk = {
    formVersionId,
    box: safe.close({ ...telling, session: step.session } satisfies Telling),
    openUntil: openUntil(turn.now, turn.isShared),
  }
  await saveTalk(turn.sql, turn.laneId, talk)
  turn.sealedTalk = talk
  return true
}

function wordsOf({ session, events }: Step, to: Audience, { language, zone }: Telling) {
  const unsaid = ['report-submitted', 'concern-noticed', 'human-requested', 'session-resumed']
  return wordEvents(
    events.filter(({ kind }) => !unsaid.includes(kind)),
    { ...to, language, zone, sessionId: sealedSession, step: session.step },
  )
}

/** All is told: it becomes a case, the person gets its code once, and the officers hear that there is one. */
async function finish(
  turn: LaneTurn,
  safe: Safe,
  formVersionId: number,
  { session, files = [] }: Telling,
  to: Audience,
): Promise<void> {
  const answers = answerStates(session).flatMap(([name, state]) => ('v' in state ? [[name, state.v] as const] : []))
  const given = new Map<string, unknown>(answers)
  const kind = given.get('perihal')
  const code = codeFromBytes(crypto.getRandomValues(new Uint8Array(5)))
  const codeHash = safe.hashOf(code)
  const made = {
    kind: isComplaintKind(kind) ? kind : ('lain' as const),
    urgent: given.get('aman') === false || given.get('aman') === 'tidak',
    kabupatenCode: await toldKabupaten(turn, given.get('tempat')),
    now: turn.now,
  }
  const id = await createCase(turn.sql, {
    ...made,
    codeHash,
    box: safe.close({ codeHash, formVersionId, answers } satisfies Told),
  })
  const sent = given.get('bukti')
  for (const name of Array.isArray(sent) ? sent : []) {
    const file = files[Number(String(name).slice(1)) - 1]
    if (file) await addSealedFile(turn.sql, { caseId: id, box: safe.close(file), now: turn.now })
  }
  if (files.length > 0) turn.services.bells.files.ring()
  await raiseAlarms(turn.services, turn.sql, { id, kind: made.kind, urgent: made.urgent }, 1, turn.now)
  await end(turn)
  turn.replyApart(complaintTaken(showCode(code), to))
  await interruptedGoesOn(turn)
}

/** The kabupaten of a village that was named, when all villages of that name lie in one. */
async function toldKabupaten(turn: LaneTurn, place: unknown): Promise<string | null> {
  if (typeof place !== 'string') return null
  const name = place
    .toLowerCase()
    .replace(/\b(desa|negeri|kecamatan|kec\.?)\b/g, '')
    .trim()
  const named = await listRegionsNamed(turn.sql, turn.services.db, [name])
  const kabupaten = new Set(named.map(({ code }) => kabupatenOf(code)))
  return kabupaten.size === 1 ? [...kabupaten][0]! : null
}

/** The person wants out: nothing of it is kept, and they hear so. */
async function leave(turn: LaneTurn): Promise<void> {
  await end(turn)
  turn.replyApart(complaintLeft(await turn.audience()))
  await interruptedGoesOn(turn)
}

/** The person turned to something else, which is answered as ever. */
async function leaveFor(turn: LaneTurn): Promise<false> {
  await end(turn)
  turn.replyApart(complaintLeft(await turn.audience()))
  return false
}

async function end(turn: LaneTurn): Promise<void> {
  await deleteTalk(turn.sql, turn.laneId)
  turn.sealedTalk = undefined
}

/** Not on a phone that others use: whose conversation it was is not known. */
async function interruptedGoesOn(turn: LaneTurn): Promise<void> {
  if (turn.session?.status === 'active' && !turn.isShared) await converse(turn, turn.session, { kind: 'resume' })
}

function engineContext({ language, zone }: Pick<Telling, 'language' | 'zone'>, turn: LaneTurn): EngineContext {
  return {
    now: turn.now,
    zone,
    language,
    address: 'Bapak/Ibu',
    fields: {},
    instance: () => undefined,
    reportState: 'open',
    sealed: true,
  }
}

/** An error here may quote what somebody wrote, and errors are logged and kept with the message: only its place goes on. */
async function withoutWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (databaseFault(error) !== undefined) throw error
    const said = messageOf(error)
    const at = (error instanceof Error ? (error.stack ?? '') : '').replace(said, '').match(/at [^\n]*/)?.[0] ?? ''
    throw new Problem('confidential_turn_failed', `a confidential message failed ${at}`.trim())
  }
}

function isSaid({ kind }: InboundContent): boolean {
  return !['blocked', 'unblocked', 'moved', 'delivery', 'group'].includes(kind)
}

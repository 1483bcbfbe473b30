import { askFollowUps } from '../../src/app/ask-follow-ups.ts'
import { createRound } from '../../src/app/create-round.ts'
import { inviteAgain } from '../../src/app/invite-again.ts'
import { openReadyKecamatan } from '../../src/app/open-kecamatan.ts'
import { openRound } from '../../src/app/open-round.ts'
import { sendPolicy } from '../../src/app/policy-messages.ts'
import { askAboutStory, editStory } from '../../src/app/stories.ts'
import { isConsentKind } from '../../src/domain/consents.ts'
import { showCode } from '../../src/domain/invitations.ts'
import { isPolicyTopic } from '../../src/domain/policy-messages.ts'
import { isPosition } from '../../src/domain/positions.ts'
import { addDays, DAY, HOUR, instantOf, localDate, MINUTE } from '../../src/lib/local-time.ts'
import { capabilities } from '../../src/messages/capabilities.ts'
import type { ChannelName, InboundContent } from '../../src/messages/inbound.ts'
import { render } from '../../src/messages/render.ts'
import { addConsentText } from '../../src/store/consents.ts'
import { requireRound } from '../../src/store/rounds.ts'
import { openRig, type Rig } from '../support/rig.ts'
import { speech } from '../support/transcript.ts'

/** Plays a dialogue of several phones through the whole house, and returns the file as it should be. */
export async function playDialogue(text: string): Promise<string> {
  const { title, phones, turns } = readDialogue(text)
  const channels = new Set([...phones.values()].flatMap((phone) => (phone.includes('/') ? [channelOf(phone)] : [])))
  const rig = await openRig(undefined, [...channels])
  const out = [`# ${title}`, ...[...phones].map(([name, phone]) => `${name} = ${phone}`), '']
  try {
    for (const turn of turns) {
      if (turn.kind === 'stage') {
        out.push(`--- ${turn.text}`, '')
        await stage(rig, phones, turn.text)
      } else {
        out.push(speech(turn.name, turn.text), '')
        rig.clock.advance(MINUTE)
        await say(rig, phones.get(turn.name)!, turn.text)
      }
      // who did something is answered first; the others follow in the order of the file's head
      const names = [...phones.keys()].sort((a, b) => Number(b === nameOf(turn)) - Number(a === nameOf(turn)))
      for (const name of names) out.push(...heard(rig, name, phones.get(name)!))
    }
  } finally {
    await rig.close()
  }
  return `${out.join('\n').trimEnd()}\n`
}

type Turn =
  | { readonly kind: 'stage'; readonly text: string }
  | { readonly kind: 'says'; readonly name: string; readonly text: string }

const nameOf = (turn: Turn) => (turn.kind === 'says' ? turn.name : '')
const channelOf = (phone: string) => phone.split('/')[0] as ChannelName

function heard(rig: Rig, name: string, phone: string): string[] {
  const can = capabilities[phone.includes('/') ? channelOf(phone) : 'simulator']
  return rig.heard(phone).flatMap((message) =>
    render(message, can).flatMap((part) => {
      const buttons = part.buttons?.map((button) => `[${button.label}]`).join(' ')
      // codes are never the same twice, but for the one that serves as an example
      const text = part.text.replace(/\b(?!K7QM-2XPA)[0-9A-Z]{4}-[0-9A-Z]{4}\b/g, 'XXXX-XXXX')
      return [speech(`BOT → ${name}`, buttons === undefined ? text : `${text}\n${buttons}`), '']
    }),
  )
}

async function say(rig: Rig, phone: string, text: string): Promise<void> {
  const [, label] = /^\[([^\]]+)\]$/.exec(text) ?? []
  if (label !== undefined) return rig.pressQuietly(phone, label)
  const content: InboundContent =
    text === '(suara)'
      ? { kind: 'voice', file: rig.simulator.addFile(new Uint8Array([79, 103, 103]), 'audio/ogg') }
      : { kind: 'text', text: await withCodes(rig, text) }
  await rig.actQuietly(phone, content)
}

/** `{kode 81.05.04.2003 sekretaris_desa}`: a new invitation code for whoever holds that seat. */
async function withCodes(rig: Rig, text: string): Promise<string> {
  const [whole, regionCode, position] = /\{kode (\S+) (\S+)\}/.exec(text) ?? []
  if (whole === undefined) return text
  const [seat] = await rig.services.db.all<{ seatId: number; personId: number }>(
    `select s.id as "seatId", h.person_id as "personId" from seat s join holding h on h.seat_id = s.id
     where s.region_code = $1 and s.position = $2 and h.until_at is null order by h.id limit 1`,
    regionCode!,
    position!,
  )
  if (!seat) throw new Error(`nobody is ${position} of ${regionCode}`)
  const { code } = await inviteAgain(rig.services, seat, { now: rig.clock.now(), actor: 'test' })
  return text.replace(whole, showCode(code))
}

async function stage(rig: Rig, phones: ReadonlyMap<string, string>, text: string): Promise<void> {
  const now = rig.clock.now()
  if (text === 'putaran dibuka') {
    await rig.openRound()
    await rig.remindAt(now + HOUR)
    return
  }
  const [, form] = /^putaran (\S+) dibuka$/.exec(text) ?? []
  if (form !== undefined) {
    const by = { now, actor: 'test' }
    const dates = { opensOn: '2024-07-10', dueOn: '2024-07-24' }
    await createRound(
      rig.services,
      { code: 'lain', forms: [{ name: form, depth: 'core' }], ...dates, kabupaten: [] },
      by,
    )
    await openRound(rig.services, await requireRound(rig.services.db, 'lain'), by)
    await rig.remindAt(now + HOUR)
    return
  }
  const [, topic, position] = /^penyegaran (\S+) untuk (\S+)$/.exec(text) ?? []
  if (topic !== undefined) {
    if (!isPolicyTopic(topic) || !isPosition(position!)) throw new Error(`"--- ${text}" names no topic or position`)
    await sendPolicy(rig.services, { topic, positions: [position], regionCode: '81.05' }, { now, actor: 'test' })
    rig.clock.advance(2 * HOUR)
    await askFollowUps(rig.services, rig.clock.now())
    return rig.settle()
  }
  const [, title, story] = /^cerita ditulis tim: ([^/]+) \/ (.+)$/.exec(text) ?? []
  if (title !== undefined) {
    await editStory(rig.services, 1, { title, text: story! }, { now, actor: 'test' })
    await askAboutStory(rig.services, 1, { now, actor: 'test' })
    return rig.settle()
  }
  const [, kind, wording] = /^naskah (\S+) baru: (.+)$/.exec(text) ?? []
  if (kind !== undefined) {
    if (!isConsentKind(kind)) throw new Error(`"--- ${text}" names no purpose`)
    await addConsentText(rig.services.db, {
      kind,
      text: wording!,
      english: null,
      enrolment: null,
      at: now,
      actor: 'test',
    })
    return
  }
  if (text === 'kecamatan diundang') {
    await openReadyKecamatan(rig.services, now)
    return void (await rig.remindAt(now + HOUR))
  }
  if (text === 'pengingat') return void (await rig.remindAt(now))
  const [, n, unit] = /^(\d+) (menit|jam|hari) kemudian$/.exec(text) ?? []
  if (n !== undefined) {
    rig.clock.advance(Number(n) * { menit: MINUTE, jam: HOUR, hari: DAY }[unit as 'menit' | 'jam' | 'hari'])
    return rig.settle()
  }
  const [, time] = /^besok (\d\d\.\d\d)$/.exec(text) ?? []
  if (time !== undefined) {
    rig.clock.moveTo(instantOf(addDays(localDate(now, 'Asia/Jayapura'), 1), time.replace('.', ':'), 'Asia/Jayapura'))
    return rig.settle()
  }
  const [, who, what] = /^(\S+) (memblokir|membuka blokir) bot$/.exec(text) ?? []
  if (who !== undefined)
    return rig.actQuietly(phones.get(who)!, { kind: what === 'memblokir' ? 'blocked' : 'unblocked' })
  throw new Error(`"--- ${text}" is no stage direction`)
}

function readDialogue(text: string): { title: string; phones: ReadonlyMap<string, string>; turns: readonly Turn[] } {
  const [first = '', ...lines] = text.split('\n')
  const phones = new Map<string, string>()
  const turns: Turn[] = []
  let said: { name: string; text: string } | undefined
  const close = () => {
    if (said && phones.has(said.name)) turns.push({ kind: 'says', name: said.name, text: said.text.trimEnd() })
    said = undefined
  }
  for (const line of lines) {
    const [, phone, id] = /^([A-Z][A-Z0-9-]*) = (\S+)$/.exec(line) ?? []
    const [, name, words] = /^((?:BOT → )?[A-Z][A-Z0-9-]*):\s?(.*)$/.exec(line) ?? []
    if (phone !== undefined) phones.set(phone, id!)
    else if (line.startsWith('---')) {
      close()
      turns.push({ kind: 'stage', text: line.slice(3).trim() })
    } else if (name !== undefined) {
      close()
      if (!name.startsWith('BOT') && !phones.has(name)) throw new Error(`${name} has no phone in the head of the file`)
      said = { name, text: words! }
    } else if (said) said.text += `\n${line.trim()}`
  }
  close()
  return { title: first.replace(/^#\s*/, ''), phones, turns }
}

import { answerLikeCommands, readCommand, readYesno } from '../bahasa/index.ts'
import type { Question, Repeat } from '../flows/form.ts'
import type { Json } from '../lib/json.ts'
import { HOUR, localDate } from '../lib/local-time.ts'
import { answer, give, read, refusalOf } from './answering.ts'
import { ask } from './asking.ts'
import { choicesFor } from './choice-lists.ts'
import {
  askOpen,
  askPause,
  change,
  goOn,
  obey,
  pause,
  question,
  remaining,
  repeatOpen,
  same,
  skip,
} from './commands.ts'
import type { Input } from './input.ts'
import { type AnswerInput, kindOf, mostPhotos } from './kinds/index.ts'
import { moveOn, send } from './moving.ts'
import { labelOf, placeOfLabel } from './numbering.ts'
import { keepItems, refuseOverview, showOverview } from './overview.ts'
import { readOverviewReply } from './overview-replies.ts'
import { longestList, pageOf, search, turning } from './pages.ts'
import { eveningOf, morningAfter, readUntil } from './pause-times.ts'
import { type Place, sharedItems } from './places.ts'
import { press } from './press.ts'
import { record, recordSkip } from './recording.ts'
import { isAsked, isRelevant } from './relevance.ts'
import type { Awaits } from './session.ts'
import { readAll, takeSeveral } from './several.ts'
import type { Turn } from './turn.ts'

type Reply = AnswerInput | Extract<Input, { readonly kind: 'choice' }>

/** A reply, read as what the conversation waits for. */
export function answerTo(turn: Turn, input: Reply): undefined {
  const { session } = turn
  if (input.kind === 'choice' && input.step !== session.step) {
    turn.emit({ kind: 'stale-pressed' })
    return repeatOpen(turn)
  }
  if (session.state === 'paused') session.state = 'running'
  const { awaits } = session
  if (input.kind === 'photo' && awaits.kind !== 'nothing' && keepPhoto(turn, input)) return
  switch (awaits.kind) {
    case 'answer':
      return onAnswer(turn, awaits, input)
    case 'confirm':
      return onConfirm(turn, awaits, input)
    case 'reason':
    case 'correction_reason':
    case 'skip_reason':
      return onReason(turn, awaits, input)
    case 'reading_options':
      return onReadingOptions(turn, awaits, input)
    case 'command_or_answer':
      return onCommandOrAnswer(turn, awaits, input)
    case 'human_offer':
      return onHumanOffer(turn, awaits, input)
    case 'which_to_change':
      return onWhichToChange(turn, awaits, input)
    case 'pause_until':
      return onPauseUntil(turn, awaits, input)
    case 'all_answers':
      return onAllAnswers(turn, awaits, input)
    case 'another_item':
      return onAnotherItem(turn, awaits, input)
    case 'same_overview':
      return onOverview(turn, input)
    case 'recap':
      return onRecap(turn, input)
    case 'nothing':
      return onNothing(turn, input)
  }
}

type Of<K extends Awaits['kind']> = Extract<Awaits, { readonly kind: K }>

// an open question

function onAnswer(turn: Turn, awaits: Of<'answer'>, input: Reply): undefined {
  const place = question(turn, awaits.path)
  if (!place) return moveOn(turn)
  if (input.kind === 'choice') return onPress(turn, place, awaits, input.index)
  if (input.kind !== 'text') return onMedia(turn, place, awaits, input)
  const { text } = input
  const exact = exactChoice(turn, place, text)
  // inside a change "batal" may mean the change as well as the choice
  if (exact !== undefined && !(awaits.editing && isWord(text, 'batal'))) return choose(turn, place, awaits, exact, text)
  if (turnPage(turn, place, awaits, text)) return
  if (takeCommand(turn, place, awaits, text)) return
  if (place.node === turn.layout.opening) return onOpening(turn, place, input)
  if ((isDone(text) || declinesPhotos(turn, place, text)) && finishList(turn, place, awaits)) return
  const ticked = awaits.pending ?? []
  if (!awaits.editing && ticked.length === 0 && takeSeveral(turn, place, text)) return
  if (wasAway(turn, place, text)) return goOn(turn, true)
  if (place.node.type === 'select_multiple' && ticked.length > 0 && !awaits.editing) {
    const reading = read(turn, place, input)
    if (reading && 'value' in reading && Array.isArray(reading.value)) {
      const all = [...new Set([...ticked, ...(reading.value as string[])])]
      return give(turn, place, all, { by: 'person', raw: text })
    }
  }
  if (showFound(turn, place, awaits, text)) return
  answer(turn, place, input, { ...(awaits.editing && { editing: true }) })
}

/** "lagi" at a long list. */
function turnPage(turn: Turn, place: Place<Question>, awaits: Of<'answer'>, text: string): boolean {
  const by = turning(text)
  if (by === undefined) return false
  const { length } = choicesFor(turn, place)
  if (length <= longestList) return false
  ask(turn, place, { ...openAsking(awaits), page: pageOf(length, (awaits.page ?? 0) + by).page })
  return true
}

/** Of a long list the choices that a text may mean, where it does not say which. */
function showFound(turn: Turn, place: Place<Question>, awaits: Of<'answer'>, text: string): boolean {
  const choices = choicesFor(turn, place)
  if (choices.length <= longestList || readsAsValue(turn, place, text)) return false
  const indices = search(choices, text)
  if (indices.length === 0) return false
  ask(turn, place, { ...openAsking(awaits), found: { text: text.trim(), indices } })
  return true
}

function openAsking({ tries, pending, editing }: Of<'answer'>) {
  return { tries, ...(pending && { pending }), ...(editing && { editing }) }
}

/** A command typed to the open question; true when it was one, or when we ask whether it was. */
function takeCommand(turn: Turn, place: Place<Question>, awaits: Of<'answer'>, text: string): boolean {
  const found = readCommand(text)
  if (!found) return false
  const { command, argument, exact } = found
  const isFree = kindOf(place.node.type).freeText === true
  if (command === 'semua' && place.node.type === 'select_multiple') return false
  if (command === 'sama' && isFree && !exact) return false
  // "ubah b jadi 12" names a question; the 12 in it is no answer to this one
  if (command === 'ubah' && !isFree && argument !== undefined && placeOfLabel(turn, argument.split(/\s/)[0]!))
    return obey(turn, command, argument)
  if (exact || !isFree) {
    const mayBeAnswer = !exact || (likeAnswers.has(command) && argument === undefined && !isFree)
    if (mayBeAnswer && !(command === 'batal' && awaits.editing) && readsAsValue(turn, place, text)) return false
    return obey(turn, command, argument)
  }
  if (!asksFirst.has(command)) return false
  const { session } = turn
  session.step++
  session.awaits = {
    ...awaitsOpen(awaits),
    kind: 'command_or_answer',
    raw: text,
    command: argument ? `${command} ${argument}` : command,
  }
  turn.emit({ kind: 'command-questioned', path: place.path, step: session.step, raw: text, command })
  return true
}

const likeAnswers: ReadonlySet<string> = new Set(answerLikeCommands)

/** Commands whose word in a longer text is worth a question. */
const asksFirst: ReadonlySet<string> = new Set(['kembali', 'ubah', 'lewati', 'nanti', 'batal', 'ringkasan', 'bantuan'])

function awaitsOpen({ path, tries, editing }: Of<'answer'>) {
  return { path, tries, ...(editing && { editing }) }
}

function readsAsValue(turn: Turn, place: Place<Question>, text: string): boolean {
  const reading = read(turn, place, { kind: 'text', text })
  return reading !== undefined && 'value' in reading
}

/** A first word after hours or days that is no answer ("halo"): say where we are instead of not understanding. */
function wasAway(turn: Turn, place: Place<Question>, text: string): boolean {
  if (turn.context.now - turn.session.touchedAt < 6 * HOUR || kindOf(place.node.type).freeText) return false
  return !readsAsValue(turn, place, text)
}

function exactChoice(turn: Turn, place: Place<Question>, text: string): string | undefined {
  const said = text.trim().toLowerCase()
  return choicesFor(turn, place).find((choice) => choice.label.toLowerCase() === said || choice.code === said)?.code
}

function isWord(text: string, word: string): boolean {
  return text.trim().toLowerCase() === word
}

const doneWords =
  /^(?:su|so|sudah|sdh|itu|saja|sa|oke?|ya|cukup|selesai|done|terima kasih|makasih|[\s.!])*(?:cukup|selesai|itu saja|sudah|done)[\s.!]*$/i

function isDone(text: string): boolean {
  return text.length < 40 && doneWords.test(text.trim())
}

/** "Tidak ada" to a question for photos: as good as "lewati". */
function declinesPhotos(turn: Turn, place: Place<Question>, text: string): boolean {
  return place.node.type === 'image' && yesOf(turn, text) === false
}

/** "Selesai" or "cukup": ends ticking choices and sending photos. */
function finishList(turn: Turn, place: Place<Question>, awaits: Of<'answer'>): boolean {
  const { type } = place.node
  if (type === 'select_multiple' || type === 'rank') {
    if (!awaits.pending) return false
    give(turn, place, [...awaits.pending], { by: 'person', ...(awaits.editing && { editing: true }) })
    return true
  }
  if (type !== 'image') return false
  if (turn.value(place.path) === undefined) skip(turn)
  else {
    turn.session.owed = turn.session.owed.filter((path) => path !== place.path)
    moveOn(turn)
  }
  return true
}

function onPress(turn: Turn, place: Place<Question>, awaits: Of<'answer'>, index: number): undefined {
  if (index === press.skip) return finishesPhotos(turn, place) ? moveOn(turn) : skip(turn)
  if (index === press.same) {
    if (!same(turn)) askOpen(turn)
    return
  }
  if (index === press.done) {
    if (!finishList(turn, place, awaits)) askOpen(turn)
    return
  }
  const { type } = place.node
  const choices = choicesFor(turn, place)
  if (index === press.more)
    return ask(turn, place, { ...openAsking(awaits), page: pageOf(choices.length, (awaits.page ?? 0) + 1).page })
  const code = choices.length > 0 ? choices[index]?.code : kindOf(type).buttons?.[index]
  if (code === undefined) return askOpen(turn)
  if (type === 'select_multiple' || type === 'rank') {
    const ticked = awaits.pending ?? []
    const pending = ticked.includes(code) ? ticked.filter((other) => other !== code) : tickWith(place, ticked, code)
    return ask(turn, place, {
      pending,
      tries: awaits.tries,
      ...(awaits.page !== undefined && { page: awaits.page }),
      ...(awaits.editing && { editing: true }),
    })
  }
  choose(turn, place, awaits, code, choices[index]?.label ?? code)
}

/** "Tidak ada" clears the other ticks, and any other tick clears "tidak ada". */
function tickWith(place: Place<Question>, ticked: readonly string[], code: string): readonly string[] {
  const { excludes } = place.node
  if (excludes.includes(code)) return [code]
  return [...ticked.filter((other) => !excludes.includes(other)), code]
}

function choose(turn: Turn, place: Place<Question>, awaits: Of<'answer'>, code: string, raw: string): undefined {
  if (place.node === turn.layout.opening) return open(turn, place, code, raw)
  const several = place.node.type === 'select_multiple' || place.node.type === 'rank'
  const value: Json = several ? [code] : code
  give(turn, place, value, { by: 'person', raw, ...(awaits.editing && { editing: true }) })
}

/** The opening: begin, later, or not the right person. */
function open(turn: Turn, place: Place<Question>, code: string, raw: string): undefined {
  if (code === 'nanti') return askPause(turn, undefined)
  record(turn, place, code, { by: 'person', raw })
  if (code !== 'bukan_saya') return moveOn(turn)
  turn.session.state = 'stopped'
  turn.session.awaits = { kind: 'nothing' }
  turn.emit({ kind: 'contact-denied' })
}

function onOpening(turn: Turn, place: Place<Question>, input: AnswerInput & { readonly kind: 'text' }): undefined {
  const reading = read(turn, place, input)
  if (reading && 'value' in reading && typeof reading.value === 'string')
    return open(turn, place, reading.value, input.text)
  answer(turn, place, input)
}

function onMedia(turn: Turn, place: Place<Question>, awaits: Of<'answer'>, input: AnswerInput): undefined {
  if (place.node.type !== 'image' || input.kind !== 'photo')
    return answer(turn, place, input, { ...(awaits.editing && { editing: true }) })
  const reading = read(turn, place, input)
  if (!reading || 'ask' in reading) return answer(turn, place, input)
  const kept = reading.value as readonly Json[]
  if (kept.length >= mostPhotos(place.node))
    return give(turn, place, reading.value, { by: 'person', raw: input.caption })
  record(turn, place, reading.value, { by: 'person', raw: input.caption })
  ask(turn, place, { ...(awaits.editing && { editing: true }) })
}

/** A photo that came while something else is open goes to the form's own question about photos, ahead or behind. */
function keepPhoto(turn: Turn, input: AnswerInput & { readonly kind: 'photo' }): boolean {
  const { awaits } = turn.session
  const open = 'path' in awaits ? question(turn, awaits.path) : undefined
  if (awaits.kind === 'answer' && open?.node.type === 'image') return false
  const place = photoPlace(turn, open)
  const reading = place && read(turn, place, input)
  if (!place || !reading || 'ask' in reading || refusalOf(turn, place, reading.value)) return false
  record(turn, place, reading.value, { by: 'person', raw: input.caption })
  const kept = Array.isArray(reading.value) ? reading.value.length : 1
  turn.emit({ kind: 'photo-kept', path: place.path, kept, most: mostPhotos(place.node) })
  if (turn.session.owed.length > 0 && awaits.kind === 'answer') moveOn(turn)
  else repeatOpen(turn)
  return true
}

/** The image question of the same item or of the whole form that still takes a photo. */
function photoPlace(turn: Turn, open: Place | undefined): Place<Question> | undefined {
  for (const node of turn.form.questions) {
    if (node.type !== 'image') continue
    const items = open ? sharedItems(turn.layout, open.node, open.items, node) : []
    const place = turn.place(node, items)
    if (turn.layout.repeats.get(node)!.length > items.length) continue
    const value = turn.value(place.path)
    const isFull = Array.isArray(value) && value.length >= mostPhotos(node)
    if (!isFull && isRelevant(turn, place) && isAsked(turn, place)) return place
  }
  return undefined
}

function finishesPhotos(turn: Turn, place: Place<Question>): boolean {
  return place.node.type === 'image' && turn.value(place.path) !== undefined
}

// checks

function onConfirm(turn: Turn, awaits: Of<'confirm'>, input: Reply): undefined {
  const place = question(turn, awaits.path)
  if (!place) return moveOn(turn)
  const given = {
    by: 'person' as const,
    raw: awaits.raw,
    ...(awaits.approximate && { approximate: true }),
    ...(awaits.editing && { editing: true }),
  }
  const accept = (): undefined => give(turn, place, awaits.value, { ...given, confirmed: true })
  const again = (): undefined => {
    if (place.node === turn.layout.recap) return change(turn, undefined)
    ask(turn, place, { ...(awaits.editing && { editing: true }) })
  }
  if (input.kind === 'choice') return input.index === 0 ? accept() : again()
  if (input.kind === 'text') {
    const number = numberOf(input.text)
    const found = readCommand(input.text)
    if (found?.command === 'koreksi') {
      obey(turn, found.command, found.argument)
      return
    }
    const yes = number === 1 ? true : number === 2 ? false : yesOf(turn, input.text)
    if (yes === true) return accept()
    if (yes === false) return again()
    if (found?.command === 'ubah' && found.argument === undefined) return again()
    if (found?.exact && obey(turn, found.command, found.argument)) return
    if (place.node === turn.layout.recap) return repeatOpen(turn)
  }
  const reading = read(turn, place, input)
  if (reading && 'value' in reading) {
    turn.session.awaits = { kind: 'answer', path: place.path, tries: 0, ...(awaits.editing && { editing: true }) }
    return answer(turn, place, input, { ...(awaits.editing && { editing: true }) })
  }
  repeatOpen(turn)
}

function yesOf(turn: Turn, text: string): boolean | undefined {
  const { now, zone, address, lexicon } = turn.context
  const reading = readYesno(text, { referenceOn: localDate(now, zone), address, ...(lexicon && { lexicon }) })
  return 'value' in reading ? reading.value : undefined
}

function onReason(turn: Turn, awaits: Of<'reason' | 'correction_reason' | 'skip_reason'>, input: Reply): undefined {
  const place = question(turn, awaits.path)
  if (!place) return moveOn(turn)
  if (input.kind === 'choice') {
    if (input.index !== press.skip || awaits.kind !== 'skip_reason') return repeatOpen(turn)
    recordSkip(turn, place, '')
    return moveOn(turn)
  }
  if (input.kind === 'text') {
    const found = readCommand(input.text)
    // said twice, it is enough
    if (awaits.kind === 'skip_reason' && found?.exact && found.command === 'lewati') {
      recordSkip(turn, place, '')
      return moveOn(turn)
    }
    if (found?.exact && obey(turn, found.command, found.argument)) return
  }
  const reason = input.kind === 'text' ? input.text.trim() : input.kind === 'voice' ? input.attachment : ''
  if (reason === '') return repeatOpen(turn)
  if (awaits.kind === 'skip_reason') {
    recordSkip(turn, place, reason)
    return moveOn(turn)
  }
  const given = {
    by: 'person' as const,
    raw: awaits.raw,
    confirmed: true,
    ...(awaits.approximate && { approximate: true }),
    ...(awaits.editing && { editing: true }),
  }
  if (awaits.kind === 'reason') return give(turn, place, awaits.value, { ...given, reason })
  const before = awaits.reason
  give(turn, place, awaits.value, { ...given, ...(before !== undefined && { reason: before }), correction: reason })
}

function onReadingOptions(turn: Turn, awaits: Of<'reading_options'>, input: Reply): undefined {
  const place = question(turn, awaits.path)
  if (!place) return moveOn(turn)
  const index = input.kind === 'choice' ? input.index : input.kind === 'text' ? numberOf(input.text) - 1 : -1
  const text = awaits.options[index]
  const open = { ...(awaits.editing && { editing: true as const }) }
  turn.session.awaits = { kind: 'answer', path: place.path, tries: awaits.tries, ...open }
  if (text !== undefined) return answer(turn, place, { kind: 'text', text }, open)
  if (input.kind === 'choice') return askOpen(turn)
  onAnswer(turn, turn.session.awaits, input)
}

function numberOf(text: string): number {
  return /^\s*\d{1,2}\s*\.?\s*$/.test(text) ? Number.parseInt(text, 10) : Number.NaN
}

function onCommandOrAnswer(turn: Turn, awaits: Of<'command_or_answer'>, input: Reply): undefined {
  const place = question(turn, awaits.path)
  if (!place) return moveOn(turn)
  const open = { ...(awaits.editing && { editing: true as const }) }
  const asAnswer = (): undefined => answer(turn, place, { kind: 'text', text: awaits.raw }, open)
  const asCommand = (): undefined => {
    const [command = '', ...argument] = awaits.command.split(' ')
    if (!obey(turn, command, argument.join(' ') || undefined)) askOpen(turn)
  }
  turn.session.awaits = { kind: 'answer', path: place.path, tries: awaits.tries, ...open }
  const index = input.kind === 'choice' ? input.index : input.kind === 'text' ? numberOf(input.text) - 1 : -1
  if (index === 0) return asAnswer()
  if (index === 1) return asCommand()
  if (input.kind === 'choice') return askOpen(turn)
  if (input.kind === 'text') {
    const said = input.text.trim().toLowerCase()
    if (/^(jawaban|jawab)/.test(said)) return asAnswer()
    if (/^(perintah|command)/.test(said) || said === awaits.command) return asCommand()
  }
  onAnswer(turn, turn.session.awaits, input)
}

function onHumanOffer(turn: Turn, awaits: Of<'human_offer'>, input: Reply): undefined {
  if (turn.find(awaits.path)?.node === turn.form.mainRepeat) return onOfferAtOverview(turn, awaits, input)
  const place = question(turn, awaits.path)
  if (!place) return moveOn(turn)
  const open = { path: place.path, tries: awaits.tries, ...(awaits.editing && { editing: true as const }) }
  const accept = (): undefined => {
    turn.session.awaits = { kind: 'answer', ...open, tries: 0 }
    turn.emit({ kind: 'human-requested', path: place.path })
  }
  if (input.kind === 'choice') return input.index === 0 ? accept() : askOpen(turn)
  if (input.kind === 'text') {
    // the question is still open: an answer to it counts more than a yes to the offer, unless both could be meant
    const isValue =
      place.node.type !== 'yesno' && !kindOf(place.node.type).freeText && readsAsValue(turn, place, input.text)
    const number = numberOf(input.text)
    const yes = isValue ? undefined : number === 1 ? true : number === 2 ? false : yesOf(turn, input.text)
    if (yes !== undefined) return yes ? accept() : askOpen(turn)
  }
  turn.session.awaits = { kind: 'answer', ...open }
  onAnswer(turn, turn.session.awaits, input)
}

/** The offer made at the list of activities: "1" and "2" alone are its buttons, all else is read against the list. */
function onOfferAtOverview(turn: Turn, awaits: Of<'human_offer'>, input: Reply): undefined {
  const number = input.kind === 'text' ? numberOf(input.text) : Number.NaN
  const yes =
    input.kind === 'choice'
      ? input.index === 0
      : number === 1 || (number !== 2 && (input.kind === 'text' ? yesOf(turn, input.text) : undefined))
  if (yes === true) {
    turn.session.awaits = { kind: 'same_overview' }
    turn.emit({ kind: 'human-requested', path: awaits.path })
    return
  }
  if (yes === false) return showOverview(turn)
  turn.session.awaits = { kind: 'same_overview', tries: awaits.tries }
  onOverview(turn, input)
}

// lists to choose from

function onWhichToChange(turn: Turn, awaits: Of<'which_to_change'>, input: Reply): undefined {
  if (input.kind === 'choice') {
    const label = awaits.labels[input.index]
    return label === undefined ? repeatOpen(turn) : change(turn, label)
  }
  if (input.kind !== 'text') return askOpen(turn)
  const found = readCommand(input.text)
  if (found?.exact && found.command !== 'ubah' && obey(turn, found.command, found.argument)) return
  const said = found?.command === 'ubah' ? found.argument : input.text.replace(/^\s*(?:nomor|nomer|no\.?)\s*/i, '')
  change(turn, within(awaits.labels, said))
}

/** "2" where 3.1, 3.2 and 3.3 are listed means 3.2. */
function within(labels: readonly string[], said: string | undefined): string | undefined {
  const number = /^\s*(\d{1,3})\.?\s*$/.exec(said ?? '')?.[1]
  if (number === undefined || labels.includes(number)) return said
  return (
    labels.find((label) => label.endsWith(`.${number}`) && label.split('.').length === labels[0]!.split('.').length) ??
    said
  )
}

function onPauseUntil(turn: Turn, awaits: Of<'pause_until'>, input: Reply): undefined {
  const { context } = turn
  if (input.kind === 'choice')
    return pause(
      turn,
      awaits.back,
      input.index === 0 ? eveningOf(context) : input.index === 1 ? morningAfter(context) : undefined,
    )
  if (input.kind !== 'text') {
    turn.session.awaits = awaits.back
    return answerTo(turn, input)
  }
  const numbered = numberOf(input.text)
  if (numbered === 1) return pause(turn, awaits.back, eveningOf(context))
  if (numbered === 2) return pause(turn, awaits.back, morningAfter(context))
  const until = readUntil(input.text, context)
  const found = readCommand(input.text)
  if (until === undefined && found?.exact && found.command !== 'nanti') {
    turn.session.awaits = awaits.back
    if (found.command === 'batal') return repeatOpen(turn)
    if (obey(turn, found.command, found.argument)) return
  }
  pause(turn, awaits.back, until)
}

/** The next message is read against the whole list; where it is not a list it answers the question that was open. */
function onAllAnswers(turn: Turn, awaits: Of<'all_answers'>, input: Reply): undefined {
  const place = question(turn, awaits.path)
  if (input.kind === 'choice') return askOpen(turn)
  if (input.kind === 'text') {
    const found = readCommand(input.text)
    if (found?.exact && obey(turn, found.command, found.argument)) return
    const labelled = new Map(remaining(turn).map((other) => [labelOf(turn, other), other.path]))
    if (readAll(turn, labelled, input.text)) return moveOn(turn)
  }
  if (!place) return repeatOpen(turn)
  turn.session.awaits = { kind: 'answer', path: place.path, tries: awaits.tries }
  onAnswer(turn, turn.session.awaits, input)
}

function onAnotherItem(turn: Turn, awaits: Of<'another_item'>, input: Reply): undefined {
  const repeat = turn.find(awaits.path)
  if (repeat?.node.kind !== 'repeat') return moveOn(turn)
  const { session } = turn
  if (input.kind === 'text') {
    const found = readCommand(input.text)
    const isOver = found?.command === 'lewati' || isDone(input.text)
    if (!isOver && found?.exact && obey(turn, found.command, found.argument)) return
    if (isOver) return close(turn, awaits.path)
  }
  const yes =
    input.kind === 'choice' ? input.index === 0 : input.kind === 'text' ? anotherOf(turn, input.text) : undefined
  if (yes === undefined) return repeatOpen(turn)
  const items = turn.items((repeat as Place<Repeat>).node, repeat.items)
  if (!yes || items.length >= mostGrown) return close(turn, awaits.path)
  session.items = { ...session.items, [awaits.path]: [...items, `n${items.length + 1}`] }
  moveOn(turn)
}

function anotherOf(turn: Turn, text: string): boolean | undefined {
  const number = numberOf(text)
  if (number === 1 || number === 2) return number === 1
  if (/^\s*(tambah|masih|ada lagi|lagi)\b/i.test(text)) return true
  return yesOf(turn, text)
}

const mostGrown = 50

function close(turn: Turn, path: string): undefined {
  turn.session.closed = [...turn.session.closed, path]
  moveOn(turn)
}

// the overview and the recap

function onOverview(turn: Turn, input: Reply): undefined {
  const repeat = turn.form.mainRepeat!
  const items = turn.items(repeat, [])
  const keep = (changed: readonly string[]): undefined => {
    keepItems(turn, changed)
    moveOn(turn)
  }
  if (input.kind === 'choice') return keep(input.index === 0 ? [] : items)
  if (input.kind !== 'text') return refuseOverview(turn, 'wrong_kind')
  const reply = readOverviewReply(input.text, items.length)
  if (reply?.kind === 'changed') return keep(reply.numbers.flatMap((number) => items[number - 1] ?? []))
  if (reply?.kind === 'same') return keep(items.filter((_, index) => !reply.numbers.includes(index + 1)))
  if (reply?.kind === 'all_changed') return keep(items)
  const found = readCommand(input.text)
  const changed = found?.command === 'semua_sama' && found.exact ? itemsOf(turn, found.argument) : undefined
  if (changed) return keep(changed)
  if (found?.exact && obey(turn, found.command, found.argument)) return
  refuseOverview(turn, 'unclear')
}

/** "3, 5" as the ids of those items; undefined when one of them is none. */
function itemsOf(turn: Turn, labels: string | undefined): string[] | undefined {
  const places = (labels ?? '').split(/[\s,]+/).flatMap((label) => (label === '' ? [] : [placeOfLabel(turn, label)]))
  const items = places.flatMap((place) => (place?.node === turn.form.mainRepeat ? (place?.items[0] ?? []) : []))
  return items.length === places.length ? items : undefined
}

function onRecap(turn: Turn, input: Reply): undefined {
  if (input.kind === 'choice') return input.index === 0 ? confirmRecap(turn) : change(turn, undefined)
  if (input.kind !== 'text') return repeatOpen(turn)
  const number = numberOf(input.text)
  const found = readCommand(input.text)
  if (found?.command === 'ubah' || found?.command === 'koreksi') {
    obey(turn, 'ubah', found.argument)
    return
  }
  // two buttons, so "1" and "2" are those; a label alone is "ubah" of it
  if (number === 1) return confirmRecap(turn)
  if (number === 2) return change(turn, undefined)
  if (/^\s*(kirim|betul|benar|sudah benar|sip|cocok|oke?)\b[\s.!]*/i.test(input.text) && input.text.length < 30)
    return confirmRecap(turn)
  const yes = yesOf(turn, input.text)
  if (yes === true) return confirmRecap(turn)
  if (yes === false) return change(turn, undefined)
  if (found?.exact && obey(turn, found.command, found.argument)) return
  if (placeOfLabel(turn, input.text)) return change(turn, input.text)
  repeatOpen(turn)
}

/** "Ya": only now the report counts, after the checks over the whole form that hang on the recap question. */
function confirmRecap(turn: Turn): undefined {
  const { recap } = turn.layout
  if (!recap) return send(turn)
  const place = turn.place(recap, [])
  const code = choicesFor(turn, place)[0]?.code ?? kindOf(recap.type).buttons?.[0] ?? 'ya'
  give(turn, place, code, { by: 'person' })
}

// nothing is open: only what concerns a report that is there

function onNothing(turn: Turn, input: Reply): undefined {
  if (input.kind !== 'text' || turn.session.state === 'stopped') return
  const found = readCommand(input.text)
  if (found && afterwards.has(found.command)) obey(turn, found.command, found.argument)
}

const afterwards: ReadonlySet<string> = new Set(['ubah', 'koreksi', 'kembali', 'ringkasan'])

import { formatNumber } from '../../bahasa/index.ts'
import type { AnswerRefused, ChoiceShown, EngineEvent, QuestionAsked } from '../../engine/events/index.ts'
import { press } from '../../engine/press.ts'
import type { Capabilities } from '../../messages/capabilities.ts'
import { answerData, type Option, offer, withOptions } from '../choices.ts'
import { lines, type Part, say, type WordingContext } from '../context.ts'
import { messageOf } from './answers.ts'

/**
 * The question itself: where we are, what is asked, an example, last round's value, the options. After a refusal in the
 * same turn the place is left out and the help grows, so that the reply stays as short as the question was.
 */
export function questionAsked(event: QuestionAsked, ctx: WordingContext, turn: readonly EngineEvent[]): Part {
  if (event.another) return anotherItem(event, ctx)
  if (event.photos && event.photos.kept > 0) return morePhotos(event, event.photos, ctx)
  const refusal = turn.find((other) => other.kind === 'answer-refused')
  const refused = refusal !== undefined
  const choices = choicesOf(event, ctx)
  const several = event.multiple !== undefined
  const offered = offer(
    choices.map((choice, index) => ({
      label: choice.label,
      data: answerData(ctx.sessionId, event.step, (choice.number ?? index + 1) - 1),
      ...(choice.number !== undefined && { number: choice.number }),
      chosen: event.multiple?.chosen.includes(choice.code) ?? false,
    })),
    extras(event, ctx),
    choices.some(({ number = 0 }) => number > press.same) ? withoutButtons(ctx.capabilities) : ctx.capabilities,
    several,
  )
  return {
    place: 'body',
    text: lines(
      event.introduction !== undefined && event.because === undefined && `${event.introduction}\n`,
      because(event, ctx),
      !refused && place(event, ctx),
      !(refusal && asksEnough(refusal, event, ctx)) && event.text,
      !refused && previous(event, ctx, choices.length > 0),
      event.part?.search !== undefined && say(ctx, 'list-found', { text: event.part.search }),
      ...offered.lines,
      listHint(event, ctx),
      !refused && scale(event, ctx),
      several && !(refused && event.type === 'rank') && severalHint(event, ctx),
      event.help >= 2 && event.hint,
      !messageOfRefusal(refusal, ctx)?.includes(exampleWord(ctx)) && example(event, ctx),
      skipHint(event, ctx),
      event.help === 1 && event.voice === true && say(ctx, 'voice-hint'),
    ),
    ...(offered.choices && { choices: offered.choices }),
    ...(offered.choicesInText && { choicesInText: true }),
  }
}

/** So far down a list a place would be taken for a button beside it: there numbers are typed. */
function withoutButtons({ buttons: _buttons, ...rest }: Capabilities): Capabilities {
  return rest
}

/** A first "Tepatnya tanggal berapa, Bu?" is the question already; what needs its options is put again whole. */
function asksEnough(refusal: AnswerRefused, event: QuestionAsked, ctx: WordingContext): boolean {
  return refusal.tries < 2 && !event.choices && messageOf(refusal, ctx) !== undefined
}

function messageOfRefusal(refusal: AnswerRefused | undefined, ctx: WordingContext): string | undefined {
  return refusal && messageOf(refusal, ctx)
}

/** "Contoh:" as an example begins. */
function exampleWord(ctx: WordingContext): string {
  return say(ctx, 'example', { example: '' }).trim()
}

/** A repeat that grows in the conversation: is there one more? */
function anotherItem(event: QuestionAsked, ctx: WordingContext): Part {
  const options = [say(ctx, 'another-yes'), say(ctx, 'another-no')].map((label, index) => ({
    label,
    data: answerData(ctx.sessionId, event.step, index),
  }))
  return { place: 'body', ...withOptions(say(ctx, 'another', { what: event.text }), options, ctx.capabilities) }
}

function morePhotos(
  event: QuestionAsked,
  { kept, most }: NonNullable<QuestionAsked['photos']>,
  ctx: WordingContext,
): Part {
  const text = say(ctx, 'more-photos', { kept, most })
  if (!ctx.capabilities.buttons) return { place: 'body', text }
  const data = answerData(ctx.sessionId, event.step, press.done)
  return { place: 'body', text, choices: [{ label: say(ctx, 'button-enough'), data }] }
}

function choicesOf(event: QuestionAsked, ctx: WordingContext): readonly ChoiceShown[] {
  if (event.choices && event.choices.length > 0) return event.choices
  if (event.type === 'yesno')
    return [
      { code: 'ya', label: say(ctx, 'yes') },
      { code: 'tidak', label: say(ctx, 'no') },
    ]
  if (event.type === 'acknowledge') return [{ code: 'OK', label: say(ctx, 'button-fine') }]
  return []
}

function extras(event: QuestionAsked, ctx: WordingContext): Option[] {
  const data = (index: number) => answerData(ctx.sessionId, event.step, index)
  const options: Option[] = []
  if (event.part && event.part.search === undefined)
    options.push({ label: say(ctx, 'button-more'), data: data(press.more) })
  if (event.multiple) options.push({ label: say(ctx, 'button-done'), data: data(press.done) })
  if (event.previous !== undefined) options.push({ label: say(ctx, 'button-same'), data: data(press.same) })
  if (event.optional) options.push({ label: say(ctx, 'button-skip'), data: data(press.skip) })
  return options
}

/** The repeat over the plan; what other repeats run over (batches, villages) has no word of ours. */
const activities = 'kegiatan'

/** "(7 dari 18) Kegiatan 2 dari 8: Kebun pala", said once for each activity. */
function place(event: QuestionAsked, ctx: WordingContext): string {
  const { item, progress, path } = event
  if (!item && path.includes('[')) return ''
  const isActivity = path.startsWith(`${activities}[`)
  return [
    progress && say(ctx, 'progress', { at: progress.at, of: progress.of }),
    item?.grows && item.label === '' && say(ctx, 'part-grown', { index: item.index }),
    item &&
      // "(2 dari 4) Ke-2 dari 4"
      !(item.label !== '' && !isActivity && progress?.at === item.index && progress.of === item.count) &&
      // "1 dari 1" says nothing that the text does not say
      !(item.count === 1 && !isActivity && event.text.includes(item.label)) &&
      !(item.grows && item.label === '') &&
      // the form's own text may name the activity; then it is not said twice
      (item.label === '' || event.text.includes(item.label)
        ? say(ctx, isActivity ? 'item-without-name' : 'part-without-name', { index: item.index, count: item.count })
        : say(ctx, isActivity ? 'item' : 'part', { index: item.index, count: item.count, name: item.label })),
  ]
    .filter((word) => typeof word === 'string')
    .join(' ')
}

/** How to see the rest of a long list. */
function listHint({ part, choices = [] }: QuestionAsked, ctx: WordingContext): string | undefined {
  if (!part) return undefined
  if (part.search === undefined) {
    const numbers = choices.map((choice) => choice.number ?? 0)
    return say(ctx, 'list-part', { from: Math.min(...numbers), to: Math.max(...numbers), of: part.of })
  }
  return say(ctx, (part.found ?? 0) > choices.length ? 'list-found-more' : 'list-found-hint')
}

function scale({ scale: of, text }: QuestionAsked, ctx: WordingContext): string | undefined {
  if (!of) return undefined
  const [from, to] = [formatNumber(of.from), formatNumber(of.to)]
  return text.includes(from) && text.includes(to) ? undefined : say(ctx, 'scale', { from, to })
}

function severalHint({ text, type, example, choices = [] }: QuestionAsked, ctx: WordingContext): string | undefined {
  if (type === 'rank')
    return say(ctx, 'rank-hint', {
      example: choices
        .map((_, i) => i + 1)
        .reverse()
        .slice(0, 9)
        .join(' '),
    })
  const said = say(ctx, 'several-said')
  if (!text.toLowerCase().includes(said)) return say(ctx, 'several-hint')
  // the form's own example says it better, and stands below
  return example === undefined ? say(ctx, 'several-example') : undefined
}

function because(event: QuestionAsked, ctx: WordingContext): string | undefined {
  if (event.because === 'became_relevant') return say(ctx, 'because-relevant')
  const comment = event.returnedComment
  // also when somebody comes back to it, but not with every try
  if (event.because !== 'returned' && (comment === undefined || event.help > 0)) return undefined
  return comment ? say(ctx, 'because-returned-comment', { comment }) : say(ctx, 'because-returned')
}

/** Last round's value; while an answer is being changed, that answer. */
function previous(event: QuestionAsked, ctx: WordingContext, listed: boolean): string | undefined {
  if (event.previous === undefined) return undefined
  const value = event.previous
  if (event.suggested) return say(ctx, listed ? 'suggested-same-choice' : 'suggested-same', { value })
  const changes = event.because === 'edited' || event.because === 'returned'
  if (listed) return say(ctx, changes ? 'present-same-choice' : 'previous-same-choice', { value })
  return say(ctx, changes ? 'present-same' : 'previous-same', { value })
}

/** Unless the form's own text brings one. Options are their own example. */
function example(event: QuestionAsked, ctx: WordingContext): string | undefined {
  if (event.example === undefined || event.text.includes(event.example)) return undefined
  return say(ctx, 'example', { example: event.example })
}

/** In words where neither a button nor the question itself says it. */
function skipHint(event: QuestionAsked, ctx: WordingContext): string | undefined {
  return event.optional && !ctx.capabilities.buttons && !event.text.includes('lewati')
    ? say(ctx, 'optional-hint')
    : undefined
}

import type { AllAsked, ChangeChoiceAsked, EngineEvent, RecapLine, RecapShown } from '../../engine/events/index.ts'
import { writeToken } from '../../messages/tokens.ts'
import { answerData } from '../choices.ts'
import { lines, type Part, say, type WordingContext } from '../context.ts'

/** More lines than this are chosen by typing their number, not by pressing one of a wall of buttons. */
const pressableLines = 12

/** The answers one a line, with the labels that "ubah" takes. */
export function recapShown(event: RecapShown, ctx: WordingContext, turn: readonly EngineEvent[]): Part {
  const label = event.lines.find((line) => line.state === 'given')?.label ?? event.lines[0]?.label ?? '1'
  const list = event.lines.map((line) => recapLine(line, ctx))
  if (event.purpose === 'summary') {
    if (list.length === 0) return { place: 'body', text: say(ctx, 'summary-empty') }
    // the open question usually follows in the same message; then there is nothing to go on to
    const asksOn = !event.submitted && !turn.some(({ kind }) => kind === 'question-asked')
    const hint = say(ctx, event.submitted ? 'summary-submitted' : asksOn ? 'summary-hint' : 'summary-change', { label })
    return {
      place: 'body',
      text: `${lines(say(ctx, 'summary'), ...list)}\n\n${hint}`,
      ...(asksOn && goOn(ctx)),
    }
  }
  return {
    place: 'body',
    text: `${lines(event.text ?? say(ctx, 'recap'), ...list)}\n\n${say(ctx, 'recap-answer', { label })}`,
    ...pressable(['recap-yes', 'recap-change'], event.step, ctx),
  }
}

export function changeChoiceAsked(event: ChangeChoiceAsked, ctx: WordingContext): Part {
  const ask = changeQuestion(event.unknown, ctx)
  // the answers of one item begin at the edge
  const least = Math.min(...event.lines.map((line) => line.indent))
  const listed = event.lines.map((line) => recapLine({ ...line, indent: (line.indent - least) as 0 | 1 | 2 }, ctx))
  const text = `${lines(...listed)}\n\n${ask}`
  if (!ctx.capabilities.buttons || event.lines.length > pressableLines) return { place: 'body', text }
  const choices = event.lines.map(({ label }, index) => ({
    label,
    data: answerData(ctx.sessionId, event.step, index),
  }))
  return { place: 'body', text, choices, choicesInText: true }
}

function changeQuestion(unknown: string | undefined, ctx: WordingContext): string {
  if (unknown === undefined) return say(ctx, 'change-which')
  // a whole sentence is no number that could be missing
  return /^(?!(?:ya|ok|no|tp)$)(?:[a-z]{1,2}|\d+(?:\.\d+)*)$/i.test(unknown)
    ? say(ctx, 'change-unknown', { label: unknown })
    : say(ctx, 'change-unclear')
}

/**
 * Everything that remains as one numbered message, for weak signal, with the shape of a good reply at its end. What is
 * asked about every activity in the same way is written out for the first.
 */
export function allAsked(event: AllAsked, ctx: WordingContext): Part {
  const pieces: string[] = []
  const written = new Set<string>()
  for (const group of groupsOf(event.entries)) {
    const [first] = group
    const { item } = first!
    const shape = group.map(({ question }) => question).join(' ')
    if (item && written.has(shape) && group.every(({ previous }) => previous === undefined)) {
      pieces.push(say(ctx, 'all-item-same', { ...item, labels: group.map((entry) => entry.label).join(', ') }))
      continue
    }
    if (item) written.add(shape)
    if (item && !first!.text.includes(item.name)) pieces.push(say(ctx, 'all-item', item))
    pieces.push(...group.map((entry) => allEntry(entry, ctx)))
  }
  const model = event.entries
    .slice(0, 3)
    .map(({ label, choices, example }) => `${label}. ${choices ? '1' : (example ?? '…')}`)
  return {
    place: 'body',
    text: [
      say(ctx, 'all'),
      ...pieces,
      lines(say(ctx, 'all-model'), ...model),
      lines(event.entries.some(({ item }) => item) && say(ctx, 'all-item-line')),
    ]
      .filter((piece) => piece !== '')
      .join('\n\n'),
  }
}

type AllEntry = AllAsked['entries'][number]

/** Entries of one activity together; all others alone. */
function groupsOf(entries: readonly AllEntry[]): AllEntry[][] {
  const groups: AllEntry[][] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    if (entry.item && last?.[0]?.item?.label === entry.item.label) last.push(entry)
    else groups.push([entry])
  }
  return groups
}

function allEntry({ label, text, choices, many, example, previous }: AllEntry, ctx: WordingContext): string {
  return lines(
    say(ctx, 'all-entry', { label, text }),
    choices?.map((choice, i) => say(ctx, 'all-choice', { n: i + 1, label: choice.label })).join(', '),
    many !== undefined && say(ctx, 'all-many', { count: many }),
    !choices && example !== undefined && !text.includes(example) && say(ctx, 'all-example', { example }),
    previous !== undefined && say(ctx, 'all-previous', { value: previous }),
  )
}

/** Goes back to the open question, whatever it is by then. */
function goOn(ctx: WordingContext): Pick<Part, 'choices' | 'choicesInText'> {
  if (!ctx.capabilities.buttons) return {}
  const data = writeToken({ kind: 'command', word: 'lanjut' })
  return { choices: [{ label: say(ctx, 'summary-go-on'), data }], choicesInText: true }
}

function recapLine(line: RecapLine, ctx: WordingContext): string {
  return `${'   '.repeat(line.indent)}${marked(line, ctx)}`
}

/** What was sent, where the value has no words. */
function sent({ media, count = 1 }: RecapLine, ctx: WordingContext): string | undefined {
  if (media === undefined) return undefined
  return say(ctx, mediaKeys[media], { n: count })
}

const mediaKeys = { photo: 'recap-photos', voice: 'recap-voice', video: 'recap-video', file: 'recap-file' } as const

function marked(recap: RecapLine, ctx: WordingContext): string {
  const { label, name, state } = recap
  const value = sent(recap, ctx) ?? recap.value
  const written = (words: string) =>
    words === '' ? `${label}. ${name}` : say(ctx, 'recap-line', { label, name, value: words })
  switch (state) {
    case 'given':
      return written(value)
    case 'carried':
      return say(ctx, 'recap-carried', { line: written(value) })
    case 'skipped':
      return written(say(ctx, 'recap-skipped'))
    case 'open':
      return written(say(ctx, 'recap-open'))
    case 'flagged':
      return say(ctx, 'recap-flagged', { line: written(value) })
  }
}

function pressable(
  keys: readonly string[],
  step: number,
  ctx: WordingContext,
): Pick<Part, 'choices' | 'choicesInText'> {
  if (!ctx.capabilities.buttons) return {}
  const choices = keys.map((key, index) => ({ label: say(ctx, key), data: answerData(ctx.sessionId, step, index) }))
  return { choices, choicesInText: true }
}

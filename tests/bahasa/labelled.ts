import { noticeHarm, readCommand, splitNumbered } from '../../src/bahasa/index.ts'

// The labelled replies of tests/bahasa/commands, numbered and harm, as the README there describes them.

export const lists = ['commands', 'numbered', 'harm'] as const
export type List = (typeof lists)[number]

export interface LabelledLine {
  readonly reply: string
  /** What a person at the desk would make of it, in the form that `gotFrom` gives. */
  readonly expected: string
  /** Commands: the argument that must be found too. Numbered: the labels that were shown, as JSON. */
  readonly beside: string
  readonly file: string
}

/**
 * `missed`: nothing or less was found, or harm of another sort. `false`: a command, a harm or the text of an answer was
 * found that nobody meant.
 */
export type Found = 'right' | 'missed' | 'false'

export function readLabelled(list: List, files: readonly string[], readFile: (path: string) => string): LabelledLine[] {
  return files.flatMap((file) =>
    readFile(`${list}/${file}`)
      .split('\n')
      .slice(1)
      .filter((line) => line.trim())
      .map((line) => {
        const [reply = '', second = '', third = ''] = line.split('\t')
        const [beside, expected] = list === 'numbered' ? [second, sorted(JSON.parse(third))] : [third, second]
        return { reply: reply.replaceAll('\\n', '\n'), expected, beside, file }
      }),
  )
}

/** In one form. That a part is asked about counts, not which labels the question names; nor a full stop behind an answer. */
const sorted = (split: unknown) =>
  JSON.stringify(
    Object.entries(split as object)
      .map(([label, text]) => (label === '?' ? [label] : [label, String(text).replace(/\.$/, '')]))
      .sort(),
  )

/** What the code makes of a reply: a command and its argument, the answers by label, or the sort of harm. */
export function gotFrom(list: List, { reply, beside }: LabelledLine): string {
  if (list === 'harm') return noticeHarm(reply) ?? '-'
  if (list === 'commands') {
    const found = readCommand(reply)
    // an argument is looked at only where one is labelled
    return found ? (beside === '' ? found.command : `${found.command} ${found.argument ?? ''}`) : '-'
  }
  const { answers, unclear } = splitNumbered(reply, JSON.parse(beside) as string[])
  const split: Record<string, string | true> = Object.fromEntries(answers.map(({ label, text }) => [label, text]))
  if (unclear.length > 0) split['?'] = true
  return sorted(split)
}

export function verdictOf(list: List, line: LabelledLine): Found {
  const got = gotFrom(list, line)
  const expected = list === 'commands' && line.beside !== '' ? `${line.expected} ${line.beside}` : line.expected
  if (got === expected) return 'right'
  if (list === 'harm') return expected === '-' ? 'false' : 'missed'
  if (list === 'commands') return got === '-' || got.split(' ')[0] === line.expected ? 'missed' : 'false'
  const wanted = new Set((JSON.parse(expected) as unknown[]).map((part) => JSON.stringify(part)))
  const isLess = (JSON.parse(got) as [string, string?][]).every(
    ([label, text]) => label === '?' || wanted.has(JSON.stringify([label, text])),
  )
  return isLess ? 'missed' : 'false'
}

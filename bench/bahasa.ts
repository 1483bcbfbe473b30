// How well and how fast the reader reads: the corpus of labelled replies, kind by kind, and the lists of commands, of
// answers in one message and of words of harm. `--lists` measures only these three. `--heldout` adds the replies that
// were not used to write it, counted apart; their lines are listed only with `--list`.

import { readdirSync, readFileSync } from 'node:fs'
import { type Ask, type Reading, type ReadKind, read } from '../src/bahasa/index.ts'
import { type CorpusLine, judge, readCorpus } from '../tests/bahasa/corpus.ts'
import { gotFrom, lists, readLabelled, verdictOf } from '../tests/bahasa/labelled.ts'

const heldout = process.argv.includes('--heldout')
const onlyLists = process.argv.includes('--lists')
const list = process.argv.includes('--list')
const folder = new URL('../tests/bahasa/', import.meta.url)

function report(title: string, wanted: (name: string) => boolean, listed: boolean) {
  const lines = readCorpus(
    folder,
    readdirSync(folder).filter((name) => name.endsWith('.tsv') && wanted(name)),
    (url) => readFileSync(url, 'utf8'),
  )
  const rows = Object.entries(Object.groupBy(lines, (line) => line.kind)).map(([kind, own]) =>
    rowOf(kind as ReadKind, own ?? []),
  )
  const total = rowOf('all', lines)
  console.log(
    `\n${title}\n${'kind'.padEnd(16)}${['replies', 'right', '%', 'needless ask', 'SILENTLY WRONG', 'readings/s'].map((h) => h.padStart(16)).join('')}`,
  )
  for (const row of [...rows, total]) console.log(row)
  if (!listed) return
  for (const line of lines) {
    const verdict = judge(line)
    if (verdict === 'right') continue
    const reading = read(line.kind, line.reply, line.context)
    console.log(
      `${verdict}: ${line.kind} ${JSON.stringify(line.reply)} expected ${JSON.stringify(line.expected)}, read ${shown(reading)}`,
    )
  }
}

/** Commands, answers in one message and words of harm. */
function reportLists(title: string, wanted: (name: string) => boolean, listed: boolean) {
  console.log(
    `\n${title}\n${'list'.padEnd(16)}${['replies', 'right', '%', 'missed', 'false', 'readings/s'].map((h) => h.padStart(16)).join('')}`,
  )
  const wrong: string[] = []
  for (const list of lists) {
    const files = readdirSync(new URL(`${list}/`, folder)).filter((name) => name.endsWith('.tsv') && wanted(name))
    const lines = readLabelled(list, files, (path) => readFileSync(new URL(path, folder), 'utf8'))
    if (lines.length === 0) continue
    const verdicts = lines.map((line) => verdictOf(list, line))
    const count = (verdict: string) => verdicts.filter((v) => v === verdict).length
    console.log(
      [
        list.padEnd(16),
        ...[
          lines.length,
          count('right'),
          ((100 * count('right')) / lines.length).toFixed(1),
          count('missed'),
          count('false'),
          perSecond(lines, (line) => gotFrom(list, line)),
        ].map((v) => String(v).padStart(16)),
      ].join(''),
    )
    for (const [i, line] of lines.entries()) {
      if (verdicts[i] === 'right') continue
      const beside = line.beside && ` ${line.beside}`
      wrong.push(
        `${verdicts[i]}: ${list} ${JSON.stringify(line.reply)} expected ${line.expected}${beside}, got ${gotFrom(list, line)}`,
      )
    }
  }
  if (listed) for (const line of wrong) console.log(line)
}

function rowOf(kind: ReadKind | 'all', lines: readonly CorpusLine[]): string {
  const verdicts = lines.map(judge)
  const count = (verdict: string) => verdicts.filter((v) => v === verdict).length
  const right = count('right')
  return [
    kind.padEnd(16),
    ...[
      lines.length,
      right,
      ((100 * right) / lines.length).toFixed(1),
      count('needless ask'),
      count('silently wrong'),
      speed(lines),
    ].map((v) => String(v).padStart(16)),
  ].join('')
}

const speed = (lines: readonly CorpusLine[]) =>
  perSecond(lines, ({ kind, reply, context }) => read(kind, reply, context))

/** Readings per second of processor time, after a warm-up: what one core does when it does nothing else. */
function perSecond<T>(lines: readonly T[], reading: (line: T) => unknown): number {
  const round = () => {
    for (const line of lines) reading(line)
  }
  for (let warm = 0; warm < 30; warm++) round()
  const seconds = () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6
  const started = seconds()
  let rounds = 0
  while (seconds() - started < 0.2) {
    for (let i = 0; i < 10; i++) round()
    rounds += 10
  }
  return Math.round((rounds * lines.length) / (seconds() - started))
}

const shown = (reading: Reading<unknown>) =>
  'ask' in reading ? `${(reading as Ask).ask}: ${(reading as Ask).question}` : JSON.stringify(reading)

const isOpen = (name: string) => !name.startsWith('heldout-')
const isHeldOut = (name: string) => name.startsWith('heldout-')
if (!onlyLists) report('corpus', isOpen, true)
reportLists('lists', isOpen, true)
if (heldout && !onlyLists) report('held out', isHeldOut, list)
if (heldout) reportLists('lists, held out', isHeldOut, list)

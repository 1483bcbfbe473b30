// How well and how fast the reader reads: the corpus of labelled replies, kind by kind. `--heldout` adds the replies that
// were not used to write it, counted apart; their lines are listed only with `--list`.

import { readdirSync, readFileSync } from 'node:fs'
import { type Ask, type Reading, type ReadKind, read } from '../src/bahasa/index.ts'
import { type CorpusLine, judge, readCorpus } from '../tests/bahasa/corpus.ts'

const heldout = process.argv.includes('--heldout')
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

/** Readings per second of processor time, after a warm-up: what one core does when it does nothing else. */
function speed(lines: readonly CorpusLine[]): number {
  const round = () => {
    for (const line of lines) read(line.kind, line.reply, line.context)
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

report('corpus', (name) => !name.startsWith('heldout-'), true)
if (heldout) report('held out', (name) => name.startsWith('heldout-'), list)

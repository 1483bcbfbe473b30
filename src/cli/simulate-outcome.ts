import type { Ledger, listGivenAnswers } from '../store/ledger.ts'
import type { Crowd } from './simulate-crowd.ts'

export type Outcome = {
  readonly villages: number
  readonly messages: number
  readonly answers: number
  readonly seconds: number
  readonly answersPerSecond: number
  readonly latencyMs: { readonly p50: number; readonly p99: number }
  readonly peakMemoryMb: number
  /** Of every stored answer, with the messages, replies and conversations that belong to it; carried ones count too. */
  readonly bytesPerAnswer: number
  readonly kills: number
  readonly repliesRepeated: number
  /** Meant and sent, and not there. */
  readonly lost: number
  /** There twice, or asked for twice. */
  readonly doubled: number
  readonly misread: number
  /** Messages without any reply, beside those parked on purpose. */
  readonly unanswered: number
  readonly unfinished: number
  readonly parked: number
  readonly broken: { readonly [what: string]: number }
}

type Given = Awaited<ReturnType<typeof listGivenAnswers>>

/** What everybody meant against what is there. */
export function compare(crowd: Crowd, ledger: Ledger, given: Given) {
  const byWriter = Map.groupBy(given, (a) => a.userId)
  let lost = 0
  let misread = 0
  let unfinished = 0
  for (const { villager, broken } of crowd.writers.values()) {
    if (broken) continue
    if (!villager.finished) unfinished++
    const own = new Map((byWriter.get(villager.userId) ?? []).map((a) => [a.path, a.value]))
    for (const [path, meant] of villager.meant) {
      const stored = own.get(path)
      if (stored === undefined) lost += villager.finished ? 1 : 0
      else if (!isSame(stored, meant)) misread++
    }
  }
  const { inbox, broken } = ledger
  return {
    messages: crowd.said.size,
    answers: given.length,
    kills: crowd.kills,
    repliesRepeated: crowd.repeated,
    lost: lost + Math.max(0, crowd.acknowledged.size - inbox.all),
    doubled: broken.answersTwice + Math.max(0, inbox.all - crowd.said.size),
    misread,
    unanswered: inbox.waiting,
    unfinished,
    parked: inbox.parked,
    broken: { ...broken },
  }
}

/** Units are kept under their usual name: what was said in bedeng is there in petak. */
function isSame(stored: string | null, meant: unknown): boolean {
  if (stored === JSON.stringify(meant)) return true
  const value = stored === null ? null : (JSON.parse(stored) as unknown)
  return isQuantity(value) && isQuantity(meant) && value.value === meant.value
}

function isQuantity(value: unknown): value is { readonly value: number } {
  return typeof value === 'object' && value !== null && 'value' in value && 'unit' in value
}

export function rates(crowd: Crowd, answers: number, seconds: number) {
  const latencies = crowd.latencies.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(latencies[Math.floor(latencies.length * share)] ?? 0)
  return {
    answersPerSecond: Math.round(answers / seconds),
    latencyMs: { p50: at(0.5), p99: at(0.99) },
    peakMemoryMb: Math.round(crowd.peakMemory / 1e6),
  }
}

export function sayIt(o: Outcome): string {
  const broken = Object.entries(o.broken).filter(([, n]) => n > 0)
  return [
    `${o.villages} villages: ${o.messages} messages, ${o.answers} answers in ${o.seconds} s`,
    `${o.answersPerSecond} answers/s, latency p50 ${o.latencyMs.p50} ms, p99 ${o.latencyMs.p99} ms`,
    `peak memory ${o.peakMemoryMb} MB, ${o.bytesPerAnswer} bytes per answer`,
    `killed ${o.kills} times, ${o.repliesRepeated} replies came twice, ${o.parked} messages parked`,
    `lost ${o.lost}, doubled ${o.doubled}, misread ${o.misread}, unanswered ${o.unanswered}, unfinished ${o.unfinished}`,
    ...(broken.length > 0 ? [`WRONG: ${broken.map(([what, n]) => `${what} ${n}`).join(', ')}`] : []),
  ].join('\n')
}

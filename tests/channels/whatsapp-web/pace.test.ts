import { describe, expect, it } from 'vitest'
import { Pacer, usualPace } from '../../../src/channels/whatsapp-web/pace.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const start = Date.UTC(2026, 2, 2, 1)

/** Everything that waits is asked for again when it may leave; when each left, ms from the start. */
function leave(pacer: Pacer, messages: readonly { chat: string; purpose: 'replies' | 'started' }[]): number[] {
  const waiting = messages.map((message) => ({ ...message, dueAt: start }))
  const left: number[] = []
  for (let now = start; waiting.length > 0 && now < start + 48 * HOUR; ) {
    const next = waiting.toSorted((a, b) => a.dueAt - b.dueAt)[0]!
    now = Math.max(now, next.dueAt)
    const held = pacer.hold(next.chat, next.purpose, now)
    if (held) {
      expect(held.at).toBeGreaterThan(now)
      next.dueAt = held.at
    } else {
      left.push(now - start)
      waiting.splice(waiting.indexOf(next), 1)
    }
  }
  return left
}

const most = (times: readonly number[], span: number) =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + span).length))

describe('the pace of a person', () => {
  it('leaves three to eight seconds between two messages to one person, never the same', () => {
    const times = leave(
      new Pacer(usualPace),
      Array.from({ length: 30 }, () => ({ chat: 'maya', purpose: 'replies' })),
    )
    const gaps = times.slice(1).map((at, i) => at - times[i]!)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3 * SECOND)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(8 * SECOND)
    expect(new Set(gaps.map(Math.round)).size).toBeGreaterThan(20)
  })

  it('invites 84 places within a quarter of an hour or so, six a minute', () => {
    const people = Array.from({ length: 84 }, (_, i) => ({ chat: `desa-${i}`, purpose: 'started' as const }))
    const times = leave(new Pacer(usualPace), people)
    expect(times).toHaveLength(84)
    expect(most(times, MINUTE)).toBeLessThanOrEqual(6)
    expect(times.at(-1)).toBeLessThan(20 * MINUTE)
  })

  it('never goes over its hourly number, whatever waits', () => {
    const pace = { ...usualPace, replies: { perMinute: 10, perHour: 40 } }
    const many = Array.from({ length: 100 }, (_, i) => ({ chat: `desa-${i}`, purpose: 'replies' as const }))
    const times = leave(new Pacer(pace), many)
    expect(times).toHaveLength(100)
    expect(most(times, HOUR)).toBe(40)
    expect(most(times, MINUTE)).toBe(10)
  })

  it('lets replies leave while what the bot began has to wait', () => {
    const pacer = new Pacer(usualPace)
    let now = start
    for (let i = 0; i < usualPace.started.perMinute; i += 1, now += 4 * SECOND)
      expect(pacer.hold(`desa-${i}`, 'started', now)).toBeUndefined()
    expect(pacer.hold('another', 'started', now)).toMatchObject({ whole: false })
    expect(pacer.hold('maya', 'replies', now)).toBeUndefined()
  })

  it('calls it a reply when the person wrote within the hour, as we heard or as the database knows', () => {
    const pacer = new Pacer(usualPace)
    expect(pacer.purposeOf('maya', undefined, start)).toBe('started')
    expect(pacer.purposeOf('maya', start - 2 * HOUR, start)).toBe('started')
    expect(pacer.purposeOf('maya', start - MINUTE, start)).toBe('replies')
    pacer.heard('maya', start)
    expect(pacer.purposeOf('maya', undefined, start + MINUTE)).toBe('replies')
    expect(pacer.purposeOf('maya', undefined, start + 2 * HOUR)).toBe('started')
  })
})

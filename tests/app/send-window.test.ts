import { describe, expect, test } from 'vitest'
import { MANY_WAITING, MOST_CALLS, OVERTAKEN_AFTER_MS, PATIENCE_MS, SendWindow } from '../../src/app/send-window.ts'

describe('how many calls are on the wire at once', () => {
  test.each([
    // [people waiting, for how long (ms), calls that may begin]
    [1, 0, 1],
    [70, 0, 1],
    [MANY_WAITING - 1, PATIENCE_MS, 1],
    [MANY_WAITING, 0, MOST_CALLS],
    [2, PATIENCE_MS + 1, 2],
    [70, PATIENCE_MS + 500, 6],
    [70, 3_600_000, MOST_CALLS],
  ])('%i people waiting for up to %i ms: %i', (waiting, waitedMs, expected) => {
    expect(new SendWindow('telegram').room(waiting, waitedMs, 0)).toBe(expected)
  })

  test('one under way holds the next back, but not for longer than a second', () => {
    const window = new SendWindow('telegram')
    window.begin(1, 10_000)
    expect(window.room(70, 0, 10_000 + OVERTAKEN_AFTER_MS - 1)).toBe(0)
    expect(window.room(1, 0, 10_000 + OVERTAKEN_AFTER_MS)).toBe(1)
    window.begin(2, 11_000)
    expect(window.room(70, 0, 11_500)).toBe(0)
    window.end(2)
    expect(window.room(70, 0, 11_500)).toBe(1)
  })

  test('never more than the most, even of calls that hang', () => {
    const window = new SendWindow('telegram')
    for (let id = 1; id <= MOST_CALLS; id++) window.begin(id, 0)
    expect(window.room(1_000, 90_000, 90_000)).toBe(0)
  })

  test('what dies with the process needs no caution', () => {
    expect(new SendWindow('simulator').room(1, 0, 0)).toBe(MOST_CALLS)
  })
})

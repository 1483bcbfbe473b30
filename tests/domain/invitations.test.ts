import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codeFromBytes,
  invitationExpiresAt,
  invitationState,
  isLinkPayload,
  linkPayloadFromBytes,
  noAttempts,
  normaliseCode,
  showCode,
  tryCode,
} from '../../src/domain/invitations.ts'
import { DAY, HOUR, MINUTE } from '../../src/lib/local-time.ts'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })

describe('a typed code', () => {
  it('holds all 40 bits in eight characters', () => {
    expect(codeFromBytes(new Uint8Array([0, 0, 0, 0, 0]))).toBe('00000000')
    expect(codeFromBytes(new Uint8Array([255, 255, 255, 255, 255]))).toBe('ZZZZZZZZ')
    expect(codeFromBytes(new Uint8Array([0, 0, 0, 0, 1]))).toBe('00000001')
    expect(() => codeFromBytes(new Uint8Array(4))).toThrow(/5 random bytes/)
  })

  it('survives being written out and typed back, also with the look-alikes', () => {
    fc.assert(
      fc.property(bytes(5), (random) => {
        const code = codeFromBytes(random)
        const sloppy = showCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
        expect(normaliseCode(sloppy)).toBe(code)
      }),
      { numRuns: 200 },
    )
  })

  const table: readonly [typed: string, expected: string | undefined][] = [
    ['7kq2-m9xd', '7KQ2M9XD'],
    [' 7KQ2 M9XD ', '7KQ2M9XD'],
    ['7KQ2.M9XD', '7KQ2M9XD'],
    ['O1IL-M9XD', '0111M9XD'],
    ['7KQ2-M9X', undefined],
    ['7KQ2-M9XU', undefined],
    ['selamat pagi', undefined],
    ['', undefined],
  ]
  it.each(table)('%j is read as %s', (typed, expected) => {
    expect(normaliseCode(typed)).toBe(expected)
  })
})

describe('a link', () => {
  it('carries 128 bits in what Telegram allows', () => {
    fc.assert(
      fc.property(bytes(16), (random) => {
        const payload = linkPayloadFromBytes(random)
        expect(payload).toMatch(/^[A-Za-z0-9_-]{1,64}$/)
        expect(isLinkPayload(payload)).toBe(true)
      }),
      { numRuns: 100 },
    )
    expect(isLinkPayload('start')).toBe(false)
    expect(() => linkPayloadFromBytes(new Uint8Array(8))).toThrow(/16 random bytes/)
  })
})

describe('an invitation', () => {
  const now = 1_720_000_000_000
  it('is good for thirty days and for one use', () => {
    const invitation = { expiresAt: invitationExpiresAt(now), usedAt: null }
    expect(invitationState(invitation, now)).toBe('valid')
    expect(invitationState(invitation, now + 30 * DAY)).toBe('expired')
    expect(invitationState({ ...invitation, usedAt: now }, now + 40 * DAY)).toBe('used')
  })
})

describe('trying codes', () => {
  const now = 1_720_000_000_000
  const tryAll = (tries: readonly (readonly [chat: string, at: number])[]) => {
    let attempts = noAttempts
    return tries.map(([chat, at]) => {
      const result = tryCode(attempts, chat, at)
      if (result.allowed) attempts = result.attempts
      return result.allowed ? 'allowed' : result.retryAt
    })
  }

  it('is allowed five times a chat in a quarter of an hour', () => {
    const tries = [0, 1, 2, 3, 4, 5, 14].map((minute) => ['a', now + minute * MINUTE] as const)
    expect(tryAll(tries)).toEqual([...Array(5).fill('allowed'), now + 15 * MINUTE, now + 15 * MINUTE])
    expect(tryAll([...tries, ['a', now + 15 * MINUTE]]).at(-1)).toBe('allowed')
  })

  it('does not hold one chat’s tries against another', () => {
    const tries = Array.from({ length: 6 }, () => ['a', now] as const)
    expect(tryAll([...tries, ['b', now]]).at(-1)).toBe('allowed')
  })

  it('is allowed a hundred times an hour over all chats', () => {
    const tries = Array.from({ length: 100 }, (_, i) => [`chat-${i}`, now + i * 1000] as const)
    expect(tryAll([...tries, ['another', now + 30 * MINUTE]]).at(-1)).toBe(now + HOUR)
    expect(tryAll([...tries, ['another', now + HOUR]]).at(-1)).toBe('allowed')
  })
})

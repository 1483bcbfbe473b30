import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { chromiumMissing, findChromium, memoryOf } from '../../../src/channels/whatsapp-web/chromium.ts'
import { Identities } from '../../../src/channels/whatsapp-web/identities.ts'
import { reasonToRefresh } from '../../../src/channels/whatsapp-web/life.ts'
import { NothingSent, outcomeOf, Unsendable } from '../../../src/channels/whatsapp-web/outcomes.ts'
import { toCalls } from '../../../src/channels/whatsapp-web/render.ts'
import { TooLate } from '../../../src/channels/whatsapp-web/timing.ts'

const folders: string[] = []
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'kentongan-wa-'))
  folders.push(made)
  return made
}
afterEach(() => {
  for (const one of folders.splice(0)) rmSync(one, { recursive: true })
})

describe('who is who', () => {
  const lid = '170000000000001@lid'
  const pn = '6281200000001@c.us'
  const both = async () => ({ lid, pn })
  const never = () => Promise.reject(new Error('Target closed'))

  it('stays the same over a restart, when the person turns up under the other address', async () => {
    const file = join(folder(), 'identities.json')
    expect(await new Identities(file).identify(pn, both)).toEqual({ userId: lid, phone: '+6281200000001' })
    const later = new Identities(file)
    expect(await later.identify(lid, never)).toEqual({ userId: lid, phone: '+6281200000001' })
    expect(later.userIdOf(pn)).toBe(lid)
  })

  it('keeps the id under which a person is in the database, although a better one is known later', async () => {
    const identities = new Identities(join(folder(), 'identities.json'))
    expect(await identities.identify(pn, async () => ({ pn }))).toEqual({ userId: pn, phone: '+6281200000001' })
    expect(await identities.identify(lid, both)).toEqual({ userId: pn, phone: '+6281200000001' })
  })

  it('takes a person without a number as they are, and learns the number when WhatsApp tells it', async () => {
    const identities = new Identities(join(folder(), 'identities.json'))
    expect(await identities.identify(lid, async () => ({ lid }))).toEqual({ userId: lid })
    expect(await identities.identify(lid, never)).toEqual({ userId: lid })
    expect(await identities.identify(lid, both)).toEqual({ userId: lid, phone: '+6281200000001' })
  })

  it('remembers nothing that it could not ask', async () => {
    const file = join(folder(), 'identities.json')
    expect(await new Identities(file).identify(pn, never)).toEqual({ userId: pn })
    expect(() => readFileSync(file)).toThrow(/ENOENT/)
  })

  it('refuses a damaged list, with the remedy', () => {
    const file = join(folder(), 'identities.json')
    writeFileSync(file, '{"1')
    expect(() => new Identities(file)).toThrow(/cannot be read.*put a sound copy in its place/)
  })
})

describe('what a failed send means', () => {
  const now = Date.UTC(2026, 2, 2, 1)
  const rows: readonly (readonly [error: unknown, outcome: object])[] = [
    [new Error("Attempted to use detached Frame 'ABC'."), { kind: 'retry', wholeChannel: true }],
    [new Error('Protocol error (Runtime.callFunctionOn): Target closed'), { kind: 'retry', wholeChannel: true }],
    [new Error('Execution context was destroyed'), { kind: 'retry', wholeChannel: true }],
    [new Error('Session closed. Most likely the page has been closed.'), { kind: 'retry', wholeChannel: true }],
    [new TooLate('no answer'), { kind: 'retry', at: now + 30_000 }],
    [new Error('No LID for user'), { kind: 'refused', unreachable: true, ourFault: false }],
    [new Error('wid error: invalid wid'), { kind: 'refused', ourFault: true }],
    [new Unsendable('over 16 MB'), { kind: 'refused', ourFault: true }],
    [new NothingSent('nothing'), { kind: 'retry', at: now + 5_000 }],
    [new Error('media-fault: sendToChat filehash undefined'), { kind: 'retry' }],
    ['r', { kind: 'retry', reason: 'r' }],
  ]
  for (const [error, expected] of rows)
    it(`${String(error)} → ${JSON.stringify(expected)}`, () => {
      expect(outcomeOf(error, now)).toMatchObject(expected)
    })

  it('names nobody in its reason', () => {
    const error = new Error('chat 6281200000001@c.us not there\n    at https://web.whatsapp.com/x.js')
    expect(outcomeOf(error, now)).toMatchObject({ reason: 'chat …@c.us not there' })
  })
})

describe('rendering', () => {
  it('sends as a picture what a phone shows as one, and any other file as a document', () => {
    const as = (kind: 'photo' | 'document', mime: string) =>
      toCalls({ text: 'Peta', attachment: { kind, hash: 'x', name: 'x', mime } })[0]?.asDocument
    expect([as('photo', 'image/png'), as('photo', 'image/svg+xml'), as('document', 'image/png')]).toEqual([
      false,
      true,
      true,
    ])
  })
})

describe('the browser', () => {
  it('is looked for where it was said to be, and nowhere else', () => {
    expect(findChromium('/nowhere/chromium')).toBeUndefined()
    expect(chromiumMissing('/nowhere/chromium')).toMatch(/WHATSAPP_WEB_CHROMIUM/)
    expect(chromiumMissing(undefined)).toMatch(/apt-get install chromium/)
    expect(findChromium(process.execPath)).toBe(process.execPath)
  })

  it('is measured with its children', () => {
    const bytes = memoryOf(process.pid)
    if (process.platform === 'linux') expect(bytes).toBeGreaterThan(20 * 1024 * 1024)
    expect(memoryOf(undefined)).toBeUndefined()
  })

  const MB = 1024 * 1024
  const browser = { memory: 400 * MB, maxMemory: 1_000 * MB, isQuiet: true, hourUtc: 18, isOld: false }
  const rows: readonly (readonly [name: string, more: object, reason: RegExp | undefined])[] = [
    ['a young one is left alone', {}, undefined],
    ['one of yesterday is replaced in the quiet hour', { isOld: true }, /nightly/],
    ['but not by day', { isOld: true, hourUtc: 2 }, undefined],
    ['and not while somebody is being talked with', { isOld: true, isQuiet: false }, undefined],
    ['one that takes too much is replaced at any hour', { memory: 1_100 * MB, hourUtc: 2 }, /1100 MB/],
    ['not in the middle of a talk', { memory: 1_100 * MB, isQuiet: false }, undefined],
    ['unless it takes far too much', { memory: 1_600 * MB, isQuiet: false }, /1600 MB/],
    ['where memory cannot be told, only the night counts', { memory: undefined, isOld: true }, /nightly/],
  ]
  for (const [name, more, reason] of rows)
    it(name, () => {
      const found = reasonToRefresh({ ...browser, ...more })
      if (reason) expect(found).toMatch(reason)
      else expect(found).toBeUndefined()
    })
})

describe('a promise that the library forgot', () => {
  // a process of its own: an unheard rejection would end this one
  const run = (path: string) => {
    const guard = join(import.meta.dirname, '../../../src/channels/whatsapp-web/guard.ts')
    const script = `
      import { guardAgainstForgotten } from ${JSON.stringify(guard)}
      guardAgainstForgotten((what) => console.log('heard', what))
      const error = new Error('Target closed')
      error.stack = 'Error: Target closed\\n    at Client.inject (${path})'
      void Promise.reject(error)
      setTimeout(() => console.log('alive'), 50)`
    return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  }

  it('does not end the service', () => {
    expect(run('/srv/node_modules/whatsapp-web.js/src/Client.js:1:1').stdout).toBe('heard Target closed\nalive\n')
    expect(run('/srv/node_modules/puppeteer-core/lib/cjs/x.js:1:1').stdout).toBe('heard Target closed\nalive\n')
  })

  it('one of our own ends it, as ever', () => {
    const ran = run('/srv/src/app/turn.ts:1:1')
    expect(ran.status).not.toBe(0)
    expect(ran.stdout).toBe('')
  })
})

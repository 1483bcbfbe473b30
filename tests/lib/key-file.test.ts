import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { requireDataKey } from '../../src/lib/key-file.ts'
import { hashOfInvitation, hashOfPhone, keysFrom } from '../../src/lib/seal.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kentongan-key-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

describe('the data key', () => {
  it('is made once, for this user alone', () => {
    const key = requireDataKey(dataDir, undefined)
    expect(key).toHaveLength(32)
    expect(requireDataKey(dataDir, undefined)).toEqual(key)
    expect(statSync(join(dataDir, 'keys', 'data.key')).mode & 0o777).toBe(0o600)
    expect(statSync(join(dataDir, 'keys')).mode & 0o777).toBe(0o700)
  })

  it('is the configured one where there is one, and no file is made', () => {
    const key = Buffer.alloc(32, 1)
    expect(requireDataKey(join(dataDir, 'none'), key)).toBe(key)
    expect(() => statSync(join(dataDir, 'none'))).toThrow()
  })

  it('is the same for processes that start at once', async () => {
    const module = join(import.meta.dirname, '..', '..', 'src', 'lib', 'key-file.ts')
    const code = `const { requireDataKey } = await import(${JSON.stringify(module)})
      console.log(requireDataKey(${JSON.stringify(dataDir)}).toString('hex'))`
    const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', code])
    const keys = (await Promise.all([run(), run(), run()])).map((ran) => ran.stdout.trim())
    expect(new Set(keys).size).toBe(1)
    expect(keys[0]).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is not replaced when its file is damaged', () => {
    requireDataKey(dataDir, undefined)
    writeFileSync(join(dataDir, 'keys', 'data.key'), 'broken')
    expect(() => requireDataKey(dataDir, undefined)).toThrow('is damaged')
    expect(readFileSync(join(dataDir, 'keys', 'data.key'), 'utf8')).toBe('broken')
  })
})

describe('sealing', () => {
  const keys = keysFrom(Buffer.alloc(32, 2))

  it('gives another text each time, and back what was sealed', () => {
    const [a, b] = [keys.seal('+6281200000001'), keys.seal('+6281200000001')]
    expect(a).not.toBe(b)
    expect([keys.open(a), keys.open(b)]).toEqual(['+6281200000001', '+6281200000001'])
  })

  it('notices a text that was changed, cut or never sealed', () => {
    const sealed = keys.seal('+6281200000001')
    const bytes = Buffer.from(sealed.slice(3), 'base64')
    bytes[bytes.length - 1]! ^= 1
    for (const wrong of [`v1:${bytes.toString('base64')}`, sealed.slice(0, 20), '+6281200000001', ''])
      expect(() => keys.open(wrong)).toThrow('DATA_KEY')
  })

  it('has hashes that differ by key and by purpose', () => {
    const other = keysFrom(Buffer.alloc(32, 3))
    expect(hashOfPhone(keys.hashKey, 'x')).not.toBe(hashOfPhone(other.hashKey, 'x'))
    expect(hashOfPhone(keys.hashKey, 'x')).not.toBe(hashOfInvitation(keys.hashKey, 'x'))
    expect(keys.fingerprint).not.toBe(other.fingerprint)
  })
})

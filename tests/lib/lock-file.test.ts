import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isHeld, takeLock } from '../../src/lib/lock-file.ts'

const module = join(import.meta.dirname, '..', '..', 'src', 'lib', 'lock-file.ts')
let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kentongan-lock-'))
  file = join(folder, 'kentongan.db.lock')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Another process that takes the lock, says what came of it, and stays. */
function otherProcess() {
  const code = `const { takeLock } = await import(${JSON.stringify(module)})
    try { globalThis.lock = takeLock(${JSON.stringify(file)}); console.log('held') } catch (error) { console.log(error.message) }
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said = new Promise<string>((resolve) => child.stdout.setEncoding('utf8').once('data', resolve))
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const end = () => {
    child.kill('SIGKILL')
    return gone
  }
  return { pid: child.pid, said, end }
}

describe('the lock of a database', () => {
  it('has one holder, and is free again after', () => {
    expect(isHeld(file)).toBeUndefined()
    const lock = takeLock(file)
    expect(isHeld(file)).toEqual({ pid: process.pid })
    expect(() => takeLock(file)).toThrow(`is running on this database already (process ${process.pid})`)
    lock.release()
    lock.release()
    expect(isHeld(file)).toBeUndefined()
    takeLock(file).release()
  })

  it('keeps another process out, and is taken over at once when its holder is killed', async () => {
    const first = otherProcess()
    expect((await first.said).trim()).toBe('held')
    expect(isHeld(file)).toEqual({ pid: first.pid })
    const second = otherProcess()
    expect(await second.said).toContain(`(process ${first.pid})`)
    await second.end()
    expect(() => takeLock(file)).toThrow('already')

    await first.end()
    takeLock(file).release()
  })

  it('goes to one of several who start at once', async () => {
    const racers = Array.from({ length: 4 }, otherProcess)
    const said = await Promise.all(racers.map((racer) => racer.said))
    for (const racer of racers) await racer.end()
    expect(said.filter((line) => line.trim() === 'held')).toHaveLength(1)
  })
})

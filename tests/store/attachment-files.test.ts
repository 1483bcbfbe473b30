import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { putAttachment, readAttachment, removeAttachments } from '../../src/store/attachment-files.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kentongan-files-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const bytes = Buffer.from('a photo')
const hash = createHash('sha256').update(bytes).digest('hex')

describe('attachments', () => {
  it('lie under their hash, for this user alone', async () => {
    await putAttachment(dataDir, hash, bytes)
    expect(await readAttachment(dataDir, hash)).toEqual(bytes)
    const file = join(dataDir, 'attachments', hash.slice(0, 2), hash.slice(2))
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('are one file when the same bytes come at once many times, with nothing left beside it', async () => {
    await Promise.all(Array.from({ length: 20 }, () => putAttachment(dataDir, hash, bytes)))
    expect(readdirSync(join(dataDir, 'attachments', hash.slice(0, 2)))).toEqual([hash.slice(2)])
  })

  it.each(['../../etc/passwd', '', 'abc', `${'a'.repeat(62)}/.`, 'A'.repeat(64)])(
    'never take "%s" for a name',
    async (name) => {
      await expect(putAttachment(dataDir, name, bytes)).rejects.toMatchObject({ code: 'bad_hash' })
      await expect(readAttachment(dataDir, name)).rejects.toMatchObject({ code: 'bad_hash' })
    },
  )

  it('that are gone are said to be gone, and can be removed twice', async () => {
    await putAttachment(dataDir, hash, bytes)
    await removeAttachments(dataDir, [hash])
    await removeAttachments(dataDir, [hash])
    await expect(readAttachment(dataDir, hash)).rejects.toMatchObject({ code: 'attachment_gone' })
  })
})

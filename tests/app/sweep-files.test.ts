import { existsSync, lutimesSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { erasePerson } from '../../src/app/erase-person.ts'
import { keepPdf } from '../../src/app/kept-files.ts'
import { previewPurge, purge } from '../../src/app/purge.ts'
import { registerDocument } from '../../src/app/register-document.ts'
import { DAY } from '../../src/lib/local-time.ts'
import { attachmentsFolder, listOldFiles, putAttachment, removeOldFile } from '../../src/store/attachment-files.ts'
import { priorities, queueMessages } from '../../src/store/outbox.ts'
import { setSetting } from '../../src/store/settings.ts'
import { onEveryDialect } from '../support/databases.ts'
import { at, openPlay, type Play, wit } from '../support/small-programme.ts'

const pdf = (text: string) => new Uint8Array(Buffer.from(`%PDF-1.7\n${text}`))

onEveryDialect('files that were made for messages', (open) => {
  let play: Play
  let now: number
  let to: { readonly addressId: number; readonly laneId: number; readonly personId: number }
  beforeEach(async () => {
    play = await openPlay(open, { startAt: at('2024-07-10 08:30', wit) })
    await play.say('lina', 'halo')
    now = play.clock.now()
    const [row] = await play.services.db.all<typeof to>(
      `select id as "addressId", lane_id as "laneId", person_id as "personId" from address where user_id = 'lina'`,
    )
    to = row!
  })
  afterEach(() => play.close())

  const pathOf = (hash: string) => join(attachmentsFolder(play.services.dataDir), hash.slice(0, 2), hash.slice(2))
  const isThere = (hash: string) => existsSync(pathOf(hash))
  /** Its time as if it had been kept so many days ago. */
  const aged = (path: string, days: number) => utimesSync(path, (now - days * DAY) / 1000, (now - days * DAY) / 1000)
  const made = async (text: string, days = 31) => {
    const { hash } = await keepPdf(play.services, pdf(text), 'a.pdf')
    aged(pathOf(hash), days)
    return hash
  }
  const queued = async (text: string, state: string, sentAt: number | null = null) => {
    const attachment = await keepPdf(play.services, pdf(text), 'a.pdf')
    aged(pathOf(attachment.hash), 31)
    const body = { text: 'Rangkuman', attachment }
    const key = `digest:${text}`
    const message = { key, priority: priorities.digest, ...to, body, dueAt: now }
    await queueMessages(play.services.db, play.services.db, [message], now)
    await play.services.db.run('update outbox set state = $2, sent_at = $3 where key = $1', key, state, sentAt)
    return attachment.hash
  }
  const swept = (rows: Awaited<ReturnType<typeof purge>>) => rows.find(({ kind }) => kind === 'berkas')

  it('go a month after they were made, counted before and after, and others stay', async () => {
    const old = await made('lama')
    const young = await made('baru', 29)
    expect(swept(await previewPurge(play.services, now))).toEqual({
      kind: 'berkas',
      table: 'files',
      n: 1,
      bytes: pdf('lama').length,
      oldestAt: now - 31 * DAY,
    })
    expect(isThere(old)).toBe(true)
    await setSetting(play.services.db, 'retention', { berkas: 60 })
    expect(swept(await purge(play.services, now))).toMatchObject({ n: 0 })
    await setSetting(play.services.db, 'retention', {})
    expect(swept(await purge(play.services, now))).toMatchObject({ n: 1, bytes: pdf('lama').length })
    expect([isThere(old), isThere(young)]).toEqual([false, true])
    const [noted] = await play.services.db.all<{ details: string }>(`select details from audit where action = 'purge'`)
    expect(JSON.parse(noted!.details)).toEqual({ 'berkas files': 1, 'berkas bytes': pdf('lama').length })
  })

  it('stay while somebody may still be sent them, by staff too', async () => {
    const states = ['waiting', 'sending', 'knocked', 'refused', 'in_doubt']
    const hashes = await Promise.all(states.map((state) => queued(state, state)))
    expect(swept(await purge(play.services, now))).toMatchObject({ n: 0 })
    expect(states.filter((_, i) => !isThere(hashes[i]!))).toEqual([])
  })

  it('stay while a message that left may yet turn out to have failed, and go when it is over', async () => {
    const gone = [
      await queued('lama', 'sent', now - 31 * DAY),
      await queued('batal', 'cancelled'),
      await queued('gabung', 'merged'),
    ]
    const kept = await queued('baru', 'sent', now - 29 * DAY)
    expect(swept(await purge(play.services, now))).toMatchObject({ n: gone.length })
    expect([...gone, kept].map(isThere)).toEqual([false, false, false, true])
  })

  it('stay where a row of somebody’s file or of a document names the same', async () => {
    const { db } = play.services
    const sent = await made('dikirim orang')
    await db.run(
      `insert into attachment (kind, state, channel, file_ref, hash, created_at) values ('file', 'stored', 'simulator', '{}', $1, $2)`,
      sent,
      now,
    )
    const bytes = pdf('berita acara')
    const registered = await made('berita acara')
    const draft = { kind: 'notulen', title: 'Notulen', number: '', datedOn: '2024-05-01', regionCode: '81.05.15' }
    const others = { ofBody: false, state: 'konsep', signers: [], file: { bytes, name: 'a.pdf' } } as const
    await registerDocument(play.services, { ...draft, ...others }, { now, actor: 'test' })
    aged(pathOf(registered), 400)
    expect(swept(await purge(play.services, now))).toMatchObject({ n: 0 })
    expect([sent, registered].map(isThere)).toEqual([true, true])
  })

  it('stay for others when whoever sent the same back is erased', async () => {
    const { db } = play.services
    const hash = await queued('diteruskan', 'waiting')
    await db.run(
      `update outbox set person_id = null, address_id = address_id + 1, lane_id = lane_id + 1 where key like 'digest:%'`,
    )
    const [inbox] = await db.all<{ id: number }>('select id from inbox order by id limit 1')
    await db.run(
      `insert into attachment (kind, state, channel, file_ref, hash, inbox_id, created_at) values ('file', 'stored', 'simulator', '{}', $1, $2, $3)`,
      hash,
      inbox!.id,
      now,
    )
    await erasePerson(play.services, to.personId, { now, actor: 'test' })
    expect(await play.count('attachment where hash is not null')).toBe(0)
    expect(isThere(hash)).toBe(true)
  })

  it('are young again when the same is made again, even while old ones are being removed', async () => {
    const { dataDir } = play.services
    const hash = await made('sama')
    for await (const old of listOldFiles(dataDir, { keptBefore: now, leftBefore: now })) {
      await putAttachment(dataDir, hash, pdf('sama'))
      expect(old.map(removeOldFile)).toEqual([false])
    }
    expect(swept(await purge(play.services, now))).toMatchObject({ n: 0 })
    expect(isThere(hash)).toBe(true)
  })

  it('go with what broken writes and backups left, and nothing that others put there', async () => {
    const { dataDir } = play.services
    const hash = await made('dipakai', 0)
    const put = (path: string, days: number) => {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, 'sepotong')
      aged(path, days)
      return path
    }
    const folder = dirname(pathOf(hash))
    const part = put(`${pathOf(hash)}.part-12-0`, 2)
    const writing = put(`${pathOf(hash)}.part-12-1`, 0)
    const foreign = [put(join(folder, 'catatan.txt'), 400), put(join(attachmentsFolder(dataDir), 'lain', 'a'), 400)]
    const cutOff = join(dataDir, 'backups', '.backup-Ab12Cd')
    put(join(cutOff, 'kentongan.db'), 2)
    const link = join(cutOff, 'attachments')
    symlinkSync(attachmentsFolder(dataDir), link)
    lutimesSync(link, (now - 2 * DAY) / 1000, (now - 2 * DAY) / 1000)
    aged(cutOff, 2)
    const running = dirname(put(join(dataDir, 'backups', '.backup-Ef34Gh', 'kentongan.db'), 0))
    const backup = put(join(dataDir, 'backups', 'kentongan-2024-01-01.tar.gz'), 400)
    expect(swept(await purge(play.services, now))).toMatchObject({ n: 2, bytes: 2 * 'sepotong'.length })
    expect([part, cutOff].map((path) => existsSync(path))).toEqual([false, false])
    for (const path of [writing, running, ...foreign, backup]) expect(existsSync(path), path).toBe(true)
    expect(readFileSync(pathOf(hash))).toEqual(Buffer.from(pdf('dipakai')))
  })
})

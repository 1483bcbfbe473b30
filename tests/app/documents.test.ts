import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type DocumentDraft, referDocument, registerDocument, settleDocument } from '../../src/app/register-document.ts'
import { registerMeeting } from '../../src/app/register-meeting.ts'
import { attachmentsFolder, readAttachment } from '../../src/store/attachment-files.ts'
import { listDocumentReferences, listDocuments } from '../../src/store/documents.ts'
import { dropExpiredFiles } from '../../src/store/retention.ts'
import { onEveryDialect } from '../support/databases.ts'
import { at, openPlay, type Play, wit } from '../support/small-programme.ts'

const pdf = (text: string) => new Uint8Array(Buffer.from(`%PDF-1.7 ${text}`))
const draft: DocumentDraft = {
  kind: 'sk',
  title: 'SK Pokja Penghidupan',
  number: '252 Tahun 2023',
  datedOn: '2023-08-01',
  regionCode: '81.05',
  ofBody: true,
  state: 'konsep',
  signers: [],
}

onEveryDialect('the register of documents', (open) => {
  let play: Play
  beforeEach(async () => {
    play = await openPlay(open, { startAt: at('2024-07-15 09:30', wit), open: false })
  })
  afterEach(() => play.close())
  const by = () => ({ now: play.clock.now(), actor: 'test' })
  const add = (changes: Partial<DocumentDraft> = {}) => registerDocument(play.services, { ...draft, ...changes }, by())
  const titles = async (filter: Parameters<typeof listDocuments>[2]) =>
    (await listDocuments(play.services.db, play.services.db, filter)).map((d) => `${d.title} v${d.version}`)

  it('keeps every version with its file, and shows the newest', async () => {
    const first = await add({ file: { bytes: pdf('satu'), name: 'sk pokja.PDF' } })
    expect(first).toMatchObject({ version: 1, ending: 'pdf', mime: 'application/pdf', bytes: 13, replacedById: null })
    // under its hash, and under no name of anybody's choosing
    const file = join(attachmentsFolder(play.services.dataDir), first.hash!.slice(0, 2), first.hash!.slice(2))
    expect(readFileSync(file).toString()).toBe('%PDF-1.7 satu')
    const second = await add({ replacesId: first.id, file: { bytes: pdf('dua'), name: 'x' } })
    expect(second).toMatchObject({ version: 2, replacesId: first.id })
    await expect(add({ replacesId: first.id })).rejects.toThrow(`has a newer version already: ${second.id}`)
    expect(await titles({})).toEqual(['SK Pokja Penghidupan v2'])
    expect(await titles({ all: true })).toEqual(['SK Pokja Penghidupan v2', 'SK Pokja Penghidupan v1'])
    expect((await readAttachment(play.services.dataDir, first.hash!)).toString()).toBe('%PDF-1.7 satu')
  })

  it('is found by title, number, kind and place', async () => {
    await add()
    await add({ kind: 'rkpd', title: 'RKPD 100% hijau', number: '', regionCode: '53.18', datedOn: '2024-06-30' })
    await add({
      kind: 'notulen',
      title: 'Notulen koordinasi',
      number: '',
      regionCode: '81.05.15',
      datedOn: '2024-08-10',
    })
    expect(await titles({})).toEqual(['Notulen koordinasi v1', 'RKPD 100% hijau v1', 'SK Pokja Penghidupan v1'])
    expect(await titles({ find: '252 TAHUN' })).toEqual(['SK Pokja Penghidupan v1'])
    expect(await titles({ find: '0%' })).toEqual(['RKPD 100% hijau v1'])
    expect(await titles({ kind: 'notulen' })).toEqual(['Notulen koordinasi v1'])
    expect(await titles({ within: ['81.05.15'] })).toEqual(['Notulen koordinasi v1'])
  })

  it('is agreed, then signed, and what is signed never changes', async () => {
    const { id } = await add()
    await settleDocument(play.services, { id, state: 'disepakati', signers: [] }, by())
    await expect(settleDocument(play.services, { id, state: 'ditandatangani', signers: [] }, by())).rejects.toThrow(
      'by whom',
    )
    const signers = ['Bupati', 'Ketua Pokja']
    expect(await settleDocument(play.services, { id, state: 'ditandatangani', signers }, by())).toMatchObject({
      signers,
    })
    await expect(settleDocument(play.services, { id, state: 'konsep', signers: [] }, by())).rejects.toThrow(
      'what was signed stays as it is',
    )
  })

  it.each<[string, Partial<DocumentDraft>]>([
    ['is no PDF', { file: { bytes: new Uint8Array(Buffer.from('MZ virus')), name: 'sk.pdf' } }],
    ['is no PDF', { file: { bytes: new Uint8Array([0x50, 0x4b, 3, 4]), name: 'arsip.zip' } }],
    ['up to 20 MB', { file: { bytes: new Uint8Array(20 * 1024 * 1024 + 1), name: 'sk.pdf' } }],
    ['no address', { link: 'javascript:alert(1)' }],
    ['no address', { link: 'https://nama:sandi@contoh.id/' }],
    ['no kind', { kind: 'puisi' }],
    ['not a date', { datedOn: '2024-02-30' }],
    ['by whom', { state: 'ditandatangani' }],
    ['no region', { regionCode: '99.99' }],
    ['no Pokja', { regionCode: '*' }],
    ['no document 77', { replacesId: 77 }],
  ])('refuses what %s', async (says, changes) => {
    await expect(add(changes)).rejects.toThrow(says)
    expect(await titles({ all: true })).toEqual([])
  })

  it('belongs to a meeting of its kabupaten, once, and to none elsewhere', async () => {
    const { db } = play.services
    const { id } = await add()
    const meeting = (regionCode: string) =>
      registerMeeting(
        play.services,
        { kind: 'internal', regionCode, fromOn: '2024-08-20', agenda: [], sessions: [] },
        by(),
      )
    const about = { object: 'meeting' as const, id: (await meeting('81.05')).id }
    await referDocument(play.services, id, about, by())
    await referDocument(play.services, id, about, by())
    expect(await listDocumentReferences(db, id)).toEqual([about])
    expect(await titles({ about })).toEqual(['SK Pokja Penghidupan v1'])
    const elsewhere = { object: 'meeting' as const, id: (await meeting('53.18')).id }
    await expect(referDocument(play.services, id, elsewhere, by())).rejects.toThrow('is not')
    await expect(referDocument(play.services, id, { object: 'recommendation', id: 5 }, by())).rejects.toThrow(
      'no recommendation 5',
    )
  })

  it('keeps its file when a photo of the same bytes is over its time', async () => {
    const { db } = play.services
    const { hash } = await add({ file: { bytes: pdf('sama'), name: 'a.pdf' } })
    await db.run(
      `insert into attachment (kind, state, channel, file_ref, hash, created_at) values ('photo', 'stored', 'simulator', '{}', $1, 1)`,
      hash,
    )
    const dropped = await dropExpiredFiles(db, () => play.clock.now(), play.clock.now())
    expect(dropped.find(({ kind }) => kind === 'foto')).toMatchObject({ n: 1, hashes: [] })
  })
})

import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import { createRound } from '../../src/app/create-round.ts'
import { exportOdk } from '../../src/app/export-submissions.ts'
import { openRound } from '../../src/app/open-round.ts'
import { printStory } from '../../src/app/print-story.ts'
import { askAboutStory, editStory, publishStory } from '../../src/app/stories.ts'
import { HOUR } from '../../src/lib/local-time.ts'
import { requireRound } from '../../src/store/rounds.ts'
import { findStory } from '../../src/store/stories.ts'
import { openRig, type Rig } from '../support/rig.ts'

const lina = 'demo-81.05.15.2003-kades'
let rig: Rig
afterEach(() => rig.close())

const by = () => ({ now: rig.clock.now(), actor: 'test' })
const say = async (...replies: readonly string[]) => {
  let last = ''
  for (const reply of replies) last = (await rig.say(lina, reply)).map((m) => m.text).join('\n')
  return last
}
const story = async () => (await findStory(rig.services.db, 1))!
const whats = async () =>
  (
    await rig.services.db.all<{ details: string }>(
      `select details from staff_item where kind = 'follow_on' order by id`,
    )
  ).map(({ details }) => (JSON.parse(details) as { what: string }).what)

/** A round of this form alone, its invitations sent. */
async function begin(form: string): Promise<void> {
  rig = await openRig()
  const { services } = rig
  const forms = [{ name: form, depth: 'core' as const }]
  await createRound(
    services,
    { code: 'cerita', forms, opensOn: '2024-07-10', dueOn: '2024-07-24', kabupaten: [] },
    by(),
  )
  await openRound(services, await requireRound(services.db, 'cerita'), by())
  await rig.remindAt(rig.clock.now() + HOUR)
}

async function sendPhoto(): Promise<void> {
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#27a' } })
    .jpeg()
    .toBuffer()
  await rig.act(lina, { kind: 'photo', file: rig.simulator.addFile(new Uint8Array(picture), 'image/jpeg') })
}

/** The village head has told a story of their own, with a photo, and allows BaKTI's media. */
async function told(options: { readonly children?: 'ya' | 'tidak'; readonly name?: string } = {}): Promise<void> {
  await begin('cerita-perubahan')
  await say('mulai', 'saya sendiri', 'dulu ikan sering tidak laku', 'sekarang jadi abon', 'tidak ada')
  await sendPhoto()
  await say('selesai', options.children ?? 'tidak')
  if (options.children === 'ya') await say('belum')
  expect(await say(options.name ?? 'nama asli', 'media', 'ya')).toContain('Laporan sudah dikirim')
}

const text = 'Dulu ikan sering tidak laku.\n\nSekarang ikan jadi abon dan dijual di pasar.'
async function approved(): Promise<void> {
  await editStory(rig.services, 1, { title: 'Dari ikan menjadi abon', text }, by())
  await askAboutStory(rig.services, 1, by())
  await rig.settle()
  await say('boleh')
  expect((await story()).state).toBe('disetujui')
}
const pictures = async () =>
  (await printStory(rig.services, rig.services.db, 1)).blocks.filter((b) => b.kind === 'picture').length
const exported = async () =>
  [...(await exportOdk(rig.services, await requireRound(rig.services.db, 'cerita'))).files.keys()].filter((name) =>
    name.endsWith('.jpg'),
  ).length

describe('a story of change', () => {
  it('is edited, shown to whoever told it at a polite hour, approved in chat, and only then published', async () => {
    await told()
    expect(await story()).toMatchObject({ state: 'diterima', place: 'media_bakti', names: 'nama', photos: true })
    const publish = () => publishStory(rig.services, 1, { where: 'media_bakti', words: 'BaKTINews 180' }, by())
    await expect(publish()).rejects.toThrow(/not approved/)
    await expect(askAboutStory(rig.services, 1, by())).rejects.toThrow(/no title and text/)
    await expect(printStory(rig.services, rig.services.db, 1)).rejects.toThrow(/not approved/)

    await editStory(rig.services, 1, { title: 'Dari ikan menjadi abon', text }, by())
    await askAboutStory(rig.services, 1, by())
    await rig.settle()
    const asked = rig
      .heard(lina)
      .map((m) => m.text)
      .join()
    expect(asked).toContain('Mohon dibaca dulu:\n\nDari ikan menjadi abon\nDulu ikan')
    expect(asked).toContain('Boleh diterbitkan di media BaKTI seperti ini?')
    expect(await say('boleh')).toContain('ketik "tarik cerita"')
    expect((await publish()).state).toBe('terbit')
    expect(await pictures()).toBe(1)

    // another word of it is another story to agree to
    await editStory(rig.services, 1, { text: `${text} Semua senang.` }, by())
    await expect(publish()).rejects.toThrow(/not approved/)
  })

  it('that its teller does not like yet stays where it is, and staff hear so', async () => {
    await told()
    await editStory(rig.services, 1, { title: 'Abon', text }, by())
    await askAboutStory(rig.services, 1, by())
    await rig.settle()
    expect(await rig.press(lina, 'Belum')).toMatchObject([{ text: expect.stringContaining('belum diterbitkan') }])
    expect((await story()).state).toBe('diperiksa')
    expect(await whats()).toContain('cerita_belum_disetujui')
  })

  it('is taken back by "tarik cerita" at any time; its photos leave every export, and staff take down what is out', async () => {
    await told()
    await approved()
    await publishStory(rig.services, 1, { where: 'internal', words: 'papan program' }, by())
    expect(await exported()).toBe(1)
    expect(await say('tarik cerita')).toContain('tidak dipakai lagi')
    expect((await story()).state).toBe('ditarik')
    expect(await exported()).toBe(0)
    expect(await whats()).toContain('cerita_ditarik')
    await expect(printStory(rig.services, rig.services.db, 1)).rejects.toThrow()
    await expect(editStory(rig.services, 1, { text }, by())).rejects.toThrow(/taken back/)
    expect(await say('tarik cerita')).toContain('Tidak ada cerita')
    const [consent] = await rig.services.db.all(
      `select given from consent where kind = 'story' order by id desc limit 1`,
    )
    expect(consent).toEqual({ given: 0 })
  })

  it('shows no child whose parents did not agree: not on paper, in no export', async () => {
    await told({ children: 'ya' })
    expect(await story()).toMatchObject({ photos: false })
    await approved()
    expect(await pictures()).toBe(0)
    expect(await exported()).toBe(0)
  })

  it('is told under the name its teller asked for', async () => {
    await told({ name: 'samaran' })
    await editStory(rig.services, 1, { title: 'Abon', text, pseudonym: 'Ibu Melati' }, by())
    await approved()
    const paper = await printStory(rig.services, rig.services.db, 1)
    const [person] = await rig.services.db.all<{ name: string }>(
      `select p.name from person p join address a on a.person_id = p.id where a.user_id = $1`,
      lina,
    )
    expect(paper.subtitle).toMatch(/^Ibu Melati, /)
    expect(JSON.stringify(paper)).not.toContain(person!.name)
  })

  it('that may stay within the programme goes into no medium', async () => {
    await told()
    const [, number] = /(\d+)\. Terbit:/.exec(await say('ubah'))!
    await say(number!, 'untuk program saja', 'keluarga minta')
    expect(await story()).toMatchObject({ place: 'internal' })
    await approved()
    const publish = (where: 'internal' | 'media_bakti') => publishStory(rig.services, 1, { where, words: where }, by())
    await expect(publish('media_bakti')).rejects.toThrow(/within the programme only/)
    expect((await publish('internal')).state).toBe('terbit')
  })
})

it.each([
  ['boleh', 1],
  ['jangan', 0],
])('a photo of goods goes out with exports only when its sender said so: %s', async (reply, photos) => {
  await begin('penerimaan-stimulan')
  const goods = ['1 jenis', 'mesin jahit', '3 unit', '3 unit', 'baik', 'Melati', '9 orang, 9 perempuan']
  await say('mulai', 'Paket menjahit', 'sudah semua', '8 juli', ...goods)
  await sendPhoto()
  expect(await say('selesai', reply, 'tidak ada', 'ya')).toContain('Laporan sudah dikirim')
  expect(await exported()).toBe(photos)
})

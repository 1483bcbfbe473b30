import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installOwnForm } from '../../src/app/install-form.ts'
import { type Move, moveForm } from '../../src/app/move-form.ts'
import type { FormSource, NodeSource } from '../../src/flows/form-source.ts'
import type { OutboundMessage } from '../../src/messages/outbound.ts'
import { findFormSource, findLatestForm } from '../../src/store/form-versions.ts'
import { openRig, type Rig } from '../support/rig.ts'

// Basri is raja of Amarsekaru; he has answered the date and the number of people of his village's report.
const basri = 'demo-81.05.04.2003-raja'
const form = 'pemantauan_desa'

let rig: Rig
beforeEach(async () => {
  rig = await openRig()
  await rig.openRound()
  await rig.remindAt(rig.clock.now() + 3_600_000)
  await rig.press(basri, 'Mulai')
  await rig.say(basri, 'semua sama')
  await rig.say(basri, '5 juli 2024')
})
afterEach(() => rig.close())

const texts = (messages: readonly OutboundMessage[]) => messages.map(({ text }) => text).join('\n---\n')

/** Installs the village form with its top-level questions changed. */
async function install(change: (survey: readonly NodeSource[]) => readonly NodeSource[]): Promise<number> {
  const { db } = rig.services
  const source = (await findFormSource(db, (await findLatestForm(db, form))!.id)) as FormSource
  return (await installOwnForm(rig.services, { ...source, survey: change(source.survey) }, 'test')).number
}
const change = (name: string, fields: Partial<NodeSource>) => (survey: readonly NodeSource[]) =>
  survey.map((node) => (node.name === name ? { ...node, ...fields } : node))
const without = (name: string) => (survey: readonly NodeSource[]) => survey.filter((node) => node.name !== name)
const inserted: NodeSource = {
  type: 'integer',
  name: 'jumlah_dusun',
  label: { id: 'Berapa dusun di sini?' },
  depth: 'core',
  required: 'true',
}

const move = (options: Partial<Move> = {}) =>
  moveForm(rig.services, { form, ...options }, { now: rig.clock.now(), actor: 'test' })
const versionsInUse = async () =>
  (
    await rig.services.db.all<{ number: number; n: number }>(
      `select v.number, count(*) as n from session s join form_version v on v.id = s.form_version_id
       where v.name = '${form}' and s.status in ('active', 'paused') group by v.number order by v.number`,
    )
  ).map(({ number, n }) => [number, n])
const audits = () =>
  rig.services.db.all<{ object: string; details: string }>(
    `select object, details from audit where action = 'form_moved'`,
  )

describe('a running report goes on with a newer version', () => {
  it('keeps the one it began with until somebody moves it', async () => {
    await install((survey) => [...survey.slice(0, 2), inserted, ...survey.slice(2)])
    expect(await versionsInUse()).toEqual([[1, 1]])
    expect(texts(await rig.say(basri, 'lk 7 pr 5'))).not.toContain('dusun')
  })

  it('asks what is new before it goes on, and never takes a reply to the old question for an answer to the new one', async () => {
    const number = await install((survey) => [...survey.slice(0, 2), inserted, ...survey.slice(2)])
    expect(await move()).toMatchObject({
      to: number,
      from: [{ number: 1, diff: { added: ['jumlah_dusun'], removed: [], changed: [] } }],
      reports: 1,
      conversations: 1,
      lost: [],
      askedAgain: 0,
      done: true,
    })
    expect(await versionsInUse()).toEqual([[number, 1]])
    // he replies to "how many came?", which he still has before his eyes
    expect(texts(await rig.say(basri, '12'))).toContain('Berapa dusun di sini?')
    expect(texts(await rig.say(basri, '3'))).toContain('Berapa orang yang hadir?')
    expect(texts(await rig.say(basri, 'lk 7 pr 5'))).toContain('12 orang')
  })

  it('goes on at the same question where that did not change', async () => {
    await install((survey) => [...survey, { ...inserted, depth: 'full' }])
    await move()
    expect(texts(await rig.say(basri, 'lk 7 pr 5'))).toContain('12 orang (7 laki-laki, 5 perempuan)')
  })

  it('asks an answer again that a new rule forbids, and keeps the old one in the history', async () => {
    await install(change('tanggal_pertemuan', { constraint: ". > '2024-07-08'" }))
    expect(await move()).toMatchObject({
      from: [{ diff: { changed: [{ name: 'tanggal_pertemuan', what: ['constraint'] }] } }],
      lost: [],
      askedAgain: 1,
      done: true,
    })
    expect(texts(await rig.say(basri, 'halo'))).toContain('Tanggal berapa pertemuan')
    await rig.say(basri, '9 juli 2024')
    const rows = await rig.services.db.all<{ value: string }>(
      `select value from answer where path = 'tanggal_pertemuan' and how = 'given' and at > ${rig.clock.now() - 86_400_000} order by id desc limit 2`,
    )
    expect(rows.map(({ value }) => value)).toEqual(['"2024-07-09"', '"2024-07-05"'])
  })

  it('takes answers along to another group and another kind', async () => {
    await install((survey) =>
      survey.map((node) =>
        node.name === 'tanggal_pertemuan'
          ? { type: 'group', name: 'pertemuan', questions: [{ ...node, type: 'text', constraint: '', confirm: '' }] }
          : node,
      ),
    )
    const moved = await move()
    expect(moved).toMatchObject({ lost: [], done: true })
    expect(moved.from[0]!.diff.changed.find(({ name }) => name === 'tanggal_pertemuan')?.what).toEqual(
      expect.arrayContaining(['type', 'place']),
    )
    const [row] = await rig.services.db.all<{ value: string; how: string }>(
      `select value, how from answer where path = 'pertemuan/tanggal_pertemuan' order by id desc limit 1`,
    )
    expect(row).toEqual({ value: '"2024-07-05"', how: 'given' })
    expect(texts(await rig.say(basri, 'lk 7 pr 5'))).toContain('12 orang')
  })

  it('moves nothing when an answer would be lost, unless the history is enough', async () => {
    const number = await install(without('tanggal_pertemuan'))
    const refused = await move()
    expect(refused).toMatchObject({ lost: [{ regionCode: '81.05.04.2003', path: 'tanggal_pertemuan' }], done: false })
    expect([await versionsInUse(), await audits()]).toEqual([[[1, 1]], []])

    expect(await move({ keepHistory: true })).toMatchObject({ done: true })
    expect(await versionsInUse()).toEqual([[number, 1]])
    const kept = await rig.services.db.all(
      `select id from answer where path = 'tanggal_pertemuan' and value = '"2024-07-05"'`,
    )
    expect(kept).toHaveLength(1)
    expect(texts(await rig.say(basri, 'lk 7 pr 5'))).toContain('12 orang')
  })

  it('says what it would do and does nothing on a dry run; done, it is written down once', async () => {
    await install((survey) => [...survey, { ...inserted, depth: 'full' }])
    expect(await move({ dryRun: true })).toMatchObject({ reports: 1, done: false })
    expect([await versionsInUse(), await audits()]).toEqual([[[1, 1]], []])
    await move()
    expect(await move()).toMatchObject({ reports: 0, conversations: 0 })
    const [first] = await audits()
    expect(first?.object).toBe(`form:${form}`)
    expect(JSON.parse(first!.details)).toMatchObject({ reports: 1, conversations: 1, lost: 0, rounds: 1 })
  })

  it('no button of a message that was sent before answers a question of the new version', async () => {
    const steps = async () =>
      (
        await rig.services.db.all<{ state: string }>(
          `select state from session where status = 'active' order by id desc limit 1`,
        )
      ).map(({ state }) => (JSON.parse(state) as { step: number }).step)[0]!
    const before = await steps()
    await install((survey) => [...survey.slice(0, 2), inserted, ...survey.slice(2)])
    await move()
    expect(await steps()).toBeGreaterThan(before)
  })

  it('refuses a form or a version that is not there', async () => {
    await expect(move({ form: 'lain' })).rejects.toThrow('there is no form "lain"')
    await expect(move({ to: 9 })).rejects.toThrow('has no version 9, only 1')
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { printBlankForm } from '../../src/app/print-blank-form.ts'
import { printReport } from '../../src/app/print-report.ts'
import type { Block, Paper } from '../../src/documents/paper.ts'
import { requireRound } from '../../src/store/rounds.ts'
import { openRig, type Rig } from '../support/rig.ts'

const said = (paper: Paper) => JSON.stringify(paper.blocks)
const headings = (paper: Paper) =>
  paper.blocks.filter((b): b is Extract<Block, { kind: 'heading' }> => b.kind === 'heading').map((b) => b.text)

describe('the form of a village to fill in by hand', () => {
  let rig: Rig
  beforeEach(async () => {
    rig = await openRig()
  })
  afterEach(() => rig.close())

  it('has the village’s own activities, numbered as in the chat', async () => {
    const { services } = rig
    const [item] = await services.db.all<{ code: string; label: string }>(
      `select region_code as code, label from entity_item where list = 'kegiatan' order by region_code, id limit 1`,
    )
    const [count] = await services.db.all<{ n: number }>(
      `select count(*) as n from entity_item where list = 'kegiatan' and region_code = $1`,
      item!.code,
    )
    const round = await requireRound(services.db, await rig.openRound())
    const paper = await printBlankForm(
      services,
      services.db,
      { regionCode: item!.code, round, depth: 'core' },
      rig.clock.now(),
    )
    expect(headings(paper)).toHaveLength(count!.n)
    expect(headings(paper)[0]).toBe(`1. ${item!.label}`)
    const words = said(paper)
    expect(words).toContain('a. Tanggal berapa pertemuan pemantauan di desa?')
    // what only some answers make asked is on the sheet too
    expect(words).toMatch(/1\.4\. Kira-kira sudah berapa persen\?/)
    // no hole of a text was left open
    expect(words).not.toContain('${')
  })

  it('is only for villages', async () => {
    const round = await requireRound(rig.services.db, await rig.openRound())
    const where = { regionCode: '81.05.15', round, depth: 'core' } as const
    await expect(printBlankForm(rig.services, rig.services.db, where, rig.clock.now())).rejects.toThrow(
      '"81.05.15" is no village here',
    )
  })

  it('is no report', async () => {
    const roundCode = await rig.openRound()
    await expect(
      printReport(rig.services, rig.services.db, { regionCode: '81.05.15.2003', roundCode }),
    ).rejects.toThrow(`81.05.15.2003 has handed in no report in round ${roundCode}`)
  })
})

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import {
  breachFindings,
  closeBreach,
  noteTold,
  openBreach,
  requireBreach,
  tellTouched,
  touchedPeople,
} from '../../src/app/breaches.ts'
import { examine } from '../../src/app/doctor.ts'
import { erasePerson } from '../../src/app/erase-person.ts'
import { printBreach } from '../../src/app/print-breach.ts'
import { HOUR } from '../../src/lib/local-time.ts'
import { keysFrom } from '../../src/lib/seal.ts'
import { countTouched } from '../../src/store/breaches.ts'
import { setStopped } from '../../src/store/people.ts'
import { onEveryDialect } from '../support/databases.ts'
import { at, openPlay, type Play, wit } from '../support/small-programme.ts'

const nine = at('2024-07-10 09:30', wit)
const by = (now: number) => ({ now, actor: 'test' })
const about = { knownAt: nine, what: 'Sebuah laptop hilang.', handling: 'Kuncinya diganti.' }

onEveryDialect('personal data that may have got out', (open) => {
  let play: Play
  afterEach(() => play.close())

  it('touch those who had such data there and then; they are told once, by chat or letter, before it can be closed', async () => {
    play = await openPlay(open, { startAt: at('2024-07-10 08:30', wit) })
    const { services } = play
    const { db } = services
    const id = async (name: string) =>
      (await db.all<{ id: number }>('select id from person where name = $1', name))[0]!.id
    await play.report('lina')
    await play.report('wempi')

    const scope = { regionCode: '81.05', kinds: ['jawaban'], sinceAt: 0, untilAt: nine } as const
    const people = async (changes: object) => (await countTouched(db, { ...scope, ...changes })).people
    expect(await people({})).toBe(1)
    expect(await people({ regionCode: '*' })).toBe(2)
    expect(await people({ regionCode: '53.18.01.2001' })).toBe(1)
    expect(await people({ regionCode: '53.18.01.2002' })).toBe(0)
    expect(await people({ sinceAt: nine })).toBe(0)
    expect(await people({ untilAt: at('2024-07-10 08:00', wit) })).toBe(0)
    // whoever sits in the kabupaten, the member of its Pokja too; who has no telephone has no number
    expect(await people({ kinds: ['identitas'] })).toBe(9)
    expect(await people({ kinds: ['nomor'] })).toBe(8)
    expect(await people({ kinds: ['pengaduan'] })).toBe(0)

    const opened = await openBreach(services, { ...scope, kinds: ['identitas', 'jawaban'] }, about, by(nine))
    expect(opened.people).toBe(9)
    const breach = await requireBreach(db, opened.id)
    const touched = await touchedPeople(services, breach.id, nine)
    expect(touched.find((p) => p.holder?.name === 'Lina Uji')?.kinds).toBe('identitas jawaban')
    expect(touched.find((p) => p.holder?.name === 'Camar Uji')?.kinds).toBe('identitas')
    expect(play.rang()).not.toContain('lina')

    // who wants no messages gets a letter, who is erased nothing
    await setStopped(db, await id('Sekar Uji'), nine)
    await erasePerson(services, await id('Rauf Uji'), by(nine))
    const looked = async () =>
      (
        await examine(db, {
          now: nine,
          dataDir: services.dataDir,
          keys: keysFrom(Buffer.alloc(32, 7)),
          thorough: false,
        })
      ).flatMap(({ about, state }) => (/personal|erased/.test(about) ? [`${about} ${state}`] : []))
    expect(await looked()).toEqual(['personal data warning'])
    rmSync(join(services.dataDir, 'erased.jsonl'))
    expect(await looked()).toEqual(['personal data warning', 'erased people warning'])
    const noon = at('2024-07-10 12:00', wit)
    expect(await tellTouched(services, breach, by(noon))).toEqual({ queued: 6, byLetter: 2 })
    await play.tick(noon)
    const said = play.heard('lina').join('\n')
    expect(said).toContain('data Ibu pada kami (nama dan jabatan; jawaban laporan) mungkin sudah dilihat orang lain')
    expect(said).toContain('Sebuah laptop hilang.')
    expect(play.rang()).not.toContain('sekar')
    expect((await tellTouched(services, breach, by(noon))).queued).toBe(0)

    const finding = async (hours: number) => (await breachFindings(db, nine + hours * HOUR))[0]
    expect(await finding(10)).toEqual({
      over: false,
      sentence: `breach ${breach.id}: 62 hours are left of the three days; 6 of 9 people told, the authority not yet.`,
    })
    expect((await finding(73))?.over).toBe(true)
    const close = async () => closeBreach(services, await requireBreach(db, breach.id), 'Selesai.', by(noon))
    await expect(close()).rejects.toThrow('2 people were not told, and the authority was not told')
    const letters = (await touchedPeople(services, breach.id, noon)).filter((p) => p.toldAt === null)
    expect(letters.map(({ because }) => because).sort()).toEqual(['not_enrolled', 'stopped'])
    await noteTold(
      services,
      breach.id,
      { letters: letters.map(({ personId }) => personId), authorityAt: noon },
      by(noon),
    )
    await close()
    expect(await breachFindings(db, noon)).toEqual([])

    // neither the letters nor what is written down name anybody
    const papers = [await printBreach(services, breach, 'orang'), await printBreach(services, breach, 'otoritas')]
    const written = JSON.stringify([papers, await db.all(`select * from audit where object like 'breach:%'`)])
    expect(written).toContain('Kabupaten Ujung Timur')
    expect(written).not.toMatch(/(Lina|Sekar|Camar|Rauf|Kasim|Korina|Fasila) Uji/)
    expect(await play.count(`audit where object = 'breach:${breach.id}'`)).toBe(5)
  })
})

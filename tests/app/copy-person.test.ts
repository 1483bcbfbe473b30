import { afterEach, expect, it } from 'vitest'
import { copyPerson } from '../../src/app/copy-person.ts'
import { erasePerson } from '../../src/app/erase-person.ts'
import { onEveryDialect } from '../support/databases.ts'
import { at, openPlay, type Play, wit } from '../support/small-programme.ts'

onEveryDialect('the copy of what is kept about a person', (open) => {
  let play: Play
  afterEach(() => play.close())

  it('has what they are and said, and nothing of others; nobody gets one of a person who was erased', async () => {
    play = await openPlay(open, { startAt: at('2024-07-10 08:30', wit) })
    const { services } = play
    const [lina] = await services.db.all<{ id: number }>(`select id from person where name = 'Lina Uji'`)
    await services.db.run(`update person set phone_sealed = 'kotak' where id = $1`, lina!.id)
    await play.report('lina')
    await play.say('wempi', 'mulai')
    const by = { now: play.clock.now(), actor: 'test', openNumber: (sealed: string) => `dibuka dari ${sealed}` }
    const sheets = Object.fromEntries((await copyPerson(services, lina!.id, by)).map(({ name, rows }) => [name, rows]))
    expect(sheets.Diri).toEqual(
      expect.arrayContaining([
        ['nama', 'Lina Uji'],
        ['nomor telepon', 'dibuka dari kotak'],
      ]),
    )
    expect(sheets.Jabatan).toEqual([['Kepala Desa', 'Karang Uji', expect.any(String), '']])
    expect(sheets.Alamat).toMatchObject([['simulator', 'lina', expect.any(String), expect.any(String), 'tidak']])
    expect(sheets.Persetujuan!.map((row) => row.slice(0, 3))).toEqual([
      ['reporting', 'ya', 'uji'],
      ['contact', 'ya', 'uji'],
    ])
    expect(sheets.Jawaban!.map((row) => row.slice(4))).toEqual(
      expect.arrayContaining([[expect.any(String), 'lancar', 'lancar']]),
    )
    expect(sheets.Pesan!.filter(([, from]) => from === 'orang').map((row) => row[3])).toEqual([
      'mulai',
      '3',
      'lancar',
      'ya',
    ])
    expect(sheets.Pesan!.some(([, from]) => from === 'bot')).toBe(true)
    expect(JSON.stringify(sheets)).not.toMatch(/Wempi|Rumput/)
    expect(await play.count(`audit where action = 'copy_person'`)).toBe(1)

    await erasePerson(services, lina!.id, by)
    await expect(copyPerson(services, lina!.id, by)).rejects.toThrow('erased already')
  })
})

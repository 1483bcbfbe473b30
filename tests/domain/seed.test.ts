import { readFileSync } from 'node:fs'
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { SeedTables } from '../../src/app/seed-data.ts'
import { activityStatuses, fundingSources, livelihoodFields } from '../../src/domain/activities.ts'
import { type DemoActivity, readDemoPlan } from '../../src/domain/demo-plan.ts'
import type { DemoPeopleFile, DemoPlanFile, DemoVillagesFile } from '../../src/domain/demo-shapes.ts'
import { usualOffices } from '../../src/domain/offices.ts'
import { positionFacts } from '../../src/domain/positions.ts'
import { covers, kabupatenOf, kecamatanOf, levelOf } from '../../src/domain/regions.ts'
import { addDays, daysBetween, isDate, weekday, zoneName } from '../../src/lib/local-time.ts'
import { seed } from './cast.ts'

const { holidays } = seed<SeedTables['holidays']>('holidays')
const { ramadan } = seed<SeedTables['ramadan']>('ramadan')
const zones = seed<{ provinces: { code: string; name: string; zone: string }[] }>('zones')
const aliases = seed<SeedTables['aliases'] & { ambiguous: { name: string; codes: string[] }[] }>('aliases')
const programme = seed<SeedTables['programme']>('programme')
const seedRounds = seed<{ rounds: { code: string; state: string; number: number }[] }>('programme').rounds
const seedVillages = seed<{ kabupaten: { code: string; villages: number }[] }>('programme').kabupaten
const { villages } = seed<DemoVillagesFile>('demo-villages')
const { people } = seed<DemoPeopleFile>('demo-people')
const plan = readDemoPlan(seed<DemoPlanFile>('demo-plan'))

/** Official names by code, of the two kabupaten and every province. */
const official = new Map<string, string>()
beforeAll(async () => {
  const areas = await Promise.all([
    getProvinces(),
    getRegencies({ transform: true }),
    getDistricts({ transform: true }),
    getVillages({ transform: true }),
  ])
  for (const { code, name } of areas.flat())
    if (levelOf(code) === 'provinsi' || /^(81\.05|53\.18)/.test(code)) official.set(code, name)
})

describe('the holiday table', () => {
  const counts: readonly [year: string, libur: number, cuti: number][] = [
    ['2024', 17, 10],
    ['2025', 17, 10],
    ['2026', 17, 8],
  ]
  it.each(counts)('%s has %i holidays and %i days of collective leave, as decreed', (year, libur, cuti) => {
    const kinds = holidays.filter(({ on }) => on.startsWith(year)).map(({ kind }) => kind)
    expect([kinds.filter((kind) => kind === 'libur').length, kinds.filter((kind) => kind === 'cuti').length]).toEqual([
      libur,
      cuti,
    ])
  })

  it('has real dates, each once, in order, with a source', () => {
    const dates = holidays.map(({ on }) => on)
    expect(dates.every(isDate)).toBe(true)
    expect(dates).toEqual([...new Set(dates)].sort())
    const { sources } = seed<{ sources: { key: string }[] }>('holidays')
    expect(new Set(holidays.map(({ source }) => source))).toEqual(new Set(sources.map(({ key }) => key)))
  })

  it('has each feast on a day of the week on which it can fall', () => {
    const named = (part: string) => holidays.filter(({ name, kind }) => kind === 'libur' && name.includes(part))
    expect(named('Wafat').map(({ on }) => weekday(on))).toEqual([5, 5, 5])
    expect(named('Paskah').map(({ on }) => weekday(on))).toEqual([0, 0, 0])
    expect(named('Kenaikan').map(({ on }) => weekday(on))).toEqual([4, 4, 4])
    for (const [i, friday] of named('Wafat').entries()) {
      expect(daysBetween(friday.on, named('Paskah')[i]!.on)).toBe(2)
      expect(daysBetween(named('Paskah')[i]!.on, named('Kenaikan')[i]!.on)).toBe(39)
    }
    // leave days are working days otherwise
    for (const { on } of holidays.filter(({ kind }) => kind === 'cuti')) expect([1, 2, 3, 4, 5]).toContain(weekday(on))
  })

  it('has Idul Fitri on the two days after Ramadan, and Idul Adha 67 to 69 days later', () => {
    for (const { year, fromOn, untilOn } of ramadan) {
      expect([28, 29]).toContain(daysBetween(fromOn, untilOn))
      const fitri = holidays.filter(({ on, feast }) => feast === 'idul_fitri' && on.startsWith(String(year)))
      expect(fitri.map(({ on }) => on)).toEqual([addDays(untilOn, 1), addDays(untilOn, 2)])
      const adha = holidays.find(({ on, name }) => name === 'Idul Adha' && on.startsWith(String(year)))
      expect([67, 68, 69]).toContain(daysBetween(addDays(untilOn, 1), adha!.on))
    }
  })
})

describe('places', () => {
  it('have a zone for each of the 38 provinces', () => {
    expect(zones.provinces).toHaveLength(38)
    for (const { code, name } of zones.provinces) expect(official.get(code)).toBe(name)
    const names = new Set(zones.provinces.map(({ zone }) => zoneName(zone)))
    expect(names).toEqual(new Set(['WIB', 'WITA', 'WIT']))
  })

  it('have no alias that leads nowhere or is the official name of another', () => {
    for (const { name, code } of aliases.aliases) {
      expect(official.has(code), name).toBe(true)
      const namesakes = [...official].filter(
        ([other, known]) => known.toLowerCase() === name.toLowerCase() && other !== code,
      )
      expect(namesakes, name).toEqual([])
    }
    for (const { name, codes } of aliases.ambiguous) {
      expect(codes.length, name).toBeGreaterThan(1)
      for (const code of codes) expect(official.has(code), name).toBe(true)
    }
  })
})

describe('the programme', () => {
  it('works in 14 kecamatan of two kabupaten, with its bodies', () => {
    expect(
      programme.kabupaten.map(({ code, short, kecamatan, body }, i) => [
        code,
        short,
        seedVillages[i]?.villages,
        kecamatan.length,
        body.members,
      ]),
    ).toEqual([
      ['81.05', 'SBT', 30, 4, 25],
      ['53.18', 'SBD', 40, 10, 24],
    ])
    for (const { code, kecamatan } of programme.kabupaten)
      for (const one of kecamatan) expect([official.has(one), covers(code, one)]).toEqual([true, true])
  })

  it('has three closed rounds, each village form before its kecamatan form', () => {
    expect(seedRounds.map(({ code, state, number }) => [code, state, number])).toEqual([
      ['2024-07', 'closed', 1],
      ['2024-10', 'closed', 2],
      ['2025-01', 'closed', 3],
    ])
    for (const { forms } of programme.rounds) {
      const [desa, kecamatan] = forms
      expect([desa?.level, kecamatan?.level]).toEqual(['desa', 'kecamatan'])
      expect(desa!.opensOn < desa!.dueOn && desa!.dueOn < kecamatan!.opensOn).toBe(true)
    }
  })

  it('knows the same OPD as the monitoring form', () => {
    const form = parse(readFileSync(new URL('../../flows/pemantauan-desa.yaml', import.meta.url), 'utf8')) as {
      choices: Record<string, { name: string }[]>
    }
    expect([...usualOffices.map(({ code }) => code), 'kecamatan']).toEqual(form.choices.opd?.map(({ name }) => name))
    for (const own of Object.values(programme.offices).flat())
      expect(usualOffices.map(({ code }) => code)).toContain(own.code)
  })
})

describe('the demo', () => {
  it('is 70 villages under their official names, 30 and 40, in the kecamatan of the programme, all marked', () => {
    const inSbt = villages.filter(({ code }) => kabupatenOf(code) === '81.05')
    expect([inSbt.length, villages.length]).toEqual([30, 70])
    for (const { code, name, contoh } of villages) expect([official.get(code), contoh]).toEqual([name, true])
    const kecamatan = new Set(villages.map(({ code }) => kecamatanOf(code)))
    expect(kecamatan).toEqual(new Set(programme.kabupaten.flatMap((kabupaten) => kabupaten.kecamatan)))
  })

  it('gives every village one head, or a raja and a kepala desa where both report', () => {
    for (const { code, reporting } of villages) {
      const heads = people.filter(
        ({ position, regions }) => positionFacts[position].single === true && regions.includes(code),
      )
      const expected = reporting === 'each' ? ['raja_negeri', 'kepala_desa'] : [heads[0]?.position]
      expect(
        heads.map(({ position }) => position),
        code,
      ).toEqual(expected)
    }
  })

  it('gives every kecamatan a camat and every village one fasilitator with three or four', () => {
    const camat = people.filter(({ position }) => position === 'camat').flatMap(({ regions }) => regions)
    expect(camat.toSorted()).toEqual(programme.kabupaten.flatMap(({ kecamatan }) => kecamatan).toSorted())
    const fasilitator = people.filter(({ position }) => position === 'fasilitator_desa')
    expect(fasilitator.flatMap(({ regions }) => regions).toSorted()).toEqual(
      villages.map(({ code }) => code).toSorted(),
    )
    for (const { regions } of fasilitator) expect([3, 4]).toContain(regions.length)
  })

  it('has people of every kind, each with a name of their own and a seat that fits', () => {
    expect(new Set(people.map(({ key }) => key)).size).toBe(people.length)
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length)
    for (const { position, regions } of people)
      for (const region of regions)
        expect(positionFacts[position].levels).toContain(region === '*' ? 'programme' : levelOf(region))
  })

  it('gives every village five to nine activities of several fields', () => {
    const byVillage = Map.groupBy(plan, ({ regionCode }) => regionCode)
    expect(byVillage.size).toBe(70)
    for (const [code, own] of byVillage) {
      expect(own.length, code).toBeGreaterThanOrEqual(5)
      expect(own.length, code).toBeLessThanOrEqual(9)
      expect(new Set(own.map(({ bidang }) => bidang)).size, code).toBeGreaterThan(1)
      expect(new Set(own.map(({ name }) => name)).size, code).toBe(own.length)
    }
    expect(new Set(plan.map(({ entityId }) => entityId)).size).toBe(plan.length)
    expect(new Set(plan.map(({ bidang }) => bidang)).size).toBe(livelihoodFields.length - 1)
  })

  const checks: readonly [what: string, holds: (activity: DemoActivity) => boolean][] = [
    [
      'a field and sources of the form',
      ({ bidang, sumber }) => knows(livelihoodFields, [bidang]) && knows(fundingSources, sumber),
    ],
    ['an identity that can stand in a path', ({ entityId }) => /^k[\da-z-]+$/.test(entityId)],
    [
      'a target, a cost and months that follow each other',
      ({ target, biaya, mulai, selesai }) =>
        target > 0 && biaya >= 2_000_000 && /^20\d\d-\d\d$/.test(mulai) && mulai < selesai,
    ],
    ['a percentage exactly when it is running', ({ last }) => (last.persen !== null) === (last.status === 'berjalan')],
    [
      'a result exactly when it has begun',
      ({ last }) => (last.hasil !== null) === (last.status === 'selesai' || last.status === 'berjalan'),
    ],
    ['no result far above its target', ({ target, last }) => (last.hasil ?? 0) <= 1.5 * target],
    ['a constraint, or the word that there is none', ({ last }) => last.kendala.length > 0 && last.dukungan.length > 0],
    [
      'somebody asked exactly when support is wanted',
      ({ last }) => last.dukungan.includes('tidak_ada') === (last.dukunganDari.length === 0),
    ],
  ]
  it.each(checks)('gives every activity %s', (_what, holds) => {
    expect(plan.filter((activity) => !holds(activity))).toEqual([])
  })

  it('has activities in every state', () => {
    expect(new Set(plan.map(({ last }) => last.status))).toEqual(new Set(activityStatuses))
  })
})

function knows(words: readonly { readonly code: string }[], codes: readonly string[]): boolean {
  return codes.length > 0 && codes.every((code) => words.some((word) => word.code === code))
}

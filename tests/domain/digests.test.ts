import { describe, expect, it } from 'vitest'
import { digestDue, digestKey, digestPeriodOn, digestSlot } from '../../src/domain/digest-times.ts'
import {
  type Digest,
  type DigestData,
  type DigestPlace,
  type DigestReader,
  type DigestSection,
  type digestAudiences,
  digestFor,
} from '../../src/domain/digests.ts'
import type { ObligationState } from '../../src/domain/rounds.ts'
import type { VillageAnswers } from '../../src/domain/village-figures.ts'
import { at, calendar, dawang as dawangPlace, loura as louraPlace, withLocalDay } from './cast.ts'

const place = (regionCode: string, name: string, state: ObligationState, changed: Partial<DigestPlace> = {}) => ({
  regionCode,
  name,
  state,
  excused: state === 'excused',
  isLate: state === 'late',
  isHalfDone: false,
  dueOn: '2024-07-17',
  reachable: true,
  twoReports: false,
  firstInAt: null,
  ...changed,
})
const answer = (regionCode: string, name: string, submittedAt: number): VillageAnswers => ({
  regionCode,
  name,
  submittedAt,
  isLate: false,
  attendance: { total: 12, l: 9, p: 3 },
  activities: [
    {
      entityId: `${regionCode}-1`,
      name: 'Kebun pala',
      bidang: 'pertanian',
      status: 'berjalan',
      persen: 40,
      target: null,
      hasil: null,
      kendala: ['cuaca'],
      dukungan: ['alat'],
      pihak: ['opd'],
      carried: false,
    },
  ],
})

const data: DigestData = {
  offices: [],
  roundCode: '2024-07',
  periodOn: '2024-07-15',
  places: [
    place('81.05.15.2004', 'Solang', 'half_done', { isHalfDone: true }),
    place('81.05.15.2002', 'Bellis', 'submitted', { twoReports: true, firstInAt: 200 }),
    place('81.05.15.2003', 'Dawang', 'late', { reachable: false, dueOn: '2024-07-12' }),
    place('81.05.15.2005', 'Karay', 'excused'),
    place('81.05.11.2001', 'Miran', 'returned', { firstInAt: 50 }),
    place('53.18.01.2001', 'Payola', 'submitted', { firstInAt: 50 }),
  ],
  kecamatan: [
    { regionCode: '81.05.15', name: 'Teluk Waru', state: 'open', confirmedAt: 150 },
    { regionCode: '81.05.11', name: 'Gorom Timur', state: 'waiting', confirmedAt: null },
    { regionCode: '53.18.01', name: 'Loura', state: 'waiting', confirmedAt: null },
  ],
  answers: [
    answer('81.05.15.2002', 'Bellis', 200),
    answer('81.05.11.2001', 'Miran', 50),
    answer('53.18.01.2001', 'Payola', 50),
  ],
  answersBefore: [],
  planning: [],
  workLate: [],
  lastDigestAt: 100,
  help: [{ regionCode: '81.05.15.2004', name: 'Solang', kind: 'help', sinceAt: 90 }],
}

const readers: Readonly<Record<(typeof digestAudiences)[number], DigestReader>> = {
  camat: { audience: 'camat', regionCode: '81.05.15' },
  pokja: { audience: 'pokja', regionCode: '81.05' },
  forum: { audience: 'forum', regionCode: '53.18' },
  opd: { audience: 'opd', regionCode: '81.05' },
  fasilitator: { audience: 'fasilitator', villages: ['81.05.15.2003', '81.05.15.2002'] },
  staff: { audience: 'staff', regionCode: '*' },
}

function section<K extends DigestSection['kind']>(digest: Digest, kind: K): Extract<DigestSection, { kind: K }> {
  const found = digest.sections.find((one): one is Extract<DigestSection, { kind: K }> => one.kind === kind)
  if (found === undefined) throw new Error(`no section ${kind}`)
  return found
}

describe('the camat', () => {
  const digest = digestFor(readers.camat, data)

  it('reads about his kecamatan only, with what changed since last week', () => {
    expect(section(digest, 'progress')).toMatchObject({ reported: 1, expected: 3, excused: 1, newReports: 1 })
    expect(JSON.stringify(digest)).not.toMatch(/Miran|Payola|Gorom/)
  })

  it('hears of no new report where an old one was corrected or another head of the place now speaks for it', () => {
    const places = data.places.map((one) => (one.name === 'Bellis' ? { ...one, firstInAt: 90 } : one))
    expect(section(digestFor(readers.camat, { ...data, places }), 'progress')).toMatchObject({
      reported: 1,
      newReports: 0,
    })
  })

  it('hears how far his villages got since last round, and of no other place', () => {
    const then = (one: VillageAnswers): VillageAnswers => ({
      ...one,
      activities: one.activities.map((activity) => ({ ...activity, persen: 30 })),
    })
    const answersBefore = [
      then(answer('81.05.15.2002', 'Bellis', 1)),
      then(answer('81.05.15.2004', 'Solang', 1)),
      then(answer('53.18.01.2001', 'Payola', 1)),
    ]
    const digest = digestFor(readers.camat, { ...data, answersBefore })
    expect(section(digest, 'activities').sinceLastRound).toEqual({ villages: 1, progress: 10 })
  })

  it('gets the names of his villages that owe, in code order, late or not', () => {
    expect(section(digest, 'villages_owing').rows).toEqual([
      { regionCode: '81.05.15.2003', name: 'Dawang', situation: 'not_started', isLate: true, daysLeft: -3 },
      { regionCode: '81.05.15.2004', name: 'Solang', situation: 'half_done', isLate: false, daysLeft: 2 },
    ])
  })

  it('is told which villages came in after he confirmed, and nothing of two heads of one village', () => {
    expect(section(digest, 'changed_since_confirmed').rows).toEqual([{ regionCode: '81.05.15.2002', name: 'Bellis' }])
    expect(digest.sections.map(({ kind }) => kind)).not.toContain('two_reports')
  })
})

describe('Pokja, Forum and OPD', () => {
  it('read "n dari N" per kecamatan of their kabupaten, in code order', () => {
    expect(section(digestFor(readers.pokja, data), 'by_kecamatan').rows).toEqual([
      { regionCode: '81.05.11', name: 'Gorom Timur', reported: 1, expected: 1 },
      { regionCode: '81.05.15', name: 'Teluk Waru', reported: 1, expected: 3 },
    ])
  })

  // a digest for each audience in each kabupaten, so that every one of them has a late village to keep quiet about
  const everywhere = (['pokja', 'forum', 'opd'] as const).flatMap((audience) =>
    ['81.05', '53.18'].map((regionCode) => [audience, regionCode] as const),
  )
  it.each(everywhere)('%s of %s: no village by name or code', (audience, regionCode) => {
    const lateInLoura = place('53.18.01.2002', 'Lete', 'late', { reachable: false, twoReports: true })
    const digest = digestFor({ audience, regionCode }, { ...data, places: [...data.places, lateInLoura] })
    expect(digest.sections.length).toBeGreaterThan(2)
    expect(JSON.stringify(digest)).not.toMatch(
      /Dawang|Solang|Bellis|Karay|Miran|Payola|Lete|\d{2}\.\d{2}\.\d{2}\.\d{4}/,
    )
  })

  it('see three women of one meeting as too few to be counted', () => {
    expect(section(digestFor(readers.forum, data), 'attendance').attendance).toMatchObject({
      total: 12,
      l: null,
      p: null,
    })
  })
})

describe('the fasilitator and staff', () => {
  it('fasilitator: own villages, who cannot be reached, where two reports stand side by side', () => {
    const digest = digestFor(readers.fasilitator, data)
    expect(section(digest, 'progress')).toMatchObject({ reported: 1, expected: 2 })
    expect(section(digest, 'unreachable').rows).toEqual([{ regionCode: '81.05.15.2003', name: 'Dawang' }])
    expect(section(digest, 'two_reports').rows).toEqual([{ regionCode: '81.05.15.2002', name: 'Bellis' }])
    expect(JSON.stringify(digest)).not.toMatch(/Solang/)
  })

  it('staff: everything, with those who asked for a human', () => {
    const digest = digestFor(readers.staff, data)
    expect(section(digest, 'help_wanted').rows).toEqual(data.help)
    expect(section(digest, 'kecamatan_reports').rows.map(({ name }) => name)).toEqual([
      'Loura',
      'Gorom Timur',
      'Teluk Waru',
    ])
    expect(section(digest, 'villages_owing').rows.map(({ situation }) => situation)).toEqual([
      'returned',
      'not_started',
      'half_done',
    ])
  })

  it('leaves out what has nothing to say', () => {
    const quiet = digestFor(readers.staff, { ...data, help: [], answers: [], lastDigestAt: null })
    expect(quiet.sections.map(({ kind }) => kind)).not.toContain('help_wanted')
    expect(quiet.sections.map(({ kind }) => kind)).not.toContain('activities')
    expect(section(quiet, 'progress').newReports).toBeNull()
  })
})

describe('the week of a digest', () => {
  it('is counted from Monday in the zone of the kabupaten', () => {
    // Sunday 23:30 in Sumba is Monday 00:30 in Seram
    const night = at('2024-07-14 23:30', louraPlace)
    expect(digestPeriodOn(night, louraPlace.zone)).toBe('2024-07-08')
    expect(digestPeriodOn(night, dawangPlace.zone)).toBe('2024-07-15')
    expect(digestKey('camat', 'person:12', '2024-07-15')).toBe('digest:camat:person:12:2024-07-15')
  })

  it('leaves Monday from nine, spread over a quarter of an hour, and is not made up after two days', () => {
    const { dueAt, windowEndsAt } = digestSlot('2024-07-15', louraPlace, calendar, 'person:12')
    expect(dueAt).toBeGreaterThanOrEqual(at('2024-07-15 09:00', louraPlace))
    expect(dueAt).toBeLessThan(at('2024-07-15 09:15', louraPlace))
    expect(digestDue(dueAt - 1, louraPlace, calendar, 'person:12')).toBeUndefined()
    expect(digestDue(dueAt, louraPlace, calendar, 'person:12')).toBe('2024-07-15')
    expect(digestDue(windowEndsAt, louraPlace, calendar, 'person:12')).toBeUndefined()
  })

  it('waits for nine of the next allowed day', () => {
    const feast = withLocalDay({ regionCode: '53.18', fromOn: '2024-07-15', untilOn: '2024-07-15', name: 'Pesta adat' })
    const { dueAt } = digestSlot('2024-07-15', louraPlace, feast, 'person:12')
    expect(dueAt).toBeGreaterThanOrEqual(at('2024-07-16 09:00', louraPlace))
    expect(dueAt).toBeLessThan(at('2024-07-16 09:15', louraPlace))
  })

  it('is not sent at night, though its window is open', () => {
    expect(digestDue(at('2024-07-15 21:00', louraPlace), louraPlace, calendar, 'person:12')).toBeUndefined()
  })
})

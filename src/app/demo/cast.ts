import { kabupatenOf, kecamatanOf, WHOLE_PROGRAMME } from '../../domain/regions.ts'
import { SeededRandom } from '../../lib/seeded-random.ts'
import { type DemoCast, type DemoPerson, demoUserIds, isNotEnrolled } from '../demo-cast.ts'
import type { LabelledReplies } from './labelled-replies.ts'
import { type ActivityNow, activitiesNow, Mind } from './meanings.ts'
import type { QuestionReader } from './question-reader.ts'
import { type Manners, personalStyles, Typist } from './typing.ts'
import { type Traits, Villager } from './villager.ts'

/** Zones of the two kabupaten of the cast. */
const zones: Readonly<Record<string, string>> = { '81.05': 'Asia/Jayapura', '53.18': 'Asia/Makassar' }

export interface Invented {
  readonly person: DemoPerson
  readonly villager: Villager
  /** Not enrolled yet: they have an invitation code and write first. */
  readonly isNew: boolean
}

/**
 * The people who answer: heads of villages and camat, each with their own way to type and to behave. The first few have
 * the habits that a round must cope with, so that every demo shows them; the others get theirs by chance.
 */
export function inventPeople(
  cast: DemoCast,
  options: {
    readonly seed: string
    readonly todayOn: string
    readonly manners: Manners
    readonly reader: QuestionReader
    readonly labelled?: LabelledReplies | undefined
    /** Nobody's habits are certain: for later rounds, in which others are late than in the first. */
    readonly byChance?: boolean
    /** Other habits than these, such as none at all for a rehearsal of faults. */
    readonly traitsOf?: (person: DemoPerson, random: SeededRandom) => Traits
  },
): readonly Invented[] {
  const { manners, reader, todayOn } = options
  const userIds = demoUserIds(cast.people)
  const plan = Map.groupBy(cast.activities, (a) => a.regionCode)
  const writers = cast.people.filter((p) => isHead(p) || p.position === 'camat')
  const heads = writers.filter(isHead)
  const villagesOf = Map.groupBy(cast.villages, (v) => kecamatanOf(v.code))
  return writers.map((person) => {
    const random = new SeededRandom(`${options.seed} ${person.key}`)
    const region = person.regions[0]!
    const mind = new Mind(activitiesNow(plan.get(region) ?? [], todayOn, random), person.sex, random.fork('mind'), {
      batches: batchesFor(villagesOf.get(region)?.length ?? 0),
    })
    const typist = new Typist(manners, random.pick(personalStyles), random.fork('typing'))
    const traits =
      options.traitsOf?.(person, random) ??
      (person.position === 'camat'
        ? camatTraits(random)
        : headTraits(options.byChance ? undefined : heads.indexOf(person), random))
    const villager = new Villager(userIds.get(person.key)!, zoneOf(region), mind, traits, {
      reader,
      typist,
      random: random.fork('villager'),
      labelled: options.labelled,
    })
    return { person, villager, isNew: isNotEnrolled(person, cast.people) }
  })
}

export function zoneOf(regionCode: string): string {
  return zones[regionCode === WHOLE_PROGRAMME ? '' : kabupatenOf(regionCode)] ?? 'Asia/Makassar'
}

function isHead({ position }: DemoPerson): boolean {
  return position === 'kepala_desa' || position === 'pejabat_desa' || position === 'raja_negeri'
}

/** A large kecamatan meets in several batches: Pulau Gorom had three in August 2024. */
function batchesFor(villages: number): number {
  return villages >= 10 ? 3 : villages >= 6 ? 2 : 1
}

function headTraits(index: number | undefined, random: SeededRandom): Traits {
  const unclearPercent = random.pick([0, 0, 0, 4, 10])
  const certain = index === undefined ? undefined : certainTraits[index]
  if (certain) return { unclearPercent, ...certain }
  const dice = random.next()
  return {
    unclearPercent,
    beginsAt: dice < 0.6 ? 1 : dice < 0.84 ? 2 : dice < 0.95 ? 3 : 0,
    ...(random.chance(0.08) && { putsOff: true }),
    ...(random.chance(0.1) && { stopsAfter: random.int(3, 9) }),
    ...(random.chance(0.2) && { slip: random.pick(['at_once', 'edit', 'recap', 'after'] as const) }),
  }
}

/** Habits that occur in every demo, whatever chance brings. */
const certainTraits: readonly Traits[] = [
  { beginsAt: 1, slip: 'at_once' },
  { beginsAt: 1, slip: 'recap', unclearPercent: 12 },
  { beginsAt: 0 },
  { beginsAt: 1, putsOff: true },
  { beginsAt: 1, stopsAfter: 4 },
  { beginsAt: 1, slip: 'edit' },
  { beginsAt: 1, slip: 'after' },
  { beginsAt: 3 },
  { beginsAt: 1, asksHelp: true },
  { beginsAt: 0 },
  { beginsAt: 2, wrongPerson: true },
  { beginsAt: 1, unclearPercent: 30 },
  { beginsAt: 0 },
  { beginsAt: 2, stopsAfter: 6 },
]

function camatTraits(random: SeededRandom): Traits {
  return { beginsAt: random.pick([1, 1, 1, 2]), isCamat: true, unclearPercent: 0 }
}

/** The cast after a round: where the head of a village reported, its plan stands as they know it to stand. */
export function castAfter(cast: DemoCast, people: readonly Invented[]): DemoCast {
  const now = new Map<string, ActivityNow>()
  for (const { person, villager } of people.toReversed())
    if (villager.finished && isHead(person))
      for (const activity of villager.mind.activities) now.set(activity.entityId, activity)
  return {
    ...cast,
    activities: cast.activities.map((activity) => {
      const known = now.get(activity.entityId)
      if (!known?.changed) return activity
      const done = known.status === 'selesai'
      return {
        ...activity,
        result: {
          ...activity.result,
          status: known.status,
          persen: done ? 100 : known.percent,
          hasil: known.result,
          danaTerpakai: known.money,
          kendala: known.obstacles,
          dukungan: known.support,
          dukunganDari: known.supportFrom,
        },
      }
    }),
  }
}

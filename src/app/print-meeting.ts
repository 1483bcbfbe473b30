import { type Invited, paperOfMeetingPack } from '../documents/meeting-paper.ts'
import { paperOfMinutes } from '../documents/minutes-paper.ts'
import type { Paper } from '../documents/paper.ts'
import { meetingTotals } from '../domain/meetings.ts'
import { positionFacts } from '../domain/positions.ts'
import { hasShapes } from '../domain/village-map.ts'
import { Problem } from '../lib/problem.ts'
import { listBodies } from '../store/bodies.ts'
import type { Sql } from '../store/database.ts'
import { listCommitments, listMeetings } from '../store/meetings.ts'
import { readOfficeBook } from '../store/offices.ts'
import { listSeatHolders, type SeatHolder } from '../store/people.ts'
import { requireRound } from '../store/rounds.ts'
import { audit } from '../store/settings.ts'
import { choiceLabels } from './choice-labels.ts'
import { writeAside } from './document-writer.ts'
import { meetingPack } from './meeting-pack.ts'
import { lighten } from './pictures.ts'
import { digestPlaceWords } from './places.ts'
import { zoneOf } from './programme.ts'
import type { Services } from './services.ts'
import { villageMap } from './village-map.ts'

/** Who is expected at a rakor, in the order in which they stand on the list of who came. */
const expected = ['anggota_pokja', 'anggota_forum', 'opd', 'camat', 'koordinator_kabupaten'] as const

/** The pack of a rakor on paper. With `names` the list of who came has them; looking at them is written down. */
export async function printMeetingPack(
  services: Services,
  sql: Sql,
  { meetingId, names }: { readonly meetingId: number; readonly names: boolean },
  by: { readonly now: number; readonly actor: string },
): Promise<Paper> {
  const pack = await meetingPack(services, sql, meetingId, by.now)
  const kabupaten = pack.meeting.regionCode
  const speech = { texts: services.texts, language: 'id', zone: await zoneOf(services, sql, kabupaten) }
  const holders = await listSeatHolders(sql, services.db, {
    positions: expected,
    regionCodes: [kabupaten, ...pack.kecamatan.map((k) => k.regionCode)],
    now: by.now,
  })
  const kecamatan = new Map(pack.kecamatan.map((k) => [k.regionCode, k.name]))
  const offices = await readOfficeBook(sql, kabupaten)
  const roleOf = ({ position, regionCode, opd }: SeatHolder) =>
    position === 'opd' && opd !== null
      ? offices.nameOf(kabupaten, opd)
      : [positionFacts[position].label, kecamatan.get(regionCode)].filter((word) => word !== undefined).join(' ')
  const persons = Map.groupBy(
    holders
      .filter((h) => h.delegateOf === null)
      .toSorted((a, b) => rank(a) - rank(b) || compare(a.regionCode, b.regionCode) || a.seatId - b.seatId),
    (h) => h.personId,
  )
  const invited = [...persons.values()].map(
    (seats): Invited => ({
      role: [...new Set(seats.map(roleOf))].join(', '),
      name: names ? seats[0]!.name : null,
    }),
  )
  if (names)
    await audit(sql, {
      at: by.now,
      actor: by.actor,
      action: 'names_printed',
      object: `meeting:${meetingId}`,
      details: { persons: invited.length },
    })
  const paper = paperOfMeetingPack(pack, { label: await choiceLabels(services, sql), invited }, speech)
  const round = await requireRound(sql, pack.round.code)
  // a rakor hears of no village that is late: shares of kecamatan
  const map = await villageMap(services, sql, { kabupatenCode: kabupaten, round, openly: false }, speech, by.now)
  if (!hasShapes(map)) return paper
  const png = await lighten(await writeAside({ kind: 'map', map }))
  return { ...paper, blocks: [...paper.blocks, { kind: 'page' }, { kind: 'picture', png, tallest: 440 }] }
}

/** The draft of a meeting's minutes. Throws `Problem('unknown_meeting')`. */
export async function printMinutes(
  services: Services,
  sql: Sql,
  { meetingId, letterNumber }: { readonly meetingId: number; readonly letterNumber?: string | undefined },
): Promise<Paper> {
  const { db } = services
  const [meeting] = await listMeetings(sql, db, { ids: [meetingId] })
  if (!meeting)
    throw new Problem('unknown_meeting', `there is no meeting ${meetingId}: "kentongan meeting list" shows them`)
  const speech = { texts: services.texts, language: 'id', zone: await zoneOf(services, sql, meeting.regionCode) }
  const body = (await listBodies(sql)).find((b) => b.id === meeting.bodyId)
  return paperOfMinutes(
    {
      ...meeting,
      // what a kecamatan report put into the register is called after the report
      ...(meeting.reportId !== null && { title: services.texts.t('id', 'paper-minutes-coordination') }),
      region: await digestPlaceWords(sql, meeting.regionCode, speech),
      body: body?.name ?? null,
      came: meetingTotals([meeting]),
      commitments: await listCommitments(sql, db, [meetingId]),
      letterNumber,
    },
    await services.programme.get(sql),
    speech,
  )
}

const rank = ({ position }: SeatHolder) => (expected as readonly string[]).indexOf(position)

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

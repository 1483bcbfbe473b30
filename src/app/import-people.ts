import { plain } from '../domain/activities.ts'
import { type PersonRow, peopleColumns, peopleRequiredColumns, readPeopleRows } from '../domain/people-rows.ts'
import { type Position, positionFacts } from '../domain/positions.ts'
import { kabupatenOf, WHOLE_PROGRAMME } from '../domain/regions.ts'
import type { RowIssue } from '../domain/row-cells.ts'
import { Problem } from '../lib/problem.ts'
import { hashOfPhone, type Keys } from '../lib/seal.ts'
import { listBodies } from '../store/bodies.ts'
import type { Database } from '../store/database.ts'
import { readOfficeBook } from '../store/offices.ts'
import {
  endHoldings,
  type KnownHolding,
  type KnownPerson,
  listCurrentHoldings,
  listEmptySeats,
  listPersonsForImport,
  markTwoHeads,
  updatePersons,
} from '../store/people-import.ts'
import { listRegionNames } from '../store/regions.ts'
import { insertHoldings, insertPersons, insertSeats, type NewPerson, type NewSeat, setOffice } from '../store/seats.ts'
import { audit, findSetting } from '../store/settings.ts'
import { readWorkbook } from './read-workbook.ts'

export interface PeopleImportCounts {
  readonly rows: number
  readonly newPeople: number
  readonly changedPeople: number
  readonly newSeats: number
  /** Seats that went to somebody else. */
  readonly handedOver: number
}

export type PeopleImport =
  | { readonly ok: true; readonly counts: PeopleImportCounts }
  | { readonly ok: false; readonly issues: readonly RowIssue[] }

/**
 * Takes a workbook of contacts and seats: all rows or none. The same file again changes nothing. A name that takes a
 * seat which only one can hold ends the holding of whoever had it; nobody is removed for not being in the file.
 * Throws `Problem` for a file that is no table and for a demo database, where real people have no place.
 */
export async function importPeople(
  db: Database,
  bytes: Uint8Array,
  options: { readonly now: number; readonly keys: Keys; readonly actor: string },
): Promise<PeopleImport> {
  const { now, keys } = options
  const sheet = readWorkbook(bytes, { known: peopleColumns, required: peopleRequiredColumns })
  if ('issues' in sheet) return { ok: false, issues: sheet.issues }
  const read = readPeopleRows(sheet.rows, await listRegionNames(db), await readOfficeBook(db))
  if (!read.ok) return read
  const people = peopleOf(read.rows, keys)

  return db.transaction(async (sql): Promise<PeopleImport> => {
    if (await findSetting(sql, 'demo'))
      throw new Problem(
        'demo_database',
        `${db.place} is a demo: run "kentongan demo clear" first, or use another DATABASE_URL for real people`,
      )
    const holdings = await listCurrentHoldings(sql, now)
    const known = knownPeople(await listPersonsForImport(sql), holdings)
    const matched = people.map((person) => ({ ...person, known: known.find(person) }))

    const added = matched.filter((p) => p.known === undefined)
    const addedIds = await insertPersons(
      sql,
      db,
      added.map((p) => newPerson(p, keys)),
      { demo: false, now },
    )
    const idOf = new Map(added.map((p, i) => [p.key, addedIds[i]!]))
    const changed = matched.flatMap((p) =>
      p.known && isChanged(p, p.known)
        ? [
            {
              id: p.known.id,
              ...newPerson(p.phoneHash === p.known.phoneHash ? { ...p, phone: null } : p, keys),
              language: languageFor(p, p.known),
            },
          ]
        : [],
    )
    await updatePersons(sql, db, changed)

    // seats: those held already stay; single ones change hands; the rest are made
    const bodies = await listBodies(sql)
    const empty = Map.groupBy(await listEmptySeats(sql, now), (s) => seatKey(s.position, s.regionCode))
    const held = Map.groupBy(holdings, (h) => seatKey(h.position, h.regionCode))
    const wanted = matched.flatMap((p) =>
      p.seats.map((seat) => ({ ...seat, personId: p.known?.id ?? idOf.get(p.key)! })),
    )
    const ended: number[] = []
    const filled: { seatId: number; personId: number }[] = []
    const made: { seat: NewSeat; personId: number }[] = []
    const offices: { seatId: number; opd: string }[] = []
    for (const { position, regionCode, personId, opd } of wanted) {
      const key = seatKey(position, regionCode)
      const holders = held.get(key) ?? []
      const own = holders.find((h) => h.personId === personId)
      if (own && opd !== null) offices.push({ seatId: own.seatId, opd })
      if (own) continue
      const single = positionFacts[position].single === true
      const before = single ? holders.at(-1) : undefined
      if (before) ended.push(...holders.map((h) => h.holdingId))
      const seatId = before?.seatId ?? empty.get(key)?.pop()?.seatId
      if (seatId !== undefined && opd !== null) offices.push({ seatId, opd })
      if (seatId !== undefined) filled.push({ seatId, personId })
      else made.push({ seat: { ...newSeat(position, regionCode, bodies), opd }, personId })
    }
    for (const { seatId, opd } of offices) await setOffice(sql, seatId, opd)
    await endHoldings(sql, db, ended, now)
    const seatIds = await insertSeats(
      sql,
      db,
      made.map((m) => m.seat),
      false,
    )
    await insertHoldings(
      sql,
      db,
      [...filled, ...made.map((m, i) => ({ seatId: seatIds[i]!, personId: m.personId }))],
      now,
    )
    await markTwoHeads(sql, db, [...new Set(made.flatMap((m) => m.seat.regionCode ?? []))])
    const counts = {
      rows: read.rows.length,
      newPeople: added.length,
      changedPeople: changed.length,
      newSeats: made.length,
      handedOver: ended.length,
    }
    await audit(sql, { at: now, actor: options.actor, action: 'people_imported', object: 'programme', details: counts })
    return { ok: true, counts }
  })
}

interface ImportedPerson {
  /** Unique within the file. */
  readonly key: string
  readonly name: string
  readonly language: string
  readonly phone: string | null
  readonly phoneHash: string | null
  readonly seats: readonly { readonly position: Position; readonly regionCode: string; readonly opd: string | null }[]
}

/** Positions one person usually holds in several places: rows of one name are then one person, even without a number. */
const travelling: readonly Position[] = [
  'fasilitator_desa',
  'koordinator_kabupaten',
  'pendamping_p3md',
  'staf',
  'admin',
]

/** Rows of the same person joined: by number and name, or by name for those who go from village to village. */
function peopleOf(rows: readonly PersonRow[], keys: Keys): readonly ImportedPerson[] {
  const groups = Map.groupBy(rows, (row) => {
    if (row.phone !== null) return `${row.phone} ${plain(row.name)}`
    if (travelling.includes(row.position))
      return `${plain(row.name)} ${row.position} ${row.regionCode === WHOLE_PROGRAMME ? '*' : kabupatenOf(row.regionCode)}`
    return `row ${row.row}`
  })
  return [...groups].map(([key, group]) => {
    const { name, language, phone } = group[0]!
    return {
      key,
      name,
      language,
      phone,
      phoneHash: phone === null ? null : hashOfPhone(keys.hashKey, phone),
      seats: group.map(({ position, regionCode, opd }) => ({ position, regionCode, opd })),
    }
  })
}

/**
 * Who of the file is known: the same number and name; the same number in the same seat (a name written better); or the
 * same name in the same seat (a new number). Two who share a telephone stay two.
 */
function knownPeople(persons: readonly KnownPerson[], holdings: readonly KnownHolding[]) {
  const byId = new Map(persons.map((p) => [p.id, p]))
  const byPhone = Map.groupBy(
    persons.filter((p) => p.phoneHash !== null),
    (p) => p.phoneHash!,
  )
  const bySeat = Map.groupBy(holdings, (h) => seatKey(h.position, h.regionCode))
  return {
    find({ name, phoneHash, seats }: ImportedPerson): KnownPerson | undefined {
      const ofPhone = phoneHash === null ? [] : (byPhone.get(phoneHash) ?? [])
      const inSeats = seats
        .flatMap((seat) => bySeat.get(seatKey(seat.position, seat.regionCode)) ?? [])
        .map((h) => byId.get(h.personId)!)
      return (
        ofPhone.find((p) => plain(p.name) === plain(name)) ??
        ofPhone.find((p) => inSeats.includes(p)) ??
        inSeats.find((p) => plain(p.name) === plain(name))
      )
    },
  }
}

/** An empty cell reads as Indonesian: it does not undo what the person chose in the chat. */
const languageFor = (row: ImportedPerson, known: KnownPerson) => (row.language === 'id' ? known.language : row.language)

function isChanged(row: ImportedPerson, known: KnownPerson): boolean {
  return (
    row.name !== known.name ||
    languageFor(row, known) !== known.language ||
    (row.phoneHash !== null && row.phoneHash !== known.phoneHash)
  )
}

function newPerson({ name, language, phone }: ImportedPerson, keys: Keys): NewPerson {
  return {
    name,
    sex: null,
    language,
    phoneSealed: phone === null ? null : keys.seal(phone),
    phoneHash: phone === null ? null : hashOfPhone(keys.hashKey, phone),
  }
}

function newSeat(position: Position, regionCode: string, bodies: Awaited<ReturnType<typeof listBodies>>): NewSeat {
  const body = bodies.find((b) => b.kabupatenCode === regionCode && position === `anggota_${b.kind}`)
  return {
    position,
    regionCode: body || regionCode === WHOLE_PROGRAMME ? null : regionCode,
    bodyId: body?.id ?? null,
    official: true,
  }
}

const seatKey = (position: Position, regionCode: string) => `${position} ${regionCode}`

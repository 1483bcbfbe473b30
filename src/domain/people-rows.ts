import { plain } from './activities.ts'
import { type OfficeBook, officeUnknown } from './offices.ts'
import { isPosition, type Position, positionFacts, positions } from './positions.ts'
import { type Region, type RegionLevel, WHOLE_PROGRAMME } from './regions.ts'
import { cellText, isBlank, type RowIssue, type RowsResult, readPhone, type SheetRow } from './row-cells.ts'
import { regionFinder } from './row-regions.ts'

/** The workbook of contacts and seats: who holds which position where. */
export const peopleColumns = [
  'nama',
  'jabatan',
  'kode_wilayah',
  'nama_wilayah',
  'no_hp',
  'kanal',
  'bahasa',
  'opd',
] as const
export const peopleRequiredColumns = ['nama', 'jabatan', 'kode_wilayah'] as const

export interface PersonRow {
  readonly row: number
  readonly name: string
  readonly position: Position
  /** Of the seat; `*` for the whole programme, the kabupaten for members of a Pokja or Forum. */
  readonly regionCode: string
  /** `+62…`; null: reached by an invitation code only. */
  readonly phone: string | null
  readonly channel: 'telegram' | 'whatsapp' | null
  readonly language: 'id' | 'en'
  /** Of somebody who sits for an office of the kabupaten: its code. */
  readonly opd: string | null
}

/** Reads the rows against the regions of the programme and the offices of each kabupaten. Blank rows are passed over; one bad cell refuses all. */
export function readPeopleRows(
  rows: readonly SheetRow[],
  regions: readonly Region[],
  book: OfficeBook,
): RowsResult<PersonRow> {
  const finder = regionFinder(regions)
  const read = rows.filter((row) => !isBlank(row, peopleColumns)).map((row) => readPerson(row, finder, book))
  const people = read.flatMap(({ person }) => person ?? [])
  const issues = [...read.flatMap((one) => one.issues), ...doubled(people)]
  if (issues.length > 0) return { ok: false, issues: issues.toSorted((a, b) => a.row - b.row) }
  if (people.length === 0)
    return {
      ok: false,
      issues: [{ row: 2, column: 'nama', message: 'Berkas ini kosong. Isi paling sedikit satu baris.' }],
    }
  return { ok: true, rows: people }
}

function readPerson(
  sheetRow: SheetRow,
  finder: ReturnType<typeof regionFinder>,
  book: OfficeBook,
): { readonly person?: PersonRow; readonly issues: readonly RowIssue[] } {
  const { row, cells } = sheetRow
  const issues: RowIssue[] = []
  const complain = (column: (typeof peopleColumns)[number], message: string) => issues.push({ row, column, message })

  const name = cellText(cells.nama)
  if (name === '') complain('nama', 'Nama belum diisi.')
  else if (name.length > 100) complain('nama', 'Nama terlalu panjang. Tulis paling banyak 100 huruf.')

  const position = positionOf(cellText(cells.jabatan))
  if (position === undefined) {
    const labels = positions.map((known) => positionFacts[known].label).join(', ')
    complain('jabatan', `Jabatan "${cellText(cells.jabatan)}" tidak dikenal. Pilih salah satu: ${labels}.`)
  }

  const place = position === undefined ? undefined : seatPlace(position, sheetRow, finder)
  if (place !== undefined && !place.ok) complain(place.column, place.message)

  const phone = readPhone(cells.no_hp)
  if (phone === undefined && cellText(cells.no_hp) !== '')
    complain('no_hp', `Nomor "${cellText(cells.no_hp)}" tidak terbaca. Tulis seperti 081234567890.`)

  const channel = plain(cellText(cells.kanal)).replace(/^wa$/, 'whatsapp')
  if (channel !== '' && channel !== 'telegram' && channel !== 'whatsapp')
    complain('kanal', `Kanal "${cellText(cells.kanal)}" tidak dikenal. Tulis telegram atau whatsapp, atau kosongkan.`)

  const language = languageOf(plain(cellText(cells.bahasa)))
  if (language === undefined)
    complain('bahasa', `Bahasa "${cellText(cells.bahasa)}" tidak dikenal. Tulis id atau en, atau kosongkan.`)

  const office = cellText(cells.opd)
  const seatCode = place?.ok === true ? place.regionCode : cellText(cells.kode_wilayah)
  const opd = office === '' ? null : book.find(seatCode, office)?.code
  if (office !== '' && position !== undefined && position !== 'opd')
    complain('opd', 'Kolom opd hanya untuk jabatan OPD. Kosongkan, atau tulis jabatannya OPD.')
  else if (opd === undefined && book.of(seatCode).length > 0) complain('opd', officeUnknown(office, seatCode, book))

  if (issues.length > 0 || position === undefined || place?.ok !== true || language === undefined || opd === undefined)
    return { issues }
  return {
    issues,
    person: {
      row,
      name,
      position,
      regionCode: place.regionCode,
      phone: phone ?? null,
      channel: channel === 'telegram' || channel === 'whatsapp' ? channel : null,
      language,
      opd,
    },
  }
}

type SeatPlace =
  | { readonly ok: true; readonly regionCode: string }
  | { readonly ok: false; readonly column: 'kode_wilayah' | 'nama_wilayah'; readonly message: string }

function seatPlace(position: Position, { cells }: SheetRow, finder: ReturnType<typeof regionFinder>): SeatPlace {
  const { levels, label } = positionFacts[position]
  const code = cellText(cells.kode_wilayah)
  const name = cellText(cells.nama_wilayah)
  // people of the whole programme leave the region empty or write a star
  if (levels.includes('programme') && (code === WHOLE_PROGRAMME || (code === '' && name === '')))
    return { ok: true, regionCode: WHOLE_PROGRAMME }
  const fitting = levels.filter((level): level is RegionLevel => level !== 'programme' && level !== 'body')
  const found = finder.find(code, name, fitting)
  if (found.ok) return { ok: true, regionCode: found.region.code }
  const column = found.column === 'code' ? 'kode_wilayah' : 'nama_wilayah'
  return { ok: false, column, message: `${label}: ${found.message}` }
}

/** Two rows for one seat: the same person twice, or two names where only one can hold the position. */
function doubled(people: readonly PersonRow[]): readonly RowIssue[] {
  const seen = new Map<string, PersonRow>()
  return people.flatMap((person): readonly RowIssue[] => {
    const { label, single } = positionFacts[person.position]
    const who = single === true ? '' : plain(person.name)
    const key = `${person.position} ${person.regionCode} ${who}`
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, person)
      return []
    }
    const same = plain(first.name) === plain(person.name)
    return [
      {
        row: person.row,
        column: same ? 'nama' : 'jabatan',
        message: same
          ? `Baris ini sama dengan baris ${first.row}. Hapus salah satunya.`
          : `${label} ${person.regionCode} sudah ada di baris ${first.row}. Hapus salah satunya atau perbaiki jabatannya.`,
      },
    ]
  })
}

function positionOf(text: string): Position | undefined {
  const wanted = plain(text)
  if (isPosition(text.toLowerCase())) return text.toLowerCase() as Position
  return positions.find((position) => {
    const { label, alsoCalled = [] } = positionFacts[position]
    return [position.replaceAll('_', ' '), label, ...alsoCalled].some((known) => plain(known) === wanted)
  })
}

function languageOf(text: string): 'id' | 'en' | undefined {
  if (['', 'id', 'indonesia', 'bahasa indonesia'].includes(text)) return 'id'
  return ['en', 'inggris', 'english'].includes(text) ? 'en' : undefined
}

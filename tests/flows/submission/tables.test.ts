import { describe, expect, test } from 'vitest'
import { SubmissionTables, type Table } from '../../../src/flows/submission/tables.ts'
import { formOf } from '../form-cast.ts'
import { form, submission, survey } from './cast.ts'

function tablesOf(...add: readonly Parameters<SubmissionTables['add']>[]): Table[] {
  const tables = new SubmissionTables({
    language: 'id',
    about: () => ({ _kode_wilayah: '81.05.01.2001' }),
    label: () => undefined,
  })
  for (const one of add) tables.add(...one)
  return tables.tables()
}

/** Rows as objects, without what is empty. */
function rowsOf(table: Table | undefined): Record<string, unknown>[] {
  return (table?.rows ?? []).map((row) =>
    Object.fromEntries(row.flatMap((cell, i) => (cell === null ? [] : [[table!.header[i]!, cell]]))),
  )
}

const one = tablesOf([submission(), { id: 9, status: 'validation_status_approved' }])
const table = (name: string, tables = one) => tables.find((other) => other.name === name)

describe('reports as tables', () => {
  test('one for the form, one for each repeat, and the words at the end', () => {
    expect(one.map(({ name }) => name)).toEqual(['coba', 'kegiatan', 'foto_kegiatan', 'kamus'])
  })

  test('a report is a row: numbers as numbers, codes with their labels, parts apart', () => {
    expect(rowsOf(table('coba'))).toEqual([
      {
        kk: 120,
        tanggal: '2024-08-12',
        hadir_total: 12,
        hadir_l: 7,
        hadir_p: 5,
        kendala: 'dana cuaca',
        'kendala::label': 'Dana, Cuaca',
        'kendala/dana': 1,
        'kendala/cuaca': 1,
        'kendala/tidak_ada': 0,
        setuju: 'ya',
        'setuju::label': 'Ya',
        _kode_wilayah: '81.05.01.2001',
        _id: 9,
        _uuid: '00000000-0000-8000-8000-000000000001',
        _submission_time: '2024-08-14T02:30:00',
        _validation_status: 'validation_status_approved',
        __version__: '1',
        _index: 1,
      },
    ])
  })

  test('an item is a row that names its parent, also inside another item', () => {
    expect(
      rowsOf(table('kegiatan')).map((row) => [
        row._index,
        row._parent_table_name,
        row._parent_index,
        row._item,
        row.cerita,
      ]),
    ).toEqual([
      [1, 'coba', 1, 'e7', '=HYPERLINK("http://jahat")'],
      [2, 'coba', 1, 'n1', 'Satu'],
      [3, 'coba', 1, 'n2', 'Dua'],
    ])
    expect(rowsOf(table('kegiatan'))[0]).toMatchObject({
      _item_label: 'Kebun jambu',
      hasil_jumlah: 2.5,
      hasil_satuan: 'ha',
    })
    expect(rowsOf(table('foto_kegiatan')).map((row) => [row._parent_table_name, row._parent_index, row.judul])).toEqual(
      [
        ['kegiatan', 1, 'Kebun & <ladang>'],
        ['kegiatan', 2, 'Pantai'],
      ],
    )
    expect(rowsOf(table('foto_kegiatan'))[0]).toMatchObject({
      _submission__id: 9,
      _submission__uuid: '00000000-0000-8000-8000-000000000001',
      _submission__validation_status: 'validation_status_approved',
    })
  })

  test('indexes go on from report to report', () => {
    const two = tablesOf([submission(), { id: 1, status: '' }], [submission(), { id: 2, status: '' }])
    expect(rowsOf(table('kegiatan', two)).map((row) => [row._index, row._parent_index])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 2],
      [5, 2],
      [6, 2],
    ])
  })

  test('two versions of a form share a table, each with its own columns', () => {
    const newer = formOf(survey.replace('name: setuju', 'name: sepakat'))
    const two = tablesOf(
      [submission(), { id: 1, status: '' }],
      [submission({ values: new Map([['sepakat', { text: 'tidak' }]]) }, newer), { id: 2, status: '' }],
    )
    expect(two.map(({ name }) => name)).toEqual(['coba', 'kegiatan', 'foto_kegiatan', 'kamus'])
    expect(rowsOf(table('coba', two)).map((row) => [row.setuju, row.sepakat])).toEqual([
      ['ya', undefined],
      [undefined, 'tidak'],
    ])
  })

  test('a repeat called like the form has a sheet of its own', () => {
    const alike = formOf('survey:\n  - { type: repeat, name: COBA, questions: [{ type: text, name: a, label: A }] }\n')
    const tables = tablesOf([
      submission({ values: new Map([['COBA[n1]/a', { text: 'x' }]]) }, alike),
      { id: 1, status: '' },
    ])
    expect(tables.map(({ name }) => name)).toEqual(['coba', 'COBA_2', 'kamus'])
  })

  test('every column and code is explained', () => {
    expect(rowsOf(table('kamus'))).toContainEqual({ tabel: 'coba', kolom: 'kendala', kode: 'cuaca', arti: 'Cuaca' })
    expect(rowsOf(table('kamus'))).toContainEqual({ tabel: 'coba', kolom: 'tanggal', jenis: 'date', soal: 'Kapan?' })
  })

  test('a report without any answer is a row all the same', () => {
    const empty = tablesOf([submission({ values: new Map(), submittedAt: undefined }), { id: 3, status: '' }])
    expect(rowsOf(table('coba', empty))).toMatchObject([{ _id: 3, _index: 1 }])
    expect(form.questions.length).toBeGreaterThan(3)
  })
})

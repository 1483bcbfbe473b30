import { deflateRawSync } from 'node:zlib'
import * as XLSX from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { checkForm } from '../../src/flows/check.ts'
import type { Finding } from '../../src/flows/form.ts'
import type { FormSource } from '../../src/flows/form-source.ts'
import { readForm } from '../../src/flows/read-form.ts'
import { readXlsForm } from '../../src/flows/xlsform/read.ts'
import { writeXlsForm } from '../../src/flows/xlsform/write.ts'
import { settings, shippedForms, shippedSource, sourceOf, withoutPlaces } from './form-cast.ts'

type Cells = readonly (readonly (string | number | boolean | null)[])[]

function workbook(sheets: Readonly<Record<string, Cells>>, bookType: XLSX.BookType = 'xlsx'): Uint8Array {
  const book = XLSX.utils.book_new()
  for (const [name, rows] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), name)
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType }) as Uint8Array)
}

function read(file: Uint8Array | string): FormSource {
  const result = readForm(file)
  if ('findings' in result) throw new Error(JSON.stringify(result.findings, null, 2))
  return result.source
}

function findings(file: Uint8Array): readonly Finding[] {
  const result = readXlsForm(file)
  return 'findings' in result ? result.findings : []
}

/** A form of one sheet of questions, and whatever else a test names. */
const survey = (rows: Cells, others: Readonly<Record<string, Cells>> = {}) => workbook({ survey: rows, ...others })

describe('a form goes out as XLSForm and comes back', () => {
  test.each(shippedForms)('%s loses nothing', (name) => {
    const source = shippedSource(name)
    expect(withoutPlaces(read(writeXlsForm(source)))).toEqual(withoutPlaces(source))
  })

  test('everything that a question can carry', () => {
    const source = sourceOf(`settings:
  form_id: coba
  form_title: { id: Coba, fr: Essai }
  version: 2
  default_language: id
  style: pages
  namespaces: esri="http://esri.com/xforms"
survey:
  - { type: geotrace, name: garis, label: Batas }
  - type: select_multiple_from_file desa.csv
    name: a
    ref: B1
    label: { id: "= 1 + 1", fr: "Quoi ?" }
    hint: { fr: Aide }
    short: { id: A, fr: B }
    example: { fr: ex }
    depth: full
    core_when: "1 = 1"
    relevant: "\${b_satuan} = 'kg'"
    required: "\${garis} != ''"
    required_message: Harus
    constraint: . != ''
    constraint_message: { id: Salah, fr: Faux }
    confirm: . = 'x'
    confirm_message: { id: Betul?, fr: Vraiment ? }
    reason: true
    previous: instance('laporan_lalu')/root/item/a
    excludes: x y
    voice: true
    source: seat
    default: 05
    read_only: true
    trigger: \${garis}
    choice_filter: desa = \${desa}
    appearance: minimal kolom
    parameters: value=kode
    save_to: nama
    media: { image: { id: a.png, fr: b.png }, big-image: { id: c.png } }
    extra: { "guidance_hint": petunjuk, "bind::odk:length": "100" }
  - type: group
    name: g
    questions:
      - { type: quantity_unit, name: b, constraint: . > 0, constraint_message: { id: Lebih, fr: Plus }, required: true, unit_family: "'kg'", save_to: hasil, default: 3 kg }
      - { type: month, name: c, appearance: minimal }
      - { type: money_idr, name: d, appearance: thousands-sep }
      - { type: phone, name: e }
      - { type: yesno, name: f }
  - type: repeat
    name: kegiatan
    over: instance('kegiatan')/root/item[desa = \${desa}]
    questions: [{ type: text, name: h, label: "\${label} \${sapaan}" }]
  - type: repeat
    name: lagi
    over: instance('kegiatan')/root/item
    repeat_count: \${d} + 1
    questions: [{ type: select_one k or_other, name: i }]
  - type: repeat
    name: bebas
    questions: [{ type: text, name: j }]
choices:
  k:
    - { name: x, label: { id: Iks, fr: Ix }, synonyms: "iks, eks", columns: { desa: "81.05", Kolom Dua: "2" }, media: { image: x.png } }
    - { name: y }
entities:
  - { list_name: kegiatan, label: "\${h}", entity_id: "\${name}", create_if: "1 = 2", update_if: "1 = 1", repeat: kegiatan }
`)
    expect(withoutPlaces(read(writeXlsForm(source)))).toEqual(withoutPlaces(source))
  })

  test('other tools find their own kinds, and rows for what only a conversation knows', () => {
    const source = sourceOf(`${settings}survey:
  - { type: yesno, name: a, label: "Halo \${sapaan}" }
  - { type: count_by_sex, name: b, label: Berapa? }
  - type: repeat
    name: kegiatan
    over: instance('kegiatan')/root/item
    questions: [{ type: money_idr, name: c, label: "\${label}" }]
`)
    const book = XLSX.read(writeXlsForm(source), { type: 'array' })
    const rows = XLSX.utils.sheet_to_json<Record<string, string>>(book.Sheets.survey!)
    expect(rows.map((row) => [row.type, row.name, row['bind::kentongan:as']])).toEqual([
      ['begin_group', 'kentongan', undefined],
      ['csv-external', 'kegiatan', undefined],
      ['hidden', 'sapaan', undefined],
      ['end_group', 'kentongan', undefined],
      ['select_one kentongan_ya_tidak', 'a', 'yesno'],
      ['begin_group', 'b', 'count_by_sex'],
      ['integer', 'b_total', undefined],
      ['integer', 'b_l', undefined],
      ['integer', 'b_p', undefined],
      ['end_group', 'b', undefined],
      ['begin_repeat', 'kegiatan', undefined],
      ['calculate', 'label', undefined],
      ['integer', 'c', 'money_idr'],
      ['end_repeat', 'kegiatan', undefined],
    ])
    expect(rows.find((row) => row.name === 'kegiatan' && row.type === 'begin_repeat')).toMatchObject({
      repeat_count: "count(instance('kegiatan')/root/item)",
      'bind::kentongan:over': "instance('kegiatan')/root/item",
    })
    expect(XLSX.utils.sheet_to_json(book.Sheets.settings!)).toMatchObject([
      { namespaces: 'kentongan="urn:kentongan:form"' },
    ])
  })

  test('a text that looks like a formula stays a text', () => {
    const source = sourceOf(`${settings}survey:\n  - { type: text, name: a, label: "=HYPERLINK(1)" }\n`)
    const cell = XLSX.read(writeXlsForm(source), { type: 'array', cellFormula: true }).Sheets.survey?.C2
    expect([cell?.t, cell?.f, cell?.v]).toEqual(['s', undefined, '=HYPERLINK(1)'])
  })
})

describe('spellings that people and older tools use', () => {
  test.each([
    ['relevance', 'relevant'],
    ['bind::relevant', 'relevant'],
    ['bind:relevant', 'relevant'],
    ['Constraint', 'constraint'],
    ['calculate', 'calculation'],
    ['Read Only', 'read_only'],
    ['readonly', 'read_only'],
    ['control::appearance', 'appearance'],
    ['jr:count', 'repeat_count'],
    ['choice filter', 'choice_filter'],
    ['bind::entities:saveto', 'save_to'],
    ['kentongan:previous', 'previous'],
    ['bind::kentongan:ref', 'ref'],
  ])('the column %s is %s', (header, field) => {
    const source = read(
      survey([
        ['type', 'name', header],
        ['text', 'a', 'x1'],
      ]),
    )
    expect(source.survey[0]).toMatchObject({ [field]: 'x1' })
  })

  test.each([
    ['label::English (en)', { label: { en: 'x' } }],
    ['Label: English', { label: { English: 'x' } }],
    ['caption', { label: { id: 'x' } }],
    ['hint :: Bahasa Indonesia (id)', { hint: { id: 'x' } }],
    ['constraint message', { constraint_message: { id: 'x' } }],
    ['bind::jr:constraintMsg::French (fr)', { constraint_message: { fr: 'x' } }],
    ['requiredMsg', { required_message: { id: 'x' } }],
    ['media::image::French (fr)', { media: { image: { fr: 'x' } } }],
    ['audio', { media: { audio: { id: 'x' } } }],
    ['bind::kentongan:short', { short: { id: 'x' } }],
    ['bind::kentongan:short-en', { short: { en: 'x' } }],
    ['bind::kentongan:example::English (en)', { example: { en: 'x' } }],
    ['catatan staf', { extra: { 'catatan staf': 'x' } }],
  ])('the column %s is read as %j', (header, expected) => {
    const rows = [
      ['type', 'name', 'default', header],
      ['text', 'a', '1', 'x'],
    ]
    const set = [['default_language'], ['Bahasa Indonesia (id)']]
    expect(read(survey(rows, { settings: set })).survey[0]).toMatchObject(expected)
  })

  test('a column without a language belongs to the default language, unless that has its own', () => {
    const rows = [
      ['type', 'name', 'label', 'label::English (en)', 'hint'],
      ['text', 'a', 'lama', 'new', 'tip'],
      ['text', 'b', 'lama', null, null],
    ]
    const source = read(survey(rows, { settings: [['default_language'], ['English']] }))
    expect(source.settings.default_language).toBe('en')
    expect(source.survey.map(({ label, hint }) => [label, hint])).toEqual([
      [{ en: 'new' }, { en: 'tip' }],
      [{ en: 'lama' }, undefined],
    ])
  })

  test('groups in every spelling, blank rows and comments between', () => {
    const source = read(
      survey([
        ['type', 'name', 'label', 'disabled'],
        ['begin group', 'g', 'G'],
        [null, null, null],
        ['begin_repeat', 'r', 'R'],
        ['text', 'a', 'A'],
        [null, null, 'nur ein Kommentar'],
        ['text', 'weg', 'X', 'yes'],
        ['end repeat'],
        ['end_group', 'g'],
        ['begin lgroup', 's', 'S'],
        ['note', null, 'Catatan'],
        ['end lgroup'],
      ]),
    )
    expect(withoutPlaces(source)).toMatchObject({
      survey: [
        { type: 'group', name: 'g', questions: [{ type: 'repeat', name: 'r', questions: [{ name: 'a' }] }] },
        { type: 'repeat', name: 's', questions: [{ name: 'generated_note_name_11' }] },
      ],
    })
  })

  test('numbers, booleans and dates are what the cell holds, not what it shows', () => {
    const rows = [
      ['type', 'name', 'required', 'default', 'constraint'],
      ['integer', 'a', true, 20_240_515_143_545, 0.1],
    ]
    const source = read(
      survey(rows, {
        choices: [
          ['list_name', 'name', 'label'],
          ['k', 1, 'Satu'],
        ],
      }),
    )
    expect(source.survey[0]).toMatchObject({ required: 'TRUE', default: '20240515143545', constraint: '0.1' })
    expect(source.choices.k?.[0]).toMatchObject({ name: '1' })
  })

  test.each(['xlsx', 'biff8', 'ods'] as const)('days and times of a spreadsheet are no numbers (%s)', (bookType) => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['type', 'name', 'default'],
      ['date', 'a', 0],
      ['time', 'b', 0],
      ['dateTime', 'c', 0],
      ['integer', 'd', 45_485],
    ])
    sheet.C2 = { t: 'n', v: 45_485, z: 'dd/mm/yyyy' }
    sheet.C3 = { t: 'n', v: 0.604_166_666_7, z: 'h:mm' }
    sheet.C4 = { t: 'n', v: 45_485.354_166_666_7, z: 'dd/mm/yyyy h:mm' }
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, sheet, 'survey')
    const source = read(new Uint8Array(XLSX.write(book, { type: 'buffer', bookType }) as Uint8Array))
    expect(source.survey.map((question) => question.default)).toEqual([
      '2024-07-12',
      '14:30',
      '2024-07-12T08:30',
      '45485',
    ])
  })

  test('curly quotes of a word processor do not spoil an expression, and stay in a text', () => {
    const source = read(
      survey([
        ['type', 'name', 'label', 'relevant'],
        ['text', 'a', 'kata “baik”', '${b} = ‘ya’'],
      ]),
    )
    expect(source.survey[0]).toMatchObject({ relevant: "${b} = 'ya'", label: { id: 'kata “baik”' } })
  })

  test('settings in every spelling, and those of other tools kept', () => {
    const set = [
      ['Form Title', 'id_string', 'version', 'style'],
      ['Judul', 'kode', 7, 'pages'],
    ]
    expect(
      read(
        survey(
          [
            ['type', 'name'],
            ['text', 'a'],
          ],
          { Settings: set },
        ),
      ).settings,
    ).toMatchObject({
      form_title: { id: 'Judul' },
      form_id: 'kode',
      version: '7',
      style: 'pages',
    })
  })

  test('a form without settings takes the id of its file', () => {
    const result = readXlsForm(
      survey([
        ['type', 'name'],
        ['text', 'a'],
      ]),
      'kebun',
    )
    expect(result).toMatchObject({ source: { settings: { form_id: 'kebun', form_title: { id: 'kebun' } } } })
  })

  test('further columns of a list are there for choice_filter', () => {
    const choices = [
      ['list name', 'value', 'caption', 'kecamatan'],
      ['desa', 'karay', 'Karay', 'kodi'],
    ]
    const source = read(
      survey(
        [
          ['type', 'name'],
          ['select one from desa', 'a'],
        ],
        { choices },
      ),
    )
    expect(withoutPlaces(source)).toMatchObject({
      choices: { desa: [{ name: 'karay', label: { id: 'Karay' }, columns: { kecamatan: 'kodi' } }] },
    })
  })
})

describe('the kind of a file is told by its content', () => {
  const rows = [
    ['type', 'name', 'label'],
    ['text', 'a', 'Apa, "ya"?'],
  ]
  const markdown = `
| survey |      |      |            |
|        | type | name | label      |
|--------|------|------|------------|
|        | text | a    | Apa, "ya"? |
`
  const csv = '"survey",,,\n,type,name,label\n,text,a,"Apa, ""ya""?"\n'
  test.each([
    ['.xlsx', workbook({ survey: rows })],
    ['.xls', workbook({ survey: rows }, 'biff8')],
    ['.ods', workbook({ survey: rows }, 'ods')],
    ['.csv with sheets', csv],
    ['.csv of one sheet', 'type,name,label\ntext,a,"Apa, ""ya""?"\n'],
    ['.csv with semicolons', 'type;name;label\ntext;a;"Apa, ""ya""?"\n'],
    ['markdown', markdown],
    ['markdown of one sheet', '| type | name | label |\n|---|---|---|\n| text | a | Apa, "ya"? |'],
    ['YAML', `${settings}survey:\n  - { type: text, name: a, label: 'Apa, "ya"?' }`],
  ])('%s', (_, file) => {
    expect(withoutPlaces(read(file)) as FormSource).toMatchObject({
      survey: [{ type: 'text', name: 'a', label: { id: 'Apa, "ya"?' } }],
    })
  })

  test('what is no form at all is said so', () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])
    expect(readForm(png)).toMatchObject({ findings: [{ code: 'unreadable' }] })
  })
})

describe('a broken workbook is answered with one clear sentence', () => {
  const head = ['type', 'name', 'label']
  test.each([
    [
      'no sheet with questions',
      workbook({ Surveys: [head, ['text', 'a']] }),
      { code: 'no_survey', says: 'Rename "surveys"' },
    ],
    [
      'no column with types',
      survey([
        ['tpye', 'name'],
        ['text', 'a'],
      ]),
      { code: 'no_column', row: 1, column: 'type', says: 'Rename "tpye"' },
    ],
    [
      'a type that does not exist',
      survey([head, ['intger', 'a']]),
      { code: 'unknown_type', row: 2, column: 'type', says: 'Did you mean "integer"?' },
    ],
    [
      'a question without a name',
      survey([head, ['text']]),
      { code: 'no_name', row: 2, column: 'name', says: 'fill the column "name"' },
    ],
    [
      'a question without a type',
      survey([head, [null, 'a', 'Apa?']]),
      { code: 'no_type', row: 2, column: 'type', says: 'has no type' },
    ],
    [
      'a group that does not end',
      survey([head, ['begin_group', 'g'], ['text', 'a']]),
      { code: 'unclosed', row: 2, says: 'end_group' },
    ],
    [
      'an end without a group',
      survey([head, ['text', 'a'], ['end_group']]),
      { code: 'unopened', row: 3, says: 'Nothing is open' },
    ],
    [
      'brackets that cross',
      survey([head, ['begin_group', 'g'], ['text', 'a'], ['end_repeat']]),
      { code: 'crossed', row: 4, says: 'group "g" of row 2' },
    ],
    [
      'a loop over no list',
      survey([head, ['begin loop', 'g'], ['text', 'a'], ['end loop']]),
      { code: 'unknown_type', row: 2, says: 'begin_loop over LIST' },
    ],
    [
      'a choice without a name',
      survey([head, ['text', 'a']], {
        choices: [
          ['list_name', 'name'],
          ['k', null],
        ],
      }),
      { code: 'no_name', sheet: 'choices', row: 2, says: 'no name' },
    ],
  ])('%s', (_, file, { says, ...expected }) => {
    const found = findings(file)
    expect(found[0]).toMatchObject({ level: 'error', ...expected })
    expect(found[0]?.message).toContain(says)
  })

  test('what only the compiler sees is said with sheet, row and column too', () => {
    const file = survey([
      ['type', 'name', 'relevant'],
      ['text', 'a', "${zz} = 'x'"],
    ])
    expect(checkForm(file).findings[0]).toMatchObject({
      code: 'unknown_name',
      sheet: 'survey',
      row: 2,
      column: 'relevant',
    })
  })
})

describe('a file that means harm, or was cut off, is refused within limits', () => {
  const xlsx = workbook({
    survey: [
      ['type', 'name'],
      ['text', 'a'],
    ],
  })
  test.each([
    ['a zip that unpacks to far too much', bomb(), 'more than can be read'],
    ['a zip that lies about its size', bomb(10), 'more than can be read'],
    ['a workbook cut off half way', xlsx.slice(0, xlsx.length / 2), 'cut off'],
    ['a zip that is no workbook', zip([{ name: 'a.txt', data: deflateRawSync('halo'), size: 4 }]), 'cannot be read'],
    [
      'more rows than a form has',
      new TextEncoder().encode(`type,name\n${'text,a\n'.repeat(20_002)}`),
      'more than 20000 rows',
    ],
    ['more bytes than a form has', new Uint8Array(8_000_001), 'larger than 8 MB'],
  ])('%s', (_, file, says) => {
    const [finding] = findings(file)
    expect(finding?.level).toBe('error')
    expect(finding?.message).toContain(says)
    expect(finding?.message.length).toBeLessThan(200)
  })
})

/** 80 MB of blanks in 80 KB, with the size told truly or not. */
function bomb(size = 80_000_000): Uint8Array {
  return zip([{ name: 'xl/workbook.xml', data: deflateRawSync(Buffer.alloc(80_000_000, 32)), size }])
}

function zip(files: readonly { name: string; data: Uint8Array; size: number }[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, data, size } of files) {
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(data.length, 14)
    head.writeUInt32LE(size, 18)
    head.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), data])
    const entry = Buffer.alloc(16)
    entry.writeUInt32LE(at, 12)
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), head, entry.subarray(2), Buffer.from(name)]),
    )
    parts.push(local)
    at += local.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(at, 12)
  return new Uint8Array(Buffer.concat([...parts, ...directory, Buffer.from('PK\u0005\u0006'), end]))
}

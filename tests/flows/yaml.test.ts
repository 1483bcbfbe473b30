import { describe, expect, test } from 'vitest'
import { readYaml } from '../../src/flows/yaml/read.ts'
import { writeYaml } from '../../src/flows/yaml/write.ts'
import { settings, shippedForms, shippedSource, sourceOf, withoutPlaces } from './form-cast.ts'

describe('reading a form from YAML', () => {
  test('every scalar stays the text that was typed', () => {
    const source = sourceOf(`settings:
  form_id: coba
  version: 1.10
survey:
  - type: integer
    name: "01"
    default: 0
    required: true
choices:
  jawab:
    - name: no
    - name: 007
`)
    expect(source.settings.version).toBe('1.10')
    expect(source.survey[0]).toMatchObject({ name: '01', default: '0', required: 'true' })
    expect(source.choices.jawab?.map((choice) => choice.name)).toEqual(['no', '007'])
  })

  test('a text without a language is one of the default language', () => {
    const source = sourceOf(`${settings}survey:
  - { type: text, name: a, label: Apa kabar? }
  - { type: text, name: b, label: { id: Siapa?, en: Who? } }
`)
    expect(source.settings.default_language).toBe('id')
    expect(source.survey.map((node) => node.label)).toEqual([{ id: 'Apa kabar?' }, { id: 'Siapa?', en: 'Who?' }])
  })

  test('nodes, choices and entities know their line', () => {
    const source = sourceOf(`${settings}survey:
  - type: repeat
    name: r
    questions:
      - type: select_one status
        name: s
choices:
  status:
    - name: ya
entities:
  - list_name: kegiatan
`)
    expect([source.survey[0]?.row, source.survey[0]?.questions?.[0]?.row]).toEqual([6, 9])
    expect([source.choices.status?.[0]?.row, source.entities[0]?.row]).toEqual([13, 15])
  })

  test.each([
    ['select_one status', { type: 'select_one', list: 'status' }],
    ['select one from status', { type: 'select_one', list: 'status' }],
    ['select1 status', { type: 'select_one', list: 'status' }],
    ['select_one status or_other', { type: 'select_one', list: 'status', or_other: true }],
    ['select_multiple_from_file desa.csv', { type: 'select_multiple', list: 'desa.csv' }],
    ['add select multiple prompt using status', { type: 'select_multiple', list: 'status' }],
    ['rank status', { type: 'rank', list: 'status' }],
    ['select_one ${nama_anak}', { type: 'select_one', list: '${nama_anak}' }],
    ['int', { type: 'integer' }],
    ['datetime', { type: 'dateTime' }],
    ['photo', { type: 'image' }],
    ['gps', { type: 'geopoint' }],
    ['trigger', { type: 'acknowledge' }],
    ['phone number', { type: 'phone', extra: { type: 'phone number' } }],
    ['geotrace', { type: 'hidden', extra: { type: 'geotrace' } }],
  ])('the type "%s" is understood', (type, expected) => {
    const source = sourceOf(`${settings}survey:\n  - type: ${type}\n    name: a\n`)
    expect(source.survey[0]).toMatchObject(expected)
  })
})

describe('a broken YAML form is answered with one clear sentence', () => {
  const survey = (lines: string) => `${settings}survey:\n${lines}`
  test.each([
    [
      'an unknown key',
      survey('  - type: text\n    name: a\n    relevent: x\n'),
      { code: 'unknown_key', row: 8, column: 'relevent', name: 'a', says: 'Did you mean "relevant"?' },
    ],
    [
      'a key of the form itself',
      `${settings}survei:\n  - a\nsurvey: []\n`,
      { code: 'unknown_key', row: 5, says: 'Did you mean "survey"?' },
    ],
    [
      'a type that does not exist',
      survey('  - type: intager\n    name: a\n'),
      { code: 'unknown_type', row: 6, name: 'a', says: 'Did you mean "integer"?' },
    ],
    [
      'a question without a type',
      survey('  - name: a\n'),
      { code: 'missing', row: 6, name: 'a', says: '"type" of "a" is missing' },
    ],
    [
      'a select without a list',
      survey('  - type: select_one\n    name: a\n'),
      { code: 'no_list', row: 6, name: 'a', says: 'write "select_one LIST"' },
    ],
    [
      'a group without questions',
      survey('  - type: group\n    name: a\n'),
      { code: 'wrong_questions', row: 6, name: 'a', says: 'has no "questions:"' },
    ],
    [
      'a question with questions',
      survey('  - type: text\n    name: a\n    questions: []\n'),
      { code: 'wrong_questions', row: 6, name: 'a', says: 'is no group' },
    ],
    [
      'an end row, which only spreadsheets need',
      survey('  - type: end_group\n    name: a\n'),
      { code: 'unknown_type', row: 6, says: 'no end' },
    ],
    [
      'a depth that does not exist',
      survey('  - type: text\n    name: a\n    depth: deep\n'),
      { code: 'wrong_value', row: 8, name: 'a', says: 'core, full' },
    ],
    [
      'a label that is a list',
      survey('  - type: text\n    name: a\n    label: [x]\n'),
      { code: 'wrong_shape', row: 8, name: 'a', says: 'must be a text, or texts by language' },
    ],
    [
      'a comma in a short map',
      survey('  - type: text\n    name: a\n    label: { id: Ya, tentu, en: Yes }\n'),
      { code: 'wrong_shape', row: 8, name: 'a', says: 'in quotes where they have a comma' },
    ],
    [
      'a colon in a text',
      survey('  - type: text\n    name: a\n    label: Contoh: 5\n'),
      { code: 'yaml', row: 8, says: '"quotes"' },
    ],
    [
      'the same key twice',
      survey('  - type: text\n    type: date\n    name: a\n'),
      { code: 'yaml', row: 7, says: 'unique' },
    ],
    ['no survey', settings, { code: 'missing', says: '"survey" is missing' }],
    ['nothing at all', '', { code: 'wrong_shape', says: 'The form must be a map' }],
  ])('%s', (_, yaml, { says, ...expected }) => {
    const read = readYaml(yaml)
    expect(read).toHaveProperty('findings')
    const findings = 'findings' in read ? read.findings : []
    expect(findings[0]).toMatchObject({ level: 'error', ...expected })
    expect(findings[0]?.message).toContain(says)
    expect(findings).toHaveLength(1)
  })

  test.each([
    ['brackets without end', '['.repeat(100_000)],
    [
      'aliases that multiply',
      `a: &a [1,1,1,1,1,1,1,1]\nb: &b [${'*a,'.repeat(20)}]\nc: &c [${'*b,'.repeat(20)}]\nd: [${'*c,'.repeat(20)}]`,
    ],
    [
      'groups inside groups',
      `${settings}survey: ${'[{type: group, name: a, questions: '.repeat(30)}[]${'}]'.repeat(30)}`,
    ],
    ['more text than a form has', 'x'.repeat(4_000_001)],
  ])('%s is refused, not run', (_, yaml) => {
    expect(readYaml(yaml)).toHaveProperty('findings')
  })
})

describe('writing a form as YAML', () => {
  test.each(shippedForms)('%s comes back as it was', (name) => {
    const source = shippedSource(name)
    expect(withoutPlaces(sourceOf(writeYaml(source)))).toEqual(withoutPlaces(source))
  })

  test('writing again what was read changes nothing', () => {
    const once = writeYaml(shippedSource('pemantauan-desa'))
    expect(writeYaml(sourceOf(once))).toBe(once)
  })

  test('texts that YAML could take for something else survive', () => {
    const label = { id: '- "ya": #1 {x}, *tebal* & 50 % \\ \'k\'\nbaris dua\n', en: 'true' }
    const source = {
      settings: { form_id: 'coba', form_title: { id: '~' }, version: '0x1F', default_language: 'id' },
      survey: [{ type: 'text' as const, name: 'a', label, default: ' spasi ', relevant: "${b} != 'x: y'" }],
      choices: { no: [{ name: 'null', label: { id: '2024-08-14' }, columns: { desa: '81.05', 'kolom 2': '' } }] },
      entities: [],
    }
    expect(withoutPlaces(sourceOf(writeYaml(source)))).toEqual(source)
  })
})

import { describe, expect, test } from 'vitest'
import { checkForm } from '../../src/flows/check.ts'
import { writeXlsForm } from '../../src/flows/xlsform/write.ts'
import { writeYaml } from '../../src/flows/yaml/write.ts'
import { withoutPlaces } from './form-cast.ts'

/**
 * Workbooks as people hand them round, in markdown: whatever in them is not used is said, with its sheet, row and
 * column. Nothing is left out silently.
 */

/** `EX` is the column for examples. */
const checked = (tables: string) => checkForm(tables.trim().replace('EX', 'bind::kentongan:example'), 'formulir')
const found = (tables: string) =>
  checked(tables).findings.map(({ level, code, sheet, row, column }) =>
    [level, code, sheet, row, column].filter((part) => part !== undefined).join(' '),
  )

const plain = `
| survey |
| | type | name | label | EX |
| | text | a | A? | b |
`

describe('what is not used is said', () => {
  test.each([
    [
      'a mistyped column',
      plain.replace('label', 'lable'),
      ['warning unknown_column survey 2 lable', 'warning no_label survey 3 label'],
    ],
    ['a column of somebody’s own', plain.replace('EX', 'EX | catatan'), ['warning unknown_column survey 2 catatan']],
    ['two columns of one meaning', plain.replace('EX', 'caption'), ['error duplicate_column survey 2 caption']],
    [
      'cells under no header',
      plain.replace('EX', '').replace('| b |', '| catatan |'),
      ['warning no_header survey 3', 'warning no_example survey 3 example'],
    ],
    [
      'a mistyped sheet',
      `${plain}| choice |\n| | list_name | name |\n| | k | x |\n`,
      ['warning sheet_left_out choice'],
    ],
    ['a map’s tags', `${plain}| osm |\n| | list_name | name |\n| | k | x |\n`, ['warning sheet_left_out osm']],
    [
      'a row with a text alone',
      plain.replace('| | text', '| | | | Bagian satu | |\n| | text'),
      ['warning row_left_out survey 3 type'],
    ],
    [
      'a row with a name and no type',
      plain.replace('| | text', '| | | b | B? | |\n| | text'),
      ['error no_type survey 3 type'],
    ],
    [
      'a choice of no list',
      `${plain}| choices |\n| | list_name | name | label |\n| | k | x | X |\n| | | y | Y |\n`,
      ['error no_list_name choices 7 list_name'],
    ],
    [
      'a mistyped setting',
      `${plain}| settings |\n| | form_id | defualt_language |\n| | f | id |\n`,
      ['warning unknown_setting settings 6 defualt_language'],
    ],
    [
      'a second row of settings',
      `${plain}| settings |\n| | form_id |\n| | f |\n| | g |\n`,
      ['warning second_settings settings 7'],
    ],
    [
      'a key for encryption',
      `${plain}| settings |\n| | form_id | public_key |\n| | f | MIIB |\n`,
      ['warning not_for_chat settings 6 public_key'],
    ],
    [
      'a language that no text has',
      `${plain.replace('label', 'label::English (en)')}| settings |\n| | form_id | default_language |\n| | f | Tetun |\n`,
      [
        'warning no_such_language settings 6 default_language',
        'warning no_translation survey 3 label',
        'warning no_translation survey 3 example',
      ],
    ],
    [
      'a word in place of an expression',
      plain.replace('EX', 'required').replace('| b |', '| mungkin |'),
      ['error bare_word survey 3 required', 'warning no_example survey 3 example'],
    ],
    [
      'a parameter that nobody knows',
      `| survey |\n| | type | name | label | parameters |\n| | range | a | A? | start=0 stop=5 |`,
      ['warning unknown_parameter survey 3 parameters'],
    ],
    [
      'a scale of words',
      `| survey |\n| | type | name | label | parameters |\n| | range | a | A? | start=nol end=5 |`,
      ['error bad_parameter survey 3 parameters'],
    ],
    [
      'a filter over a column that is not there',
      `| survey |
| | type | name | label | choice_filter | EX |
| | text | a | A? | | b |
| | select_one k | c | C? | kec = \${a} | |
| choices |
| | list_name | name | label | kab |
| | k | x | X | y |`,
      ['error no_such_column survey 4 choice_filter'],
    ],
    [
      'what a group has no use for',
      `| survey |
| | type | name | label | required | EX |
| | begin_group | g | G | yes | |
| | text | a | A? | | b |
| | end_group | | | | |`,
      ['warning not_for_groups survey 3 required'],
    ],
  ])('%s', (_, tables, expected) => {
    expect(found(tables)).toEqual(expected)
  })
})

describe('entities', () => {
  const entity = (header: string, row: string, saveTo = 'nama') => `
| survey |
| | type | name | label | EX | save_to |
| | text | a | A? | b | ${saveTo} |
| entities |
| | list_name | ${header} |
| | pohon | ${row} |
`
  test.each([
    ['a new one each time', entity('label', '${a}'), []],
    ['updated', entity('entity_id', '${a}'), []],
    [
      'one or the other',
      entity('label | entity_id | create_if | update_if', "${a} | ${a} | ${a} = '' | ${a} != ''"),
      [],
    ],
    ['a column that it does not know', entity('lable', '${a}'), ['error unknown_column entities 5 lable']],
    ['created without a name', entity('create_if', "${a} != ''"), ['error no_entity_label entities 6 label']],
    [
      'updated without saying which',
      entity('label | update_if', "${a} | ${a} != ''"),
      ['error no_entity_id entities 6 entity_id'],
    ],
    [
      'created although it has an id',
      entity('label | entity_id | create_if', "${a} | ${a} | ${a} != ''"),
      ['error no_update_if entities 6 update_if'],
    ],
    ['a property that is taken', entity('label', '${a}', 'name'), ['error bad_name survey 3 save_to']],
    ['a property with a blank', entity('label', '${a}', 'nama desa'), ['error bad_name survey 3 save_to']],
    ['another list', entity('label', '${a}', 'phon#nama'), ['error no_such_list survey 3 save_to']],
    [
      'no list at all',
      '| survey |\n| | type | name | label | EX | save_to |\n| | text | a | A? | b | nama |',
      ['error no_entities survey 3 save_to'],
    ],
  ])('%s', (_, tables, expected) => {
    expect(found(tables)).toEqual(expected)
  })
})

describe('a loop over a list', () => {
  const loop = `
| survey |
| | type | name | label::id | label::en | required |
| | begin loop over ternak | hewan | Hewan | Animals | |
| | integer | ekor | Berapa ekor %(label)s? Contoh: 3 | How many %(label)s? Example: 3 | yes |
| | end loop | | | | |
| choices |
| | list_name | name | label::id | label::en |
| | ternak | ayam | ayam | chickens |
| | ternak | babi | babi | pigs |
`
  test('is asked once for every choice, in its words', () => {
    const { form, findings } = checked(loop)
    expect(findings).toEqual([])
    const scope = { node: { name: '', parent: undefined, position: 1, text: () => '', children: () => [] } }
    const texts = form?.questions.map((question) => [
      [...question.parents.map(({ name }) => name), question.name].join('/'),
      question.label?.in('en').render(scope as never, (_name, value) => value),
    ])
    expect(texts).toEqual([
      ['hewan/ayam/ekor', 'How many chickens? Example: 3'],
      ['hewan/babi/ekor', 'How many pigs? Example: 3'],
    ])
  })

  test('goes out and comes back as a loop', () => {
    const { source } = checked(loop)
    for (const out of [writeXlsForm(source!), writeYaml(source!)])
      expect(withoutPlaces(checkForm(out).source!)).toEqual(withoutPlaces(source!))
  })

  test('over a list that is not there', () => {
    expect(found(loop.replace('over ternak', 'over trnak'))).toContain('error no_such_list survey 3 type')
  })
})

test('a form id of several words goes back out as it was', () => {
  const tables = `${plain}| settings |\n| | form_id |\n| | Survei 2024 (baru) |\n`
  const { source, form, findings } = checked(tables)
  expect(findings.map(({ code }) => code)).toEqual(['form_id_changed'])
  expect(form?.id).toBe('Survei_2024_baru')
  const back = checkForm(writeXlsForm(source!))
  expect(withoutPlaces(back.source!)).toEqual(withoutPlaces(source!))
  expect(checkForm(plain.trim(), '2024 survei (1)').form?.id).toBe('form_2024_survei_1')
})

import { describe, expect, test } from 'vitest'
import { compileForm } from '../../src/flows/compile.ts'
import { componentsOf } from '../../src/flows/components.ts'
import { findingsOf, formOf, questionOf, settings, sourceOf } from './form-cast.ts'

const scope = {
  node: { name: 'x', parent: undefined, position: 1, text: () => '', children: () => [] },
  now: 0,
  zone: 'UTC',
}
const nothing = { ...scope, resolve: () => [], instance: () => undefined }

describe('a broken form is answered with one clear sentence that names row and remedy', () => {
  test.each([
    [
      'a name with a blank',
      `survey:
  - { type: text, name: nama desa }`,
      { code: 'bad_name', row: 6, column: 'name', says: 'without blanks' },
    ],
    [
      'the same name twice in one group, in whatever case',
      `survey:
  - { type: text, name: a }
  - { type: text, name: A }`,
      { code: 'duplicate_name', row: 7, column: 'name', says: 'also in row 6' },
    ],
    [
      'a list that does not exist',
      `survey:
  - { type: select_one keadan, name: a }
choices:
  keadaan: [{ name: baik }]`,
      { code: 'no_such_list', row: 6, column: 'type', says: 'Did you mean "keadaan"?' },
    ],
    [
      'a choice twice in a list',
      `survey:
  - { type: select_one k, name: a }
choices:
  k: [{ name: baik }, { name: baik }]`,
      { code: 'duplicate_choice', row: 8, column: 'name', says: 'twice' },
    ],
    [
      'a blank in the name of a choice of which several may be chosen',
      `survey:
  - { type: select_multiple k, name: a }
choices:
  k: [{ name: baik sekali }]`,
      { code: 'blank_in_choice', row: 8, says: 'write _ instead' },
    ],
    [
      'a choice that excludes others and is not there',
      `survey:
  - { type: select_multiple k, name: a, excludes: tidak_da }
choices:
  k: [{ name: tidak_ada }]`,
      { code: 'no_such_choice', row: 6, column: 'excludes', says: 'Did you mean "tidak_ada"?' },
    ],
    [
      'a reference to a question that is not there',
      `survey:
  - { type: integer, name: hadir }
  - { type: text, name: b, relevant: "\${hadr} > 0" }`,
      { code: 'unknown_name', row: 7, column: 'relevant', name: 'b', says: 'Did you mean "hadir"?' },
    ],
    [
      'a reference in a text',
      `survey:
  - { type: text, name: b, label: "Halo \${siapa}" }`,
      { code: 'unknown_name', row: 6, column: 'label', says: '${siapa}' },
    ],
    [
      'a property of the plan outside the repeat over the plan',
      `survey:
  - { type: text, name: b, label: "Target \${target}" }`,
      { code: 'unknown_name', row: 6, column: 'label', says: '${target}' },
    ],
    [
      'an expression that ends too early',
      `survey:
  - { type: integer, name: b, constraint: ". > " }`,
      { code: 'syntax', row: 6, column: 'constraint', says: '"constraint" of "b"' },
    ],
    [
      'a function that does not exist',
      `survey:
  - { type: integer, name: b, relevant: "jumlah(1)" }`,
      { code: 'unknown_function', row: 6, column: 'relevant', says: 'jumlah' },
    ],
    [
      'two rules that need each other',
      `survey:
  - { type: text, name: a, relevant: "\${b} = 'x'" }
  - { type: text, name: b, relevant: "\${a} = 'x'" }`,
      { code: 'circle', row: 6, column: 'relevant', says: 'a → b → a' },
    ],
    [
      'a group that needs a question inside it',
      `survey:
  - type: group
    name: g
    relevant: "\${a} = 'x'"
    questions:
      - { type: text, name: a }`,
      { code: 'circle', row: 10, says: 'a → a' },
    ],
    [
      'calculations that need each other',
      `survey:
  - { type: calculate, name: a, calculation: "\${c} + 1" }
  - { type: calculate, name: b, calculation: "\${a} + 1" }
  - { type: calculate, name: c, calculation: "\${b} + 1" }`,
      { code: 'circle', row: 6, column: 'calculation', says: 'a → c → b → a' },
    ],
    [
      'a calculation without one',
      `survey:
  - { type: calculate, name: a }`,
      { code: 'no_calculation', row: 6, column: 'calculation', says: 'fill "calculation"' },
    ],
    [
      'a soft check without its sentence',
      `survey:
  - { type: integer, name: a, confirm: ". > 100" }`,
      { code: 'no_confirm_message', row: 6, column: 'confirm_message', says: 'Betul?' },
    ],
    [
      'a question with the name of a part of another answer',
      `survey:
  - { type: count_by_sex, name: hadir }
  - { type: integer, name: hadir_l }`,
      { code: 'component_name', row: 7, column: 'name', says: 'part of the answer to "hadir"' },
    ],
    [
      'a name that two questions share, used as a reference',
      `survey:
  - { type: group, name: g, questions: [{ type: text, name: a }] }
  - { type: group, name: h, questions: [{ type: text, name: a }] }
  - { type: text, name: b, relevant: "\${a} != ''" }`,
      { code: 'ambiguous_name', row: 8, says: 'rename one of them' },
    ],
    [
      'an entity on something that is no repeat',
      `survey:
  - { type: text, name: a }
entities:
  - { list_name: kegiatan, label: "\${a}", repeat: a }`,
      { code: 'no_such_repeat', row: 8, says: 'no repeat' },
    ],
    [
      'more rows than can be run',
      `survey:\n${Array.from({ length: 3001 }, (_, i) => `  - { type: note, name: n${i} }`).join('\n')}`,
      { code: 'too_many_questions', says: 'Split it' },
    ],
    ['no questions', 'survey: []', { code: 'empty', says: 'no questions' }],
  ])('%s', (_, survey, { says, ...expected }) => {
    const errors = findingsOf(survey).filter((finding) => finding.level === 'error')
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatchObject(expected)
    expect(errors[0]?.message).toContain(says)
    expect(errors[0]?.message).toMatch(/[.?]$/)
  })

  test('everything that is wrong is said at once, from top to bottom', () => {
    const survey = `survey:
  - { type: integer, name: a, constraint: ". > " }
  - { type: integer, name: b, relevant: "\${z} = 1" }
  - { type: select_one k, name: c }`
    expect(findingsOf(survey).map((finding) => finding.code)).toEqual(['syntax', 'unknown_name', 'no_such_list'])
  })
})

test('a title whose reference is cut short is told before the form can be installed', () => {
  const titled = settings.replace('form_title: Coba', 'form_title: "Laporan ${desa"')
  const compiled = compileForm(sourceOf(`${titled}survey:\n  - { type: text, name: desa }`))
  expect(compiled).not.toHaveProperty('form')
  expect(compiled.findings).toMatchObject([{ level: 'error', column: 'form_title' }])
})

describe('what a compiled form knows', () => {
  test('calculations come after what they need', () => {
    const form = formOf(`survey:
  - { type: calculate, name: c, calculation: "\${b} + 1" }
  - { type: calculate, name: b, calculation: "\${a} + 1" }
  - { type: integer, name: a }`)
    expect(form.calculations.map((question) => question.name)).toEqual(['b', 'c'])
  })

  test('dependants reach through relevance and calculation, and stop at texts', () => {
    const form = formOf(`survey:
  - { type: integer, name: a }
  - { type: calculate, name: b, calculation: "\${a} + 1" }
  - { type: text, name: c, label: "Sudah \${b}" }
  - { type: text, name: d, relevant: "\${b} > 3" }
  - { type: text, name: e, constraint: "\${d} != ''" }
  - { type: text, name: f, relevant: "\${c} = 'x'" }`)
    expect(form.dependants.get('a')).toEqual(['b', 'c', 'd', 'e'])
    expect(form.dependants.get('b')).toEqual(['c', 'd', 'e'])
    expect(form.dependants.get('c')).toEqual(['f'])
    expect(form.dependants.get('f')).toBeUndefined()
  })

  test('what stands in a group hangs on what the group hangs on', () => {
    const form = formOf(`survey:
  - { type: yesno, name: ada }
  - type: group
    name: g
    relevant: "\${ada} = 'ya'"
    questions:
      - { type: text, name: a }
      - { type: text, name: b, relevant: "../a = 'x'" }`)
    expect(form.dependants.get('ada')).toEqual(['g', 'a', 'b'])
    expect(form.dependants.get('a')).toEqual(['b'])
  })

  test('compound answers can be named by their parts', () => {
    const form = formOf(`survey:
  - { type: count_by_sex, name: hadir }
  - { type: quantity_unit, name: hasil }
  - { type: integer, name: a, constraint: ". <= \${hadir_total} - \${hadir_p}", relevant: "\${hasil_satuan} = 'ekor'" }`)
    expect(componentsOf(questionOf(form, 'hadir')).map((part) => part.name)).toEqual([
      'hadir_total',
      'hadir_l',
      'hadir_p',
    ])
    expect(componentsOf(questionOf(form, 'hasil')).map((part) => part.part)).toEqual(['jumlah', 'satuan'])
    expect(componentsOf(questionOf(form, 'a'))).toEqual([])
    expect(form.components.get('hadir_l')?.question.name).toBe('hadir')
    expect(form.dependants.get('hadir')).toEqual(['a'])
    expect(form.dependants.get('hasil')).toEqual(['a'])
  })

  test('inside a repeat over the plan its properties can be named', () => {
    const form = formOf(`survey:
  - type: repeat
    name: kegiatan
    over: instance('kegiatan')/root/item[desa = \${desa}]
    questions:
      - { type: integer, name: hasil, label: "\${label}: rencana \${target} \${satuan}", confirm: ". > 1.5 * \${target}", confirm_message: Betul? }`)
    expect(form.mainRepeat?.name).toBe('kegiatan')
    expect(questionOf(form, 'hasil').repeat?.over?.instances).toEqual(['kegiatan'])
  })

  test.each([
    ['true', true],
    ['yes', true],
    ['TRUE', true],
    ['true()', true],
    ['false', undefined],
    ['no', undefined],
    ['1 = 2', false],
  ])('required: %s', (written, expected) => {
    const form = formOf(`survey:\n  - { type: text, name: a, required: "${written}" }`)
    expect(questionOf(form, 'a').required?.evaluate(nothing).value).toBe(expected)
  })

  test.each([
    ['text', 'http://contoh.id', 'http://contoh.id'],
    ['text', 'laki-laki', 'laki-laki'],
    ['text', `it's "so"`, `it's "so"`],
    ['text', 'bahan (alat)', 'bahan (alat)'],
    ['date', '2024-08-14', '2024-08-14'],
    ['integer', '5', '5'],
    ['text', "concat('a', 'b')", 'ab'],
    ['integer', '2 + 3', 5],
  ])('the default of a %s, %s, is %s', (type, written, expected) => {
    const form = formOf(`survey:\n  - type: ${type}\n    name: a\n    default: ${JSON.stringify(written)}\n`)
    expect(questionOf(form, 'a').default?.evaluate(nothing).value).toBe(expected)
  })

  test('a question takes its depth from its group, and a group is entered for what it holds', () => {
    const form = formOf(`survey:
  - type: group
    name: g
    depth: core
    questions: [{ type: text, name: a }, { type: text, name: b, depth: full }]
  - type: group
    name: h
    questions: [{ type: text, name: c }, { type: text, name: d, depth: core }]
  - { type: text, name: e }`)
    const depths = Object.fromEntries(
      ['g', 'a', 'b', 'h', 'c', 'd', 'e'].map((name) => [name, form.byName.get(name)?.depth]),
    )
    expect(depths).toEqual({ g: 'core', a: 'core', b: 'full', h: 'core', c: 'full', d: 'core', e: 'full' })
  })

  test('a form that speaks of no depth is asked whole in a core round', () => {
    const form = formOf('survey:\n  - { type: text, name: a }')
    expect(form.questions[0]?.depth).toBe('core')
  })

  test('a text falls back to the default language', () => {
    const form = formOf(`survey:
  - { type: text, name: a, label: { id: Apa?, en: What? } }
  - { type: text, name: b, label: Siapa? }`)
    expect(form.languages).toEqual(['id', 'en'])
    expect(questionOf(form, 'a').label?.in('en').source).toBe('What?')
    expect(questionOf(form, 'b').label?.in('en').source).toBe('Siapa?')
    expect(questionOf(form, 'a').label?.in('fr').source).toBe('Apa?')
  })

  test('words, parameters and triggers are taken apart', () => {
    const form = formOf(`survey:
  - { type: integer, name: a }
  - { type: range, name: b, parameters: "start=1; end=5 step=2", appearance: "minimal  likert", trigger: "\${a}" }
  - { type: select_one k, name: c }
choices:
  k: [{ name: x, synonyms: "sudah jalan, jalan" }, { name: y, synonyms: belum lum }]`)
    expect(questionOf(form, 'b').parameters).toEqual({ start: '1', end: '5', step: '2' })
    expect(questionOf(form, 'b').appearances).toEqual(['minimal', 'likert'])
    expect(questionOf(form, 'b').triggers).toEqual(['a'])
    expect(form.choices.get('k')?.map((choice) => choice.synonyms)).toEqual([
      ['sudah jalan', 'jalan'],
      ['belum', 'lum'],
    ])
  })

  test('or_other brings a choice, and a text behind the question', () => {
    const form = formOf(`survey:
  - { type: select_multiple k or_other, name: a }
  - { type: text, name: b, relevant: "\${a_other} = 'x'" }
choices:
  k: [{ name: x }]`)
    expect(form.questions.map((question) => question.name)).toEqual(['a', 'a_other', 'b'])
    expect(form.choices.get('k')?.map((choice) => choice.label.in('id').source)).toEqual(['x', 'Lainnya'])
    expect(form.dependants.get('a')).toEqual(['a_other', 'b'])
    expect(form.source.survey).toHaveLength(2)
  })

  test('entities know their repeat and what is saved to them', () => {
    const form = formOf(`survey:
  - type: repeat
    name: kegiatan
    over: instance('kegiatan')/root/item
    questions: [{ type: text, name: keadaan, save_to: status }]
  - { type: text, name: kabar, save_to: kabar }
entities:
  - { list_name: kegiatan, entity_id: "\${name}", update_if: "\${keadaan} != ''", repeat: kegiatan }`)
    const [entity] = form.entities
    expect(entity?.repeat?.name).toBe('kegiatan')
    expect(entity?.saves.map(({ question, property }) => [question.name, property])).toEqual([['keadaan', 'status']])
  })

  test('a list that nobody has is only a warning, for it may be attached later', () => {
    const compiled = compileForm(
      sourceOf(`${settings}survey:
  - { type: calculate, name: a, calculation: "instance('harga')/root/item[name = 'beras']/rp" }`),
    )
    expect(compiled).toHaveProperty('form')
    expect(compiled.findings.map((finding) => [finding.level, finding.code])).toEqual([['warning', 'unknown_instance']])
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { componentParts } from '../../src/flows/components.ts'
import { type FormSource, type NodeSource, questionTypes } from '../../src/flows/form-source.ts'
import { readXlsForm } from '../../src/flows/xlsform/read.ts'
import { writeXlsForm } from '../../src/flows/xlsform/write.ts'
import { readYaml } from '../../src/flows/yaml/read.ts'
import { writeYaml } from '../../src/flows/yaml/write.ts'
import { withoutPlaces } from './form-cast.ts'

/** Any form, however odd: what one writer writes its reader must give back, to the last sign. */
const word = fc.constantFrom('a', 'hadir', 'nama_desa', 'x.1', 'Ünlü', 'label', 'type', 'null', 'yes', 'e5')
const text = fc
  .array(
    fc.constantFrom(
      'Apa',
      'kabar?',
      '${sapaan}',
      '= 1',
      '"kutip"',
      "'",
      ': ',
      '#',
      '- ',
      '{',
      ']',
      '%',
      '|',
      '\n',
      ',',
      '😀',
      '<br>',
      'ya',
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(' ').trim())
  .filter((one) => one !== '')
const expression = fc.constantFrom(
  '. > 1',
  "${a} = 'ya'",
  'selected(${a}, "x")',
  '1',
  "instance('kegiatan')/root/item[a = ${b}]",
  'true()',
)
const texts = fc.oneof(fc.record({ id: text }), fc.record({ id: text, en: text }), fc.record({ en: text }))
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 })

const fields = {
  label: optional(texts),
  hint: optional(texts),
  relevant: optional(expression),
  required: optional(fc.oneof(fc.constantFrom('true', 'yes'), expression)),
  required_message: optional(texts),
  constraint: optional(expression),
  constraint_message: optional(texts),
  default: optional(text),
  appearance: optional(fc.constantFrom('minimal', 'month-year', 'numbers kolom', 'opening')),
  save_to: optional(word),
  ref: optional(fc.constantFrom('A1', '12', '7a')),
  short: optional(texts),
  example: optional(texts),
  depth: optional(fc.constantFrom('core' as const, 'full' as const)),
  core_when: optional(expression),
  confirm: optional(expression),
  confirm_message: optional(texts),
  reason: optional(fc.constant(true as const)),
  previous: optional(expression),
  voice: optional(fc.constant(true as const)),
  media: optional(fc.record({ image: texts })),
  extra: optional(fc.record({ catatan: text })),
}
const plainTypes = questionTypes.filter((type) => !type.startsWith('select_') && type !== 'rank')
const question = fc.record({ type: fc.constantFrom(...plainTypes), name: word, ...fields }).map(({ type, ...rest }) => {
  // a group has no hint and no media in ODK, so a compound answer has none either
  const { hint, media, ...without } = rest
  return (componentParts[type] ? { type, ...without } : { type, ...rest, hint, media }) as NodeSource
})
const select = fc
  .record({
    type: fc.constantFrom('select_one', 'select_multiple'),
    name: word,
    list: fc.constantFrom('k', 'desa.csv', '${a}'),
    or_other: optional(fc.constant(true as const)),
    ...fields,
  })
  .map((node) => node as NodeSource)
const leaf = fc.oneof(question, select)
const node: fc.Arbitrary<NodeSource> = fc.letrec<{ node: NodeSource }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .record({
        type: fc.constantFrom('group' as const, 'repeat' as const),
        name: word,
        label: optional(texts),
        over: optional(expression),
        repeat_count: optional(expression),
        relevant: optional(expression),
        questions: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
      })
      .map(({ over, repeat_count, ...group }) =>
        group.type === 'repeat' ? { ...group, over, repeat_count } : group,
      ) as fc.Arbitrary<NodeSource>,
  ),
})).node
const choice = fc.record({
  name: word,
  label: optional(texts),
  synonyms: optional(fc.constant('satu, dua kata')),
  columns: optional(fc.record({ desa: text })),
})
const form = fc
  .record({
    settings: fc.record({
      form_id: fc.constant('coba'),
      form_title: fc.oneof(fc.record({ id: text }), fc.record({ id: text, en: text })),
      version: fc.constantFrom('1', '1.10', '2024051514'),
      default_language: fc.constant('id'),
    }),
    survey: fc.array(node, { minLength: 1, maxLength: 4 }),
    choices: fc.record({ k: fc.array(choice, { minLength: 1, maxLength: 3 }) }),
    entities: fc.array(fc.record({ list_name: word, update_if: optional(expression) }), { maxLength: 1 }),
  })
  .map((source) => withoutPlaces(source as FormSource) as FormSource)

test('any form survives YAML', () => {
  fc.assert(
    fc.property(form, (source) => {
      const read = readYaml(writeYaml(source))
      expect('source' in read ? withoutPlaces(read.source) : read.findings).toEqual(source)
    }),
    { numRuns: 150 },
  )
})

test('any form survives a workbook', () => {
  fc.assert(
    fc.property(form, (source) => {
      const read = readXlsForm(writeXlsForm(source))
      expect('source' in read ? withoutPlaces(read.source) : read.findings).toEqual(source)
    }),
    { numRuns: 100 },
  )
})

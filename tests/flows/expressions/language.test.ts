import { describe, expect, test } from 'vitest'
import {
  type DataNode,
  evaluateBoolean,
  evaluateNodes,
  evaluateNumber,
  evaluateText,
  parseExpression,
  parseXmlInstance,
  toBoolean,
  toNumber,
  toText,
} from '../../../src/flows/expressions/index.ts'
import { resultOf, scopeAt } from './world.ts'

describe('operators', () => {
  test.each<[source: string, expected: number | string | boolean]>([
    ['1 + 2 * 3 - 4 div 2', 5],
    ['(1 + 2) * 3', 9],
    ['7 mod 3', 1],
    ['-7 mod 3', -1],
    ['7 div 0', Number.POSITIVE_INFINITY],
    ['2--2', 4],
    ['-${umur}', -42],
    ['10 - 3 - 2', 5],
    ["1 = 1 and 'a' != 'b'", true],
    ['1 = 2 or 2 = 2', true],
    ['1 < 2 and 2 <= 2 and 3 > 2 and 2 >= 2', true],
    ['2 > 1 = true()', true],
    ["'10' < '9'", false],
    ["'1' = 1.0", true],
    ["'1' = '1.0'", false],
    ['7 div2', 3.5],
    ['2*3', 6],
    ['.5 + 1', 1.5],
    ["'a' + 1", Number.NaN],
  ])('%s', (source, expected) => {
    expect(resultOf(source)).toEqual(expected)
  })

  test.each<[source: string, expected: boolean]>([
    ['${persen} = 75', true],
    ['${persen} != 75', true],
    ['${persen} > 70', true],
    ['${persen} < 5', false],
    ['/data/tidakada = ""', false],
    ['/data/tidakada != ""', false],
    ['${kosong} = ""', true],
    ['${kosong} < 1', false],
    ['${persen} = ${usia}', false],
    ['${persen} != ${persen}', true],
    ['${umur} != ${umur}', false],
    ['${persen} > ${usia}', true],
    ['${usia} >= ${persen}', true],
  ])('a set of answers is compared one by one: %s', (source, expected) => {
    expect(resultOf(source)).toBe(expected)
  })

  test.each<[source: string, expected: boolean | number]>([
    ['${lahir} < today()', true],
    ["${lahir} = date('1982-03-05')", true],
    ["${lahir} = '1982-3-5'", true],
    ["${lahir} > '2000-01-01'", false],
    ['${lahir} + 1', 4447],
    ["date('2024-03-01') - date('2024-02-28')", 2],
    ['int((today() - ${lahir}) div 365.25)', 42],
    ['${diisi} > today()', true],
    ["${diisi} < date('2024-08-15')", true],
  ])('dates are compared and counted as days: %s', (source, expected) => {
    expect(resultOf(source)).toBe(expected)
  })

  test('what is already decided is not worked out', () => {
    let asked = 0
    const scope = scopeAt('.', { random: () => (asked += 1) })
    expect(resultOf('1 = 1 or random() > 0', scope)).toBe(true)
    expect(resultOf('1 = 2 and random() > 0', scope)).toBe(false)
    expect(resultOf("if(1 = 1, 'ya', random())", scope)).toBe('ya')
    expect(asked).toBe(0)
  })
})

describe('paths', () => {
  const atSecond = scopeAt('/data/kegiatan[2]/persen')

  test.each<[source: string, expected: string[]]>([
    ['.', ['75']],
    ['../nama', ['Air bersih']],
    ['../../desa', ['Wai Ruhu']],
    ['current()/../nama', ['Air bersih']],
    ['/data/kegiatan/nama', ['Jalan tani', 'Air bersih', 'Posyandu']],
    ['/data/kegiatan[2]/nama', ['Air bersih']],
    ['/data/kegiatan[position() = 2]/nama', ['Air bersih']],
    ['/data/kegiatan[persen > 10]/nama', ['Jalan tani', 'Air bersih']],
    ['/data/kegiatan[persen > 10][2]/nama', ['Air bersih']],
    ['(/data/kegiatan/nama)[3]', ['Posyandu']],
    ['${kegiatan}[2]/nama', ['Air bersih']],
    ['//usia', ['30', '41', '9']],
    ['/data//orang[1]/usia', ['30', '41']],
    ['(//orang)[1]/usia', ['30']],
    ['/data/*/nama', ['Jalan tani', 'Air bersih', 'Posyandu']],
    ['../preceding-sibling::kegiatan/nama', ['Jalan tani']],
    ['../following-sibling::kegiatan/nama', ['Posyandu']],
    ['/data/kegiatan[3]/preceding-sibling::kegiatan[1]/nama', ['Air bersih']],
    ['ancestor::kegiatan/nama', ['Air bersih']],
    ['ancestor-or-self::*/desa', ['Wai Ruhu']],
    ['../self::kegiatan/nama', ['Air bersih']],
    ['/data/child::kegiatan/descendant::usia', ['30', '41', '9']],
    ['/data/kegiatan[1]/following::usia', ['41', '9']],
    ['/data/kegiatan[3]/preceding::usia', ['30', '41', '9']],
    ['/data/@version', ['7']],
    ['/data/attribute::id', ['pemantauan']],
    ['/data/umur/text()', ['42']],
    ['/data/kegiatan[2]/nama | /data/kegiatan[1]/nama | /data/kegiatan[2]/nama', ['Jalan tani', 'Air bersih']],
    ['//usia/../../nama', ['Jalan tani', 'Air bersih']],
    ['/data/kegiatan[persen = max(/data/kegiatan/persen)]/nama', ['Air bersih']],
    ['/data/kegiatan[nama = current()/../nama]/persen', ['75']],
    ["instance('kecamatan')/root/item[name = '81.05.01' or label = 'Loura']/label", ['Bula', 'Loura']],
    ["instance('kecamatan')/root/item[/data/umur = 42][1]/label", ['Bula']],
    ['/data/comment()', []],
    ['/data/tidak/ada', []],
    ['/..', []],
  ])('%s', (source, expected) => {
    expect(resultOf(source, atSecond)).toEqual(expected)
  })

  test('nodes come in the order of the document, also from groups within groups of the same name', () => {
    const node = parseXmlInstance('<d><a><a><b>1</b></a><b>2</b></a><a><b>3</b></a></d>')
    expect(resultOf('//a/b', { ...scopeAt(), node })).toEqual(['1', '2', '3'])
  })

  test('`*`, `div` and names with dashes are told apart by what stands before them', () => {
    expect(resultOf('count(/data/*) * 2')).toBe(22)
    expect(resultOf('/data/div')).toEqual([])
    expect(resultOf('/data/umur -1')).toBe(41)
    expect(resultOf('/data/umur-1')).toEqual([])
  })

  test('a choice filter looks at the item, and at the question through ${…} and current()', () => {
    const question = scopeAt('/data/kegiatan[1]/persen')
    const item = scopeAt("instance('kecamatan')/root/item[3]", { current: question.node })
    const scope = { ...item, current: question.node, resolve: (_: string, from: DataNode) => [from] }
    expect(resultOf('label', scope)).toEqual(['Loura'])
    expect(resultOf('${persen} = 40 and current()/../nama = "Jalan tani" and /data/umur = 42', scope)).toBe(true)
  })
})

describe('names in ${…}', () => {
  test('are looked up once each, from the question', () => {
    const asked: string[] = []
    const scope = scopeAt('/data/umur')
    const listening = {
      ...scope,
      resolve: (name: string, from: typeof scope.node) => {
        asked.push(`${name} from ${from.name}`)
        return scope.resolve(name, from)
      },
    }
    expect(resultOf('/data/kegiatan[persen > 10]/nama[. = ${desa}] or ${ umur } = 42', listening)).toBe(true)
    expect(new Set(asked)).toEqual(new Set(['desa from umur', 'umur from umur']))
  })

  test('find a field of the conversation when no question has that name', () => {
    const scope = scopeAt('.', { fields: { sapaan: 'Bapak', desa: 'lain' } })
    expect(resultOf("concat(${sapaan}, ' ', ${desa})", scope)).toBe('Bapak Wai Ruhu')
  })

  test('never reach into a prototype', () => {
    const scope = scopeAt('.', { fields: { sapaan: 'Bapak' } })
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
      expect(resultOf(`concat('<', \${${name}}, '>')`, scope)).toBe('<>')
  })
})

describe('what an expression tells about itself', () => {
  test('the questions, functions, lists and paths it uses', () => {
    const expression = parseExpression(
      "if(selected(${sumber}, 'add'), instance('kecamatan')/root/item[name = ${kec}]/label, jr:choice-name(../lain, '${umur}'))",
    )
    expect(expression.references).toEqual(['sumber', 'kec', 'umur'])
    expect(expression.functions).toEqual(['if', 'selected', 'instance', 'jr:choice-name'])
    expect(expression.instances).toEqual(['kecamatan'])
    expect(expression.pathNames).toEqual(['root', 'item', 'name', 'label', 'lain'])
  })

  test.each([
    ['${a} + 1', false],
    ['today() > ${a}', true],
    ['once(random())', true],
    ['randomize(${a})', true],
    ['randomize(${a}, 42)', false],
    ['uuid()', true],
  ])('whether it changes by itself: %s', (source, expected) => {
    expect(parseExpression(source).volatile).toBe(expected)
  })

  test('a pattern without ^ and $ is pointed out: Collect reads it as the whole text, web forms as a part', () => {
    expect(parseExpression("regex(., '[0-9]{16}')").warnings).toHaveLength(1)
    expect(parseExpression("regex(., '^[0-9]{16}$')").warnings).toEqual([])
  })
})

describe('numbers as text', () => {
  test.each([
    ['1000000 * 1000000 * 1000000 * 1000000', '1000000000000000000000000'],
    ['1 div 10000000', '0.0000001'],
    ['0 - 0', '0'],
    ['-(0)', '0'],
    ['0 div 0', 'NaN'],
    ['-1 div 0', '-Infinity'],
    ['2.50', '2.5'],
  ])('%s', (source, expected) => {
    expect(evaluateText(parseExpression(source), scopeAt())).toBe(expected)
  })
})

describe('values', () => {
  const scope = scopeAt()

  test.each<[source: string, text: string, number: number, boolean: boolean, nodes: number]>([
    ['${persen}', '40', 40, true, 3],
    ['${tidakada}', '', Number.NaN, false, 0],
    ['${lahir}', '1982-03-05', 4446, true, 1],
    ["'0'", '0', 0, true, 0],
    ['0', '0', 0, false, 0],
    ['1 = 1', 'true', 1, true, 0],
  ])('%s is every type that is asked for', (source, text, number, boolean, nodes) => {
    const expression = parseExpression(source)
    const value = expression.evaluate(scope)
    expect([toText(value), toNumber(value), toBoolean(value)]).toEqual([text, number, boolean])
    expect(evaluateText(expression, scope)).toBe(text)
    expect(evaluateNumber(expression, scope)).toBe(number)
    expect(evaluateBoolean(expression, scope)).toBe(boolean)
    expect(evaluateNodes(expression, scope)).toHaveLength(nodes)
  })

  test('a date of another zone becomes a number on the clock asked for', () => {
    const value = parseExpression("'2024-08-14T00:00:00.000+09:00'").evaluate(scope)
    expect(toNumber(value, 'Asia/Jayapura')).toBe(19_949)
    expect(toNumber(value)).toBe(19_949 - 9 / 24)
  })
})

import { describe, expect, test } from 'vitest'
import { dependencyOrder, ExpressionProblem, parseTemplate } from '../../../src/flows/expressions/index.ts'
import { scopeAt } from './world.ts'

describe('texts with holes', () => {
  test('are filled with answers and with fields of the conversation', () => {
    const template = parseTemplate('Selamat pagi ${sapaan}, berapa umur kepala ${ desa }? (${umur})')
    expect(template.references).toEqual(['sapaan', 'desa', 'umur'])
    expect(template.render(scopeAt('.', { fields: { sapaan: 'Bapak' } }))).toBe(
      'Selamat pagi Bapak, berapa umur kepala Wai Ruhu? (42)',
    )
  })

  test('leave a hole empty when there is no answer', () => {
    expect(parseTemplate('[${kosong}][${tidakada}][${__proto__}]').render(scopeAt('.', { fields: {} }))).toBe('[][][]')
  })

  test('may write a value the way people read it', () => {
    const show = (name: string, value: string) => (name === 'umur' ? `${value} tahun` : value)
    expect(parseTemplate('${umur} di ${desa}').render(scopeAt(), show)).toBe('42 tahun di Wai Ruhu')
  })

  test('have no other syntax: dollars, braces and angles are text', () => {
    for (const text of ['Rp5.000 $ {a} }', '<output value="/data/a"/>', '$${', 'a < b && c']) {
      if (text.includes('${')) expect(() => parseTemplate(text)).toThrow(ExpressionProblem)
      else expect(parseTemplate(text).render(scopeAt())).toBe(text)
    }
  })

  test.each(['${', '${}', '${a b}', 'x ${a', '${1 + 1}', '${a()}'])('%s is refused', (source) => {
    expect(() => parseTemplate(source)).toThrow(ExpressionProblem)
  })
})

describe('the order of calculations', () => {
  const item = (name: string, ...references: string[]) => ({ name, references })

  test('each comes after those it needs, otherwise as written', () => {
    const items = [
      item('total', 'l', 'p'),
      item('umur'),
      item('l', 'jawaban'),
      item('p', 'l'),
      item('persen', 'total', 'umur'),
    ]
    expect(dependencyOrder(items)).toEqual({ order: ['l', 'p', 'total', 'umur', 'persen'] })
  })

  test('a circle is named', () => {
    expect(dependencyOrder([item('x', 'a'), item('a', 'b'), item('b', 'c'), item('c', 'a')])).toEqual({
      cycle: ['a', 'b', 'c', 'a'],
    })
    expect(dependencyOrder([item('a', 'a')])).toEqual({ cycle: ['a', 'a'] })
  })

  test('a chain of 50 000 calculations fits', () => {
    const items = Array.from({ length: 50_000 }, (_, index) => item(`q${index}`, `q${index + 1}`))
    expect(dependencyOrder(items).order?.slice(0, 2)).toEqual(['q49999', 'q49998'])
  })
})

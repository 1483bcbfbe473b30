import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseXmlInstance } from '../../../src/flows/expressions/index.ts'
import { Problem } from '../../../src/lib/problem.ts'

describe('XML instances', () => {
  test('are read with attributes, CDATA, entities and comments', () => {
    const document = parseXmlInstance(
      '\ufeff<?xml version="1.0"?><!-- x --><data xmlns="urn:a" xmlns:orx="urn:b" id=\'a"b\'>\r\n' +
        '<a>1 &lt; 2 &amp; &#65;&#x1F334;</a><b><![CDATA[<tidak> & ]]>ya</b><c/><orx:meta><c >3</c></orx:meta>\n</data>\n',
    )
    const [data] = document.children()
    expect(data?.name).toBe('data')
    expect(data?.attributes?.().map((one) => [one.name, one.text()])).toEqual([['id', 'a"b']])
    expect(data?.children().map((child) => [child.name, child.text()])).toEqual([
      ['a', '1 < 2 & A🌴'],
      ['b', '<tidak> & ya'],
      ['c', ''],
      ['orx:meta', '3'],
    ])
    expect(data?.children()[0]?.parent).toBe(data)
  })

  test('count positions among siblings of the same name', () => {
    const [data] = parseXmlInstance('<d><r/><x/><r/><r/></d>').children()
    expect(data?.children().map((child) => child.position)).toEqual([1, 1, 2, 3])
  })

  test.each([
    ['', 'no element'],
    ['hello', 'text outside'],
    ['<a>', 'not closed'],
    ['<a></b>', 'closed that is not open'],
    ['<a/></a>', 'closed that is not open'],
    ['<a/><b/>', 'two root elements'],
    ['<a b=c/>', 'not written correctly'],
    ['<a b="1" b="2"/>', 'there twice'],
    ['<a>&hello;</a>', '&hello;'],
    ['<a>& b</a>', '&'],
    ['<a>&#0;</a>', '&#0;'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'document type'],
    ['<a><!-- </a>', 'does not end'],
    [`${'<a>'.repeat(600)}`, '500 deep'],
  ])('%s is refused', (xml, reason) => {
    expect(() => parseXmlInstance(xml)).toThrow(Problem)
    expect(() => parseXmlInstance(xml)).toThrow(reason)
  })

  test('any text is read or refused', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '<a>',
        '</a>',
        '<a/>',
        '<',
        '>',
        '&',
        '&lt;',
        'x',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<?',
        '?>',
        ' b="1"',
        '<a',
      ),
    )
    fc.assert(
      fc.property(pieces, (parts) => {
        try {
          expect(parseXmlInstance(parts.join('')).children()).toHaveLength(1)
        } catch (error) {
          expect(error).toBeInstanceOf(Problem)
        }
      }),
      { numRuns: 1_000 },
    )
  })
})

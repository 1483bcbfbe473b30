import { describe, expect, test } from 'vitest'
import { valueOf } from './world.ts'

describe('functions', () => {
  test.each([["selected(${sumber}, 'add')", true]])('%s', (source, expected) => {
    expect(valueOf(source)).toEqual(expected)
  })
})

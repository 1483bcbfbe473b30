import { describe, expect, it } from 'vitest'
import { together } from '../../src/lib/together.ts'

describe('Calls that are done together', () => {
  const slowly = () => new Promise((resolve) => setTimeout(resolve, 5))

  it('share the work that comes while one is at work, in order, and a lonely one goes at once', async () => {
    const groups: number[][] = []
    const call = together<number>(
      async (items) => {
        groups.push([...items])
        await slowly()
      },
      { max: 4 },
    )
    await Promise.all([call([1]), call([2, 3]), call([4]), call([5, 6]), call([7])])
    expect(groups).toEqual([[1], [2, 3, 4], [5, 6, 7]])
    await call([8])
    expect(groups.at(-1)).toEqual([8])
  })

  it('resolve only after their own work, and a larger one than fits is done alone', async () => {
    const done: string[] = []
    const call = together<number>(
      async (items) => {
        await slowly()
        done.push(`work ${items.length}`)
      },
      { max: 2 },
    )
    const one = call([1]).then(() => done.push('one'))
    const many = call([1, 2, 3]).then(() => done.push('many'))
    await Promise.all([one, many])
    expect(done).toEqual(['work 1', 'one', 'work 3', 'many'])
  })

  it('fail alone: the others of the group are done', async () => {
    const kept: string[] = []
    const call = together<string>(
      async (items) => {
        await slowly()
        if (items.includes('racun')) throw new Error('boom')
        kept.push(...items)
      },
      { max: 100 },
    )
    const results = await Promise.allSettled(['a', 'b', 'racun', 'c'].map((item) => call([item])))
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect(kept).toEqual(['a', 'b', 'c'])
  })

  it('fail together for what would meet each of them, without trying again', async () => {
    let tries = 0
    const full = async () => {
      tries += 1
      await slowly()
      throw new Error('disk full')
    }
    const call = together<number>(full, { max: 100, isEverybodys: () => true })
    const results = await Promise.allSettled([1, 2, 3, 4].map((item) => call([item])))
    expect(results.map(({ status }) => status)).toEqual(Array.from({ length: 4 }, () => 'rejected'))
    expect(tries).toBe(2)
  })
})

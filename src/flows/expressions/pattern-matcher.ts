import { isWord } from './pattern-characters.ts'
import type { State } from './pattern-program.ts'
import type { Place } from './pattern-reader.ts'

/** Whether the program of a pattern fits anywhere in a text: all states that are possible go through it together. */
export function isFound(states: readonly State[], text: string, spend: (steps: number) => void): boolean {
  const codes = Array.from(text, (character) => character.codePointAt(0)!)
  const seenAt = new Int32Array(states.length).fill(-1)
  let current: number[] = []
  for (let index = 0; index <= codes.length; index += 1) {
    // the pattern may begin at every character
    if (enter(0, current, index, states, codes, seenAt)) return true
    spend(current.length + 1)
    if (index === codes.length) return false
    const next: number[] = []
    for (const place of current) {
      const state = states[place]!
      if (state.kind !== 'character' || !state.isIn(codes[index]!)) continue
      if (enter(place + 1, next, index + 1, states, codes, seenAt)) return true
    }
    current = next
  }
  return false
}

/** Adds a state and all that can be reached from it without reading; true when the end of the pattern is among them. */
function enter(
  first: number,
  list: number[],
  index: number,
  states: readonly State[],
  codes: readonly number[],
  seenAt: Int32Array,
): boolean {
  const waiting = [first]
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (seenAt[place] === index) continue
    seenAt[place] = index
    const state = states[place]!
    if (state.kind === 'found') return true
    if (state.kind === 'character') list.push(place)
    else if (state.kind === 'fork') waiting.push(state.right, state.left)
    else if (isAt(state.place, index, codes)) waiting.push(place + 1)
  }
  return false
}

function isAt(place: Place, index: number, codes: readonly number[]): boolean {
  if (place === 'start') return index === 0
  if (place === 'end') return index === codes.length
  const before = index > 0 && isWord(codes[index - 1]!)
  const after = index < codes.length && isWord(codes[index]!)
  return (before !== after) === (place === 'edge')
}

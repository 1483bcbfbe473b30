import type { Config } from '../../config.ts'
import type { Clock } from '../../lib/clock.ts'
import { Problem } from '../../lib/problem.ts'
import { dispatch } from '../dispatch.ts'

/**
 * What the team does at the command line: the real commands, on the demo's database and clock. Throws
 * `Problem('demo_command')` for one that is refused.
 */
export class Staff {
  /** What was typed, in its order. */
  readonly typed: string[] = []
  readonly #around: { readonly clock: Clock; readonly config: Config }

  constructor(around: { readonly clock: Clock; readonly config: Config }) {
    this.#around = around
  }

  /** Types a command and reads its result. */
  async types<T>(...words: readonly (string | number)[]): Promise<T> {
    const argv = words.map(String)
    const line = `kentongan ${argv.map((word) => (/^[\w.,:/=-]+$/.test(word) ? word : `"${word}"`)).join(' ')}`
    this.typed.push(line)
    let out = ''
    let said = ''
    const code = await dispatch(
      [...argv, '--json'],
      {
        stdin: process.stdin,
        stdout: { write: (text: string) => (out += text) },
        stderr: { write: (text: string) => (said += text) },
      },
      this.#around,
    )
    if (code !== 0) throw new Problem('demo_command', `${line}: exit code ${code}: ${said || out}`)
    return JSON.parse(out) as T
  }
}

import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { messageOf, UsageProblem } from '../lib/problem.ts'

/** Files and lines that a command is given; what cannot be read is wrong use, said in one sentence. */

/** Throws `UsageProblem`. */
export function readInput(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    const because =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : messageOf(error)
    throw new UsageProblem(`"${file}" cannot be read: ${because}.`)
  }
}

/** The lines of a stream, without their ends; a last line without an end counts. */
export async function* linesOf(stream: NodeJS.ReadableStream): AsyncIterable<string> {
  yield* createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })
}

// The composition root: every start of Kentongan comes through here, `kentongan start` and each command alike.
import { dispatch } from './cli/dispatch.ts'
import { messageOf } from './lib/problem.ts'

// a reader that stops early ("kentongan read … | head") is no fault
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  process.exitCode = await dispatch(process.argv.slice(2), process)
} catch (error) {
  // what should not happen, so the stack is wanted; a sentence for the person first
  process.stderr.write(`${messageOf(error)}\n`)
  if (error instanceof Error && error.stack) process.stderr.write(`${error.stack.split('\n').slice(1).join('\n')}\n`)
  process.exitCode = 2
}

// The composition root: every start of Kentongan comes through here, `kentongan start` and each command alike.
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Node strips types at every start; kept with the compiled code, the second start needs neither the stripper's memory
// (some 30 MB) nor its time. Where the folder cannot be written it is simply not kept.
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'kentongan'))

// what we write holds people's data: for this user's eyes alone
process.umask(0o077)

const { dispatch } = await import('./cli/dispatch.ts')
const { messageOf } = await import('./lib/problem.ts')

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

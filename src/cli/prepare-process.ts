// Sets a new database up for the process that started this one, and ends: what that needed in memory goes with it.
import { loadConfig } from '../config.ts'
import { messageOf, Problem } from '../lib/problem.ts'
import { prepareDatabase } from './prepare-database.ts'

export type PreparationNews =
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string }

process.umask(0o077)
const tell = (news: PreparationNews) => void process.send?.(news)
try {
  // the same environment, so the same settings; the key of the data must not stand in a list of processes
  await prepareDatabase(Number(process.argv[2]), loadConfig(), (text) => tell({ kind: 'note', text }))
} catch (error) {
  tell({ kind: 'failed', code: error instanceof Problem ? error.code : 'set_up_failed', message: messageOf(error) })
  process.exitCode = 1
}
process.disconnect?.()

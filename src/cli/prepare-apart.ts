import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { Problem } from '../lib/problem.ts'
import { prepareDatabase } from './prepare-database.ts'
import type { PreparationNews } from './prepare-process.ts'

/**
 * As `prepareDatabase`. A database that is not there yet is made by a process of its own: loading the regions and
 * playing the demo take some 200 MB, which the service would keep for as long as it runs.
 */
export async function prepareApart(now: number, config: Config, note: (text: string) => void): Promise<void> {
  const { databaseUrl } = config
  if (!databaseUrl.startsWith('file:') || existsSync(databaseUrl.slice('file:'.length)))
    return prepareDatabase(now, config, note)

  const child = fork(join(import.meta.dirname, 'prepare-process.ts'), [String(now)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  let failure: { readonly code: string; readonly message: string } | undefined
  child.on('message', (news: PreparationNews) => {
    if (news.kind === 'note') note(news.text)
    else failure = news
  })
  // its last words may come after its end
  const [code] = await Promise.all([
    new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', resolve)
    }),
    new Promise((resolve) => child.once('disconnect', resolve)),
  ])
  if (failure) throw new Problem(failure.code, failure.message)
  if (code !== 0)
    throw new Problem(
      'set_up_failed',
      `the database ${databaseUrl} was not set up: run "kentongan setup" to see why, or start again`,
    )
}

import type { Database } from '../store/database.ts'
import { removeDemo } from '../store/demo.ts'
import { audit, findSetting, setSetting } from '../store/settings.ts'

/**
 * Takes the demo out of the database and nothing else. Resolves with the hashes of the files that belonged to it, or
 * undefined when there is no demo.
 */
export async function clearDemo(
  db: Database,
  options: { readonly now: number; readonly actor: string },
): Promise<{ readonly people: number; readonly files: readonly string[] } | undefined> {
  return db.transaction(async (sql) => {
    if (!(await findSetting(sql, 'demo'))) return undefined
    const [count] = await sql.all<{ n: number }>('select count(*) as n from person where demo = 1')
    const files = await removeDemo(sql, db, options.now)
    await setSetting(sql, 'demo', false)
    await audit(sql, { at: options.now, actor: options.actor, action: 'demo_cleared', object: 'programme' })
    return { people: count!.n, files }
  })
}

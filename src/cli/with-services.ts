import type { Services } from '../app/services.ts'
import type { CommandContext } from './command.ts'
import { openServices } from './open-services.ts'
import { withDatabase } from './with-database.ts'

/** Opens database and services for one command. It only writes rows: nothing here takes turns or sends. */
export async function withServices<T>(context: CommandContext, work: (services: Services) => Promise<T>): Promise<T> {
  return withDatabase(context, async (db, config) =>
    work(openServices(config, { db, clock: context.clock, log: await context.logger() })),
  )
}

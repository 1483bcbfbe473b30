import { demoInvitation, readDemoCast } from '../../src/app/demo-cast.ts'
import type { Services } from '../../src/app/services.ts'

/** The invitation code of an invented person who is not enrolled yet. */
export async function demoCodeOf(services: Services, personId: number): Promise<string> {
  const [row] = await services.db.all<{ name: string }>('select name from person where id = $1', personId)
  const person = readDemoCast().people.find((p) => p.name === row?.name)
  if (!person) throw new Error(`person ${personId} is not of the invented cast`)
  return demoInvitation(services.hashKey, person).code
}

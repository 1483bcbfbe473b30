import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '../generated/postgresql/client.ts'
import type { PrismaClient as Client } from '../generated/sqlite/client.ts'

/** The two generated clients have the same models; the store is written against SQLite's. */
export function postgresqlPrisma(url: string): Client {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) }) as unknown as Client
}

/** The Prisma clients are generated, not committed: made here when a fresh checkout first wants one. */
export async function generated<T>(open: () => Promise<T>): Promise<T> {
  const { generateClients } = await import('../../prisma/generate.ts')
  generateClients()
  return open()
}

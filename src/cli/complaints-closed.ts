import { type ComplaintOfficer, complaintOfficers } from '../domain/complaints.ts'
import type { Sql } from '../store/database.ts'
import { countOfficers } from '../store/sealed.ts'

/** Why no complaint is taken in: people get the numbers of others who help. */
export const noSealedKey =
  'SEALED_KEY is not set: confidential complaints are not taken in; people get referral numbers.'

const about: Readonly<Record<ComplaintOfficer, string>> = {
  petugas_pseah: 'about harm to people',
  petugas_antikorupsi: 'about money and goods',
}

/** Which officers are missing, a sentence each. */
export async function officersMissing(sql: Sql, now: number): Promise<readonly string[]> {
  const missing: string[] = []
  for (const officer of Object.keys(complaintOfficers) as ComplaintOfficer[])
    if ((await countOfficers(sql, officer, now)) === 0)
      missing.push(
        `nobody holds the seat ${officer} of the whole programme: confidential complaints ${about[officer]} are not taken in.`,
      )
  return missing
}

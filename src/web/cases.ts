import { type ComplaintOfficer, complaintOfficers, officerOf } from '../domain/complaints.ts'
import { WHOLE_PROGRAMME } from '../domain/regions.ts'
import { findCase } from '../store/sealed.ts'
import { forbidden, notFound, type Visit } from './visit.ts'

/**
 * The id of a case that this officer reads. Throws `Problem` for one that is not there, of a kind that other officers
 * read (as if it were not there), or of a kabupaten that the officer does not look after.
 */
export async function requireCase(visit: Visit, officer: ComplaintOfficer, id: string): Promise<number> {
  const found = /^\d{1,15}$/.test(id) ? await findCase(visit.db, Number(id)) : undefined
  if (!found || officerOf(found.kind) !== officer) throw notFound()
  if (!visit.can(complaintOfficers[officer].right, found.kabupatenCode ?? WHOLE_PROGRAMME)) throw forbidden()
  return found.id
}

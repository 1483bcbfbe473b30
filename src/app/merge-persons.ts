import { Problem } from '../lib/problem.ts'
import { mergePersons as mergeRows } from '../store/merge-persons.ts'
import { findPerson } from '../store/people.ts'
import { audit } from '../store/settings.ts'
import type { Services } from './services.ts'

/**
 * Two rows that are one person: everything of the second becomes the first's, and the second is gone. The name, form of
 * address and number of the first stay. Throws `Problem('no_such_person')`, and `still_two` for the two heads of one
 * village, who are two persons however alike their names are.
 */
export async function mergePersons(
  services: Services,
  pair: { readonly keep: number; readonly other: number },
  by: { readonly now: number; readonly actor: string },
): Promise<{ readonly name: string; readonly otherName: string }> {
  return services.db.transaction(async (sql) => {
    const keep = await findPerson(sql, pair.keep)
    const other = await findPerson(sql, pair.other)
    if (!keep || !other || keep.id === other.id)
      throw new Problem(
        'no_such_person',
        `${pair.keep} and ${pair.other} are not two persons: "people list" shows their numbers`,
      )
    const heads = await sql.all(
      `select a.id from holding a join seat s on s.id = a.seat_id join seat t on t.region_code = s.region_code and t.id <> s.id
       join holding b on b.seat_id = t.id
       where a.person_id = $1 and b.person_id = $2 and a.until_at is null and b.until_at is null
         and a.delegate_of_id is null and b.delegate_of_id is null
         and s.position in ('raja_negeri', 'kepala_desa', 'pejabat_desa') and t.position in ('raja_negeri', 'kepala_desa', 'pejabat_desa')`,
      keep.id,
      other.id,
    )
    if (heads.length > 0)
      throw new Problem(
        'still_two',
        'these two are the two heads of one village: end one of the holdings first if they really are one person',
      )
    await mergeRows(sql, services.db, pair)
    await audit(sql, {
      at: by.now,
      actor: by.actor,
      action: 'merge_persons',
      object: `person:${keep.id}`,
      details: { other: other.id },
    })
    return { name: keep.name, otherName: other.name }
  })
}

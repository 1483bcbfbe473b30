import { coordinationForm, matrixForm } from '../domain/rounds.ts'
import { addDays, endOfDay, localDate } from '../lib/local-time.ts'
import type { Sql } from '../store/database.ts'
import { findLatestForm } from '../store/form-versions.ts'
import { createObligations, findObligationOf, type ObligationRow, openKecamatan } from '../store/obligations.ts'
import { ensureRoundForm, listRoundForms } from '../store/rounds.ts'
import type { Services } from './services.ts'

/** A matrix is asked for within so many days of the wish to make it. */
const daysToMake = 7

/**
 * From now on the kecamatan owes its matrix of this round: its report, reminders, corrections and review are those of
 * every other report. Asked for twice it is still one. Undefined where the form is not installed.
 */
export async function oweMatrix(
  services: Services,
  sql: Sql,
  where: { readonly roundId: number; readonly regionCode: string; readonly zone: string },
  now: number,
): Promise<ObligationRow | undefined> {
  const form = await findLatestForm(sql, matrixForm)
  if (!form) return undefined
  const { roundId, regionCode, zone } = where
  const todayOn = localDate(now, zone)
  const forms = await listRoundForms(sql, roundId)
  const coordination = forms.find((f) => f.formName === coordinationForm)
  const { id } = await ensureRoundForm(sql, {
    roundId,
    formName: matrixForm,
    formVersionId: form.id,
    level: 'kecamatan',
    depth: 'full',
    opensOn: coordination?.opensOn ?? todayOn,
    dueOn: addDays(todayOn, daysToMake),
  })
  const dueAt = endOfDay(addDays(todayOn, daysToMake), zone)
  await createObligations(sql, services.db, id, [
    { form: matrixForm, level: 'kecamatan', regionCode, zone, opensAt: now, dueAt },
  ])
  const owed = (await findObligationOf(sql, roundId, matrixForm, regionCode))!
  if (owed.opensAt !== null) return owed
  await openKecamatan(sql, owed.id, now, dueAt)
  return { ...owed, opensAt: now, dueAt }
}

import { changedRows, type Matrix, type Signer } from '../domain/matrix.ts'
import { type PlanningStage, stageRefusal } from '../domain/recommendations.ts'
import { isDate } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import { addMatrixVersion, listMatrixVersions } from '../store/matrix-versions.ts'
import { listOpdProgrammes } from '../store/opd-programmes.ts'
import { addFollowUp, listRecommendations, setOpdProgramme } from '../store/recommendations.ts'
import type { RoundRow } from '../store/rounds.ts'
import { audit } from '../store/settings.ts'
import { matrixNow } from './matrix.ts'
import type { Services } from './services.ts'

/**
 * Freezes the matrix as it was signed: who, when, who carries it. The copy never changes; signing again what did not
 * change is refused, so that two versions always differ. Returns the frozen matrix.
 */
export async function freezeMatrix(
  services: Services,
  about: {
    readonly round: RoundRow
    readonly regionCode: string
    readonly signedOn: string
    readonly signers: readonly Signer[]
    readonly carriedBy: string | null
  },
  by: { readonly now: number; readonly actor: string },
): Promise<Matrix> {
  const { round, regionCode, signedOn, signers, carriedBy } = about
  if (!isDate(signedOn)) throw new Problem('bad_date', `"${signedOn}" is not a date such as 2024-08-20`)
  if (signers.length === 0)
    throw new Problem('no_signer', 'a matrix is frozen when it is signed: say by whom with --signed-by')
  return services.db.transaction(async (sql) => {
    const matrix = await matrixNow(services, sql, { round, regionCode }, by.now)
    if (matrix.rows.length === 0)
      throw new Problem('empty_matrix', `the matrix of ${regionCode} in ${round.code} has no rows yet`)
    const versions = await listMatrixVersions(sql, round.id, regionCode)
    const last = versions.at(-1)
    if (last && changedRows(last.matrix, matrix).length === 0)
      throw new Problem(
        'unchanged_matrix',
        `nothing was changed since version ${last.number} was signed on ${last.signedOn}`,
      )
    const number = (last?.number ?? 0) + 1
    const frozen = { ...matrix, signature: { number, signedOn, signers, carriedBy } }
    await addMatrixVersion(
      sql,
      { roundId: round.id, regionCode, number, matrix: frozen, signedOn, signers, carriedBy },
      { at: by.now, by: by.actor },
    )
    await audit(sql, {
      at: by.now,
      actor: by.actor,
      action: 'matrix_frozen',
      object: `matrix:${round.code}:${regionCode}`,
      details: { number },
    })
    return frozen
  })
}

/** Moves a recommendation to another planning stage, and into a programme of an office when one is named. */
export async function moveStage(
  services: Services,
  about: {
    readonly id: number
    readonly stage: PlanningStage
    readonly reason?: string
    readonly programmeId?: number
  },
  by: { readonly now: number; readonly actor: string },
): Promise<{ readonly from: PlanningStage; readonly to: PlanningStage }> {
  const { id, stage, reason, programmeId } = about
  return services.db.transaction(async (sql) => {
    const [rec] = await listRecommendations(sql, services.db, { ids: [id] })
    if (!rec)
      throw new Problem(
        'unknown_recommendation',
        `there is no recommendation ${id}: "kentongan matrix show" lists them`,
      )
    const refusal =
      rec.stage === stage && programmeId !== undefined ? undefined : stageRefusal(rec.stage, stage, reason)
    if (refusal) throw new Problem('bad_stage', refusal)
    if (programmeId !== undefined) {
      const programme = (await listOpdProgrammes(sql, { kabupatenCode: rec.kabupatenCode })).find(
        (p) => p.id === programmeId,
      )
      if (!programme)
        throw new Problem(
          'unknown_programme',
          `there is no programme ${programmeId} in ${rec.kabupatenCode}: "kentongan programme-opd list" shows them`,
        )
      await setOpdProgramme(sql, id, programmeId)
    }
    await addFollowUp(
      sql,
      {
        recommendationId: id,
        state: rec.state,
        stage,
        ...(reason !== undefined && { reason }),
        ...(rec.doneOn !== null && { doneOn: rec.doneOn }),
        reportId: null,
        seatId: null,
        personId: null,
        evidence: [],
        source: 'staff',
      },
      by.now,
    )
    await audit(sql, {
      at: by.now,
      actor: by.actor,
      action: 'stage_moved',
      object: `recommendation:${id}`,
      details: { from: rec.stage, to: stage },
    })
    return { from: rec.stage, to: stage }
  })
}

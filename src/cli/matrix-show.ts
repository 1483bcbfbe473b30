import { matrixNow } from '../app/matrix.ts'
import { changedRows, type Matrix } from '../domain/matrix.ts'
import { stageWords, stateWords } from '../domain/recommendations.ts'
import type { Json } from '../lib/json.ts'
import { UsageProblem } from '../lib/problem.ts'
import { listMatrixVersions } from '../store/matrix-versions.ts'
import { defineCommand } from './command.ts'
import { roundFor } from './matrix-place.ts'
import { numberFrom } from './meeting-options.ts'
import { table } from './table.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'REGION [--round CODE] [--version N]',
  help: `
  --round CODE  default: the newest round that asks the place
  --version N   the copy that was signed as version N; default: as it stands now

REGION is a kecamatan or a kabupaten. The number in front of a row is that of "kentongan matrix stage".`,
  words: { min: 1, max: 1 },
  options: { round: { type: 'string' }, version: { type: 'string' } },
  run: (context) =>
    withServices(context, async (services) => {
      const regionCode = context.words[0]!
      const round = await roundFor(services.db, regionCode, context.options.round)
      const versions = await listMatrixVersions(services.db, round.id, regionCode)
      const number = numberFrom(context.options.version, '--version')
      const signed = number === undefined ? undefined : versions.find((v) => v.number === number)
      if (number !== undefined && !signed)
        throw new UsageProblem(
          `There is no version ${number}; signed are: ${versions.map((v) => v.number).join(', ') || 'none'}.`,
        )
      const now = await matrixNow(services, services.db, { round, regionCode }, context.clock.now())
      const matrix = signed?.matrix ?? now
      const last = versions.at(-1)
      const changed = last && !signed ? changedRows(last.matrix, now).length : 0
      context.print(
        {
          ...matrix,
          versions: versions.map(({ number: n, signedOn, signers, carriedBy }) => ({
            number: n,
            signedOn,
            signers,
            carriedBy,
          })),
          changedSinceSigned: changed,
        } as unknown as Json,
        describe(
          matrix,
          last && !signed
            ? `Version ${last.number} was signed on ${last.signedOn}; ${changed} rows changed since.`
            : undefined,
        ),
      )
      return 0 as const
    }),
})

function describe(matrix: Matrix, note: string | undefined): string {
  const { scope, round, totals, signature } = matrix
  const rows = matrix.rows.map((row) => [
    String(row.recommendationId),
    row.text,
    row.villages.map((v) => v.name).join(', '),
    row.responsible.map((r) => r.name).join(', '),
    row.targetMonth ?? '',
    `${stateWords.find((s) => s.code === row.state)?.label}${row.delivery === 'disputed' ? ', not received' : row.delivery === 'received' ? ', received' : ''}`,
    `${stageWords.find((s) => s.code === row.stage)?.label}${row.daysOverdue > 0 ? `, ${row.daysOverdue} days late` : ''}`,
  ])
  return [
    `Matrix of ${scope.name}, round ${round.code}: ${totals.rows} recommendations for ${totals.villages} villages, ${totals.overdue} overdue.`,
    ...(signature
      ? [
          `Version ${signature.number}, signed on ${signature.signedOn} by ${signature.signers.map((s) => s.name).join(', ')}.`,
        ]
      : []),
    ...(note ? [note] : []),
    ...(rows.length === 0 ? [] : [table(rows)]),
  ].join('\n')
}

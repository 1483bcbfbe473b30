import { type KabupatenQuality, kabupatenQuality, positionOf } from '../app/quality.ts'
import { digestRound } from '../app/round-digest.ts'
import type { Json } from '../lib/json.ts'
import { UsageProblem } from '../lib/problem.ts'
import { requireRound } from '../store/rounds.ts'
import { defineCommand } from './command.ts'
import { table } from './table.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: '[ROUND] [--kabupaten CODE]',
  help: `
  --kabupaten CODE  only there

How good the data of a round is: whole, in time, in line with the last round and the plan, nothing twice; who filled the
reports in; how far their review is; and whose village is late, with names, for the team. Default: the newest open round.`,
  words: { min: 0, max: 1 },
  options: { kabupaten: { type: 'string' } },
  run: (context) =>
    withServices(context, async (services) => {
      const { db } = services
      const [code] = context.words
      const round = code === undefined ? await digestRound(db) : await requireRound(db, code)
      if (!round) throw new UsageProblem('There is no round yet: make one with "kentongan round create".')
      const { kabupaten } = await services.programme.get(db)
      const only = context.options.kabupaten
      if (only !== undefined && !Object.hasOwn(kabupaten, only))
        throw new UsageProblem(`The programme has no kabupaten ${only}, only ${Object.keys(kabupaten).join(', ')}.`)
      const found: KabupatenQuality[] = []
      for (const kabupatenCode of only === undefined ? Object.keys(kabupaten) : [only])
        found.push(await kabupatenQuality(services, db, { round, kabupatenCode, now: context.clock.now() }))
      context.print(
        { round: round.code, kabupaten: found as unknown as Json },
        [`Round ${round.code}`, ...found.map(describe)].join('\n\n'),
      )
      return 0 as const
    }),
})

function describe(q: KabupatenQuality): string {
  const { completeness: c, timeliness: t, consistency: k, duplicates: d, states: s } = q
  return [
    `${q.name} (${q.kabupatenCode})`,
    table([
      [
        'complete',
        `${c.in} of ${c.expected} reports, ${c.unanswered} of ${c.activities} activities without an answer, ${c.skipped} questions skipped`,
      ],
      ['in time', `${t.inTime} in time, ${t.late} late, ${t.overdue} still owed`],
      [
        'consistent',
        `${k.outliers.length} villages worth a second look, ${k.carried} activities carried over, ${k.notInPlan} in no plan`,
      ],
      [
        'twice',
        `${d.sentences.length} sentences in several villages, ${d.activities.length} activities twice in a plan`,
      ],
      ['filled in', q.byVillageItself === null ? 'not said' : `${q.byVillageItself} % by the village itself`],
      ['review', `${s.open} open, ${s.submitted} submitted, ${s.returned} returned, ${s.verified} verified`],
    ]),
    ...k.outliers.map((o) => `  ${o.name}: ${o.reason.replaceAll('_', ' ')}, ${o.value} against ${o.comparedWith}`),
    ...d.sentences.map((same) => `  the same ${same.path}: ${same.places.join(', ')}`),
    ...d.activities.map((a) => `  twice in the plan of ${a.name}: ${a.label}`),
    ...(q.late.length === 0
      ? []
      : [
          'Late:',
          table(
            q.late.map((p) => [
              p.regionCode,
              p.place,
              p.person ?? 'nobody',
              positionOf(p),
              `${p.daysLate} days`,
              p.begun ? 'begun' : '',
              p.reachable ? '' : 'cannot be reached',
            ]),
          ),
        ]),
  ].join('\n')
}

import { meetingPack } from '../app/meeting-pack.ts'
import { workshopPlans } from '../app/workshop-plans.ts'
import { meetingTotals } from '../domain/meetings.ts'
import type { Json } from '../lib/json.ts'
import { UsageProblem } from '../lib/problem.ts'
import { listDocuments } from '../store/documents.ts'
import { listCommitments, listMeetings } from '../store/meetings.ts'
import { defineCommand } from './command.ts'
import { idFrom } from './meeting-options.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'ID [--pack]',
  help: `
  --pack  with --json: everything that lies on the table of this rakor (villages in, results, lessons, the matrix,
          earlier promises), as data`,
  words: { min: 1, max: 1 },
  options: { pack: { type: 'boolean' } },
  run: (context) =>
    withServices(context, async (services) => {
      const id = idFrom(context.words[0], 'the number of the meeting')
      if (context.options.pack === true) {
        const pack = await meetingPack(services, services.db, id, context.clock.now())
        const { totals, matrix, coordination } = pack
        context.print(
          pack as unknown as Json,
          [
            `${pack.meeting.title}, ${pack.meeting.fromOn}, round ${pack.round.code}`,
            `  ${totals.reported} of ${totals.expected} villages in`,
            `  coordination: ${coordination.sessions} sessions, ${coordination.total} = ${coordination.l} L + ${coordination.p} P`,
            `  matrix: ${matrix.totals.rows} rows for ${matrix.totals.villages} villages, ${matrix.totals.overdue} overdue`,
            `  promises: ${pack.commitments.length}, late ${pack.commitments.filter((c) => c.late).length}`,
          ].join('\n'),
        )
        return 0 as const
      }
      const [meeting] = await listMeetings(services.db, services.db, { ids: [id] })
      if (!meeting) throw new UsageProblem(`There is no meeting ${id}: "kentongan meeting list" shows them.`)
      const commitments = await listCommitments(services.db, services.db, [id])
      const documents = await listDocuments(services.db, services.db, { about: { object: 'meeting', id } })
      const { total, l, p, atLeast } = meetingTotals([meeting])
      const plans = meeting.kind === 'lokakarya_vlp' ? await workshopPlans(services.db, meeting) : undefined
      const points = (name: string, texts: readonly string[]) =>
        texts.length === 0 ? [] : [`${name}:`, ...texts.map((t) => `  - ${t}`)]
      context.print(
        { ...meeting, commitments, documents, ...(plans && { plans }) } as unknown as Json,
        [
          `${meeting.title}, ${meeting.fromOn}${meeting.untilOn === meeting.fromOn ? '' : ` to ${meeting.untilOn}`}${meeting.place === null ? '' : `, ${meeting.place}`}`,
          `Came: ${atLeast ? 'at least ' : ''}${total} = ${l} L + ${p} P in ${meeting.sessions.length} sessions${meeting.guests === null ? '' : `, ${meeting.guests} guests`}`,
          ...(plans && plans.made.length + plans.missing.length > 0
            ? [
                `Plans: ${plans.made.length} of ${plans.made.length + plans.missing.length} villages have their version of ${meeting.fromOn.slice(0, 4)}`,
                ...points(
                  'Still to come',
                  plans.missing.map(({ code, name }) => `${name} (${code})`),
                ),
              ]
            : []),
          ...points('Agenda', meeting.agenda),
          ...points('Decisions', meeting.decisions),
          ...points(
            'Promises',
            commitments.map(
              (c) => `${c.id}. ${c.what} (${c.who}${c.dueOn === null ? '' : `, by ${c.dueOn}`}): ${c.state}`,
            ),
          ),
          ...points(
            'Documents',
            documents.map((d) => `${d.id}. ${d.title}${d.number === '' ? '' : ` (${d.number})`}`),
          ),
        ].join('\n'),
      )
      return 0 as const
    }),
})

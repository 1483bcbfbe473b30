import { type MeetingTotals, meetingTotals } from '../domain/meetings.ts'
import type { Json } from '../lib/json.ts'
import { listMeetings } from '../store/meetings.ts'
import { defineCommand } from './command.ts'
import { table } from './table.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: '[REGION]',
  help: `
Meetings by date with who came, and the sum over the coordination of kecamatan.`,
  words: { min: 0, max: 1 },
  options: {},
  run: (context) =>
    withDatabase(context, async (db) => {
      const [region] = context.words
      const meetings = await listMeetings(db, db, region === undefined ? {} : { within: [region] })
      const coordination = meetingTotals(meetings.filter((m) => m.kind === 'koordinasi_kecamatan'))
      const rows = meetings.map((m) => {
        const own = meetingTotals([m])
        return [String(m.id), m.fromOn, m.title, m.sessions.length === 0 && !m.aggregate ? '' : came(own)]
      })
      const sum =
        coordination.sessions === 0
          ? []
          : [
              `Coordination: ${coordination.sessions} sessions in ${coordination.kecamatan} kecamatan, ${came(coordination)}.`,
            ]
      context.print(
        { meetings: meetings as unknown as Json, coordination: coordination as unknown as Json },
        rows.length === 0 ? 'No meetings yet.' : [table(rows), ...sum].join('\n'),
      )
      return 0 as const
    }),
})

function came({ total, l, p, womenShare, atLeast }: MeetingTotals): string {
  const share = womenShare === null ? '' : `, ${(womenShare * 100).toFixed(1)} % women`
  return total === 0 ? 'not counted' : `${atLeast ? 'at least ' : ''}${total} = ${l} L + ${p} P${share}`
}

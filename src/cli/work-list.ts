import { officeZone } from '../app/programme.ts'
import { workPlan } from '../app/work-plan.ts'
import type { WorkState } from '../domain/work-plan.ts'
import type { Json } from '../lib/json.ts'
import { localDate } from '../lib/local-time.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { table } from './table.ts'
import { withDatabase } from './with-database.ts'
import { writeOutput } from './write-output.ts'

export const command = defineCommand({
  usage: '[KABUPATEN] [--late] [--findings] [-o FILE.xlsx] [--force]',
  help: `
  --late         only what is past its day and not done, or not begun
  --findings     only what answers a finding of an audit
  -o FILE.xlsx   write the list; --force replaces a file that is there

The work plan of the team with planned and actual dates. What is for the whole programme (*) stands in every list.`,
  words: { min: 0, max: 1 },
  options: {
    late: { type: 'boolean' },
    findings: { type: 'boolean' },
    output: { type: 'string', short: 'o' },
    force: { type: 'boolean' },
  },
  run: (context) =>
    withDatabase(context, async (db) => {
      const todayOn = localDate(context.clock.now(), officeZone)
      const isLate = (state: WorkState) => state === 'overdue' || state === 'late_start'
      const items = (await workPlan(db, [context.words[0] ?? '*'], todayOn)).filter(
        ({ state, finding }) =>
          (context.options.late !== true || isLate(state)) && (context.options.findings !== true || finding !== ''),
      )
      const { output, force = false } = context.options
      if (output !== undefined) {
        if (!/\.xlsx$/i.test(output)) throw new UsageProblem(`"${output}" must end in .xlsx.`)
        const { writeTables } = await import('../documents/write-tables.ts')
        const header = ['temuan', 'kode_kabupaten', 'kegiatan', 'penanggung_jawab', 'mulai', 'selesai', 'mulai_nyata']
        const sheet = items.map((i) => [
          i.finding,
          i.kabupatenCode,
          i.title,
          i.responsible,
          i.plannedFromOn,
          i.plannedUntilOn,
          i.beganOn ?? '',
          i.doneOn ?? '',
          i.daysLate,
        ])
        const table = { name: 'Rencana kerja', header: [...header, 'selesai_nyata', 'hari_lewat'], rows: sheet }
        writeOutput(output, await writeTables([table]), { force })
        context.print({ file: output, items: items.length }, `Wrote ${items.length} activities to ${output}.`)
        return 0 as const
      }
      const rows = items.map((i) => [
        String(i.id),
        i.kabupatenCode,
        `${i.plannedFromOn} to ${i.plannedUntilOn}`,
        i.beganOn === null && i.doneOn === null ? '' : `really ${i.beganOn ?? '…'} to ${i.doneOn ?? '…'}`,
        stateWords[i.state] + (i.daysLate > 0 ? ` (${i.daysLate} days late)` : ''),
        i.responsible,
        i.finding === '' ? i.title : `${i.title} (${i.finding})`,
      ])
      context.print(
        { today: todayOn, items: items as unknown as Json },
        rows.length === 0 ? 'Nothing in the work plan.' : table(rows),
      )
      return 0 as const
    }),
})

const stateWords: Readonly<Record<WorkState, string>> = {
  done: 'done',
  overdue: 'not done',
  late_start: 'not begun',
  under_way: 'under way',
  ahead: 'ahead',
}

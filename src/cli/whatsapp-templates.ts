import { findSetting } from '../store/settings.ts'
import { defineCommand } from './command.ts'
import { table } from './table.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: '',
  help: `
Lists the approved templates that are sent where free text is not allowed. "kentongan whatsapp template" sets them.`,
  words: { min: 0, max: 0 },
  options: {},
  run: (context) =>
    withDatabase(context, async (db) => {
      const templates = Object.entries((await findSetting(db, 'whatsapp_templates')) ?? {}).map(
        ([purpose, setting]) => ({
          purpose,
          ...setting,
        }),
      )
      const rows = templates.map((t) => [t.purpose, t.name, t.language, t.parameters.join(','), `${t.buttons} buttons`])
      context.print(
        templates,
        rows.length > 0
          ? table(rows, '')
          : 'No template is set: after 24 hours of silence nothing can be sent to a person, and staff are told.',
      )
      return 0 as const
    }),
})

import { readFileSync } from 'node:fs'
import { consentKinds, isConsentKind, versionName } from '../domain/consents.ts'
import { UsageProblem } from '../lib/problem.ts'
import { addConsentText } from '../store/consents.ts'
import { audit } from '../store/settings.ts'
import { defineCommand } from './command.ts'
import { withDatabase } from './with-database.ts'

/** A message on a phone, not a document. */
const longest = 600

export const command = defineCommand({
  usage: 'KIND (--text TEXT | --file FILE) [--english TEXT] [--enrolment VERSION]',
  help: `
  KIND           ${consentKinds.join(', ')}
  --text TEXT    what people agree to, at most ${longest} characters; --file FILE the same from a file
  --english TEXT the same for those who chose English
  --enrolment V  the version of the enrolment dialogue that says the same, such as "pendaftaran 2": who agrees to that one
                 at enrolment is not asked again

Whoever agreed to an older version is asked once, with their next message or after their next report, never within one.
Without an answer the older consent stands; a no has its consequence at once. "kentongan consent list KIND" says who answered.`,
  words: { min: 1, max: 1 },
  options: {
    text: { type: 'string' },
    file: { type: 'string' },
    english: { type: 'string' },
    enrolment: { type: 'string' },
  },
  async run(context) {
    const [kind] = context.words as [string]
    const { text, file, english, enrolment } = context.options
    if (!isConsentKind(kind)) throw new UsageProblem(`"${kind}" is no purpose: choose ${consentKinds.join(', ')}.`)
    if ((text === undefined) === (file === undefined)) throw new UsageProblem('Give --text or --file.')
    const said = (file === undefined ? text! : readFileSync(file, 'utf8')).trim()
    if (said === '' || said.length > longest)
      throw new UsageProblem(`The text has ${said.length} characters: 1 to ${longest} fit.`)
    return withDatabase(context, async (db) => {
      const at = context.clock.now()
      const made = await db.transaction(async (sql) => {
        const row = { kind, text: said, english: english ?? null, enrolment: enrolment ?? null, at, actor: 'cli' }
        const added = await addConsentText(sql, row)
        await audit(sql, { at, actor: 'cli', action: 'publish_consent', object: `consent:${versionName(added)}` })
        return added
      })
      context.print(
        { kind, number: made.number },
        `${versionName(made)} is in force; people are asked with their next conversation.`,
      )
      return 0 as const
    })
  },
})

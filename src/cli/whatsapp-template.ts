import { type TemplateParameter, templateParameters, templatePurposes } from '../app/templates.ts'
import { defaultLadder } from '../domain/ladder.ts'
import { UsageProblem } from '../lib/problem.ts'
import { audit, findSetting, setSetting } from '../store/settings.ts'
import { defineCommand } from './command.ts'
import { withDatabase } from './with-database.ts'

const purposes: readonly string[] = [...templatePurposes, ...defaultLadder.steps.map(({ rung }) => rung)]

export const command = defineCommand({
  usage: 'PURPOSE NAME [--language id] [--parameters person,place] [--buttons 1] | PURPOSE --remove',
  help: `
  PURPOSE         ${templatePurposes.join(', ')},
                  or a rung of the ladder (${defaultLadder.steps.map(({ rung }) => rung).join(', ')})
  NAME            the template's name, as Meta approved it
  --language L    its language code; default id
  --parameters P  what stands for {{1}}, {{2}} …: ${templateParameters.join(', ')}
  --buttons N     how many quick-reply buttons it has, 0 to 3; default 1
  --remove        no longer send one

Meta lets a business write freely for 24 hours after a person's last message; after that only such a template goes.
Invitations and reminders are answered by its first button; any other message follows once the person has answered.`,
  words: { min: 1, max: 2 },
  options: {
    language: { type: 'string' },
    parameters: { type: 'string' },
    buttons: { type: 'string' },
    remove: { type: 'boolean' },
  },
  async run(context) {
    const { options } = context
    const [purpose, name] = context.words as [string, string | undefined]
    if (!purposes.includes(purpose))
      throw new UsageProblem(`"${purpose}" is no purpose: it is one of ${purposes.join(', ')}.`)
    if ((name === undefined) !== (options.remove === true))
      throw new UsageProblem('"kentongan whatsapp template" needs a NAME, or --remove.')
    if (name !== undefined && !/^[a-z0-9_]{1,512}$/.test(name))
      throw new UsageProblem(`"${name}" is no template name: Meta allows small letters, digits and "_".`)
    const language = options.language ?? 'id'
    if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(language))
      throw new UsageProblem(`"${language}" is no language code of Meta, such as id or en_US.`)
    const parameters = parametersOf(options.parameters)
    const buttons = Number(options.buttons ?? 1)
    if (![0, 1, 2, 3].includes(buttons)) throw new UsageProblem('--buttons takes 0, 1, 2 or 3.')
    return withDatabase(context, async (db) => {
      await db.transaction(async (sql) => {
        const { [purpose]: _, ...others } = (await findSetting(sql, 'whatsapp_templates')) ?? {}
        const next = name === undefined ? others : { ...others, [purpose]: { name, language, parameters, buttons } }
        await setSetting(sql, 'whatsapp_templates', next)
        await audit(sql, {
          at: context.clock.now(),
          actor: 'cli',
          action: 'set_template',
          object: `template:${purpose}`,
          details: { name: name ?? null },
        })
      })
      context.print(
        { purpose, name: name ?? null },
        name === undefined ? `No template for ${purpose} any more.` : `${purpose} is sent as ${name} (${language}).`,
      )
      return 0 as const
    })
  },
})

function parametersOf(given: string | undefined): readonly TemplateParameter[] {
  const named = given === undefined || given === '' ? [] : given.split(',').map((name) => name.trim())
  const wrong = named.find((name) => !templateParameters.includes(name as TemplateParameter))
  if (wrong !== undefined)
    throw new UsageProblem(`--parameters takes ${templateParameters.join(', ')}; "${wrong}" is none of them.`)
  return named as TemplateParameter[]
}

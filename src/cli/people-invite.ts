import { type Invitation, invitePeople } from '../app/invite-people.ts'
import type { Config } from '../config.ts'
import { showCode } from '../domain/invitations.ts'
import { isRegionCode } from '../domain/regions.ts'
import { requireDataKey } from '../lib/key-file.ts'
import { messageOf, UsageProblem } from '../lib/problem.ts'
import { keysFrom } from '../lib/seal.ts'
import { type CommandContext, defineCommand } from './command.ts'
import { table } from './table.ts'
import { withDatabase } from './with-database.ts'
import { writeOutput } from './write-output.ts'

export const command = defineCommand({
  usage: '--all | --for CODE… [--again] [--bot NAME] [-o FILE.xlsx]',
  help: `
  --all        everybody who is not enrolled yet
  --for CODE   people of this place and everything below it; may be given several times
  --again      also those who are enrolled: for a new telephone
  --bot NAME   name of the Telegram bot for the links; default: asked of Telegram when a token is set
  -o FILE.xlsx also as a workbook
  --force      replace a workbook that is there

Codes are shown here and nowhere else: the database keeps only hashes. An earlier open code of the same person ends.
A code is good once, for 30 days.`,
  words: { min: 0, max: 0 },
  options: {
    all: { type: 'boolean' },
    for: { type: 'string', multiple: true },
    again: { type: 'boolean' },
    bot: { type: 'string' },
    output: { type: 'string', short: 'o' },
    force: { type: 'boolean' },
  },
  async run(context) {
    const { options } = context
    if ((options.all === true) === (options.for !== undefined))
      throw new UsageProblem('"kentongan people invite" needs either --all or --for CODE.')
    const wrong = options.for?.find((code) => !isRegionCode(code))
    if (wrong !== undefined) throw new UsageProblem(`"${wrong}" is no region code such as 81.05.15.2003.`)
    return withDatabase(context, async (db, config) => {
      const bot = options.bot ?? (await botName(config, context))
      const invitations = await invitePeople(
        db,
        { regionCodes: options.for, again: options.again === true },
        {
          now: context.clock.now(),
          hashKey: keysFrom(requireDataKey(config.dataDir, config.dataKey)).hashKey,
          actor: 'cli',
        },
      )
      const shown = invitations.map((i) => rowOf(i, bot))
      if (options.output !== undefined) {
        const { writeRows } = await import('../documents/import-template.ts')
        const header = ['kode undangan', 'tautan', 'nama', 'jabatan', 'wilayah', 'kode wilayah', 'berlaku sampai']
        const rows = shown.map((i) => [i.code, i.link ?? '', i.name, i.position, i.place, i.regionCode, i.expiresOn])
        writeOutput(options.output, await writeRows('Undangan', [header, ...rows]), { force: options.force === true })
      }
      const rows = shown.map((i) => [i.code, i.name, i.position, i.place, ...(i.link === undefined ? [] : [i.link])])
      context.print(
        shown,
        rows.length > 0 ? table(rows, '') : 'Nobody to invite: all of them are enrolled already, or nobody is there.',
      )
      return 0 as const
    })
  },
})

function rowOf(invitation: Invitation, bot: string | undefined) {
  const { payload, code, expiresAt, ...person } = invitation
  return {
    ...person,
    code: showCode(code),
    ...(bot !== undefined && { link: `https://t.me/${bot}?start=${payload}` }),
    expiresOn: new Date(expiresAt).toISOString().slice(0, 10),
  }
}

/** Asked of Telegram, so that the links name the bot that will answer; without it there are codes only. */
async function botName(config: Config, context: Pick<CommandContext, 'note'>): Promise<string | undefined> {
  if (!config.telegram) return undefined
  const { Api } = await import('grammy')
  const { token, apiRoot } = config.telegram
  try {
    const api = new Api(token, { ...(apiRoot !== undefined && { apiRoot }), timeoutSeconds: 10 })
    return (await api.getMe()).username
  } catch (error) {
    context.note(
      `Telegram did not say the bot's name (${messageOf(error).replaceAll(token, '…')}): codes without links; --bot NAME gives it by hand.`,
    )
    return undefined
  }
}

import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { noSealedKey, officersMissing } from './complaints-closed.ts'
import { signInLinkForStart } from './console-link.ts'
import { prepareApart } from './prepare-apart.ts'
import { allParts, type Part, startService } from './service.ts'
import { showPairing } from './show-pairing.ts'

/** A graceful stop takes less than this; what hangs then is cut, which the next start can live with. */
const STOP_MS = 9_000

export const command = defineCommand({
  usage: '[--only web,turns,send,jobs]',
  help: `
--only PARTS   only these parts, where several processes share one PostgreSQL database

Creates and migrates the database when needed. An empty one gets the demo programme with invented people, so that there
is something to see; a Telegram token in .env starts the Telegram channel. Ctrl-C stops gracefully.`,
  words: { min: 0, max: 0 },
  options: { only: { type: 'string' } },
  run: async (context) => {
    const config = await context.config()
    const log = await context.logger()
    const parts = partsOf(context.options.only)
    await prepareApart(context.clock.now(), config, context.note)
    const service = await startService(config, {
      log,
      clock: context.clock,
      parts,
      onPairing: showPairing(context.note),
    })

    if (!config.sealedKey) context.note(noSealedKey)
    else for (const sentence of await officersMissing(service.db, context.clock.now())) context.note(sentence)
    if (service.address !== undefined) {
      context.note(`Kentongan is running: ${service.address}`)
      if (service.demo) {
        context.note(`Demo database with invented people: chat simulator on ${service.address}/sim`)
        if (config.telegram || config.whatsappWeb)
          context.note('This is a demo database: Telegram and WhatsApp serve only the codes of invented people.')
      }
      const link = await signInLinkForStart(service.db, {
        now: context.clock.now(),
        base: config.publicUrl ?? service.address,
        demo: service.demo,
      })
      if (link !== undefined) context.note(`Console, for the next 15 minutes and one use: ${link}`)
    }
    await untilStopped()
    context.note('Stopping …')
    const cut = setTimeout(() => process.exit(1), STOP_MS)
    await service.stop()
    clearTimeout(cut)
    return 0 as const
  },
})

function partsOf(only: string | undefined): readonly Part[] {
  if (only === undefined) return allParts
  const named = only.split(',').map((part) => part.trim())
  const wrong = named.find((part) => !allParts.includes(part as Part))
  if (wrong !== undefined) throw new UsageProblem(`--only takes ${allParts.join(', ')}; "${wrong}" is none of them.`)
  return named as Part[]
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}

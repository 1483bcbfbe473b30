import { existsSync } from 'node:fs'
import { type Check, examine } from '../app/doctor.ts'
import type { Config } from '../config.ts'
import type { Json } from '../lib/json.ts'
import { requireDataKey } from '../lib/key-file.ts'
import { messageOf, Problem } from '../lib/problem.ts'
import { keysFrom } from '../lib/seal.ts'
import { findSetting } from '../store/settings.ts'
import { defineCommand } from './command.ts'
import { noSealedKey, officersMissing } from './complaints-closed.ts'
import { withNewDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: '[--thorough]',
  help: `
  --thorough  read every page of the database; minutes on a large one

Looks at settings, database, keys, service, queues, channels, backup, disk and clock, and changes nothing. Exit code 1
when something is not as it should be, 2 when a setting cannot be read: then nothing else can be looked at.`,
  words: { min: 0, max: 0 },
  options: { thorough: { type: 'boolean' } },
  async run(context) {
    const config = await context.config()
    const checks: Check[] = [
      { about: 'settings', state: 'ok', sentence: `Read; Node.js ${process.versions.node}.` },
      ...(await databaseChecks(context, config, context.options.thorough === true)),
      ...(await channels(config, context.clock.now())),
    ]
    if (!config.sealedKey) checks.push({ about: 'complaints', state: 'ok', sentence: noSealedKey })
    const findings = checks.filter((check) => check.state !== 'ok')
    context.print(
      { ok: findings.length === 0, checks: checks as unknown as Json },
      checks
        .map(({ state, about, sentence, drawing }) =>
          [`${marks[state]} ${about}: ${sentence}`, ...(drawing === undefined ? [] : [drawing])].join('\n'),
        )
        .join('\n'),
    )
    return findings.length === 0 ? 0 : 1
  },
})

const marks = { ok: 'ok     ', warning: 'WARNING', fault: 'FAULT  ' } as const

async function databaseChecks(
  context: Parameters<typeof withNewDatabase>[0] & { readonly clock: { now(): number } },
  config: Config,
  thorough: boolean,
): Promise<readonly Check[]> {
  const file = config.databaseUrl.startsWith('file:') ? config.databaseUrl.slice('file:'.length) : undefined
  if (file !== undefined && !existsSync(file))
    return [{ about: 'database', state: 'fault', sentence: `${file} does not exist: run "kentongan setup".` }]
  try {
    return await withNewDatabase(context, async (db) => {
      const found: Check[] = [
        ...(await examine(db, {
          now: context.clock.now(),
          dataDir: config.dataDir,
          keys: keysFrom(requireDataKey(config.dataDir, config.dataKey)),
          thorough,
        })),
      ]
      const ready = found.some((check) => check.about === 'programme')
      if (ready && config.sealedKey)
        for (const sentence of await officersMissing(db, context.clock.now()))
          found.push({ about: 'complaints', state: 'warning', sentence })
      if (!ready || !config.telegram || (await findSetting(db, 'demo')) !== true) return found
      const sentence =
        'A Telegram bot is set on a demo database: only invented people are served; run "kentongan demo clear" before real work.'
      return [...found, { about: 'demo', state: 'warning', sentence } satisfies Check]
    })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return [{ about: 'database', state: 'fault', sentence: `${error.message}.` }]
  }
}

/** What each channel that is switched on says when it is asked. */
async function channels(config: Config, now: number): Promise<readonly Check[]> {
  const checks: Check[] = []
  if (config.telegram) checks.push(await telegram(config.telegram))
  if (config.whatsappWeb) checks.push(await whatsAppWeb(config.whatsappWeb, now))
  if (config.whatsappCloud) checks.push(await whatsappCloud(config.whatsappCloud, config.publicUrl))
  if (checks.length === 0)
    checks.push({ about: 'channels', state: 'ok', sentence: 'No channel is set; the chat simulator works on a demo.' })
  return checks
}

async function whatsappCloud(
  access: NonNullable<Config['whatsappCloud']>,
  publicUrl: string | undefined,
): Promise<Check> {
  const { askNumber } = await import('../channels/whatsapp-cloud/ask-number.ts')
  const found = await askNumber(access)
  if ('fault' in found) return { about: 'whatsapp-cloud', state: 'fault', sentence: `${found.fault}.` }
  if (publicUrl === undefined)
    return {
      about: 'whatsapp-cloud',
      state: 'warning',
      sentence: 'PUBLIC_URL is not set: Meta must reach the webhook at PUBLIC_URL/hooks/whatsapp, or nothing comes in.',
    }
  const quality = found.quality === undefined ? '' : `, quality ${found.quality}`
  return {
    about: 'whatsapp-cloud',
    state: 'ok',
    sentence: `${found.number} answers${quality}; webhook ${publicUrl}/hooks/whatsapp.`,
  }
}

async function telegram({ token, apiRoot }: NonNullable<Config['telegram']>): Promise<Check> {
  const { Api } = await import('grammy')
  const api = new Api(token, { ...(apiRoot !== undefined && { apiRoot }), timeoutSeconds: 10 })
  try {
    const { username } = await api.getMe()
    const { url } = await api.getWebhookInfo()
    return {
      about: 'telegram',
      state: 'ok',
      sentence: `@${username} answers, by ${url ? `webhook ${url}` : 'polling'}.`,
    }
  } catch (error) {
    const said = messageOf(error).replaceAll(token, '…')
    const refused = (error as { error_code?: number }).error_code === 401
    return {
      about: 'telegram',
      state: 'fault',
      sentence: refused
        ? 'Telegram does not know this token: copy TELEGRAM_BOT_TOKEN again from @BotFather.'
        : `Telegram cannot be reached (${said}): is this machine connected to the internet?`,
    }
  }
}

/** The browser belongs to the service: what that last wrote down, and whether it is there at all. */
async function whatsAppWeb(settings: NonNullable<Config['whatsappWeb']>, now: number): Promise<Check> {
  const about = 'whatsapp-web'
  const { chromiumMissing, findChromium } = await import('../channels/whatsapp-web/chromium.ts')
  if (findChromium(settings.chromium) === undefined)
    return { about, state: 'fault', sentence: `${chromiumMissing(settings.chromium)}.` }
  const { readStatus } = await import('../channels/whatsapp-web/standing.ts')
  const { isOpen } = await import('../channels/whatsapp-web/profile.ts')
  const status = readStatus(settings.dataDir)
  if (!status || !isOpen(settings.dataDir))
    return { about, state: 'ok', sentence: 'The browser is there; it is started with the service.' }
  const { versions, pairing, note } = status
  if (status.state === 'running') {
    const which = versions ? `, whatsapp-web.js ${versions.library} on WhatsApp Web ${versions.page}` : ''
    return { about, state: 'ok', sentence: `Paired and connected${which}.` }
  }
  if (!pairing) return { about, state: 'warning', sentence: `${note ?? 'It is being started'}.` }
  const { drawPairing } = await import('./show-pairing.ts')
  const age = Math.max(0, Math.round((now - pairing.at) / 1000))
  return {
    about,
    state: 'warning',
    sentence: `WhatsApp waits for a phone: scan this code (${age} s old; it is good for about 20 s, then run this again).`,
    drawing: drawPairing(pairing.code),
  }
}

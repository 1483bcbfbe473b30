import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { messageOf, Problem } from './lib/problem.ts'

/**
 * Every setting that comes from outside, read once. Nothing else reads `process.env`: what a room needs to know it gets
 * as an argument. A wrong value stops the start with one sentence that names the variable and the remedy; values of
 * secrets are never repeated.
 */

// each message is the second half of a sentence that begins with the variable's name
const httpUrl = (remedy: string) =>
  z.string().transform((value, context) => {
    const url = URL.canParse(value) ? new URL(value) : undefined
    if (url && (url.protocol === 'https:' || url.protocol === 'http:')) return value.replace(/\/+$/, '')
    context.addIssue({ code: 'custom', message: remedy })
    return z.NEVER
  })

const keyRemedy =
  'must be 32 bytes in base64 or hexadecimal: leave it empty, or make one with "openssl rand -base64 32"'
const key = z.string().transform((value, context) => {
  const bytes = /^[0-9a-f]{64}$/i.test(value) ? Buffer.from(value, 'hex') : Buffer.from(value, 'base64')
  if (bytes.length === 32) return bytes
  context.addIssue({ code: 'custom', message: keyRemedy })
  return z.NEVER
})

const variables = {
  DATABASE_URL: z
    .string()
    .regex(
      /^(file:.+|postgres(ql)?:\/\/.+)$/,
      'must be file:PATH or postgresql://USER:PASSWORD@HOST/DATABASE: correct it, or leave it empty for file:./data/kentongan.db',
    )
    .default('file:./data/kentongan.db'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535, such as 3000')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a whole number from 0 to 65535, such as 3000')
    .default(3000),
  PUBLIC_URL: httpUrl(
    'must be the address of the console as others see it, such as https://lapor.example.id',
  ).optional(),

  TELEGRAM_BOT_TOKEN: z
    .string()
    // stand-ins and self-hosted servers take tokens of any shape
    .regex(/^[^\s/?#]+$/, 'must look like 123456789:ABC…: copy it again from @BotFather')
    .optional(),
  TELEGRAM_API_ROOT: httpUrl('must be the address of a Bot API server, such as http://127.0.0.1:8081').optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,256}$/, 'must be 1 to 256 letters, digits, "_" or "-": that is all Telegram allows')
    .optional(),

  WHATSAPP_WEB: z
    .string()
    .regex(/^(on|off)$/i, 'must be on or off')
    .transform((value) => value.toLowerCase() === 'on')
    .default(false),
  WHATSAPP_WEB_CHROMIUM: z.string().optional(),
  WHATSAPP_WEB_ARGS: z
    .string()
    .regex(/^(?:[^"]|"[^"]*")*$/, 'has a quotation mark without its partner: put whole values between two')
    .transform((value) => [...value.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([argument]) => argument.replaceAll('"', '')))
    .default([]),
  WHATSAPP_WEB_DATA: z.string().default('./data/whatsapp-web'),

  WHATSAPP_CLOUD_TOKEN: z.string().optional(),
  WHATSAPP_CLOUD_PHONE_NUMBER_ID: z
    .string()
    .regex(/^\d+$/, 'must be the digits of the phone number ID in Meta’s console, not the phone number')
    .optional(),
  WHATSAPP_CLOUD_APP_SECRET: z.string().optional(),
  WHATSAPP_CLOUD_VERIFY_TOKEN: z.string().optional(),
  WHATSAPP_CLOUD_API_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/, 'must look like v24.0: leave it empty for the version this was made for')
    .optional(),
  WHATSAPP_CLOUD_API_ROOT: httpUrl('must be an address, such as https://graph.facebook.com').optional(),

  LOG_LEVEL: z
    .string()
    .regex(/^(trace|debug|info|warn|error|fatal|silent)$/, 'must be trace, debug, info, warn, error, fatal or silent')
    .default('info'),
  LOG_FORMAT: z
    .enum(['pretty', 'json'], 'must be pretty or json: leave it empty for pretty on a terminal, else json')
    .optional(),
  DATA_DIR: z.string().default('./data'),
  DATA_KEY: key.optional(),
  SEALED_KEY: key.optional(),
}

type Variables = { readonly [Name in keyof typeof variables]: z.output<(typeof variables)[Name]> }

export const variableNames = Object.keys(variables) as readonly (keyof Variables)[]

export interface Config {
  readonly databaseUrl: string
  readonly host: string
  readonly port: number
  /** Without a slash at the end. */
  readonly publicUrl: string | undefined
  readonly telegram:
    | {
        readonly token: string
        /** The Bot API server; undefined: the official one. */
        readonly apiRoot: string | undefined
        /** Set: updates come by webhook at `/hooks/telegram`; else by long polling. */
        readonly webhookSecret: string | undefined
      }
    | undefined
  readonly whatsappWeb:
    | { readonly chromium: string | undefined; readonly args: readonly string[]; readonly dataDir: string }
    | undefined
  readonly whatsappCloud:
    | {
        readonly token: string
        readonly phoneNumberId: string
        readonly appSecret: string
        readonly verifyToken: string
        readonly apiRoot: string | undefined
        readonly version: string | undefined
      }
    | undefined
  readonly log: { readonly level: string; readonly format: 'pretty' | 'json' }
  /** Absolute. */
  readonly dataDir: string
  /** 32 bytes; undefined: the key file in `dataDir` is used, and made when missing. */
  readonly dataKey: Buffer | undefined
  /** 32 bytes; undefined: no complaint can be taken in. */
  readonly sealedKey: Buffer | undefined
}

/** What the process was given: `.env` in the working folder, overruled by the environment itself. */
export function loadConfig(): Config {
  return readConfig({ ...readEnvFile('.env'), ...process.env }, { terminal: process.stderr.isTTY === true })
}

/** Throws `Problem('bad_config')` with one sentence for the first wrong value. An empty value counts as not set. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  options: { readonly terminal: boolean },
): Config {
  const read = {} as Record<keyof Variables, unknown>
  for (const name of variableNames) {
    const value = environment[name]?.trim()
    const result = variables[name].safeParse(value === '' ? undefined : value)
    if (!result.success) throw bad(name, result.error.issues[0]!.message)
    read[name] = result.data
  }
  const env = read as Variables

  if (env.TELEGRAM_WEBHOOK_SECRET && !env.PUBLIC_URL)
    throw bad(
      'TELEGRAM_WEBHOOK_SECRET',
      'needs PUBLIC_URL, where Telegram can reach the webhook: set it too, or leave the secret empty for long polling',
    )
  const cloud = [
    'WHATSAPP_CLOUD_TOKEN',
    'WHATSAPP_CLOUD_PHONE_NUMBER_ID',
    'WHATSAPP_CLOUD_APP_SECRET',
    'WHATSAPP_CLOUD_VERIFY_TOKEN',
  ] as const
  const missing = cloud.find((name) => env[name] === undefined)
  const given = cloud.find((name) => env[name] !== undefined)
  if (given && missing) throw bad(missing, `is missing: the WhatsApp Business channel needs ${cloud.join(', ')}`)

  return {
    databaseUrl: env.DATABASE_URL,
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL,
    telegram: env.TELEGRAM_BOT_TOKEN
      ? {
          token: env.TELEGRAM_BOT_TOKEN,
          apiRoot: env.TELEGRAM_API_ROOT,
          webhookSecret: env.TELEGRAM_WEBHOOK_SECRET,
        }
      : undefined,
    whatsappWeb: env.WHATSAPP_WEB
      ? { chromium: env.WHATSAPP_WEB_CHROMIUM, args: env.WHATSAPP_WEB_ARGS, dataDir: resolve(env.WHATSAPP_WEB_DATA) }
      : undefined,
    whatsappCloud: given
      ? {
          token: env.WHATSAPP_CLOUD_TOKEN!,
          phoneNumberId: env.WHATSAPP_CLOUD_PHONE_NUMBER_ID!,
          appSecret: env.WHATSAPP_CLOUD_APP_SECRET!,
          verifyToken: env.WHATSAPP_CLOUD_VERIFY_TOKEN!,
          apiRoot: env.WHATSAPP_CLOUD_API_ROOT,
          version: env.WHATSAPP_CLOUD_API_VERSION,
        }
      : undefined,
    log: { level: env.LOG_LEVEL, format: env.LOG_FORMAT ?? (options.terminal ? 'pretty' : 'json') },
    dataDir: resolve(env.DATA_DIR),
    dataKey: env.DATA_KEY,
    sealedKey: env.SEALED_KEY,
  }
}

function readEnvFile(file: string): Readonly<Record<string, string | undefined>> {
  if (!existsSync(file)) return {}
  try {
    return parseEnv(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Problem('bad_config', `the file ${resolve(file)} cannot be read: ${messageOf(error)}`)
  }
}

function bad(name: string, remedy: string): Problem {
  return new Problem('bad_config', `${name} ${remedy}.`, { variable: name })
}

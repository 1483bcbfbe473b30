import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readConfig, variableNames } from '../../src/config.ts'

const example = readFileSync(join(import.meta.dirname, '..', '..', '.env.example'), 'utf8')
const read = (env: Record<string, string>) => readConfig(env, { terminal: false })

describe('settings', () => {
  it('are all in .env.example, which runs as it is', () => {
    const listed = parseEnv(example)
    expect(Object.keys(listed).sort()).toEqual([...variableNames].sort())
    expect(read(listed as Record<string, string>)).toEqual(read({}))
  })

  it('have defaults for a first start', () => {
    expect(read({})).toMatchObject({
      databaseUrl: 'file:./data/kentongan.db',
      host: '127.0.0.1',
      port: 3000,
      telegram: undefined,
      whatsappWeb: undefined,
      whatsappCloud: undefined,
      log: { level: 'info', format: 'json' },
    })
    expect(readConfig({}, { terminal: true }).log.format).toBe('pretty')
  })

  it('take arguments of Chromium that hold spaces between quotation marks', () => {
    const { whatsappWeb } = read({
      WHATSAPP_WEB: 'on',
      WHATSAPP_WEB_ARGS: '--lang=id  "--host-resolver-rules=MAP a 127.0.0.1" --proxy-server="http://p:1"',
    })
    expect(whatsappWeb?.args).toEqual([
      '--lang=id',
      '--host-resolver-rules=MAP a 127.0.0.1',
      '--proxy-server=http://p:1',
    ])
  })

  it.each([
    ['PORT', 'http', 'PORT must be a whole number'],
    ['PORT', '70000', 'PORT must be a whole number'],
    ['DATABASE_URL', 'mysql://x', 'DATABASE_URL must be file:PATH or postgresql://'],
    ['PUBLIC_URL', 'lapor.example.id', 'PUBLIC_URL must be the address'],
    ['TELEGRAM_BOT_TOKEN', 'my token', 'TELEGRAM_BOT_TOKEN must look like 123456789:ABC'],
    ['TELEGRAM_WEBHOOK_SECRET', 'a b', 'TELEGRAM_WEBHOOK_SECRET must be 1 to 256 letters'],
    ['TELEGRAM_WEBHOOK_SECRET', 'abc', 'TELEGRAM_WEBHOOK_SECRET needs PUBLIC_URL'],
    ['WHATSAPP_WEB', 'yes', 'WHATSAPP_WEB must be on or off'],
    ['WHATSAPP_WEB_ARGS', '--lang="id', 'WHATSAPP_WEB_ARGS has a quotation mark without its partner'],
    ['WHATSAPP_CLOUD_TOKEN', 'abc', 'WHATSAPP_CLOUD_PHONE_NUMBER_ID is missing'],
    ['WHATSAPP_CLOUD_PHONE_NUMBER_ID', '+62 812', 'WHATSAPP_CLOUD_PHONE_NUMBER_ID must be the digits'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be trace, debug'],
    ['LOG_FORMAT', 'xml', 'LOG_FORMAT must be pretty or json'],
    ['DATA_KEY', 'short', 'DATA_KEY must be 32 bytes'],
    ['SEALED_KEY', 'x'.repeat(64), 'SEALED_KEY must be 32 bytes'],
  ])('stop the start with one sentence: %s=%s', (name, value, sentence) => {
    expect(() => read({ [name]: value })).toThrow(sentence)
  })

  it('never repeat a secret that is wrong', () => {
    expect(() => read({ TELEGRAM_BOT_TOKEN: 'hunter2 hunter2' })).toThrow(/^(?!.*hunter2)/)
  })

  it('count an empty value as not set, and trim what was pasted', () => {
    expect(read({ PORT: '', PUBLIC_URL: ' https://lapor.example.id/ ', WHATSAPP_WEB: 'ON' })).toMatchObject({
      port: 3000,
      publicUrl: 'https://lapor.example.id',
      whatsappWeb: { args: [], dataDir: expect.stringMatching(/whatsapp-web$/) as string },
    })
  })

  it('take a key in hexadecimal or base64', () => {
    const bytes = Buffer.alloc(32, 9)
    expect(read({ DATA_KEY: bytes.toString('hex') }).dataKey).toEqual(bytes)
    expect(read({ DATA_KEY: bytes.toString('base64') }).dataKey).toEqual(bytes)
  })
})

import { type Logger, pino } from 'pino'

export type { Logger }

export interface LogSettings {
  readonly level: string
  /** `pretty` for people at a terminal, `json` for machines. */
  readonly format: 'pretty' | 'json'
}

/**
 * Logs name rows, never people: ids, counts, codes. The paths below are the second line of defence, should a phone
 * number, a name, a message or a token be handed over by mistake.
 */
const redact = [
  'phone',
  '*.phone',
  'name',
  '*.name',
  'text',
  '*.text',
  'raw',
  '*.raw',
  'body',
  '*.body',
  'token',
  '*.token',
  'authorization',
  '*.authorization',
  'headers',
  '*.headers',
  'userId',
  '*.userId',
  'chatId',
  '*.chatId',
]

/** Everything goes to standard error: standard output belongs to results. */
export function createLogger(settings: LogSettings): Logger {
  const options = { level: settings.level, redact: { paths: redact, censor: '…' }, base: null }
  if (settings.format === 'json') return pino(options, pino.destination(2))
  return pino({
    ...options,
    transport: {
      target: 'pino-pretty',
      options: { destination: 2, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' },
    },
  })
}

export const silentLogger: Logger = pino({ level: 'silent' })

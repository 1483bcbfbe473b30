import type { Kind } from './kind.ts'

/** When the conversation began. */
export const start: Kind<string> = {
  type: 'start',
  asked: false,
  read: () => undefined,
  show: (value) => value,
  toNode: (value) => ({ text: value }),
  fromText: (text) => text,
  known: ({ startedAt }) => new Date(startedAt).toISOString(),
}

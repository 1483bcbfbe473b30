import type { Kind } from './kind.ts'

/** When the report was submitted. */
export const end: Kind<string> = {
  type: 'end',
  asked: false,
  read: () => undefined,
  show: (value) => value,
  toNode: (value) => ({ text: value }),
  fromText: (text) => text,
  known: ({ now, ending }) => (ending ? new Date(now).toISOString() : undefined),
}

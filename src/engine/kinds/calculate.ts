import type { Kind } from './kind.ts'

/** Computed from other answers; a text, as ODK keeps it. */
export const calculate: Kind<string> = {
  type: 'calculate',
  asked: false,
  read: () => undefined,
  show: (value) => value,
  toNode: (value) => ({ text: value }),
  fromText: (text) => text,
}

import type { Kind } from './kind.ts'

/** Kept but never shown: its default, or what it is calculated from. */
export const hidden: Kind<string> = {
  type: 'hidden',
  asked: false,
  read: () => undefined,
  show: (value) => value,
  toNode: (value) => ({ text: value }),
  fromText: (text) => text,
}

import type { Kind } from './kind.ts'

/** Said on the way to the next question; never answered. */
export const note: Kind<string> = {
  type: 'note',
  asked: false,
  read: () => undefined,
  show: (value) => value,
  toNode: (value) => ({ text: value }),
  fromText: (text) => text,
}

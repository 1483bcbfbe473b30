import type { Kind } from './kind.ts'

/** ODK's log of screens. The history of answers stands for it, so it stays empty. */
export const audit: Kind<string> = {
  type: 'audit',
  asked: false,
  read: () => undefined,
  show: (value) => value,
  toNode: (value) => ({ text: value }),
  fromText: (text) => text,
}

import type { Kind } from './kind.ts'

/** ODK's telephone id. A chat has none, so it stays empty. */
export const deviceid: Kind<string> = {
  type: 'deviceid',
  asked: false,
  read: () => undefined,
  show: (value) => value,
  toNode: (value) => ({ text: value }),
  fromText: (text) => text,
}

import type { Kind } from './kind.ts'

/** ODK's user. Who answered is kept beside every answer, so it stays empty. */
export const username: Kind<string> = {
  type: 'username',
  asked: false,
  read: () => undefined,
  show: (value) => value,
  toNode: (value) => ({ text: value }),
  fromText: (text) => text,
}
